import { isJsonObject, type Json } from '../../model/index.js'

/** True when two JSON values hold the same; the order of an object's keys does not count. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => equalJson(item, b[index]))
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false
  const keys = writtenKeys(a)
  return keys.length === writtenKeys(b).length && keys.every(key => equalJson(a[key], own(b, key)))
}

/** A member of the object itself, never one of its prototype. */
export function own(object: { readonly [key: string]: Json | undefined }, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

/** The value as text that is the same for equal values: keys in order, no blanks. */
export function stableText(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join(',')}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = writtenKeys(value).sort()
  return `{${members.map(key => `${JSON.stringify(key)}:${stableText(value[key] as Json)}`).join(',')}}`
}

function writtenKeys(object: { readonly [key: string]: Json | undefined }): string[] {
  return Object.keys(object).filter(key => object[key] !== undefined)
}
