import { type FunctionRow, functionNamed } from '../catalog/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import {
  type Filter,
  type FunctionCall,
  functionForm,
  type MethodCall,
  type MetricExpression,
  type QueryList,
  type Scope,
} from '../query/index.js'
import { checkSpaceAggregator } from './aggregator.js'
import { checkAlertWindow, checkAnomalyInterval, checkSeasonality } from './anomaly-arguments.js'
import { checkArguments, checkMeantArguments } from './arguments.js'
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
import { checkMixedOperators, checkVariable } from './scope.js'
import { checkEverything, checkFilterSpelling, checkKeySpelling } from './scope-spelling.js'
import { checkCalendarShift, checkTimeshift } from './timeshift.js'
import { eachExpression } from './walk.js'

/** One check of one kind of node. */
export type MetricCheck<Node> = (node: Node, context: MetricContext, report: Report) => void

/** One check of a function that Datadog has; `row` is what is known about it. */
export type FunctionCheck = (
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  context: MetricContext,
  report: Report,
) => void

/** What only calls of this name are checked for. */
const callChecks: ReadonlyMap<string, readonly MetricCheck<FunctionCall>[]> = new Map([
  ['timeshift', [checkTimeshift]],
  ['calendar_shift', [checkCalendarShift]],
  ['anomalies', [checkAlertWindow, checkAnomalyInterval, checkSeasonality]],
  ['outliers', [checkOutlierPercentage]],
  ['forecast', [checkInsideForecast, checkForecastArguments]],
])

/** What only methods of this name are checked for. */
const methodChecks: ReadonlyMap<string, readonly MetricCheck<MethodCall>[]> = new Map([
  ['rollup', [checkRollupArguments, checkPercentileRollup, checkCountRollup]],
  ['fill', [checkFillArguments]],
  ['weighted', [checkWeighted]],
])

/**
 * What is wrong with a metric query or formula beyond its syntax; `place` is where it stands. In the order of the text.
 * @example checkMetricExpression(node, { place: 'monitor' }) // [{ code: 'query/unknown-function', … }]
 */
export function checkMetricExpression(
  node: MetricExpression | QueryList,
  options: { readonly place: Place },
): readonly Diagnostic[] {
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
  let isArithmetic = false
  eachExpression(root, node => {
    isArithmetic ||= node.kind === 'binary'
    checkNode(node, context, report)
  })
  if (isArithmetic) checkGroupMismatch(root, report)
}

/** Each check is called by its name: through a list, calling them would take longer than they do. */
function checkNode(node: MetricExpression, context: MetricContext, report: Report): void {
  switch (node.kind) {
    case 'series':
      checkSpaceAggregator(node, context, report)
      checkKeySpelling(node, context, report)
      if (node.scope !== undefined) checkScope(node.scope, context, report)
      break
    case 'call':
      checkFunction(node, context, report)
      run(callChecks.get(node.name), node, context, report)
      break
    case 'method':
      checkFunction(node, context, report)
      checkMethodTarget(node, context, report)
      run(methodChecks.get(node.name), node, context, report)
      break
    case 'binary':
      checkMixedCounts(node, context, report)
      break
    default:
  }
}

/** A function that Datadog has is checked with what is known about it. */
function checkFunction(node: FunctionCall | MethodCall, context: MetricContext, report: Report): void {
  const row = functionNamed(node.name, functionForm(node))
  if (row === undefined) {
    checkFunctionName(node, context, report)
    checkMeantArguments(node, context, report)
  } else {
    checkFunctionInMonitor(node, row, context, report)
    checkFunctionDeprecated(node, row, context, report)
    checkArguments(node, row, context, report)
    checkGroupByNeeded(node, row, context, report)
  }
}

function checkScope(scope: Scope, context: MetricContext, report: Report): void {
  checkEverything(scope, context, report)
  checkMixedOperators(scope, context, report)
  checkConjunction(scope, context, report)
  checkFilter(scope.filter, context, report)
}

/** A filter and everything in it; only negations may stand in each other without end. */
function checkFilter(filter: Filter, context: MetricContext, report: Report): void {
  checkVariable(filter, context, report)
  checkFilterSpelling(filter, context, report)
  checkAlternatives(filter, context, report)
  if (filter.kind === 'filter-and' || filter.kind === 'filter-or' || filter.kind === 'filter-list')
    for (const operand of filter.operands) checkFilter(operand, context, report)
  else if (filter.kind === 'filter-not') checkFilter(filter.operand, context, report)
}

function run<Node>(
  checks: readonly MetricCheck<Node>[] | undefined,
  node: Node,
  context: MetricContext,
  report: Report,
): void {
  if (checks !== undefined) for (const check of checks) check(node, context, report)
}
