import { evaluationWindows, monitorTypeNamed } from '../catalog/index.js'
import type { FormulaMonitorQuery } from '../query/index.js'
import { checkEventGroups } from './event.js'
import { checkLength } from './head.js'
import { runMetricChecks } from './metric.js'
import { contextOf, type MetricContext, type Report } from './report.js'
import {
  checkStepArguments,
  checkStepNames,
  checkStepsTwice,
  endOfSteps,
  reportMissingWindow,
} from './steps.js'
import { eachExpression } from './walk.js'
import { windowOfSteps } from './windows.js'

/** Everything about a formula query that does not need its variables. */
export function checkFormulaQuery(
  query: FormulaMonitorQuery,
  type: string | undefined,
  report: Report,
): void {
  checkStepNames('formula', query.steps, report)
  checkStepArguments('formula', query.steps, report)
  checkStepsTwice(query.steps, report)
  checkFormulaWindow(query, type, report)
  checkEventGroups(query, report)
  // A query alone does not tell whose it is, so it may use what any monitor's formula may.
  const context =
    type === undefined ? contextOf('formula') : { place: 'formula' as const, ...ownFunctions(type) }
  runMetricChecks(query.formula, { ...context, inMonitor: true }, report)
}

function ownFunctions(type: string): Pick<MetricContext, 'ownFunctions'> {
  const names = monitorTypeNamed(type)?.formulaFunctions
  return names === undefined ? {} : { ownFunctions: names }
}

/** `query/missing-last` and `query/window-range` of a formula. */
export function checkFormulaWindow(
  query: FormulaMonitorQuery,
  type: string | undefined,
  report: Report,
): void {
  if (!query.steps.some(step => step.name === 'last' || step.name === 'current')) {
    reportMissingWindow(endOfSteps(query.steps, query.formula.span.end + 2), report)
    return
  }
  const family = type === undefined ? undefined : monitorTypeNamed(type)?.windows
  const window = windowOfSteps(query.steps)
  if (family !== undefined && window !== undefined && window.form !== 'current') {
    checkLength(window, evaluationWindows[family], report)
  }
}

/** The names of the queries a formula uses, in order, each once. */
export function formulaNames(query: FormulaMonitorQuery): readonly string[] {
  return [...new Set(namesIn(query))]
}

function namesIn(query: FormulaMonitorQuery): string[] {
  const names: string[] = []
  eachExpression(query.formula, node => {
    if (node.kind === 'query-name') names.push(node.name)
  })
  return names
}
