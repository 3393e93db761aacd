import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { facets, textIn } from '../variable-keys.js'
import { requestPhrases } from '../widget.js'
import { journeyValue } from '../widget-journeys.js'
import { columnsIn, objectsIn, timeNote } from '../widget-notes.js'
import { change, type DraftChange, membersChanged, sameValue } from './change.js'
import { fieldChanges } from './fields.js'
import { formulaTextChanges, metricTextChanges, namedQueryChanges, searchTextChanges } from './queries.js'
import { eventChanges, linkChanges } from './widget-extras.js'
import { isLookGroup, lookChanges } from './widget-look.js'

/** Queries inside a widget are compared as queries, looks by their names, everything else by its path. */
export function valueChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  root: JsonObject,
): readonly DraftChange[] {
  if (sameValue(before, after)) return []
  const said = saidChanges(path, before, after) ?? lookChanges(path, before, after, root)
  if (said !== undefined) return said
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(path, before, after, root)
  const name = nameIn(path)
  const [old, now] = isLookGroup(name) ? [before ?? {}, after ?? {}] : [before, after]
  return isJsonObject(old ?? null) && isJsonObject(now ?? null)
    ? objectChanges(path, old as JsonObject, now as JsonObject, root)
    : fieldChanges(path, before, after)
}

const nameIn = (path: string) => path.slice(path.lastIndexOf('.') + 1)

/** Fields that are read as what they are; undefined for all others. */
function saidChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] | undefined {
  const name = nameIn(path)
  if (path === 'time') return timeChanges(before, after)
  if (path === 'custom_links') return linkChanges(before, after)
  if (path === 'events') return eventChanges(before, after)
  if (typeof before === 'string' && typeof after === 'string') return textChanges(path, name, before, after)
  if (name === 'compute') return computeChanges(path, before, after)
  if (name === 'columns') return columnChanges(path, before, after)
  return name === 'group_by' ? groupChanges(path, before, after) : undefined
}

function textChanges(path: string, name: string, before: string, after: string) {
  if (name === 'formula') return formulaTextChanges(path, before, after)
  if (isSearch(path, name)) return searchTextChanges(path, before, after)
  return name === 'q' || name === 'query' ? metricTextChanges(path, before, after) : undefined
}

/** The `query` of a widget itself finds events, logs or monitors. */
function isSearch(path: string, name: string): boolean {
  if (name === 'query_string' || name === 'search' || path.endsWith('search.query')) return true
  return name === 'query' && !path.includes('requests')
}

function objectChanges(
  path: string,
  before: JsonObject,
  after: JsonObject,
  root: JsonObject,
): readonly DraftChange[] {
  if (isRequest(path)) {
    const whole = wholeRequestChanges(before, after)
    if (whole !== undefined) return whole
    const { formulas: old } = before
    const { formulas } = after
    if (Array.isArray(old) && Array.isArray(formulas) && old.length !== formulas.length)
      return [
        ...formulaListChanges(before, after, path, root),
        ...memberChanges(path, { ...before, formulas: [] }, { ...after, formulas: [] }, root),
      ]
  }
  return memberChanges(path, before, after, root)
}

const isRequest = (path: string) => /(?:^|\.)requests(?:\[\d+\]|\.\w+)$/.test(path)

function memberChanges(path: string, before: JsonObject, after: JsonObject, root: JsonObject) {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap(key =>
    valueChanges(path === '' ? key : `${path}.${key}`, before[key], after[key], root),
  )
}

/** A metric query is a text, a query of events an object; of lists with other lengths each is told by its name. */
function isOtherForm(before: JsonObject, after: JsonObject): boolean {
  if ((typeof before.q === 'string') !== (typeof after.q === 'string')) return true
  const [was, is] = [objectsIn(before.queries), objectsIn(after.queries)]
  return was.length === is.length && was.some((one, at) => typeof one.query !== typeof is[at]!.query)
}

/** Requests of two forms, and funnels and the like, are told by what they show. */
function wholeRequestChanges(before: JsonObject, after: JsonObject): readonly DraftChange[] | undefined {
  const isJourney = ({ query }: JsonObject) =>
    isJsonObject(query ?? null) && journeyValue(query as JsonObject) !== undefined
  const isOther = isOtherForm(before, after)
  if (!isOther && !(isJourney(before) && isJourney(after))) return undefined
  const [was, is] = [requestPhrases(before), requestPhrases(after)]
  return sameValue(was, is) ? undefined : [...shownChanges(true, is), ...shownChanges(false, was)]
}

function shownChanges(added: boolean, values: ReturnType<typeof requestPhrases>): readonly DraftChange[] {
  return values.length === 0
    ? []
    : [change('requests', added ? 'diff/request-added' : 'diff/request-removed', { values })]
}

function listChanges(path: string, before: readonly Json[], after: readonly Json[], root: JsonObject) {
  const name = nameIn(path)
  if (name === 'requests') return requestListChanges(path, before, after, root)
  if (before.length !== after.length)
    return name === 'queries' ? namedQueryChanges(path, before, after) : fieldChanges(path, before, after)
  return before.flatMap((one, index) => valueChanges(`${path}[${index}]`, one, after[index], root))
}

/** The same request in another place is the same; what is left is compared where it stands, or is in one of the lists alone. */
function requestListChanges(
  path: string,
  before: readonly Json[],
  after: readonly Json[],
  root: JsonObject,
): readonly DraftChange[] {
  const { old, now } = leftOver(before, after)
  const isPaired = before.length === after.length && sameValue(old, now)
  if (isPaired) return now.flatMap(at => valueChanges(`${path}[${at}]`, before[at], after[at], root))
  const shown = (list: readonly Json[], places: readonly number[], added: boolean) =>
    objectsIn(places.map(at => list[at]!)).flatMap(one => shownChanges(added, requestPhrases(one)))
  return [...shown(after, now, true), ...shown(before, old, false)]
}

/** The places of those that are not the same in both lists. */
function leftOver(before: readonly Json[], after: readonly Json[]) {
  const taken = new Set<number>()
  const old = before.flatMap((one, at) => {
    const same = after.findIndex((two, index) => !taken.has(index) && sameValue(one, two))
    if (same < 0) return [at]
    taken.add(same)
    return []
  })
  return { old, now: after.flatMap((_, index) => (taken.has(index) ? [] : [index])) }
}

/** The formulas of a request that has more or fewer than before. */
function formulaListChanges(before: JsonObject, after: JsonObject, path: string, root: JsonObject) {
  const [was, is] = [objectsIn(before.formulas), objectsIn(after.formulas)]
  const { old, now } = leftOver(was, is)
  const both = now.filter(at => old.includes(at))
  const shown = (
    request: JsonObject,
    list: readonly JsonObject[],
    places: readonly number[],
    added: boolean,
  ) =>
    shownChanges(
      added,
      requestPhrases({
        ...request,
        formulas: places.filter(at => !both.includes(at)).map(at => list[at]!),
      }),
    )
  return [
    ...(now.length > both.length ? shown(after, is, now, true) : []),
    ...(old.length > both.length ? shown(before, was, old, false) : []),
    ...both.flatMap(at => valueChanges(`${path}.formulas[${at}]`, was[at], is[at], root)),
  ]
}

/** The dashboard's own time where a widget has none. */
function timeChanges(before: Json | undefined, after: Json | undefined): readonly DraftChange[] | undefined {
  const [was, is] = [timeNote(before), timeNote(after)]
  return sameValue(was, is) ? undefined : [change('time', 'diff/widget-time', { before: was, after: is })]
}

/** How events become one number. */
function computeChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] | undefined {
  if (!isJsonObject(before ?? null) || !isJsonObject(after ?? null)) return undefined
  const [was, is] = [measured(before as JsonObject), measured(after as JsonObject)]
  return was === is || was === '' || is === ''
    ? undefined
    : [change(path, 'diff/measured', { before: was, after: is })]
}

function measured(compute: JsonObject): string {
  const measure = textIn(compute, 'metric') || textIn(compute, 'facet')
  const method = textIn(compute, 'aggregation')
  return measure === '' || method === 'count' ? method : `${method}, ${measure}`
}

/** The facets of a query of events; for the same ones, how many groups of each and which first. */
function groupChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] | undefined {
  if (objectsIn(before).length + objectsIn(after).length === 0) return undefined
  const [old, now] = [before, after].map(one => [...facets({ group_by: one ?? [] })].sort())
  return sameValue(old, now)
    ? undefined
    : [change(path, 'diff/groups', { per: 'line', before: old!, after: now! })]
}

function columnChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] | undefined {
  const { added, removed } = membersChanged(columnsIn(before), columnsIn(after))
  return added.length + removed.length === 0
    ? undefined
    : [change(path, 'diff/members', { what: 'columns', added, removed })]
}
