import { isJsonObject, type Json } from '../model/index.js'

const reference = /\$\{(?:monitor|slo|dashboard):[a-z0-9][a-z0-9_.-]*\}/g

/** What stands for an id that the account gives only when the object is created. */
export const knownAfterApply = '(known after apply)'

/**
 * A value as a plan shows it: references that have no id yet become “(known after apply)”.
 *
 * @example
 * shownValue('${monitor:checkout} && 123') // '(known after apply) && 123'
 */
export function shownValue(value: Json): Json {
  if (typeof value === 'string') return value.replace(reference, knownAfterApply)
  if (Array.isArray(value)) return value.map(shownValue)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shownValue(member ?? null)]))
}
