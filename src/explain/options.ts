import { optionNamed } from '../catalog/index.js'
import { isForeignOption } from '../check/index.js'
import { isJsonObject, type Json, type JsonObject, type MonitorDefinition } from '../model/index.js'
import type { MonitorQuery } from '../query/index.js'
import { defined } from './defined.js'
import type { OptionOf } from './explanation.js'
import { groupsOfMonitor } from './groups.js'
import { readReset, readSchedule } from './schedule.js'
import { type Phrase, phrase } from './sentences.js'
import { isClusterCheck } from './service-check.js'
import { unitOfQuery } from './unit.js'
import { readWindow } from './window.js'

interface Reading {
  readonly options: JsonObject
  readonly query: MonitorQuery | undefined
  readonly type: string
}

/** Reads one option; undefined when its value is of the wrong kind. */
type Reader = (value: Json, reading: Reading) => Phrase | undefined

/** Every setting of a monitor that is written, in plain words. */
export function optionFacts(
  definition: MonitorDefinition,
  query: MonitorQuery | undefined,
): readonly OptionOf<Phrase>[] {
  const options: JsonObject = isJsonObject(definition.options) ? definition.options : {}
  const reading = { options, query, type: definition.type }
  const facts = fieldFacts(definition)
  for (const name of Object.keys(options)) {
    const value = options[name]
    if (value !== undefined) addFacts(facts, name, value, reading)
  }
  return facts
}

function fieldFacts(definition: MonitorDefinition): OptionOf<Phrase>[] {
  const facts: OptionOf<Phrase>[] = []
  const add = (name: string, value: Json, means: Phrase) =>
    facts.push({ name, setting: shortJson(value), means })
  if (typeof definition.priority === 'number')
    add('priority', definition.priority, phrase('field/priority', { priority: definition.priority }))
  if (Array.isArray(definition.tags) && definition.tags.length > 0) {
    add('tags', definition.tags, phrase('field/tags', { tags: definition.tags.map(String) }))
  }
  if (Array.isArray(definition.restricted_roles) && definition.restricted_roles.length > 0)
    add(
      'restricted_roles',
      definition.restricted_roles,
      phrase('field/roles', { count: definition.restricted_roles.length }),
    )
  if (definition.draft_status === 'draft') add('draft_status', 'draft', phrase('field/draft', {}))
  return facts
}

const settingLength = 48

/** A value as JSON, short enough for a table. */
export function shortJson(value: Json): string {
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  const text = JSON.stringify(value) ?? 'null'
  return text.length <= settingLength ? text : `${text.slice(0, settingLength - 1)}…`
}

function addFacts(facts: OptionOf<Phrase>[], name: string, value: Json, reading: Reading): void {
  if (name === 'thresholds' && isJsonObject(value)) facts.push(...thresholdFacts(value, reading))
  else
    facts.push({ name: `options.${name}`, setting: shortJson(value), means: meaningOf(name, value, reading) })
}

function meaningOf(name: string, value: Json, reading: Reading): Phrase {
  const reader = readers[name]
  if (reader === undefined) {
    return optionNamed(name)?.readOnly === true
      ? phrase('option/read-only', { name })
      : phrase('option/undocumented', { name })
  }
  if (value === null || (value === 0 && offAtZero.has(name))) return phrase('option/off', { name })
  if (isForeignOption(name, value, reading.type)) return phrase('option/no-effect', { name })
  return reader(value, reading) ?? phrase('option/unreadable', { name, text: shortJson(value) })
}

/** For these 0 means the same as not set. */
const offAtZero: ReadonlySet<string> = new Set([
  'timeout_h',
  'renotify_interval',
  'renotify_occurrences',
  'evaluation_delay',
  'new_group_delay',
  'new_host_delay',
  'min_failure_duration',
])

function thresholdFacts(thresholds: JsonObject, { query, options }: Reading): readonly OptionOf<Phrase>[] {
  const unit = query?.kind !== 'service-check' ? 'value' : isClusterCheck(query) ? 'percent' : 'runs'
  const measured = query === undefined ? undefined : unitOfQuery(query, options.variables)
  const inQuery =
    query !== undefined && 'condition' in query && query.condition.threshold.kind === 'number'
      ? query.condition.threshold.value
      : undefined
  return Object.entries(thresholds).flatMap(([name, value]) => {
    if (value === undefined || value === null) return []
    const means =
      typeof value === 'number'
        ? phrase('option/threshold', {
            name,
            value,
            inQuery: name === 'critical' && value === inQuery,
            unit,
            ...defined({ measured }),
          })
        : phrase('option/unreadable', { name, text: shortJson(value) })
    return [{ name: `options.thresholds.${name}`, setting: shortJson(value), means }]
  })
}

/** A reader of a switch. */
function onOff(make: (on: boolean) => Phrase): Reader {
  return value => (typeof value === 'boolean' ? make(value) : undefined)
}

function number(make: (value: number, reading: Reading) => Phrase): Reader {
  return (value, reading) => (typeof value === 'number' ? make(value, reading) : undefined)
}

function text(make: (value: string, reading: Reading) => Phrase): Reader {
  return (value, reading) => (typeof value === 'string' ? make(value, reading) : undefined)
}

function texts(make: (values: readonly string[], reading: Reading) => Phrase): Reader {
  return (value, reading) =>
    Array.isArray(value)
      ? value.length === 0
        ? phrase('option/off', { name: '' })
        : make(value.map(String), reading)
      : undefined
}

const readers: Readonly<Partial<Record<string, Reader>>> = {
  threshold_windows: value => {
    if (!isJsonObject(value)) return undefined
    const { trigger_window: trigger, recovery_window: recovery } = value
    return phrase(
      'option/threshold-windows',
      defined({
        trigger: typeof trigger === 'string' ? trigger : undefined,
        recovery: typeof recovery === 'string' ? recovery : undefined,
      }),
    )
  },
  notify_no_data: onOff(on => phrase('option/notify-no-data', { on })),
  no_data_timeframe: number((minutes, { options }) =>
    phrase('option/no-data-timeframe', { minutes, effective: options.notify_no_data === true }),
  ),
  on_missing_data: text(mode => phrase('option/on-missing-data', { mode })),
  timeout_h: number(hours => phrase('option/timeout', { hours })),
  require_full_window: onOff(on => phrase('option/require-full-window', { on })),
  new_group_delay: number((seconds, { query, options }) =>
    phrase('option/new-group-delay', {
      seconds,
      grouped:
        query === undefined ||
        query.kind === 'composite' ||
        groupsOfMonitor(query, options.variables).length > 0,
    }),
  ),
  new_host_delay: number(seconds => phrase('option/new-host-delay', { seconds })),
  evaluation_delay: number(seconds => phrase('option/evaluation-delay', { seconds })),
  renotify_interval: number(minutes => phrase('option/renotify-interval', { minutes })),
  renotify_statuses: texts(statuses => phrase('option/renotify-statuses', { statuses })),
  renotify_occurrences: number(count => phrase('option/renotify-occurrences', { count })),
  escalation_message: text((message, { options }) =>
    phrase('option/escalation-message', {
      empty: message.trim() === '',
      effective: Number(options.renotify_interval ?? 0) > 0,
    }),
  ),
  notify_audit: onOff(on => phrase('option/notify-audit', { on })),
  include_tags: onOff(on => phrase('option/include-tags', { on })),
  notify_by: texts((keys, { query, options }) => {
    const groups = query === undefined ? [] : groupsOfMonitor(query, options.variables)
    // By all of its own groups, each notifies as it would anyway.
    const whole = groups.length > 0 && groups.every(group => keys.includes(group))
    return phrase('option/notify-by', { keys, whole })
  }),
  notification_preset_name: text(preset => phrase('option/preset', { preset })),
  group_retention_duration: text(duration =>
    phrase('option/group-retention', { text: duration, ...defined({ window: readWindow(duration) }) }),
  ),
  enable_logs_sample: onOff(on => phrase('option/logs-sample', { on })),
  enable_samples: onOff(on => phrase('option/samples', { on })),
  groupby_simple_monitor: onOff(on => phrase('option/simple-group', { on })),
  scheduling_options: value => {
    if (!isJsonObject(value)) return undefined
    const custom = readSchedule(value)
    const window = value.evaluation_window
    const reset = isJsonObject(window)
      ? phrase('option/cumulative-window', readReset(window, shortJson(window)))
      : undefined
    if (custom === undefined) return reset ?? phrase('option/cumulative-window', { text: shortJson(value) })
    const schedule = phrase('option/schedule', custom)
    return reset === undefined ? schedule : phrase('summary/several', { sentences: [schedule, reset] })
  },
  variables: value => {
    if (!Array.isArray(value)) return undefined
    const names = value.map(one => (isJsonObject(one) && typeof one.name === 'string' ? one.name : '?'))
    return names.length === 0
      ? phrase('option/off', { name: 'variables' })
      : phrase('option/variables', { names })
  },
  silenced: value =>
    isJsonObject(value) ? phrase('option/silenced', { count: Object.keys(value).length }) : undefined,
  locked: onOff(on => phrase('option/locked', { on })),
  min_failure_duration: number(seconds => phrase('option/min-failure-duration', { seconds })),
  min_location_failed: number(count => phrase('option/min-location-failed', { count })),
}
