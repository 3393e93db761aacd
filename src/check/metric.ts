import type { Diagnostic } from '../diagnostic/index.js'
import type {
  BinaryOperation,
  Filter,
  FunctionCall,
  MethodCall,
  MetricExpression,
  QueryList,
  Scope,
  Series,
} from '../query/index.js'
import { checkSpaceAggregator } from './aggregator.js'
import { checkAlertWindow, checkAnomalyInterval, checkSeasonality } from './anomaly-arguments.js'
import { checkArguments } from './arguments.js'
import { checkAlternatives, checkConjunction } from './conjunction.js'
import { checkMixedCounts } from './counts.js'
import { checkForecastArguments, checkInsideForecast } from './forecast-arguments.js'
import { checkFunctionDeprecated, checkFunctionInMonitor, checkFunctionName } from './functions.js'
import { checkGroupMismatch } from './groups.js'
import {
  checkCountRollup,
  checkFillArguments,
  checkMethodTarget,
  checkPercentileRollup,
  checkRollupArguments,
  checkWeighted,
} from './modifiers.js'
import { checkGroupByNeeded, checkOutlierPercentage } from './outlier-arguments.js'
import { collect, contextOf, inTextOrder, type MetricContext, type Place, type Report } from './report.js'
import { checkMixedOperators, checkVariable, eachFilter } from './scope.js'
import { checkEverything, checkFilterSpelling, checkKeySpelling } from './scope-spelling.js'
import { checkCalendarShift, checkTimeshift } from './timeshift.js'
import { eachExpression } from './walk.js'

/** One check of one kind of node. */
export type MetricCheck<Node> = (node: Node, context: MetricContext, report: Report) => void

/** Every check of an expression, by the kind of node it looks at. */
const metricChecks: {
  readonly expression: readonly MetricCheck<MetricExpression>[]
  readonly series: readonly MetricCheck<Series>[]
  readonly scope: readonly MetricCheck<Scope>[]
  readonly filter: readonly MetricCheck<Filter>[]
  readonly function: readonly MetricCheck<FunctionCall | MethodCall>[]
  readonly call: readonly MetricCheck<FunctionCall>[]
  readonly method: readonly MetricCheck<MethodCall>[]
  readonly binary: readonly MetricCheck<BinaryOperation>[]
} = {
  expression: [checkGroupMismatch],
  series: [checkSpaceAggregator, checkKeySpelling],
  scope: [checkEverything, checkMixedOperators, checkConjunction],
  filter: [checkVariable, checkFilterSpelling, checkAlternatives],
  function: [checkFunctionName, checkFunctionInMonitor, checkFunctionDeprecated, checkArguments],
  call: [
    checkTimeshift,
    checkCalendarShift,
    checkGroupByNeeded,
    checkAlertWindow,
    checkAnomalyInterval,
    checkSeasonality,
    checkOutlierPercentage,
    checkInsideForecast,
    checkForecastArguments,
  ],
  method: [
    checkMethodTarget,
    checkRollupArguments,
    checkFillArguments,
    checkPercentileRollup,
    checkCountRollup,
    checkWeighted,
  ],
  binary: [checkMixedCounts],
}

/**
 * What is wrong with a metric query or formula beyond its syntax; `place` is where it stands. In the order of the text.
 * @example checkMetricExpression(node, { place: 'monitor' }) // [{ code: 'query/unknown-function', … }]
 */
export function checkMetricExpression(
  node: MetricExpression | QueryList,
  options: { readonly place: Place },
): Diagnostic[] {
  const context = contextOf(options.place)
  return inTextOrder(collect(report => runMetricChecks(node, context, report)))
}

/** Runs every check of an expression. */
export function runMetricChecks(
  root: MetricExpression | QueryList,
  context: MetricContext,
  report: Report,
): void {
  if (root.kind === 'query-list') {
    for (const query of root.queries) runMetricChecks(query, context, report)
    return
  }
  for (const check of metricChecks.expression) check(root, context, report)
  eachExpression(root, node => checkNode(node, context, report))
}

function checkNode(node: MetricExpression, context: MetricContext, report: Report): void {
  switch (node.kind) {
    case 'series':
      run(metricChecks.series, node, context, report)
      if (node.scope !== undefined) checkScope(node.scope, context, report)
      break
    case 'call':
      run(metricChecks.function, node, context, report)
      run(metricChecks.call, node, context, report)
      break
    case 'method':
      run(metricChecks.function, node, context, report)
      run(metricChecks.method, node, context, report)
      break
    case 'binary':
      run(metricChecks.binary, node, context, report)
      break
    default:
  }
}

function checkScope(scope: Scope, context: MetricContext, report: Report): void {
  run(metricChecks.scope, scope, context, report)
  eachFilter(scope.filter, filter => run(metricChecks.filter, filter, context, report))
}

function run<Node>(
  checks: readonly MetricCheck<Node>[],
  node: Node,
  context: MetricContext,
  report: Report,
): void {
  for (const check of checks) check(node, context, report)
}
