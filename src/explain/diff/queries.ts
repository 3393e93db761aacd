import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import {
  type MetricExpression,
  type ParseResult,
  parseFormula,
  parseMetricQuery,
  parseSearch,
} from '../../query/index.js'
import { defined } from '../defined.js'
import { facets } from '../variable-keys.js'
import { change, type DraftChange, inside, sameValue } from './change.js'
import { expressionChanges, type SaidGroups } from './expression.js'
import { fieldChanges } from './fields.js'
import { searchTerms, termChanges } from './filters.js'
import { diffPhrase } from './sentences.js'

/** What changes between two metric queries; both texts where one cannot be read. */
export function metricTextChanges(
  place: string,
  before: string,
  after: string,
  saidGroups?: SaidGroups,
): readonly DraftChange[] {
  if (before === after) return []
  const parsed = [parseMetricQuery(before), parseMetricQuery(after)] as const
  const broken = brokenSides(place, ...parsed)
  const [was, is] = [expressionsIn(parsed[0]), expressionsIn(parsed[1])]
  if (was === undefined || is === undefined || was.length !== is.length)
    return [...broken, change(place, 'diff/unsaid', { before, after })]
  const where = { place, ...defined({ saidGroups }) }
  return [...broken, ...was.flatMap((one, index) => expressionChanges(one, is[index]!, where))]
}

/** The old `q` of a widget may hold several, separated by commas. */
function expressionsIn({
  node,
}: ReturnType<typeof parseMetricQuery>): readonly MetricExpression[] | undefined {
  return node?.kind === 'query-list' ? node.queries : node && [node]
}

/** A side with an error is compared as far as it could be read, and that is said. */
export function brokenSides(
  place: string,
  before: ParseResult<unknown>,
  after: ParseResult<unknown>,
): readonly DraftChange[] {
  const sides = { before, after }
  return (['before', 'after'] as const)
    .filter(side => !isAcceptable(sides[side].diagnostics))
    .map(side => change(place, 'diff/broken', { side }))
}

/** Two formulas, which keep their shape: the names in them mean nothing alone. */
export function formulaTextChanges(place: string, before: string, after: string): readonly DraftChange[] {
  if (before === after) return []
  const broken = brokenSides(place, parseFormula(before), parseFormula(after))
  return [...broken, change(place, 'diff/expression', { before, after })]
}

/** What changes between two searches. */
export function searchTextChanges(place: string, before: string, after: string): readonly DraftChange[] {
  if (before === after) return []
  const parsed = [parseSearch(before), parseSearch(after)] as const
  const broken = brokenSides(place, ...parsed)
  const [was, is] = [parsed[0].node, parsed[1].node]
  return was === undefined || is === undefined
    ? [...broken, change(place, 'diff/unsaid', { before, after })]
    : [...broken, ...termChanges(place, searchTerms(was), searchTerms(is))]
}

/** What changes in a list of named queries, such as `options.variables`. */
export function namedQueryChanges(
  place: string,
  before: Json | undefined,
  after: Json | undefined,
  saidGroups?: SaidGroups,
): readonly DraftChange[] {
  const [was, is] = [byName(before), byName(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(name => {
    const [old, now] = [was.get(name), is.get(name)]
    if (old === undefined && now !== undefined)
      return [change(place, 'diff/query-added', { name, query: textOf(now) })]
    if (old !== undefined && now === undefined)
      return [change(place, 'diff/query-removed', { name, query: textOf(old) })]
    return inside(queryChanges(old!, now!, saidGroups), place, diffPhrase('diff/where-query', { name }))
  })
}

function byName(list: Json | undefined): ReadonlyMap<string, JsonObject> {
  if (!Array.isArray(list)) return new Map()
  return new Map(list.filter(isJsonObject).map((entry, index) => [String(entry.name ?? index + 1), entry]))
}

function queryChanges(
  before: JsonObject,
  after: JsonObject,
  saidGroups: SaidGroups | undefined,
): readonly DraftChange[] {
  if (sameValue(before, after)) return []
  const { query: was, search: oldSearch, ...restBefore } = before
  const { query: is, search: newSearch, ...restAfter } = after
  const queries =
    typeof was === 'string' && typeof is === 'string'
      ? metricTextChanges('query', was, is, saidGroups)
      : fieldChanges('query', was, is)
  const [oldText, newText] = [searchText(oldSearch), searchText(newSearch)]
  const searches =
    oldText !== undefined && newText !== undefined
      ? searchTextChanges('search', oldText, newText)
      : fieldChanges('search', oldSearch, newSearch)
  const groups = facetChanges(before, after, saidGroups)
  return [
    ...queries,
    ...searches,
    ...groups,
    ...fieldChanges('', ungrouped(restBefore), ungrouped(restAfter)),
  ]
}

/** By what events are grouped; for the same facets, how many groups of each and which first. */
function facetChanges(
  before: JsonObject,
  after: JsonObject,
  said: SaidGroups | undefined,
): readonly DraftChange[] {
  const [old, now] = [sortedFacets(before), sortedFacets(after)]
  if (sameValue(old, now)) return fieldChanges('group_by', before.group_by, after.group_by)
  const isSaid = said !== undefined && sameValue(said.before, old) && sameValue(said.after, now)
  return [
    ...(isSaid ? [] : [change('group_by', 'diff/groups', { per: 'line', before: old, after: now })]),
    ...(old.length === now.length
      ? fieldChanges('group_by', withoutFacets(before), withoutFacets(after))
      : []),
  ]
}

function withoutFacets({ group_by: groups }: JsonObject): readonly Json[] {
  return Array.isArray(groups) ? groups.filter(isJsonObject).map(({ facet: _, ...rest }) => rest) : []
}

function sortedFacets(query: JsonObject): readonly string[] {
  return [...new Set(facets(query))].sort()
}

function ungrouped({ group_by: _, ...rest }: JsonObject): JsonObject {
  return rest
}

function searchText(search: Json | undefined): string | undefined {
  return isJsonObject(search ?? null) && typeof (search as JsonObject).query === 'string'
    ? String((search as JsonObject).query)
    : undefined
}

function textOf(entry: JsonObject): string {
  return typeof entry.query === 'string' ? entry.query : (searchText(entry.search) ?? JSON.stringify(entry))
}
