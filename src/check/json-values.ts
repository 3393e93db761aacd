/** A JSON object whose members are not known yet. */
export interface JsonRecord {
  readonly [key: string]: unknown
}

/** True for `{…}`. */
export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The members of an object that are not null; an empty object for anything else. */
export function recordOf(value: unknown): JsonRecord {
  if (!isRecord(value)) return empty
  for (const key of Object.keys(value)) {
    if (value[key] === null || value[key] === undefined) return withoutNulls(value)
  }
  return value
}

const empty: JsonRecord = {}

function withoutNulls(record: JsonRecord): JsonRecord {
  const kept: Record<string, unknown> = {}
  for (const name of Object.keys(record)) {
    const member = record[name]
    if (member !== null && member !== undefined) kept[name] = member
  }
  return kept
}

/** The objects in a list. */
export function recordsOf(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : none
}

/** The numbers and number-like texts that the API takes as numbers. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : undefined
}

/**
 * A value as a word. Not `String`: a definition may hold `{"toString": 1}`, which has no text of its own.
 */
export function wordIn(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}

/** The texts in a list. */
export function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(item => typeof item === 'string') : none
}

const none: readonly never[] = []
