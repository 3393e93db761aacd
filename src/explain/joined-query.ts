import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { defined } from './defined.js'
import type { JoinedPair } from './sentences/monitor.js'
import { type Phrase, phrase } from './sentences.js'
import { facets, textIn } from './variable-keys.js'

/**
 * A query that is joined with another or with a reference table, which either filters it or adds attributes to it.
 * https://docs.datadoghq.com/api/latest/monitors/
 */
export function joinedValue(entry: JsonObject, readQuery: (query: JsonObject) => Phrase): Phrase | undefined {
  const { base_query: base, filter_query: filter, augment_query: augment } = entry
  if (!isJsonObject(base ?? null)) return undefined
  if (isJsonObject(filter ?? null)) {
    return phrase('value/filtered-by', {
      base: readQuery(base as JsonObject),
      other: otherSide(filter as JsonObject, readQuery),
      pairs: objectsIn(entry.filters).map(one => pairOf(one, 'filter_attribute')),
    })
  }
  if (!isJsonObject(augment ?? null)) return undefined
  const [compute] = objectsIn(entry.compute)
  const join = isJsonObject(entry.join_condition ?? null) ? (entry.join_condition as JsonObject) : {}
  return phrase('value/joined-with', {
    base: readQuery(base as JsonObject),
    other: otherSide(augment as JsonObject, readQuery),
    pair: pairOf(join, 'augment_attribute'),
    matchedOnly: join.join_type === 'inner',
    ...defined({ method: typeof compute?.aggregation === 'string' ? compute.aggregation : undefined }),
    groups: facets(entry),
  })
}

function otherSide(query: JsonObject, readQuery: (query: JsonObject) => Phrase): Phrase {
  return query.data_source === 'reference_table'
    ? phrase('value/reference-table', { table: textIn(query, 'table_name') })
    : readQuery(query)
}

function pairOf(written: JsonObject, other: string): JoinedPair {
  return {
    base: textIn(written, 'base_attribute'),
    other: textIn(written, other),
    excluded: written.exclude === true,
  }
}

function objectsIn(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}
