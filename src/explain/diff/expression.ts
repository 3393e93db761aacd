import { type MetricExpression, print, type Series } from '../../query/index.js'
import { seriesIn } from '../series.js'
import { change, type DraftChange, sameValue } from './change.js'
import { normalTerms, scopeTerms, termChanges } from './filters.js'
import { layerChanges, layered } from './layers.js'

/** Where an expression stands. */
export interface ExpressionPlace {
  readonly place: string
  readonly saidGroups?: SaidGroups
}

/** Groups of a whole monitor that are said elsewhere. */
export interface SaidGroups {
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What changes between two expressions, piece by piece; a piece that has no counterpart is named with both texts. */
export function expressionChanges(
  before: MetricExpression,
  after: MetricExpression,
  where: ExpressionPlace,
): readonly DraftChange[] {
  const changes = pieceChanges(before, after, where)
  const [was, is] = [seriesIn(before).length, seriesIn(after).length]
  return withoutRepeats(changes, was === is ? was : undefined)
}

function pieceChanges(
  before: MetricExpression,
  after: MetricExpression,
  where: ExpressionPlace,
): readonly DraftChange[] {
  const [was, is] = [layered(before), layered(after)]
  const core = coreChanges(was.core, is.core, where)
  const of = is.core.kind === 'series' ? { of: is.core.metric.name } : {}
  return [...core, ...layerChanges(where.place, was.layers, is.layers, of)]
}

function coreChanges(
  before: MetricExpression,
  after: MetricExpression,
  where: ExpressionPlace,
): readonly DraftChange[] {
  if (before.kind === 'series' && after.kind === 'series') return seriesChanges(before, after, where)
  if (before.kind === 'binary' && after.kind === 'binary' && before.operator === after.operator) {
    if (isSwapped(before, after)) return []
    return [
      ...pieceChanges(before.left, after.left, where),
      ...pieceChanges(before.right, after.right, where),
    ]
  }
  if (normalText(before) === normalText(after)) return []
  if (before.kind === 'call' && after.kind === 'call' && before.name === after.name) {
    const pairs = before.arguments.map((one, index) => [one, after.arguments[index]] as const)
    if (before.arguments.length === after.arguments.length && pairs.every(([a, b]) => bothExpressions(a, b)))
      return pairs.flatMap(([a, b]) => pieceChanges(a as MetricExpression, b as MetricExpression, where))
  }
  return [change(where.place, 'diff/expression', { before: print(before), after: print(after) })]
}

function bothExpressions(a: { readonly kind: string }, b: { readonly kind: string } | undefined): boolean {
  const isLiteral = (kind: string) => ['string', 'word', 'named-argument', 'tag-list'].includes(kind)
  return b !== undefined && !isLiteral(a.kind) && !isLiteral(b.kind)
}

type Binary = Extract<MetricExpression, { kind: 'binary' }>

/** `a + b` and `b + a` are the same. */
function isSwapped(before: Binary, after: Binary): boolean {
  return (
    (before.operator === '+' || before.operator === '*') &&
    normalText(before.left) === normalText(after.right) &&
    normalText(before.right) === normalText(after.left)
  )
}

function seriesChanges(
  before: Series,
  after: Series,
  { place, saidGroups }: ExpressionPlace,
): readonly DraftChange[] {
  const of = { of: after.metric.name }
  const [was, is] = [aggregatorText(before), aggregatorText(after)]
  const [old, now] = [keysOf(before), keysOf(after)]
  const isSaid =
    saidGroups !== undefined && sameValue(saidGroups.before, old) && sameValue(saidGroups.after, now)
  return [
    ...(before.metric.name === after.metric.name
      ? []
      : [change(place, 'diff/metric', { before: before.metric.name, after: after.metric.name })]),
    ...termChanges(place, scopeTerms(before.scope?.filter), scopeTerms(after.scope?.filter), of),
    ...(was === is ? [] : [change(place, 'diff/space', { before: was, after: is, ...of })]),
    ...(isSaid || sameValue(old, now)
      ? []
      : [change(place, 'diff/groups', { per: 'line', before: old, after: now, ...of })]),
  ]
}

/** A query without an aggregator is averaged. */
function aggregatorText({ aggregator }: Series): string {
  return aggregator === undefined ? 'avg' : print(aggregator)
}

/** Keys in one order: the order of the text has no meaning. */
function keysOf({ groupBy }: Series): readonly string[] {
  return [...new Set(groupBy?.keys.map(key => key.name) ?? [])].sort()
}

/** The expression as a text in which neither spacing nor the order of filters and groups counts. */
function normalText(expression: MetricExpression): string {
  const { core, layers } = layered(expression)
  const around = layers.map(layer => `${layer.name}${JSON.stringify([...layer.arguments].sort())}`).join('<')
  if (core.kind === 'series') {
    const scope = normalTerms(scopeTerms(core.scope?.filter))
    return `${around}${aggregatorText(core)}:${core.metric.name}{${scope}}${keysOf(core).join()}`
  }
  if (core.kind === 'binary')
    return `${around}(${normalText(core.left)}${core.operator}${normalText(core.right)})`
  return around + print(core)
}

/** A change that is the same in each series of the expression is said once, without the metric's name. */
function withoutRepeats(changes: readonly DraftChange[], series: number | undefined): readonly DraftChange[] {
  const counts = new Map<string, number>()
  for (const one of changes) counts.set(withoutOf(one), (counts.get(withoutOf(one)) ?? 0) + 1)
  const said = new Set<string>()
  return changes.flatMap(one => {
    const key = withoutOf(one)
    if (said.has(key)) return []
    if (counts.get(key) !== series) return [one]
    said.add(key)
    return [{ ...one, says: { ...one.says, values: valuesWithoutOf(one) } }]
  })
}

function valuesWithoutOf({ says }: DraftChange): object {
  const { of: _metric, ...rest } = says.values as { readonly of?: string }
  return rest
}

function withoutOf(one: DraftChange): string {
  return JSON.stringify([one.says.code, valuesWithoutOf(one)])
}
