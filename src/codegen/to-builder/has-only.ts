import type { JsonObject } from '../../model/index.js'

/** Whether an object holds nothing but these fields, and no null, which the builders' types do not take. */
export function hasOnly(object: JsonObject, fields: readonly string[]): boolean {
  return Object.entries(object).every(([field, value]) => fields.includes(field) && value !== null)
}
