import type { Json, JsonObject } from './json.js'

/**
 * Datadog's own JSON for a monitor: the fields that dogma reads are typed, every other passes through unchanged.
 * https://docs.datadoghq.com/api/latest/monitors/
 */
export interface MonitorDefinition extends JsonObject {
  readonly type: string
  readonly query: string
  readonly name?: string
  readonly message?: string
  readonly tags?: readonly string[]
  readonly priority?: number | null
  readonly options?: MonitorOptions
}

/** Thresholds of a monitor; for service checks `ok`, `warning`, `critical` and `unknown` are numbers of consecutive statuses. */
export interface MonitorThresholds extends JsonObject {
  readonly critical?: number | null
  readonly warning?: number | null
  readonly critical_recovery?: number | null
  readonly warning_recovery?: number | null
  readonly ok?: number | null
  readonly unknown?: number | null
}

/** Options of a monitor, by the API's names. Durations carry their unit in the comment. */
export interface MonitorOptions extends JsonObject {
  readonly thresholds?: MonitorThresholds
  /** Anomaly monitors only. Windows such as `last_15m`. */
  readonly threshold_windows?: {
    readonly trigger_window?: string | null
    readonly recovery_window?: string | null
  } | null
  readonly notify_no_data?: boolean
  /** Minutes. */
  readonly no_data_timeframe?: number | null
  readonly on_missing_data?: string
  /** Hours; 0 and null mean never. */
  readonly timeout_h?: number | null
  readonly require_full_window?: boolean
  /** Seconds. */
  readonly new_group_delay?: number | null
  /** Seconds; deprecated. */
  readonly new_host_delay?: number | null
  /** Seconds. */
  readonly evaluation_delay?: number | null
  /** Minutes; 0 and null mean never. */
  readonly renotify_interval?: number | null
  readonly renotify_statuses?: readonly string[] | null
  readonly renotify_occurrences?: number | null
  readonly escalation_message?: string | null
  readonly notify_audit?: boolean
  readonly include_tags?: boolean
  readonly notify_by?: readonly string[]
  readonly notification_preset_name?: string
  /** `60m`, `1h`, `2d`. */
  readonly group_retention_duration?: string
  readonly enable_logs_sample?: boolean
  readonly enable_samples?: boolean
  readonly groupby_simple_monitor?: boolean
  readonly scheduling_options?: JsonObject
  readonly variables?: readonly JsonObject[]
  readonly silenced?: JsonObject
  readonly locked?: boolean
}

/** Datadog's own JSON for an SLO. https://docs.datadoghq.com/api/latest/service-level-objectives/ */
export interface SloDefinition extends JsonObject {
  readonly type: string
  readonly name: string
  readonly description?: string | null
  readonly tags?: readonly string[]
  readonly thresholds: readonly SloThreshold[]
  readonly query?: { readonly numerator: string; readonly denominator: string }
  readonly sli_specification?: JsonObject
  /** Ids, or references that are not resolved yet. */
  readonly monitor_ids?: readonly (number | string)[]
  readonly groups?: readonly string[]
}

export interface SloThreshold extends JsonObject {
  readonly timeframe: string
  /** Percent, between 0 and 100. */
  readonly target: number
  readonly warning?: number
}

/** Datadog's own JSON for a dashboard. https://docs.datadoghq.com/api/latest/dashboards/ */
export interface DashboardDefinition extends JsonObject {
  readonly title: string
  readonly layout_type: string
  readonly description?: string | null
  readonly widgets: readonly WidgetDefinition[]
  readonly template_variables?: readonly JsonObject[] | null
}

/** A widget: its definition in the API's form, stored verbatim by the account. */
export interface WidgetDefinition extends JsonObject {
  readonly id?: number
  readonly definition: JsonObject
  readonly layout?: JsonObject
}

/** The definition of any kind. */
export type Definition = MonitorDefinition | SloDefinition | DashboardDefinition

export type { Json, JsonObject }
