import type { CallValues, SharedScope, ValueSentences } from './sentences/metric.js'
import { type Phrase, phrase } from './sentences.js'

type SeriesValues = ValueSentences<Phrase>['value/series']

/** Several values, with the scope they have in common taken out of each so that it is said only once. */
export function shareScope(values: readonly Phrase[]): { readonly values: readonly Phrase[]; readonly shared?: SharedScope } {
  const scopes = values.filter(value => value.code !== 'value/number').map(seriesOf)
  const [first] = scopes
  if (first === undefined || scopes.length < 2) return { values }
  const text = scopeText(first)
  if (!scopes.every(scope => scope !== undefined && scopeText(scope) === text)) return { values }
  return { values: values.map(withoutScope), shared: { clause: first.clause, groups: first.groups } }
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

function scopeText({ clause, groups }: SeriesValues): string {
  return JSON.stringify([clause, groups])
}

function withoutScope(value: Phrase): Phrase {
  if (value.code === 'value/series') return phrase('value/series', { ...(value.values as SeriesValues), scopeSaid: true })
  if (value.code !== 'value/call') return value
  const call = value.values as CallValues<Phrase>
  return phrase('value/call', { ...call, inner: withoutScope(call.inner) })
}
