import { isJsonArray, isJsonObject, type Json, mapJson } from './recordings-json.js'

/** Recorded ids (as text) and the sandbox's ids for the same objects. */
export type IdMap = Map<string, string>

const ID_KEYS: ReadonlySet<string> = new Set(['id', 'token', 'uuid'])
// Ids of people are no objects of the account.
const PEOPLE_KEYS: ReadonlySet<string> = new Set([
  'creator',
  'author',
  'included',
  'modifier',
  'relationships',
  'invitees',
])

/** Learns ids from two answers to the same request by walking them side by side. */
export function learnIds(ids: IdMap, recorded: Json | undefined, ours: Json | undefined): void {
  if (isJsonArray(recorded) && isJsonArray(ours)) {
    for (const [index, item] of recorded.entries()) learnIds(ids, item, ours[index])
    return
  }
  if (!isJsonObject(recorded) || !isJsonObject(ours)) return
  for (const [key, value] of Object.entries(recorded)) {
    if (PEOPLE_KEYS.has(key)) continue
    const other = ours[key]
    if (ID_KEYS.has(key) && isScalar(value) && isScalar(other)) ids.set(String(value), String(other))
    else learnIds(ids, value, other)
  }
}

function isScalar(value: Json | undefined): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

const ID_TEXT =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{32}\b|\b[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}\b|\btok-[0-9a-f]+\b|\b[a-z0-9]{16}-[0-9a-f]{32}\b|\b\d{5,}\b|\b[A-Za-z0-9]{20,}\b/g

/** Text with every known recorded id replaced. */
export function translateText(ids: IdMap, text: string): string {
  return text.replace(ID_TEXT, id => ids.get(id) ?? id)
}

/** A value with every known recorded id replaced, also inside texts (queries, urls). */
export function translate(ids: IdMap, value: Json): Json {
  const mapped = mapJson(value, (key, item) => {
    if (typeof item === 'string') return translateText(ids, item)
    if (typeof item === 'number') return ids.has(String(item)) ? Number(ids.get(String(item))) : item
    if (isJsonObject(item) && Object.keys(item).some(name => ids.has(name)))
      return translateKeys(ids, key, item)
    return item
  })
  return mapped ?? null
}

function translateKeys(ids: IdMap, _key: string, item: Readonly<Record<string, Json>>): Json {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [ids.get(name) ?? name, translate(ids, value)]),
  )
}

/** Ids in a path that no earlier answer explained. */
export function unknownIds(ids: IdMap, path: string): readonly string[] {
  return path.split('/').filter(segment => isIdText(segment) && !ids.has(segment))
}

function isIdText(segment: string): boolean {
  return /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}|[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}|tok-[0-9a-f]+|[a-z0-9]{16}-[0-9a-f]{32}|\d+)$/.test(
    segment,
  )
}
