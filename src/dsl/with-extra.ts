import { isJsonObject, type JsonObject } from '../model/index.js'

/**
 * A definition with further fields in Datadog's own names. An object is completed with what `extra` says about it, so that
 * nobody repeats what the builder writes; any other value takes the place of the builder's.
 */
export function withExtra<Definition extends JsonObject>(
  definition: Definition,
  extra: JsonObject = {},
): Definition {
  const further = Object.entries(extra).map(([field, value]) => {
    const own = definition[field]
    return [field, isJsonObject(own) && isJsonObject(value) ? withExtra(own, value) : value] as const
  })
  return { ...definition, ...Object.fromEntries(further) }
}
