import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'

/** The named values that are set, unchanged. */
export function pick(values: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap(name => (isEmpty(values[name]) ? [] : [[name, values[name] as Json] as const])),
  )
}

/** What is set of a block. */
export function withoutEmpty(values: JsonObject): JsonObject {
  return pick(values, Object.keys(values))
}

/** What Terraform shows for something that is not set. */
export function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Blocks are lists; those of an older provider could be a single map. */
export function blocks(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : isJsonObject(value) ? [value] : []
}

/** A block that may stand there once. */
export function block(value: Json | undefined): JsonObject | undefined {
  return blocks(value)[0]
}

/** A number, also where the provider keeps it as a text. */
export function numberOf(value: Json | undefined): number | undefined {
  if (isEmpty(value)) return undefined
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** The numbers of a block. */
export function numbersOf(values: JsonObject | undefined): JsonObject | undefined {
  if (values === undefined) return undefined
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const number = numberOf(value)
      return number === undefined ? [] : [[name, number]]
    }),
  )
}
