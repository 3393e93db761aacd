import type { SloWidgetWindow } from '../../catalog/index.js'
import type { SloResource } from '../slo-resource.js'
import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How an SLO is shown. */
export interface SloWidgetOptions extends WidgetOptions {
  readonly title?: string
  readonly viewType?: 'detail' | null
  /** `'overall'` when absent. */
  readonly view?: 'overall' | 'component' | 'both' | null
  /** The SLO's own timeframes when absent. */
  readonly windows?: readonly SloWidgetWindow[] | null
  /** True when absent. */
  readonly errorBudget?: boolean | null
  /** Of the window `global_time`, in percent. */
  readonly globalTimeTarget?: string
  readonly filters?: string
}

/** An SLO with its error budget. @example sloWidget(availability) */
export function sloWidget(slo: SloResource | string, options: SloWidgetOptions = {}): Widget {
  const own = typeof slo === 'string' ? {} : { windows: timeframesOf(slo) }
  return builtWidget('slo', [slo], { ...own, ...options })
}

function timeframesOf(slo: SloResource): readonly string[] {
  return slo.definition.thresholds.map(({ timeframe }) => timeframe)
}

/** How found SLOs are listed. */
export interface SloListOptions extends WidgetOptions {
  /** A hundred when absent, which is the most. */
  readonly limit?: number | null
  readonly sort?: readonly { readonly column: string; readonly order: 'asc' | 'desc' }[]
}

/** SLOs that a search finds. @example sloList('SLOs of the team', 'team:sre') */
export function sloList(title: Title, search: string, options: SloListOptions = {}): Widget {
  return builtWidget('slo_list', [title, search], options)
}
