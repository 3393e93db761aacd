import type { MonitorType } from '../catalog/index.js'
import type { JsonObject } from '../model/index.js'
import type { Duration } from './duration.js'

/** When a notification is repeated. */
type RenotifyStatus = 'alert' | 'warn' | 'no data'

/** How much of a notification is sent. */
export type NotificationPreset =
  | 'show_all'
  | 'hide_query'
  | 'hide_handles'
  | 'hide_all'
  | 'hide_query_and_handles'
  | 'show_only_snapshot'
  | 'hide_handles_and_footer'

/** Options that every monitor has. https://docs.datadoghq.com/api/latest/monitors/ */
export interface CommonOptions {
  /** Repeats the notification after so long: minutes, or `'1h'`; 0 = never. */
  readonly renotifyInterval?: number | Duration
  readonly renotifyStatuses?: readonly RenotifyStatus[]
  readonly renotifyOccurrences?: number
  /** Added to repeated notifications. */
  readonly escalationMessage?: string
  /** Tells the people notified about changes of the monitor itself. */
  readonly notifyAudit?: boolean
  /** Puts the group's tags into the title. */
  readonly includeTags?: boolean
  readonly notificationPreset?: NotificationPreset
  /** Resolves by itself when data stops for so long: hours, or `'2h'`; 0 = never, at most 24. */
  readonly timeout?: number | Duration
  /** Looks so far into the past, for data that comes late: seconds, or `'15m'`. */
  readonly evaluationDelay?: number | Duration
  /** Superseded by `newGroupDelay`: seconds, or `'5m'`. */
  readonly newHostDelay?: number | Duration
  /** Superseded by `restrictedRoles`. */
  readonly locked?: boolean
}

/** Tells people when data is missing. */
interface NoDataOptions {
  readonly notifyNoData?: boolean
  /** After so long without data: minutes, or `'10m'`. */
  readonly noDataTimeframe?: number | Duration
  readonly onMissingData?: never
}

/** The newer choice, which excludes the older. */
interface MissingDataOptions {
  readonly onMissingData?: 'default' | 'show_no_data' | 'show_and_notify_no_data' | 'resolve'
  readonly notifyNoData?: never
  readonly noDataTimeframe?: never
}

/** Groups that stop reporting are forgotten after so long: `'1h'` to `'72h'`. */
interface RetentionOptions {
  readonly groupRetention?: Duration
}

/** Evaluates daily or less often. https://docs.datadoghq.com/monitors/guide/custom_schedules/ */
interface SchedulingOptions {
  /** One recurrence, or several. */
  readonly scheduling?: Recurrence | readonly Recurrence[]
}

/** When a monitor is evaluated. */
export interface Recurrence {
  /** An iCalendar rule such as `'FREQ=DAILY;INTERVAL=1'`. */
  readonly rrule: string
  /** `'2026-01-01T09:00:00'`, in the time zone. */
  readonly start?: string
  readonly timezone?: string
}

/** Of Synthetic tests, which are monitors too. */
interface SyntheticsOptions {
  /** Fails only after so long: seconds, or `'2m'`. */
  readonly minFailureDuration?: number | Duration
  /** Fails only from so many locations. */
  readonly minLocationFailed?: number
}

type MetricOptions = (NoDataOptions | MissingDataOptions) &
  RetentionOptions &
  SchedulingOptions & {
    /** Waits until the window is full of data; not for sparse metrics. */
    readonly requireFullWindow?: boolean
  }

/** Of what is searched rather than measured. */
interface SimpleGroupOptions {
  /** One alert for all groups; superseded by `notifyBy`. */
  readonly groupbySimpleMonitor?: boolean
}

type EventOptions = MissingDataOptions & RetentionOptions & SimpleGroupOptions

type SampleOptions = EventOptions & {
  /** Shows sample events in the notification. */
  readonly enableSamples?: boolean
}

type LogOptions = EventOptions &
  SchedulingOptions & {
    /** Shows sample logs in the notification. */
    readonly enableLogsSample?: boolean
  }

/** The options of each type, besides the common ones. */
export interface OptionsByType {
  'metric alert': MetricOptions
  'query alert': MetricOptions
  'service check': NoDataOptions
  'log alert': LogOptions
  'event-v2 alert': EventOptions & SchedulingOptions
  'rum alert': EventOptions
  'trace-analytics alert': EventOptions
  'audit alert': EventOptions
  'ci-pipelines alert': SampleOptions
  'ci-tests alert': SampleOptions
  'error-tracking alert': EventOptions
  'database-monitoring alert': EventOptions
  'network-performance alert': EventOptions
  'network-path alert': EventOptions
  'llm-observability alert': EventOptions
  'process alert': (NoDataOptions | MissingDataOptions) & RetentionOptions & SimpleGroupOptions
  'event alert': NoDataOptions
  'slo alert': Record<never, never>
  composite: NoDataOptions
  'cost alert': NoDataOptions
  'data-quality alert': NoDataOptions
  'data-jobs alert': NoDataOptions
  'synthetics alert': SyntheticsOptions
}

/** A type that `OptionsByType` forgot does not compile. */
type Complete = { [Type in MonitorType]: OptionsByType[Type] }
export type OptionsOf<Type extends string> = Type extends keyof Complete ? Complete[Type] : object

/** Options that only make sense when there is more than one group; `Groups` is `never` for a simple alert. */
export type GroupOptions<Groups extends string> = [Groups] extends [never]
  ? { readonly newGroupDelay?: never; readonly notifyBy?: never }
  : {
      /** Leaves new groups alone for so long: seconds, or `'1m'`. */
      readonly newGroupDelay?: number | Duration
      /** Sends one notification for each of these keys, instead of one for each group; `['*']` = one for all. */
      readonly notifyBy?: readonly Groups[] | readonly ['*']
    }

/** Further options in Datadog's own names; thresholds and windows belong to the alert condition. */
export type RawOptions = JsonObject & {
  readonly thresholds?: never
  readonly threshold_windows?: never
  readonly variables?: never
}
