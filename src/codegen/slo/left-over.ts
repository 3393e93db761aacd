import type { JsonObject } from '../../model/index.js'

/** The members of an object that none of the words says; null says nothing. */
export function leftOver(object: JsonObject, said: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([field, value]) => !said.includes(field) && value !== undefined && value !== null,
    ),
  )
}

/** What is left over of a member, at its place; nothing for nothing. */
export function nested(field: string, extra: JsonObject): JsonObject {
  return Object.keys(extra).length === 0 ? {} : { [field]: extra }
}
