import type { CallValues, SharedScope, ValueSentences } from './sentences/metric.js'
import { type Phrase, phrase } from './sentences.js'

type Values<Code extends keyof ValueSentences<Phrase>> = ValueSentences<Phrase>[Code]
type SeriesValues = Values<'value/series'>

/** Several values, with the scope and groups they have in common taken out of each, so that they are said only once. */
export function shareScope(values: readonly Phrase[]): {
  readonly values: readonly Phrase[]
  readonly shared?: SharedScope
} {
  const all = values.filter(value => value.code !== 'value/number').map(seriesOf)
  const series = all.filter(one => one !== undefined)
  const [first] = series
  if (first === undefined || series.length < 2 || series.length < all.length) return { values }
  const { clause, groups } = first
  const sameGroups = series.every(one => sameText(one.groups, groups))
  if (sameGroups && series.every(one => sameText(one.clause, clause))) {
    return { values: values.map(withoutScope), shared: { clause, groups } }
  }
  if (!sameGroups || groups.length === 0) return { values }
  return { values: values.map(value => withoutGroups(value, groups)), shared: { groups } }
}

function sameText(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The one series a value is made of; undefined for arithmetic, events and values whose scope is said already. */
function seriesOf(value: Phrase): SeriesValues | undefined {
  if (value.code === 'value/series') {
    const series = value.values as SeriesValues
    return series.scopeSaid ? undefined : series
  }
  if (value.code !== 'value/call') return undefined
  const call = value.values as CallValues<Phrase>
  return call.others.length === 0 ? seriesOf(call.inner) : undefined
}

function withoutScope(value: Phrase): Phrase {
  if (value.code === 'value/series') {
    return phrase('value/series', { ...(value.values as SeriesValues), scopeSaid: true })
  }
  if (value.code !== 'value/call') return value
  const call = value.values as CallValues<Phrase>
  return phrase('value/call', { ...call, inner: withoutScope(call.inner) })
}

/** The value without its groups, where a sentence around it names these groups anyway. */
export function withoutGroups(value: Phrase, groups: readonly string[]): Phrase {
  const inside = (inner: Phrase) => withoutGroups(inner, groups)
  switch (value.code) {
    case 'value/call': {
      const call = value.values as CallValues<Phrase>
      return phrase('value/call', { ...call, inner: inside(call.inner), others: call.others.map(inside) })
    }
    case 'value/arithmetic':
    case 'value/percentage': {
      const pair = value.values as Values<'value/percentage'>
      const values = { ...pair, left: inside(pair.left), right: inside(pair.right) }
      return { ...value, values: sharedWithout(values, groups) }
    }
    case 'value/formula': {
      const formula = value.values as Values<'value/formula'>
      const names = formula.names.map(one => ({ ...one, value: inside(one.value) }))
      return { ...value, values: sharedWithout({ ...formula, names }, groups) }
    }
    default: {
      const measured = value.values as { readonly groups?: readonly string[] }
      const own = measured.groups ?? []
      return own.length > 0 && own.every(group => groups.includes(group))
        ? { ...value, values: { ...measured, groups: [] } }
        : value
    }
  }
}

function sharedWithout<V extends { readonly shared?: SharedScope }>(values: V, groups: readonly string[]): V {
  const { shared } = values
  if (shared === undefined || !shared.groups.every(group => groups.includes(group))) return values
  if (shared.clause !== undefined) return { ...values, shared: { ...shared, groups: [] } }
  const { shared: _said, ...rest } = values
  return rest as V
}
