import { isNameable, optionName } from '../../catalog/index.js'
import { isJsonObject, type Json } from '../../model/index.js'
import { type Code, jsonLiteral } from './code.js'

/** JSON with `camelCase` keys, where those come back the same. */
export function namedLiteral(value: Json): Code | undefined {
  return isNameable(value) && !holdsReorderedKeys(value) ? jsonLiteral(withOptionNames(value)) : undefined
}

function withOptionNames(value: Json): Json {
  if (Array.isArray(value)) return value.map(withOptionNames)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [optionName(key), withOptionNames(inner ?? null)]),
  )
}

/** The key of a prototype is no field. */
function holdsReorderedKeys(value: Json): boolean {
  if (Array.isArray(value)) return value.some(holdsReorderedKeys)
  return (
    isJsonObject(value) &&
    Object.entries(value).some(([key, inner]) => key === '__proto__' || holdsReorderedKeys(inner ?? null))
  )
}
