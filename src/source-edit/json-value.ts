import type { JsonPath } from '../lint/index.js'
import { isJsonObject, type Json } from '../model/index.js'

/** The value at a path of a definition, or undefined when the path leads nowhere. */
export function valueAt(root: Json, path: JsonPath): Json | undefined {
  let value: Json | undefined = root
  for (const step of path) {
    if (Array.isArray(value) && typeof step === 'number') value = value[step]
    else if (isJsonObject(value) && Object.hasOwn(value, step)) value = value[step]
    else return undefined
  }
  return value
}
