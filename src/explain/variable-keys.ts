import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { parseMetricQuery, parseSearch } from '../query/index.js'
import type { Clause } from './clause.js'
import { searchClause } from './search.js'
import { groupsOf, seriesIn } from './series.js'
import { seriesClause } from './value.js'

/** The tags and facets by which each query of a list is grouped, and those by which it filters. */
export function keysByName(list: Json | undefined): ReadonlyMap<string, QueryKeys> {
  if (!Array.isArray(list)) return noKeys
  const known = keysOfLists.get(list)
  if (known !== undefined) return known
  const keys = new Map(
    list.filter(isJsonObject).map(entry => [textIn(entry, 'name'), queryKeys(entry)] as const),
  )
  keysOfLists.set(list, keys)
  return keys
}

export interface QueryKeys {
  readonly groups: readonly string[]
  readonly clauses: readonly Clause[]
}

const noKeys: ReadonlyMap<string, QueryKeys> = new Map()

/** Asked for each sentence about the groups of one monitor. */
const keysOfLists = new WeakMap<readonly Json[], ReadonlyMap<string, QueryKeys>>()

function queryKeys(entry: JsonObject): QueryKeys {
  if (typeof entry.query === 'string') {
    const { node } = parseMetricQuery(entry.query)
    const expression = node?.kind === 'query-list' ? node.queries[0] : node
    if (expression === undefined) return { groups: [], clauses: [] }
    return { groups: groupsOf(expression), clauses: seriesIn(expression).map(seriesClause) }
  }
  const search = isJsonObject(entry.search) ? textIn(entry.search, 'query') : ''
  return { groups: facets(entry), clauses: [clauseIn(search)] }
}

/** What a query of events is grouped by. */
export function facets(entry: JsonObject): readonly string[] {
  return Array.isArray(entry.group_by) ? entry.group_by.flatMap(facet) : []
}

// Data quality queries name the facets themselves, all others in an object each.
function facet(group: Json): readonly string[] {
  if (typeof group === 'string') return [group]
  return isJsonObject(group) && typeof group.facet === 'string' ? [group.facet] : []
}

/** How many groups a query of events keeps; undefined where that is not one number. */
export function groupLimit(
  entry: JsonObject,
): { readonly count: number; readonly lowest: boolean } | undefined {
  const groups = Array.isArray(entry.group_by) ? entry.group_by : []
  const [group] = groups
  if (groups.length !== 1 || !isJsonObject(group) || typeof group.limit !== 'number') return undefined
  return { count: group.limit, lowest: isJsonObject(group.sort) && group.sort.order === 'asc' }
}

/** The indexes that a query of events names; undefined where it searches them all. */
export function searchedIndexes(entry: JsonObject): readonly string[] | undefined {
  const named = Array.isArray(entry.indexes) ? entry.indexes.filter(one => typeof one === 'string') : []
  return named.length === 0 || named.includes('*') ? undefined : named
}

/** The condition of a search that stands in a definition. */
export function clauseIn(search: string) {
  const { node } = parseSearch(search)
  return node === undefined ? ({ is: 'opaque', text: search, negated: false } as const) : searchClause(node)
}

export function textIn(object: JsonObject, name: string): string {
  const value = object[name]
  return typeof value === 'string' ? value : ''
}
