import type { SloWidgetWindow } from '../../catalog/index.js'
import { type Monitor, referenceText } from '../../model/index.js'
import type { SloResource } from '../slo-resource.js'
import { type Widget, type WidgetOptions, widget } from './widget.js'

/** A monitor of this project, or the id of one that it does not manage. */
type MonitorInput = Pick<Monitor, 'kind' | 'key'> | number

type Titled = WidgetOptions & { readonly title?: string }

function monitorId(monitor: MonitorInput): string {
  return typeof monitor === 'number' ? String(monitor) : referenceText(monitor)
}

/** A monitor's graph with its thresholds. @example monitorStatus(cpuAnomaly) */
export function monitorStatus(
  monitor: MonitorInput,
  options: Titled & { readonly as?: 'timeseries' | 'toplist' } = {},
): Widget {
  const fields = { alert_id: monitorId(monitor), viz_type: options.as ?? 'timeseries' }
  return widget('alert_graph', options.title, fields, options)
}

/** A monitor's value now. @example alertValue(cpuAnomaly, { precision: 2 }) */
export function alertValue(
  monitor: MonitorInput,
  options: Titled & { readonly precision?: number; readonly unit?: string } = {},
): Widget {
  const fields = { alert_id: monitorId(monitor), precision: options.precision, unit: options.unit }
  return widget('alert_value', options.title, fields, options)
}

/** How an SLO is shown. */
export interface SloWidgetOptions extends Titled {
  /** The SLO's own timeframes when absent. */
  readonly windows?: readonly SloWidgetWindow[]
  readonly view?: 'overall' | 'component' | 'both'
  /** True when absent. */
  readonly errorBudget?: boolean
}

/** An SLO with its error budget. @example sloWidget(availability) */
export function sloWidget(slo: SloResource | string, options: SloWidgetOptions = {}): Widget {
  const own = typeof slo === 'string' ? ['30d'] : slo.definition.thresholds.map(({ timeframe }) => timeframe)
  const fields = {
    slo_id: typeof slo === 'string' ? slo : referenceText(slo),
    view_type: 'detail',
    view_mode: options.view ?? 'overall',
    time_windows: options.windows ?? own,
    show_error_budget: options.errorBudget ?? true,
  }
  return widget('slo', options.title, fields, options)
}

/** SLOs that a search finds. @example sloList('SLOs of the team', 'team:sre') */
export function sloList(
  title: string,
  search: string,
  options: WidgetOptions & { readonly limit?: number } = {},
): Widget {
  const query = { query_string: search, limit: options.limit ?? 100 }
  return widget('slo_list', title, { requests: [{ request_type: 'slo_list', query }] }, options)
}

/** How found monitors are shown. */
export interface ManageStatusOptions extends WidgetOptions {
  readonly display?: 'counts' | 'countsAndList' | 'list'
  readonly colour?: 'background' | 'text'
  readonly summary?: 'monitors' | 'groups' | 'combined'
  readonly hideZeroCounts?: boolean
  readonly showLastTriggered?: boolean
  readonly showPriority?: boolean
}

/** Monitors that a search finds. @example manageStatus('Monitors of the team', 'team:sre') */
export function manageStatus(title: string, search: string, options: ManageStatusOptions = {}): Widget {
  const fields = {
    query: search,
    display_format: options.display ?? 'countsAndList',
    color_preference: options.colour,
    summary_type: options.summary,
    hide_zero_counts: options.hideZeroCounts,
    show_last_triggered: options.showLastTriggered,
    show_priority: options.showPriority,
  }
  return widget('manage_status', title, fields, options)
}

/** What a check's status is shown for. */
export interface CheckStatusOptions extends WidgetOptions {
  /** One group: `'host:web-1'`. */
  readonly group?: string
  readonly groupBy?: readonly string[]
  readonly tags?: readonly string[]
}

/** The status of a service check. @example checkStatus('Database', 'postgres.can_connect', { groupBy: ['host'] }) */
export function checkStatus(title: string, check: string, options: CheckStatusOptions = {}): Widget {
  const fields = {
    check,
    grouping: options.group === undefined ? 'cluster' : 'check',
    group: options.group,
    group_by: options.groupBy,
    tags: options.tags,
  }
  return widget('check_status', title, fields, options)
}
