import type { Json, JsonObject } from '../model/index.js'
import { type Duration, inUnit } from './duration.js'
import type { Recurrence } from './monitor-options.js'

type Encode = (value: never) => Json

const asIs = (value: Json): Json => value
const seconds = (field: string) => (value: number | Duration) => inUnit(value, 's', field)
const minutes = (field: string) => (value: number | Duration) => inUnit(value, 'm', field)
const hours = (field: string) => (value: number | Duration) => inUnit(value, 'h', field)

/** How each option of the builders becomes one of Datadog's. */
const encodings: Readonly<Record<string, readonly [name: string, encode: Encode]>> = {
  notifyNoData: ['notify_no_data', asIs],
  noDataTimeframe: ['no_data_timeframe', minutes('noDataTimeframe')],
  onMissingData: ['on_missing_data', asIs],
  requireFullWindow: ['require_full_window', asIs],
  newGroupDelay: ['new_group_delay', seconds('newGroupDelay')],
  evaluationDelay: ['evaluation_delay', seconds('evaluationDelay')],
  renotifyInterval: ['renotify_interval', minutes('renotifyInterval')],
  renotifyStatuses: ['renotify_statuses', asIs],
  renotifyOccurrences: ['renotify_occurrences', asIs],
  escalationMessage: ['escalation_message', asIs],
  notifyAudit: ['notify_audit', asIs],
  includeTags: ['include_tags', asIs],
  notifyBy: ['notify_by', asIs],
  timeout: ['timeout_h', hours('timeout')],
  groupRetention: ['group_retention_duration', asIs],
  notificationPreset: ['notification_preset_name', asIs],
  enableLogsSample: ['enable_logs_sample', asIs],
  enableSamples: ['enable_samples', asIs],
  groupbySimpleMonitor: ['groupby_simple_monitor', asIs],
  newHostDelay: ['new_host_delay', seconds('newHostDelay')],
  locked: ['locked', asIs],
  minFailureDuration: ['min_failure_duration', seconds('minFailureDuration')],
  minLocationFailed: ['min_location_failed', asIs],
  scheduling: [
    'scheduling_options',
    (schedule: Recurrence | readonly Recurrence[]): Json => ({
      custom_schedule: { recurrences: (isList(schedule) ? schedule : [schedule]).map(rule => ({ ...rule })) },
    }),
  ],
}

function isList<Item>(input: Item | readonly Item[]): input is readonly Item[] {
  return Array.isArray(input)
}

/** The options of the builders by Datadog's names, in the order the author wrote them. */
export function encodeOptions(spec: object): JsonObject {
  const options: Record<string, Json> = {}
  for (const [option, value] of Object.entries(spec) as [string, unknown][]) {
    const encoding = Object.hasOwn(encodings, option) ? encodings[option] : undefined
    if (encoding === undefined || value === undefined) continue
    const [name, encode] = encoding
    options[name] = encode(value as never)
  }
  return options
}

/** The names of the options that the builders know. */
export const optionNames: readonly string[] = Object.keys(encodings)

/** Datadog's name of an option of the builders. */
export function apiOptionName(option: string): string | undefined {
  return Object.hasOwn(encodings, option) ? encodings[option]?.[0] : undefined
}
