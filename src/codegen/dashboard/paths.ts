import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'

/** The value at a path such as `requests.0.query.limit`, or undefined. */
export function valueAt(value: Json | undefined, path: string): Json | undefined {
  let inner = value
  for (const step of path.split('.')) {
    if (Array.isArray(inner)) inner = inner[Number(step)]
    else if (isJsonObject(inner) && Object.hasOwn(inner, step)) inner = inner[step]
    else return undefined
  }
  return inner
}

/** The value without what stands at a path; undefined when nothing else was in it. */
export function without(value: Json, [step, ...rest]: readonly string[]): Json | undefined {
  if (step === undefined) return undefined
  if (Array.isArray(value)) {
    const inner = without(value[Number(step)] ?? null, rest)
    if (inner === undefined) return value.length === 1 ? undefined : value
    return value.map((item, index) => (index === Number(step) ? inner : item))
  }
  if (!isJsonObject(value)) return value
  const inner = without(value[step] ?? null, rest)
  const others = Object.fromEntries(Object.entries(value).filter(([key]) => key !== step))
  if (inner !== undefined) return { ...others, [step]: inner }
  return Object.keys(others).length === 0 ? undefined : others
}

/** The members that have a value. */
export function present(object: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(object).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  )
}

/** Whether two JSON values are the same, whatever the order of their keys. */
export function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isSame(item, b[index]))
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every(key => Object.hasOwn(b, key) && isSame(a[key], b[key]))
  )
}
