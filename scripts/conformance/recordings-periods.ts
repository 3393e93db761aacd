import { isJsonArray, isJsonObject, type Json, type JsonObject } from './recordings-json.js'

/**
 * A field whose presence changed over the years, or differs between accounts. The sandbox behaves like the newest
 * recordings, so an older answer may lack it or have it.
 */
interface PeriodRule {
  readonly kind: string
  readonly field: string
  /** Recorded answers from before this day may differ; undefined: it differs between accounts at any time. */
  readonly before: string | undefined
}

const RULES: readonly PeriodRule[] = [
  { kind: 'monitor', field: 'restriction_policy', before: '2024-12-31' },
  { kind: 'monitor', field: 'draft_status', before: '2025-07-01' },
  // Writes carry `assets` since November 2025; reads without `with_assets` lost it in January 2026.
  { kind: 'monitor', field: 'assets', before: '2026-01-31' },
  { kind: 'slo', field: 'sli_specification', before: '2026-02-28' },
  { kind: 'slo', field: 'timeframe', before: '2024-01-31' },
  { kind: 'slo', field: 'target_threshold', before: '2024-01-31' },
  { kind: 'slo', field: 'warning_threshold', before: '2024-01-31' },
  { kind: 'dashboard', field: 'is_read_only', before: '2025-08-31' },
  { kind: 'dashboard', field: 'restricted_roles', before: undefined },
  // One special account (organisation 2) has these.
  { kind: 'monitor', field: 'restricted', before: undefined },
  { kind: 'monitor', field: 'run_as', before: undefined },
  { kind: 'monitor', field: 'avalanche_window', before: undefined },
  { kind: 'dashboard_list', field: 'tags', before: '2024-01-01' },
  { kind: 'downtime', field: 'notify_end_types', before: '2023-01-01' },
  { kind: 'downtime', field: 'notify_end_states', before: '2023-01-01' },
  { kind: 'downtime', field: 'uuid', before: '2024-12-31' },
]

const SPECIAL_ACCOUNT: ReadonlySet<string> = new Set(['run_as', 'avalanche_window'])

/**
 * The sandbox's answer with the fields of {@link RULES} added or removed as the recorded answer has them. A field
 * that both have is left alone, so a wrong value is still a difference.
 */
export function adjustedToPeriod(kind: string, recorded: Json, ours: Json, day: string | undefined): Json {
  const fields = RULES.filter(
    rule => rule.kind === kind && (rule.before === undefined || (day ?? '') < rule.before),
  )
  const names = new Set(fields.map(rule => rule.field))
  return names.size === 0 ? ours : adjust(recorded, ours, names)
}

function adjust(recorded: Json, ours: Json, names: ReadonlySet<string>): Json {
  if (isJsonArray(recorded) && isJsonArray(ours)) {
    return ours.map((item, index) => adjust(recorded[index] ?? null, item, names))
  }
  if (!isJsonObject(recorded) || !isJsonObject(ours)) return ours
  const kept = Object.entries(ours).filter(([key]) => !names.has(key) || Object.hasOwn(recorded, key))
  const same = kept.map(([key, value]) => [
    key,
    isWrapper(key) ? adjust(recorded[key] ?? null, value, names) : value,
  ])
  return { ...Object.fromEntries(same), ...missingEmpty(recorded, ours, names) }
}

function isWrapper(key: string): boolean {
  return key === 'data' || key === 'dashboards' || key === 'options'
}

/** Fields that the recorded answer has beyond ours count only when they say nothing. */
function missingEmpty(recorded: JsonObject, ours: JsonObject, names: ReadonlySet<string>): JsonObject {
  const extra = Object.entries(recorded).filter(([key, value]) => {
    return names.has(key) && !Object.hasOwn(ours, key) && (isEmpty(value) || SPECIAL_ACCOUNT.has(key))
  })
  return Object.fromEntries(extra)
}

function isEmpty(value: Json): boolean {
  return value === null || value === false || (isJsonArray(value) && value.length === 0)
}

/** The day on which an answer was recorded, from its own times. */
export function dayOf(value: Json): string | undefined {
  const found = instantOf(value)
  return found === undefined ? undefined : new Date(found).toISOString().slice(0, 10)
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
