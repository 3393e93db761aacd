import { isJsonArray, isJsonObject, type Json, mapJson } from './recordings-json.js'

/**
 * Fields that one account has and another has not, on the same day and for the same client. What came and went over the
 * years is no matter of the comparison: the sandbox goes by its clock, which follows the recording.
 */
const OF_SOME_ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  // Organisation 2 alone.
  monitor: ['restricted', 'run_as', 'avalanche_window'],
  // One of 725 answers.
  dashboard: ['experience_type'],
}

/** An answer without the fields that only some accounts have. */
export function withoutAccountFields(kind: string, value: Json): Json {
  const names = new Set(OF_SOME_ACCOUNTS[kind] ?? [])
  return names.size === 0
    ? value
    : (mapJson(value, (key, item) => (names.has(key) ? undefined : item)) ?? null)
}

const TIME_KEYS = ['modified', 'modified_at', 'created', 'created_at'] as const

/** The instant of the last change that an answer tells of, in milliseconds. */
export function instantOf(value: Json | undefined): number | undefined {
  if (isJsonArray(value)) return instantOf(value.at(-1))
  if (!isJsonObject(value)) return undefined
  for (const key of TIME_KEYS) {
    const time = value[key]
    if (typeof time === 'number') return time > 1e11 ? time : time * 1000
    const parsed = typeof time === 'string' ? Date.parse(time) : Number.NaN
    // Rules say 1970 for "never modified".
    if (parsed > 0) return parsed
  }
  return instantOf(value.data) ?? instantOf(value.attributes) ?? instantOf(value.dashboards)
}
