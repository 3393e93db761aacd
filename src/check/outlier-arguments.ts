import { type FunctionRow, type OutlierAlgorithm, outlierAlgorithmFacts } from '../catalog/index.js'
import {
  type FunctionCall,
  functionForm,
  type MethodCall,
  type MetricExpression,
  type Opaque,
  type QueryName,
} from '../query/index.js'
import { expressionOf, textOf } from './argument-values.js'
import { groupKeysOf } from './groups.js'
import type { MetricContext, Report } from './report.js'
import { findExpression } from './walk.js'

/** `query/missing-group-by`: functions that compare or count groups. */
export function checkGroupByNeeded(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  context: MetricContext,
  report: Report,
): void {
  if (row.needsGroupBy !== true) return
  const inner = expressionOf(node.arguments[0])
  if (inner === undefined || groupKeysOf(inner).length > 0) return
  // The query behind a name or behind unknown syntax may be grouped.
  if (context.place === 'formula' || findExpression(inner, isUnknown) !== undefined) return
  const isOutliers = node.name === 'outliers'
  const isNested = functionForm(node) === 'regrouping'
  const doing = isOutliers ? 'compares groups' : isNested ? 'aggregates groups' : 'counts groups'
  report({
    code: 'query/missing-group-by',
    severity: isOutliers ? 'error' : 'warning',
    message: `\`${node.name}\` ${doing}, but its query has no \`by {…}\`.`,
    span: inner.span,
    hint: 'Add what to group by, such as `by {host}`, behind the scope.',
  })
}

function isUnknown(node: MetricExpression): node is Opaque | QueryName {
  return node.kind === 'opaque' || node.kind === 'query-name'
}

/** `query/outlier-params`: only the MAD algorithms take a percentage. */
export function checkOutlierPercentage(node: FunctionCall, _context: MetricContext, report: Report): void {
  const [, second, , percentage] = node.arguments
  const algorithm = textOf(second)
  if (percentage === undefined || algorithm === undefined || !Object.hasOwn(outlierAlgorithmFacts, algorithm))
    return
  if (outlierAlgorithmFacts[algorithm as OutlierAlgorithm].takesPercentage) return
  report({
    code: 'query/outlier-params',
    severity: 'warning',
    message: `\`${algorithm}\` has no percentage; only the MAD algorithms take one.`,
    span: percentage.span,
    hint: "Leave it out, or use `'MAD'`.",
  })
}
