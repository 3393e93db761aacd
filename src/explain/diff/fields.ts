import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { change, type DraftChange, membersChanged, sameValue } from './change.js'
import type { MembersOf } from './sentences.js'

const shownLength = 120

/** A value as JSON, cut where it would fill the page. */
function shownJson(value: Json): string {
  const text = JSON.stringify(value)
  return text.length <= shownLength ? text : `${text.slice(0, shownLength - 1)}…`
}

/** True for a value that says nothing: absent, null, an empty text, list or object. */
function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return isJsonObject(value) && Object.values(value).every(isEmpty)
}

/** What changes in a value for which there are no words: each member by its path, with both texts. */
export function fieldChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] {
  if (isEmpty(before) && isEmpty(after)) return []
  if (isJsonObject(before ?? null) && isJsonObject(after ?? null))
    return objectChanges(path, before as JsonObject, after as JsonObject)
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((one, index) => fieldChanges(`${path}[${index}]`, one, after[index]))
  if (before !== undefined && after !== undefined && sameValue(before, after)) return []
  return [
    change(path, 'diff/field', {
      path,
      ...(isEmpty(before) ? {} : { before: shownJson(before!) }),
      ...(isEmpty(after) ? {} : { after: shownJson(after!) }),
    }),
  ]
}

function objectChanges(path: string, before: JsonObject, after: JsonObject): readonly DraftChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap(name =>
    fieldChanges(path === '' ? name : `${path}.${name}`, before[name], after[name]),
  )
}

/** The fields of a definition that have no sentences of their own. */
export function otherFields(
  before: JsonObject,
  after: JsonObject,
  said: ReadonlySet<string>,
): readonly DraftChange[] {
  const rest = (object: JsonObject) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => !said.has(name)))
  return objectChanges('', rest(before), rest(after))
}

/** Fields of an answer of the account that no one writes. */
export const writtenByAccount: readonly string[] = [
  'id',
  'created',
  'created_at',
  'creator',
  'modified',
  'modified_at',
  'deleted',
  'multi',
  'overall_state',
  'overall_state_modified',
  'matching_downtimes',
  'org_id',
  'author_handle',
  'author_name',
  'url',
  'public_id',
]

export function nameChanges(
  place: string,
  before: string | undefined,
  after: string | undefined,
): readonly DraftChange[] {
  const texts = { before: before ?? '', after: after ?? '' }
  return texts.before === texts.after ? [] : [change(place, 'diff/name', texts)]
}

/** The description of an SLO or dashboard; absent, null and empty are one. */
export function descriptionChanges(
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] {
  const textOf = (value: Json | undefined) => (typeof value === 'string' ? value.trim() : '')
  const texts = { before: textOf(before), after: textOf(after) }
  return texts.before === texts.after ? [] : [change('description', 'diff/described', texts)]
}

export function memberChanges(
  place: string,
  what: MembersOf,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] {
  const texts = (value: Json | undefined) => (Array.isArray(value) ? value.map(String) : [])
  const { added, removed } = membersChanged(texts(before), texts(after))
  return added.length + removed.length === 0 ? [] : [change(place, 'diff/members', { what, added, removed })]
}
