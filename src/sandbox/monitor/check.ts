import type { Account } from '../account.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, isArray, isObject, objectOf, textOf } from '../json.js'
import { checkAnomaly } from './check-anomaly.js'
import { checkComposite, checkSloAlert } from './check-references.js'
import { checkServiceCheck } from './check-service-check.js'
import { checkThresholds } from './check-thresholds.js'
import { isGrouped, readComparison } from './query-facts.js'
import { MONITOR_TYPES } from './types.js'

export const INVALID_QUERY = "The value provided for parameter 'query' is invalid"

/** One rule: why the server refuses the monitor, or undefined. */
export type Check = (monitor: JsonObject, account: Account) => string | undefined

/** In the order in which the server's own messages take precedence where that was seen; the first one is answered. */
const CHECKS: readonly Check[] = [
  checkFields,
  checkQuery,
  checkOptionTypes,
  checkThresholds,
  checkAnomaly,
  checkServiceCheck,
  checkGroupOptions,
  checkNoData,
  checkComposite,
  checkSloAlert,
]

/** The server's text when it refuses a monitor (as stored, with defaults), or undefined. */
export function checkMonitor(monitor: JsonObject, account: Account): string | undefined {
  for (const check of CHECKS) {
    const refusal = check(monitor, account)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

function invalid(field: string): string {
  return `The value provided for parameter '${field}' is invalid`
}

function checkFields(monitor: JsonObject): string | undefined {
  if (textOf(monitor.type) === '') return "The parameter 'type' is required"
  if (!MONITOR_TYPES.has(textOf(monitor.type))) return invalid('type')
  if (textOf(monitor.query) === '') return INVALID_QUERY
  if (typeof monitor.name !== 'string') return invalid('name')
  if (typeof monitor.message !== 'string') return invalid('message')
  if (!isStringList(monitor.tags)) return invalid('tags')
  const { priority, restricted_roles: roles } = monitor
  if (priority !== null && !isPriority(priority)) return invalid('priority')
  if (roles !== null && !isStringList(roles)) return invalid('restricted_roles')
  return monitor.draft_status === 'published' || monitor.draft_status === 'draft'
    ? undefined
    : invalid('draft_status')
}

function isStringList(value: Json | undefined): boolean {
  return isArray(value) && value.every(item => typeof item === 'string')
}

function isPriority(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 5
}

function checkQuery(monitor: JsonObject, account: Account): string | undefined {
  const [type, query] = [textOf(monitor.type), textOf(monitor.query)]
  const facts = MONITOR_TYPES.get(type)
  if (facts?.comparison === 'numeric' && !readComparison(query)) {
    return facts.family === 'event' ? `${INVALID_QUERY}: invalid operator specified: ` : INVALID_QUERY
  }
  return account.isQueryAcceptable(type, query)
}

/** Options with a fixed set of values: https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor */
const OPTION_VALUES: Readonly<Record<string, readonly string[]>> = {
  on_missing_data: ['default', 'show_no_data', 'show_and_notify_no_data', 'resolve'],
  notification_preset_name: [
    'show_all',
    'hide_query',
    'hide_handles',
    'hide_all',
    'hide_query_and_handles',
    'show_only_snapshot',
    'hide_handles_and_footer',
  ],
}

function checkOptionTypes(monitor: JsonObject): string | undefined {
  const options = objectOf(monitor.options)
  for (const [option, values] of Object.entries(OPTION_VALUES)) {
    const value = options[option]
    if (value !== undefined && value !== null && !values.includes(textOf(value))) return invalid(option)
  }
  const { timeout_h: timeout, thresholds } = options
  if (typeof timeout === 'number' && (timeout < 0 || timeout > 24)) return 'Non-numeric threshold value.'
  const isUsable = thresholds === undefined || thresholds === null || isObject(thresholds)
  return isUsable ? undefined : 'Non-numeric threshold value.'
}

function checkGroupOptions(monitor: JsonObject): string | undefined {
  const delay = objectOf(monitor.options).new_group_delay
  if (typeof delay !== 'number' || delay === 0) return undefined
  const isMulti =
    monitor.type === 'composite' || isGrouped(textOf(monitor.query)) || hasGroupedVariable(monitor)
  return isMulti ? undefined : 'The new_group_delay option can only be used for multi-alert monitors'
}

/** Formula queries name their groups in `options.variables`, in `group_by` or inside a metric query. */
function hasGroupedVariable(monitor: JsonObject): boolean {
  return arrayOf(objectOf(monitor.options).variables).some(variable => {
    const { group_by: groups, query } = objectOf(variable)
    return arrayOf(groups).length > 0 || isGrouped(textOf(query))
  })
}

const GROUP_RETENTION_MINUTES = 24 * 60

function checkNoData(monitor: JsonObject): string | undefined {
  const options = objectOf(monitor.options)
  const timeframe = options.no_data_timeframe
  if (typeof timeframe !== 'number') return undefined
  const isLong = timeframe > GROUP_RETENTION_MINUTES && !Object.hasOwn(options, 'group_retention_duration')
  return isLong ? 'no_data_timeframe must not exceed group retention' : undefined
}
