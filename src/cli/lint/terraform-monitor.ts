import type { JsonObject } from '../../model/index.js'
import { block, blocks, isEmpty, numberOf, numbersOf, pick, withoutEmpty } from './terraform-values.js'

const topFields = [
  'name',
  'type',
  'query',
  'message',
  'tags',
  'restricted_roles',
  'draft_status',
  'assets',
] as const

/** Options that stand flat in the resource and have the API's names. */
const optionFields = [
  'enable_logs_sample',
  'enable_samples',
  'escalation_message',
  'evaluation_delay',
  'group_retention_duration',
  'groupby_simple_monitor',
  'include_tags',
  'locked',
  'new_group_delay',
  'no_data_timeframe',
  'notification_preset_name',
  'notify_audit',
  'notify_by',
  'on_missing_data',
  'renotify_interval',
  'renotify_occurrences',
  'renotify_statuses',
  'require_full_window',
  'timeout_h',
] as const

/** The provider writes this where the author wrote nothing, and does not send it beside `new_group_delay`. */
const defaultNewHostDelay = 300

/**
 * A `datadog_monitor` as the JSON that the provider sends to Datadog. Blocks are lists of one, thresholds are texts, and
 * what is not set is null or empty. https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/monitor
 */
export function monitorFromTerraform(values: JsonObject): JsonObject {
  const priority = numberOf(values.priority)
  return {
    ...pick(values, topFields),
    ...(priority !== undefined && { priority }),
    options: optionsOf(values),
  }
}

function optionsOf(values: JsonObject): JsonObject {
  const thresholds = numbersOf(block(values.monitor_thresholds) ?? block(values.thresholds))
  const windows = block(values.monitor_threshold_windows) ?? block(values.threshold_windows)
  const schedule = schedulingOf(block(values.scheduling_options))
  const variables = variablesOf(block(values.variables))
  return {
    ...pick(values, optionFields),
    ...(thresholds && { thresholds }),
    ...(windows && { threshold_windows: withoutEmpty(windows) }),
    ...(schedule && { scheduling_options: schedule }),
    ...(variables && { variables }),
    ...missingData(values),
    ...newHostDelay(values),
  }
}

/** With `on_missing_data` the provider does not send the older option, though a plan shows its default. */
function missingData(values: JsonObject): JsonObject {
  return values.notify_no_data === true ? { notify_no_data: true } : {}
}

function newHostDelay({ new_host_delay, new_group_delay }: JsonObject): JsonObject {
  const isSent = typeof new_host_delay === 'number' && new_host_delay !== defaultNewHostDelay
  return isSent && isEmpty(new_group_delay) ? { new_host_delay } : {}
}

function schedulingOf(options: JsonObject | undefined): JsonObject | undefined {
  if (options === undefined) return undefined
  const window = block(options.evaluation_window)
  const custom = block(options.custom_schedule)
  const recurrences = custom && blocks(custom.recurrence).map(withoutEmpty)
  return {
    ...(window && { evaluation_window: withoutEmpty(window) }),
    ...(recurrences && { custom_schedule: { recurrences } }),
  }
}

const queryBlocks = ['event_query', 'cloud_cost_query', 'data_quality_query', 'metrics_query'] as const

function variablesOf(variables: JsonObject | undefined): readonly JsonObject[] | undefined {
  if (variables === undefined) return undefined
  return queryBlocks.flatMap(name => blocks(variables[name]).map(queryOf))
}

/** `search` and `compute` are single in the API, `group_by` is a list whose `sort` is single. */
function queryOf(query: JsonObject): JsonObject {
  const { search, compute, group_by, ...rest } = query
  const groups = blocks(group_by).map(({ sort, ...group }) => {
    const order = block(sort)
    return { ...withoutEmpty(group), ...(order && { sort: withoutEmpty(order) }) }
  })
  const [filter, aggregation] = [block(search), block(compute)]
  return {
    ...withoutEmpty(rest),
    ...(filter && { search: filter }),
    ...(aggregation && { compute: withoutEmpty(aggregation) }),
    ...(groups.length > 0 && { group_by: groups }),
  }
}
