/** Any JSON value, read only. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object, read only. */
export interface JsonObject {
  readonly [key: string]: Json | undefined
}

/** True for `{…}`, not for arrays and null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
