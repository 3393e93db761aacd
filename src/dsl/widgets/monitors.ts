import { builtWidget } from './built-widget.js'
import type { MonitorInput } from './references.js'
import type { TextAlign, Title, Widget, WidgetOptions } from './widget.js'

type Titled = WidgetOptions & { readonly title?: string }

/** A monitor's graph with its thresholds. @example monitorStatus(cpuAnomaly) */
export function monitorStatus(
  monitor: MonitorInput,
  options: Titled & { readonly as?: 'timeseries' | 'toplist' | null } = {},
): Widget {
  return builtWidget('alert_graph', [monitor], options)
}

/** A monitor's value now. @example alertValue(cpuAnomaly, { precision: 2 }) */
export function alertValue(
  monitor: MonitorInput,
  options: Titled & { readonly precision?: number; readonly unit?: string; readonly align?: TextAlign } = {},
): Widget {
  return builtWidget('alert_value', [monitor], options)
}

/** How found monitors are shown. */
export interface ManageStatusOptions extends WidgetOptions {
  readonly display?: 'counts' | 'countsAndList' | 'list' | null
  readonly colour?: 'background' | 'text'
  readonly summary?: 'monitors' | 'groups' | 'combined'
  /** `'status,asc'`, `'triggered,desc'` and the like. */
  readonly sort?: MonitorSort
  /** Superseded. */
  readonly count?: number
  /** Superseded. */
  readonly start?: number
  readonly hideZeroCounts?: boolean
  readonly showStatus?: boolean
  readonly showLastTriggered?: boolean
  readonly lastTriggeredFormat?: string
  readonly showPriority?: boolean
}

type MonitorSort =
  | `${'name' | 'group' | 'status' | 'tags' | 'triggered'}${'' | ',asc' | ',desc'}`
  | 'priority,asc'
  | 'priority,desc'

/** Monitors that a search finds. @example manageStatus('Monitors of the team', 'team:sre') */
export function manageStatus(title: Title, search: string, options: ManageStatusOptions = {}): Widget {
  return builtWidget('manage_status', [title, search], options)
}
