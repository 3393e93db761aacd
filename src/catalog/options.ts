import {
  isMonitorType,
  type MonitorType,
  type MonitorTypeFacts,
  monitorTypeNames,
  monitorTypes,
} from './monitor-types.js'

/** What is known about one member of a monitor's `options`. */
export interface OptionFacts {
  /** `every`, the types named, or those whose facts satisfy a property. */
  readonly types: 'every' | readonly MonitorType[]
  /** What the account writes when the option is absent. `when` says in which definitions it does so. */
  readonly serverDefault?: {
    readonly value: boolean | number | string | null
    readonly when: DefaultCondition
  }
  readonly unit?: 'second' | 'minute' | 'hour'
  readonly min?: number
  readonly max?: number
  readonly values?: readonly string[]
  /** Options that exclude this one. */
  readonly conflicts?: readonly string[]
  /** The option without which this one does nothing. */
  readonly needs?: string
  /** Only for monitors with groups. */
  readonly onlyGrouped?: true
  readonly deprecated?: string
  /** Written by the account only. */
  readonly readOnly?: true
}

/** When the account fills in a default; measured on recorded requests and answers. */
export type DefaultCondition =
  | 'always'
  | 'without on_missing_data'
  | 'without new_group_delay and new_host_delay'
  | 'event platform types'

const metricTypes = ['metric alert', 'query alert'] as const
const eventTypes = monitorTypeNames.filter(type => monitorTypes[type].language === 'event')
const formulaTypes = monitorTypeNames.filter(type => monitorTypes[type].mayUseFormula)

function typesWith(...styles: readonly MonitorTypeFacts['missingData'][]): readonly MonitorType[] {
  return monitorTypeNames.filter(type => styles.includes(monitorTypes[type].missingData))
}

/** Every option of the API. https://docs.datadoghq.com/api/latest/monitors/ */
export const monitorOptions = {
  thresholds: { types: monitorTypeNames.filter(type => type !== 'synthetics alert') },
  threshold_windows: { types: metricTypes },
  notify_no_data: {
    types: typesWith('notify_no_data', 'either'),
    serverDefault: { value: false, when: 'without on_missing_data' },
    conflicts: ['on_missing_data'],
  },
  no_data_timeframe: {
    types: typesWith('notify_no_data', 'either'),
    unit: 'minute',
    min: 2,
    conflicts: ['on_missing_data'],
    needs: 'notify_no_data',
  },
  on_missing_data: {
    types: typesWith('on_missing_data', 'either'),
    values: ['default', 'show_no_data', 'show_and_notify_no_data', 'resolve'],
    conflicts: ['notify_no_data', 'no_data_timeframe'],
  },
  timeout_h: { types: 'every', unit: 'hour', min: 0, max: 24 },
  require_full_window: { types: metricTypes },
  new_group_delay: {
    types: 'every',
    unit: 'second',
    min: 0,
    onlyGrouped: true,
    conflicts: ['new_host_delay'],
  },
  new_host_delay: {
    types: 'every',
    unit: 'second',
    min: 0,
    serverDefault: { value: 300, when: 'without new_group_delay and new_host_delay' },
    deprecated: '`new_group_delay`',
  },
  evaluation_delay: { types: 'every', unit: 'second', min: 0, max: 86_400 },
  renotify_interval: { types: 'every', unit: 'minute', min: 0 },
  renotify_statuses: { types: 'every', values: ['alert', 'warn', 'no data'], needs: 'renotify_interval' },
  renotify_occurrences: { types: 'every', min: 0, needs: 'renotify_interval' },
  escalation_message: { types: 'every', needs: 'renotify_interval' },
  notify_audit: { types: 'every', serverDefault: { value: false, when: 'always' } },
  include_tags: { types: 'every', serverDefault: { value: true, when: 'always' } },
  notify_by: { types: 'every', onlyGrouped: true },
  notification_preset_name: {
    types: 'every',
    values: [
      'show_all',
      'hide_query',
      'hide_handles',
      'hide_all',
      'hide_query_and_handles',
      'show_only_snapshot',
      'hide_handles_and_footer',
    ],
  },
  // 1 to 72 hours, written with a unit: `60m`, `1h`, `2d`.
  group_retention_duration: { types: typesWith('on_missing_data', 'either'), onlyGrouped: true },
  enable_logs_sample: { types: ['log alert'] },
  enable_samples: { types: ['ci-pipelines alert', 'ci-tests alert'] },
  groupby_simple_monitor: {
    types: eventTypes,
    serverDefault: { value: false, when: 'event platform types' },
    deprecated: '`notify_by`',
  },
  scheduling_options: { types: [...metricTypes, 'log alert', 'event-v2 alert'] },
  variables: { types: formulaTypes },
  min_failure_duration: { types: ['synthetics alert'], unit: 'second', min: 0, max: 7_200 },
  min_location_failed: { types: ['synthetics alert'], min: 1 },
  // A live view of the downtimes that cover the monitor.
  silenced: { types: 'every', readOnly: true, deprecated: 'a downtime' },
  locked: { types: 'every', deprecated: '`restricted_roles` or a restriction policy' },
  synthetics_check_id: { types: ['synthetics alert'], readOnly: true },
  device_ids: { types: ['synthetics alert'], readOnly: true },
  aggregation: { types: 'every', readOnly: true },
} as const satisfies Record<string, OptionFacts>

export type MonitorOptionName = keyof typeof monitorOptions

/** The members of a monitor that an author writes; its options are one of them. https://docs.datadoghq.com/api/latest/monitors/ */
export const monitorMembers = [
  'name',
  'type',
  'query',
  'message',
  'tags',
  'priority',
  'restricted_roles',
  'draft_status',
  'assets',
  'options',
] as const

/** All options, in the table's order. */
export const monitorOptionNames = Object.keys(monitorOptions) as readonly MonitorOptionName[]

/**
 * The facts of an option, or undefined for one that is not in the table.
 * @example optionNamed('timeout_h')?.max // 24
 */
export function optionNamed(name: string): OptionFacts | undefined {
  return Object.hasOwn(monitorOptions, name) ? monitorOptions[name as MonitorOptionName] : undefined
}

/** Whether an option has a meaning for a type; true for types and options that are not in the tables. */
export function optionApplies(name: string, type: string): boolean {
  const facts = optionNamed(name)
  if (facts === undefined || facts.types === 'every' || !isMonitorType(type)) return true
  return facts.types.includes(type)
}

const thresholdTypes = monitorTypeNames.filter(type => type !== 'composite' && type !== 'synthetics alert')

/**
 * A service check counts statuses: `ok` says after how many good ones it recovers. No account was seen to hold another
 * recovery for one. https://docs.datadoghq.com/monitors/types/service_check/
 */
const recoveryTypes = thresholdTypes.filter(type => type !== 'service check')

/** Keys of `options.thresholds`, and the types that have them. */
export const thresholdKeys = {
  critical: { side: 'critical', types: thresholdTypes },
  warning: { side: 'warning', types: thresholdTypes },
  critical_recovery: { side: 'critical', types: recoveryTypes },
  warning_recovery: { side: 'warning', types: recoveryTypes },
  ok: { side: 'ok', types: ['service check'] },
  unknown: { side: 'unknown', types: ['service check'] },
} as const satisfies Record<string, { readonly side: string; readonly types: readonly MonitorType[] }>

/** Whether a threshold has a meaning for a type; true for types that are not in the table. */
export function thresholdApplies(key: ThresholdKey, type: string): boolean {
  const types: readonly string[] = thresholdKeys[key].types
  return !isMonitorType(type) || types.includes(type)
}

export type ThresholdKey = keyof typeof thresholdKeys
