import { fieldName } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'

/** The value with `snake_case` instead of `camelCase` keys, at any depth; what is undefined is left out. */
export function named(value: unknown): Json {
  if (Array.isArray(value)) return value.map(named)
  if (!isJsonObject(value)) return value as Json
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([option, inner]) => [fieldName(option), named(inner)]),
  )
}

export function withoutUndefined(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}
