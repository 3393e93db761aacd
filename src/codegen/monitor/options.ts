import { optionApplies } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject, type MonitorDefinition } from '../../model/index.js'
import { type CodeArgument, jsonLiteral, type Members } from '../code/index.js'
import type { Grouping } from './grouping.js'

/** The options of a definition as the builders take them, and the rest in Datadog's own names. */
export interface OptionMembers {
  readonly members: Members
  readonly raw: JsonObject
}

interface OptionRow {
  readonly option: string
  readonly code: (value: Json) => CodeArgument | boolean | undefined
  /** Values that mean the same as leaving the option out; null always does. */
  readonly usual?: readonly Json[]
  readonly needsGroups?: true
}

const isText = (value: Json): value is string => typeof value === 'string'
const truth = (value: Json) => (typeof value === 'boolean' ? value : undefined)
const text = (value: Json) => (isText(value) ? value : undefined)
const count = (value: Json) => (typeof value === 'number' ? value : undefined)
const texts = (value: Json) =>
  Array.isArray(value) && value.length > 0 && value.every(isText) ? jsonLiteral(value) : undefined
const oneOf =
  (...values: readonly string[]) =>
  (value: Json) =>
    isText(value) && values.includes(value) ? value : undefined

/** `'15m'` for 900 seconds: the largest unit that leaves a whole number. */
function duration(seconds: number): (value: Json) => CodeArgument | undefined {
  return value => {
    if (typeof value !== 'number') return undefined
    const total = value * seconds
    const unit = units.find(([, length]) => total % length === 0)
    return value > 0 && unit !== undefined ? `${total / unit[1]}${unit[0]}` : value
  }
}

/** The account takes a number as text, too. */
function numeral(value: Json): Json {
  return isText(value) && /^[0-9]+$/.test(value) ? Number(value) : value
}

const units = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
] as const

/** How each of Datadog's options is written, in the order in which people read them. */
const rows: Readonly<Record<string, OptionRow>> = {
  notify_no_data: { option: 'notifyNoData', code: truth, usual: [false] },
  no_data_timeframe: { option: 'noDataTimeframe', code: duration(60) },
  on_missing_data: {
    option: 'onMissingData',
    code: oneOf('default', 'show_no_data', 'show_and_notify_no_data', 'resolve'),
    usual: ['default'],
  },
  require_full_window: { option: 'requireFullWindow', code: truth, usual: [false] },
  evaluation_delay: { option: 'evaluationDelay', code: duration(1), usual: [0] },
  new_group_delay: { option: 'newGroupDelay', code: duration(1), needsGroups: true },
  notify_by: { option: 'notifyBy', code: texts, usual: [[]], needsGroups: true },
  renotify_interval: {
    option: 'renotifyInterval',
    code: value => duration(60)(numeral(value)),
    usual: [0, '0'],
  },
  renotify_statuses: {
    option: 'renotifyStatuses',
    code: value =>
      Array.isArray(value) && value.every(each => each === 'alert' || each === 'warn' || each === 'no data')
        ? texts(value)
        : undefined,
    usual: [[]],
  },
  renotify_occurrences: { option: 'renotifyOccurrences', code: count },
  escalation_message: { option: 'escalationMessage', code: text, usual: [''] },
  timeout_h: { option: 'timeout', code: duration(3_600), usual: [0] },
  include_tags: { option: 'includeTags', code: truth, usual: [true] },
  notify_audit: { option: 'notifyAudit', code: truth, usual: [false] },
  notification_preset_name: {
    option: 'notificationPreset',
    code: oneOf(
      'show_all',
      'hide_query',
      'hide_handles',
      'hide_all',
      'hide_query_and_handles',
      'show_only_snapshot',
      'hide_handles_and_footer',
    ),
    usual: ['show_all'],
  },
  group_retention_duration: {
    option: 'groupRetention',
    code: value => (isText(value) && /^[1-9]\d*(s|m|h|d|w)$/.test(value) ? value : undefined),
  },
  enable_logs_sample: { option: 'enableLogsSample', code: truth, usual: [false] },
  enable_samples: { option: 'enableSamples', code: truth, usual: [false] },
  scheduling_options: { option: 'scheduling', code: customSchedule, usual: [{}] },
  new_host_delay: { option: 'newHostDelay', code: duration(1), usual: [300] },
  groupby_simple_monitor: { option: 'groupbySimpleMonitor', code: truth, usual: [false] },
  min_failure_duration: { option: 'minFailureDuration', code: duration(1), usual: [0] },
  min_location_failed: { option: 'minLocationFailed', code: count, usual: [1] },
}

/** Options without a word of the builders that still have a usual value. */
const usualRaw: Readonly<Record<string, readonly Json[]>> = {
  variables: [[]],
  threshold_windows: [{}],
  thresholds: [{}],
}

/** Live state, or what the account alone sets. */
const readOnly: ReadonlySet<string> = new Set([
  'silenced',
  'locked',
  'aggregation',
  'device_ids',
  'synthetics_check_id',
  'avalanche_window',
  'restriction_query',
  'queryConfig',
])

/** Every option as it is, without what means nothing: for a monitor whose condition the builders would complete. */
export function plainOptions({ options = {} }: MonitorDefinition): JsonObject {
  return Object.fromEntries(remaining(options, new Set()))
}

/** The options that do not belong to the alert condition. `owned` are those that do. */
export function optionMembers(
  definition: MonitorDefinition,
  grouping: Grouping,
  owned: ReadonlySet<string>,
): OptionMembers {
  const options = remaining(definition.options ?? {}, owned)
  const members: (readonly [string, CodeArgument | boolean])[] = []
  const said = new Set<string>()
  for (const [name, { option, code, needsGroups }] of Object.entries(rows)) {
    const value = options.get(name)
    if (value === undefined || !optionApplies(name, definition.type)) continue
    if (needsGroups && !grouping.allows(value)) continue
    if (excludedBy(name, options)) continue
    const written = code(value)
    if (written === undefined) continue
    members.push([option, written])
    said.add(name)
  }
  return { members, raw: Object.fromEntries([...options].filter(([name]) => !said.has(name))) }
}

/** What is left when everything usual is out. */
function remaining(options: JsonObject, owned: ReadonlySet<string>): ReadonlyMap<string, Json> {
  const present = Object.entries(options).filter(
    (entry): entry is [string, Json] => entry[1] !== undefined && entry[1] !== null,
  )
  return new Map(
    present
      .map(([name, value]) => [name, withoutOwned(name, value, owned)] as const)
      .filter(([name, value]) => !owned.has(name) && !readOnly.has(name) && !isUsual(name, value)),
  )
}

/** An option may belong to the condition in part. */
function withoutOwned(name: string, value: Json, owned: ReadonlySet<string>): Json {
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !owned.has(`${name}.${key}`)))
}

function isUsual(name: string, value: Json): boolean {
  const usual = (Object.hasOwn(rows, name) ? rows[name]?.usual : usualRaw[name]) ?? []
  return usual.some(each => JSON.stringify(each) === JSON.stringify(value))
}

/** The older and the newer way to treat missing data exclude each other; where both stand, the older ones stay raw. */
function excludedBy(name: string, options: ReadonlyMap<string, Json>): boolean {
  return (name === 'notify_no_data' || name === 'no_data_timeframe') && options.has('on_missing_data')
}

function customSchedule(value: Json): CodeArgument | undefined {
  if (!isJsonObject(value) || Object.keys(value).join() !== 'custom_schedule') return undefined
  const schedule = value.custom_schedule
  if (!isJsonObject(schedule) || Object.keys(schedule).join() !== 'recurrences') return undefined
  const { recurrences } = schedule
  if (!Array.isArray(recurrences) || recurrences.length === 0 || !recurrences.every(isRecurrence))
    return undefined
  return jsonLiteral(recurrences.length === 1 ? recurrences[0]! : recurrences)
}

function isRecurrence(value: Json): boolean {
  return (
    isJsonObject(value) &&
    isText(value.rrule ?? null) &&
    Object.entries(value).every(
      ([key, each]) => ['rrule', 'start', 'timezone'].includes(key) && typeof each === 'string',
    )
  )
}
