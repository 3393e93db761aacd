import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../../model/index.js'
import { canonical } from './canonical.js'
import { own } from './equal-json.js'
import { equalMetricQueries, equalMonitorQueries } from './equal-query.js'
import type { FieldChange } from './field-change.js'
import { memberShape, type Shape, shapes } from './shape.js'
import { withTabPositions } from './tab-positions.js'

/**
 * What writing `desired` would change in `live`: only what the author wrote or what the account would fill in differently.
 * Empty means that both say the same. Takes payloads as they are sent and as they are read.
 *
 * @example
 * differences('monitor', { type: 'query alert', query, priority: 2 }, live)
 * // [{ path: 'priority', kind: 'change', before: 3, after: 2 }]
 */
export function differences(kind: ResourceKind, desired: JsonObject, live: JsonObject): FieldChange[] {
  const written = kind === 'dashboard' ? withTabPositions(desired) : desired
  const found = kind === 'dashboard' ? withTabPositions(live) : live
  const changes: FieldChange[] = []
  compare({ root: written, changes }, shapes[kind], '', written, found)
  return changes
}

interface Walk {
  /** The author's whole payload, for rules that look at another field. */
  readonly root: JsonObject
  readonly changes: FieldChange[]
}

function compare(
  walk: Walk,
  shape: Shape | undefined,
  path: string,
  desired: Json | undefined,
  live: Json | undefined,
): void {
  if (desired === live || isIgnored(walk, shape, desired, live) || isSameList(desired, live)) return
  // Neither of two objects that hold something can mean “none”, so what counts is their members.
  if (isJsonObject(desired) && isJsonObject(live) && holdsSomething(desired) && holdsSomething(live)) {
    compareMembers(walk, shape, path, desired, live)
    return
  }
  const after = canonical(desired, shape) ?? emptyOf(shape)
  const before = canonical(live, shape) ?? emptyOf(shape)
  if (after === before) return
  if (isJsonObject(after) && isJsonObject(before)) compareMembers(walk, shape, path, after, before)
  else if (Array.isArray(after) && Array.isArray(before)) compareLists(walk, shape, path, after, before)
  else if (!isSameQuery(walk, shape, after, before))
    walk.changes.push(changeOf(path, shape, desired, live, after, before))
}

function holdsSomething(object: JsonObject): boolean {
  for (const key in object) if (object[key] !== null && object[key] !== undefined) return true
  return false
}

const empty: JsonObject = {}

/** Leaving out an object whose members have defaults of their own (the options) leaves out each of them. */
function emptyOf(shape: Shape | undefined): JsonObject | undefined {
  return shape?.isOpen && shape.absent.length > 0 ? empty : undefined
}

/** The quick way for lists of tags, which are nearly always in the same order. */
function isSameList(desired: Json | undefined, live: Json | undefined): boolean {
  if (!Array.isArray(desired) || !Array.isArray(live) || desired.length !== live.length) return false
  for (let index = 0; index < desired.length; index += 1) if (desired[index] !== live[index]) return false
  return true
}

function isIgnored(
  walk: Walk,
  shape: Shape | undefined,
  desired: Json | undefined,
  live: Json | undefined,
): boolean {
  if (shape === undefined || !shape.mayBeIgnored) return false
  const { rules } = shape
  if (shape.isReadOnly) return true
  if (rules.has('unless-written') && (desired === undefined || desired === null)) return true
  if (rules.has('details-only') && live === undefined) return true
  return shape.derivedFrom !== undefined && isJsonObject(walk.root[shape.derivedFrom])
}

function compareMembers(
  walk: Walk,
  shape: Shape | undefined,
  path: string,
  desired: JsonObject,
  live: JsonObject,
): void {
  for (const key of Object.keys(desired)) {
    // Most members of most objects are equal, and an account has many objects: those need neither shape nor path.
    if (desired[key] === live[key]) continue
    compare(walk, memberShape(shape, key), memberPath(path, key), desired[key], own(live, key))
  }
  for (const key of Object.keys(live)) {
    if (Object.hasOwn(desired, key)) continue
    const member = shape?.members.get(key)
    if (member?.isReadOnly || (shape?.isOpen && member === undefined)) continue
    compare(walk, member ?? shape?.anyMember, memberPath(path, key), undefined, live[key])
  }
}

/** Equal items at both ends are set aside, so that one item more or less in a list is one change. */
function compareLists(
  walk: Walk,
  shape: Shape | undefined,
  path: string,
  desired: readonly Json[],
  live: readonly Json[],
): void {
  if (shape?.rules.has('set')) {
    compareSets(walk, path, desired, live)
    return
  }
  const isEqual = (a: Json | undefined, b: Json | undefined) => isEqualItem(walk, shape?.items, a, b)
  const shorter = Math.min(desired.length, live.length)
  let start = 0
  while (start < shorter && isEqual(desired[start], live[start])) start += 1
  let end = 0
  while (end < shorter - start && isEqual(desired.at(-1 - end), live.at(-1 - end))) end += 1
  const last = Math.max(desired.length, live.length) - end
  for (let index = start; index < last; index += 1) {
    const after = index < desired.length - end ? desired[index] : undefined
    const before = index < live.length - end ? live[index] : undefined
    compare(walk, shape?.items, `${path}[${index}]`, after, before)
  }
}

function compareSets(walk: Walk, path: string, desired: readonly Json[], live: readonly Json[]): void {
  const isSame =
    desired.length === live.length &&
    desired.every((item, index) => isEqualItem(walk, undefined, item, live[index]))
  if (!isSame) walk.changes.push({ path, kind: 'change', before: live, after: desired })
}

function isEqualItem(
  walk: Walk,
  shape: Shape | undefined,
  a: Json | undefined,
  b: Json | undefined,
): boolean {
  const scratch: Walk = { root: walk.root, changes: [] }
  compare(scratch, shape, '', a, b)
  return scratch.changes.length === 0
}

function isSameQuery(
  walk: Walk,
  shape: Shape | undefined,
  after: Json | undefined,
  before: Json | undefined,
): boolean {
  if (typeof after !== 'string' || typeof before !== 'string') return false
  const type = walk.root.type
  if (shape?.rules.has('monitor-query')) {
    return equalMonitorQueries(after, before, typeof type === 'string' ? type : undefined)
  }
  return (shape?.rules.has('metric-query') ?? false) && equalMetricQueries(after, before)
}

/** Shows the values as they were written; where the author wrote none, the one the account fills in. */
function changeOf(
  path: string,
  shape: Shape | undefined,
  desired: Json | undefined,
  live: Json | undefined,
  after: Json | undefined,
  before: Json | undefined,
): FieldChange {
  const shownAfter = after ?? desired ?? shape?.filledIn
  const shownBefore = before ?? live ?? shape?.filledIn
  if (shownBefore === undefined) return { path, kind: 'add', after: shownAfter ?? null }
  if (shownAfter === undefined) return { path, kind: 'remove', before: shownBefore }
  return { path, kind: 'change', before: shownBefore, after: shownAfter }
}

const plainKey = /^[\w@$-]+$/

function memberPath(path: string, key: string): string {
  if (!plainKey.test(key)) return `${path}[${JSON.stringify(key)}]`
  return path === '' ? key : `${path}.${key}`
}
