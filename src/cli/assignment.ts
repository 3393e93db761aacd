import { isJsonObject, type Json, type JsonObject } from '../model/index.js'

/** A field and its new value, from `options.thresholds.critical=90`. */
export interface Assignment {
  readonly path: readonly string[]
  readonly value: Json
}

/** Reads `PATH=JSON`; a value that is not JSON is taken as text. */
export function readAssignment(input: string): Assignment {
  const equals = input.indexOf('=')
  if (equals < 1) throw new Error(`${input} is not PATH=VALUE, e.g. options.thresholds.critical=90`)
  return { path: input.slice(0, equals).split('.'), value: jsonOrText(input.slice(equals + 1)) }
}

function jsonOrText(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}

/** The object with the field at `path` replaced; objects on the way are made where they are missing. */
export function assign(object: JsonObject, { path, value }: Assignment): JsonObject {
  const [first, ...rest] = path
  if (first === undefined) return object
  if (rest.length === 0) return { ...object, [first]: value }
  const inner = object[first]
  return { ...object, [first]: assign(isJsonObject(inner) ? inner : {}, { path: rest, value }) }
}
