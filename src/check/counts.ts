import { type BinaryOperation, isExpression, type MetricExpression } from '../query/index.js'
import { methodBase } from './argument-values.js'
import type { MetricContext, Report } from './report.js'
import { eachExpression } from './walk.js'

/** Which of the two conversions the queries of an expression use. */
interface Conversions {
  readonly counts: number
  readonly rates: number
  /** Sums of a metric without either. */
  readonly plainSums: number
  readonly others: number
}

function conversionsOf(roots: readonly MetricExpression[]): Conversions {
  const found = { counts: 0, rates: 0, plainSums: 0, others: 0 }
  const count = (node: MetricExpression) => {
    if (node.kind === 'method' && node.name === 'as_count') found.counts += 1
    else if (node.kind === 'method' && node.name === 'as_rate') found.rates += 1
    else if (node.kind === 'series') {
      if (node.aggregator?.name === 'sum') found.plainSums += 1
      else found.others += 1
    }
  }
  for (const root of roots) eachExpression(root, count)
  return { ...found, plainSums: Math.max(0, found.plainSums - found.counts - found.rates) }
}

/**
 * `query/mixed-count-rate`: a ratio whose sides are counted differently. With one `.as_count()` the whole expression is
 * evaluated on totals. https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/
 */
export function checkMixedCounts(node: BinaryOperation, _context: MetricContext, report: Report): void {
  if (isCompared(node)) compareSides(node, conversionsOf([node.left]), conversionsOf([node.right]), report)
}

/** The same for a formula; `named` gives the metric query of that name. */
export function checkFormulaCounts(
  formula: MetricExpression,
  named: (name: string) => MetricExpression | undefined,
  report: Report,
): void {
  eachExpression(formula, node => {
    if (node.kind !== 'binary' || !isCompared(node)) return
    compareSides(
      node,
      conversionsOf(queriesIn(node.left, named)),
      conversionsOf(queriesIn(node.right, named)),
      report,
    )
  })
}

/** A division, or a sum of two. A longer sum is as deep as it is long, and each of its parts would be read again. */
function isCompared({ operator, left, right }: BinaryOperation): boolean {
  if (operator === '+' || operator === '-') return left.kind !== 'binary' && right.kind !== 'binary'
  return operator === '/'
}

function queriesIn(
  side: MetricExpression,
  named: (name: string) => MetricExpression | undefined,
): MetricExpression[] {
  const found: MetricExpression[] = []
  eachExpression(side, node => {
    const query = node.kind === 'query-name' ? named(node.name) : undefined
    if (query !== undefined) found.push(query)
  })
  return found
}

function compareSides(node: BinaryOperation, left: Conversions, right: Conversions, report: Report): void {
  const mixed = (left.counts > 0 && right.rates > 0) || (left.rates > 0 && right.counts > 0)
  if (node.operator !== '/') {
    if (mixed) reportMixedSum(node, report)
    return
  }
  if (!mixed && !isHalfCounted(left, right) && !isHalfCounted(right, left)) return
  report({
    code: 'query/mixed-count-rate',
    severity: 'warning',
    message: mixed
      ? 'One side of the division uses `.as_count()` and the other `.as_rate()`, so the result is not a ratio.'
      : 'Only one side of the division uses `.as_count()`, so the result depends on the interval.',
    span: node.span,
    hint: 'Put `.as_count()` behind every query of the division.',
  })
}

function reportMixedSum({ span, operator }: BinaryOperation, report: Report): void {
  report({
    code: 'query/mixed-count-rate',
    severity: 'warning',
    message: `One side of \`${operator}\` is a number of events and the other a number per second.`,
    span,
    hint: 'Use `.as_count()` on both sides, or `.as_rate()` on both.',
  })
}

function isHalfCounted(counted: Conversions, plain: Conversions): boolean {
  return counted.counts > 0 && plain.plainSums > 0 && plain.counts === 0 && plain.others === 0
}

/** Every `.as_count()` outside functions that look at the shape of a series instead of its total. */
export function countedQueries(root: MetricExpression): {
  readonly spans: readonly MetricExpression[]
  readonly inRatio: boolean
} {
  const spans: MetricExpression[] = []
  let inRatio = false
  const waiting: { readonly node: MetricExpression; readonly ratio: boolean }[] = [
    { node: root, ratio: false },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, ratio } = next
    if (node.kind === 'binary') {
      const inside = ratio || node.operator === '/'
      waiting.push({ node: node.right, ratio: inside }, { node: node.left, ratio: inside })
    } else if (node.kind === 'unary') waiting.push({ node: node.operand, ratio })
    else if (node.kind === 'method' && node.name === 'as_count' && methodBase(node).kind === 'series') {
      spans.push(node)
      inRatio ||= ratio
    } else if (node.kind === 'method') waiting.push({ node: node.target, ratio })
    else if (node.kind === 'call' && !judgesShape.has(node.name)) {
      for (const argument of node.arguments) {
        if (isExpression(argument)) waiting.push({ node: argument, ratio })
      }
    }
  }
  return { spans, inRatio }
}

/** The value of such a function is not a count any more, so the head's aggregator is free. */
const judgesShape: ReadonlySet<string> = new Set(['anomalies', 'forecast', 'outliers'])
