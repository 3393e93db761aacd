import type { Diagnostic } from '../diagnostic/index.js'
import type { MonitorQuery } from '../query/index.js'
import { checkAnomalyCondition, checkQueryWindow } from './anomaly-query.js'
import { checkCompositeCount } from './composite.js'
import { checkEventQuery } from './event.js'
import { checkFormulaQuery } from './formula.js'
import {
  checkChangeShift,
  checkCountHead,
  checkForecastHead,
  checkForecastInterval,
  checkHeadAggregator,
  checkMetricWindow,
  checkOutlierCondition,
  checkRollupInWindow,
  type MetricMonitorFacts,
  metricMonitorFacts,
} from './head.js'
import { runMetricChecks } from './metric.js'
import { collect, contextOf, inTextOrder, type Report } from './report.js'
import { checkServiceCheckQuery } from './service-check.js'
import { checkSloQuery } from './slo.js'
import { checkSource, checkTypeMismatch } from './type.js'

/**
 * What is wrong with a monitor query beyond its syntax, in the order of the text; `type` is the monitor's, if known.
 * @example checkQuery(node, { type: 'log alert' }) // [{ code: 'query/missing-last', … }]
 */
export function checkQuery(
  node: MonitorQuery,
  options: { readonly type?: string | undefined } = {},
): readonly Diagnostic[] {
  return inTextOrder(collect(report => runQueryChecks(node, options.type, report)))
}

const inMonitor = contextOf('monitor')

function runQueryChecks(node: MonitorQuery, type: string | undefined, report: Report): void {
  checkSource(node, report)
  if (type !== undefined) checkTypeMismatch(node, type, report)
  switch (node.kind) {
    case 'metric-monitor':
      runMetricMonitorChecks(metricMonitorFacts(node), report)
      break
    case 'service-check':
      checkServiceCheckQuery(node, report)
      break
    case 'event-monitor':
      checkEventQuery(node, report)
      break
    case 'formula-monitor':
      checkFormulaQuery(node, type, report)
      break
    case 'slo-monitor':
      checkSloQuery(node, report)
      break
    case 'composite':
      checkCompositeCount(node, report)
      break
    case 'placeholder':
    case 'opaque':
  }
}

/** A metric monitor's head, condition and expression, each and together. */
function runMetricMonitorChecks(facts: MetricMonitorFacts, report: Report): void {
  checkHeadAggregator(facts, report)
  checkMetricWindow(facts, report)
  checkChangeShift(facts, report)
  checkCountHead(facts, report)
  checkRollupInWindow(facts, report)
  checkForecastHead(facts, report)
  checkForecastInterval(facts, report)
  checkOutlierCondition(facts, report)
  checkAnomalyCondition(facts, report)
  checkQueryWindow(facts, report)
  runMetricChecks(facts.query.expression, inMonitor, report)
}
