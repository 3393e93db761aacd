import { builtWidget } from './built-widget.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How a graph is split. https://docs.datadoghq.com/dashboards/widgets/split_graph/ */
export interface SplitGroupOptions extends WidgetOptions {
  /** The tag or attribute that each graph has one value of. */
  readonly by: string
  /** How many graphs there are at most; 24 when absent. */
  readonly limit?: number | null
  readonly order?: 'asc' | 'desc' | null
  /** What the graphs are sorted by; their values' names when absent. */
  readonly compute?: { readonly aggregation: string; readonly metric: string }
  /** Only these graphs, each by its tags. */
  readonly values?: readonly (readonly { readonly tagKey: string; readonly tagValues: readonly string[] }[])[]
  readonly graphSize?: 'xs' | 'sm' | 'md' | 'lg' | null
  readonly uniformYAxes?: boolean
}

/**
 * One graph for each value of a tag.
 * @example splitGroup('CPU by service', timeseries('CPU', avg('system.cpu.user')), { by: 'service', limit: 12 })
 */
export function splitGroup(title: Title, source: Widget, options: SplitGroupOptions): Widget {
  return builtWidget('split_group', [title, source], options)
}
