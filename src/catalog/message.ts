/** What a conditional block of a message needs to be true ever. */
export interface ConditionalFacts {
  /** `state`: one of the monitor's transitions. `match`: compares a variable. */
  readonly kind: 'state' | 'match' | 'priority'
  /** The definition must have this for the block to be reached. */
  readonly reachedWith?: 'warning threshold' | 'no data' | 'renotify_interval' | 'service check'
  readonly arguments: { readonly min: number; readonly max?: number }
}

const noArguments = { min: 0, max: 0 } as const

/** Every conditional, also usable as `{{^is_alert}}`. https://docs.datadoghq.com/monitors/notify/variables/ */
export const conditionals = {
  is_alert: { kind: 'state', arguments: noArguments },
  is_warning: { kind: 'state', reachedWith: 'warning threshold', arguments: noArguments },
  is_no_data: { kind: 'state', reachedWith: 'no data', arguments: noArguments },
  is_unknown: { kind: 'state', reachedWith: 'service check', arguments: noArguments },
  is_recovery: { kind: 'state', arguments: noArguments },
  is_alert_recovery: { kind: 'state', arguments: noArguments },
  is_warning_recovery: { kind: 'state', reachedWith: 'warning threshold', arguments: noArguments },
  is_no_data_recovery: { kind: 'state', reachedWith: 'no data', arguments: noArguments },
  is_alert_to_warning: { kind: 'state', reachedWith: 'warning threshold', arguments: noArguments },
  is_renotify: { kind: 'state', reachedWith: 'renotify_interval', arguments: noArguments },
  is_priority: { kind: 'priority', arguments: { min: 1, max: 1 } },
  is_match: { kind: 'match', arguments: { min: 2 } },
  is_exact_match: { kind: 'match', arguments: { min: 2 } },
} as const satisfies Record<string, ConditionalFacts>

export type Conditional = keyof typeof conditionals

/** Variables of every message. https://docs.datadoghq.com/monitors/notify/variables/#template-variables */
export const builtInVariables = [
  'value',
  'threshold',
  'warn_threshold',
  'alert_recovery_threshold',
  'warn_recovery_threshold',
  'ok_threshold',
  'comparator',
  'first_triggered_at',
  'first_triggered_at_epoch',
  'last_triggered_at',
  'last_triggered_at_epoch',
  'triggered_duration_sec',
  'check_message',
] as const
export type BuiltInVariable = (typeof builtInVariables)[number]

/** First words of variables that come from the matching event, by monitor type. */
export const eventVariables = {
  log: ['log alert'],
  span: ['trace-analytics alert'],
  rum: ['rum alert'],
  event: ['event-v2 alert', 'event alert'],
  issue: ['error-tracking alert'],
  audit: ['audit alert'],
  cipipeline: ['ci-pipelines alert'],
  citest: ['ci-tests alert'],
  databasemonitoring: ['database-monitoring alert'],
  synthetics: ['synthetics alert'],
} as const satisfies Record<string, readonly string[]>

/** Tag keys that bring more variables than `{{key.name}}` when a monitor groups by them. */
export const groupMetadata = {
  host: 'host',
  kube_namespace: 'kube_namespace',
  kube_cluster_name: 'kube_namespace',
  pod_name: 'pod_name',
  service: 'service',
  device_ip: 'network_device',
  device_namespace: 'network_device',
} as const satisfies Record<string, string>

/** Functions inside `{{eval "…"}}`. https://docs.datadoghq.com/monitors/guide/template-variable-evaluation/ */
export const evalFunctions = [
  'abs',
  'int',
  'trunc',
  'float',
  'dec',
  'round',
  'ceil',
  'floor',
  'sgn',
  'to_bool',
  'exp',
  'log10',
  'sin',
  'sinh',
  'asin',
  'asinh',
  'cos',
  'cosh',
  'acos',
  'acosh',
  'tan',
  'tanh',
  'atan',
  'atan2',
  'atanh',
  'humanize_bytes',
  'humanize_bits',
  'upper',
  'lower',
  'substring',
  'strip',
] as const

/** Inline functions of a message. */
export const messageFunctions = {
  eval: { arguments: 1 },
  local_time: { arguments: 2 },
  urlencode: { arguments: 1 },
  override_priority: { arguments: 1 },
} as const satisfies Record<string, { readonly arguments: number }>

/** How a notification reaches people. */
export interface ChannelFacts {
  readonly label: string
  /** Wakes somebody up. */
  readonly pages: boolean
  /** `@slack` alone is not enough: a channel must follow. */
  readonly needsName: boolean
  /** Opens something that only a recovery closes again. */
  readonly staysOpen: boolean
}

/** Handles, by the word after `@`. https://docs.datadoghq.com/monitors/notify/#notifications */
export const channels = {
  email: { label: 'e-mail', pages: false, needsName: true, staysOpen: false },
  all: { label: 'everybody in the organization', pages: false, needsName: false, staysOpen: false },
  slack: { label: 'Slack', pages: false, needsName: true, staysOpen: false },
  teams: { label: 'Microsoft Teams', pages: false, needsName: true, staysOpen: false },
  hangouts: { label: 'Google Chat', pages: false, needsName: true, staysOpen: false },
  pagerduty: { label: 'PagerDuty', pages: true, needsName: false, staysOpen: true },
  opsgenie: { label: 'Opsgenie', pages: true, needsName: true, staysOpen: true },
  victorops: { label: 'Splunk On-Call', pages: true, needsName: true, staysOpen: true },
  oncall: { label: 'Datadog On-Call', pages: true, needsName: true, staysOpen: true },
  team: { label: 'Datadog team', pages: false, needsName: true, staysOpen: false },
  webhook: { label: 'webhook', pages: false, needsName: true, staysOpen: false },
  sns: { label: 'Amazon SNS', pages: false, needsName: true, staysOpen: false },
  case: { label: 'Case Management', pages: false, needsName: true, staysOpen: true },
  incident: { label: 'Incident Management', pages: false, needsName: false, staysOpen: true },
  workflow: { label: 'Workflow Automation', pages: false, needsName: true, staysOpen: false },
  servicenow: { label: 'ServiceNow', pages: false, needsName: true, staysOpen: true },
  jira: { label: 'Jira', pages: false, needsName: true, staysOpen: true },
  flowdock: { label: 'Flowdock', pages: false, needsName: true, staysOpen: false },
  hipchat: { label: 'HipChat, which was shut down', pages: false, needsName: true, staysOpen: false },
} as const satisfies Record<string, ChannelFacts>

export type Channel = keyof typeof channels

/** The facts of a handle's channel, or undefined for one that is not in the table. */
export function channelNamed(name: string): ChannelFacts | undefined {
  return Object.hasOwn(channels, name) ? channels[name as Channel] : undefined
}
