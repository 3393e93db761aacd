import type { Json, JsonObject } from '../json.js'
import { isObject, textOf } from '../json.js'
import { MONITOR_TYPES } from './types.js'

interface Default {
  readonly option: string
  readonly value: Json
  readonly isAdded: (sent: JsonObject, type: string) => boolean
}

const always = () => true

/** What the server writes into `options` when the request leaves it out. `null` counts as sent. */
const DEFAULTS: readonly Default[] = [
  { option: 'notify_audit', value: false, isAdded: always },
  { option: 'notify_no_data', value: false, isAdded: sent => !Object.hasOwn(sent, 'on_missing_data') },
  { option: 'new_host_delay', value: 300, isAdded: sent => !Object.hasOwn(sent, 'new_group_delay') },
  { option: 'include_tags', value: true, isAdded: always },
  {
    option: 'groupby_simple_monitor',
    value: false,
    isAdded: (_sent, type) => MONITOR_TYPES.get(type)?.groupbySimpleMonitor === true,
  },
  { option: 'silenced', value: {}, isAdded: always },
]

/** The options as stored: defaults added, texts trimmed, empty thresholds dropped. */
export function storedOptions(sent: JsonObject, type: string): JsonObject {
  const added = DEFAULTS.filter(row => !Object.hasOwn(sent, row.option) && row.isAdded(sent, type))
  const fields = [...Object.entries(sent), ...added.map(row => [row.option, row.value] as const)]
  return Object.fromEntries(fields.flatMap(([key, value]) => storedOption(key, value, sent, type)))
}

function storedOption(
  key: string,
  value: Json,
  sent: JsonObject,
  type: string,
): readonly (readonly [string, Json])[] {
  if (key === 'thresholds') return storedThresholds(value, type)
  if (key === 'escalation_message') return [[key, typeof value === 'string' ? value.trim() : value]]
  if (key === 'on_missing_data' && value === 'default' && hasCustomSchedule(sent)) return []
  return [[key, value]]
}

/** `{}` is dropped, and so is a null beside a number; the `{critical: null}` of a composite stays. */
function storedThresholds(value: Json, type: string): readonly (readonly [string, Json])[] {
  if (!isObject(value)) return [['thresholds', value]]
  if (type === 'composite') return Object.keys(value).length > 0 ? [['thresholds', value]] : []
  const kept = Object.entries(value).filter(([, number]) => number !== null)
  return kept.length > 0 ? [['thresholds', Object.fromEntries(kept)]] : []
}

function hasCustomSchedule(sent: JsonObject): boolean {
  const scheduling = sent.scheduling_options
  return isObject(scheduling) && isObject(scheduling.custom_schedule)
}

/** The type as stored: the server picks between its two names for metric monitors. */
export function storedType(type: string, query: string, options: JsonObject): string {
  if (type === 'metric alert' && /\(current_1mo\)/.test(query)) return 'query alert'
  if (type === 'query alert' && usesAggregateQuery(options.variables)) return 'metric alert'
  return type
}

function usesAggregateQuery(variables: Json | undefined): boolean {
  if (!Array.isArray(variables)) return false
  return variables.some(
    item => isObject(item) && /^aggregate_(augmented|filtered)_query$/.test(textOf(item.data_source)),
  )
}
