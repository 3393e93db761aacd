import { builtWidget } from './built-widget.js'
import type { ProductRequest, RequestStyle } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

type OneOrMore<Request> = Request | readonly Request[]

/** A funnel's steps, and what they are compared with. */
export interface FunnelRequest extends ProductRequest<'funnel' | 'user_journey_funnel'> {
  readonly comparisonTime?: {
    readonly type:
      | 'custom_timeframe'
      | 'previous_timeframe'
      | 'previous_day'
      | 'previous_week'
      | 'previous_month'
    readonly customTimeframe?: { readonly from: number; readonly to: number }
  }
  readonly comparisonSegments?: readonly string[]
}

/**
 * How many visitors get from step to step.
 * @example funnel('Checkout', { query: { data_source: 'rum', query_string: '@type:view', steps: [{ facet: '@view.name', value: '/cart' }] } })
 */
export function funnel(
  title: Title,
  data: OneOrMore<FunnelRequest>,
  options: WidgetOptions & { readonly groupedDisplay?: 'stacked' | 'side_by_side' } = {},
): Widget {
  return builtWidget('funnel', [title, data], options)
}

/** Which ways visitors or packets take. @example sankey('Ways', { query: { data_source: 'rum', query_string: '*', mode: 'source' } }) */
export function sankey(
  title: Title,
  data: OneOrMore<ProductRequest<'sankey' | 'netflow_sankey'>>,
  options: WidgetOptions & { readonly sortNodes?: boolean; readonly showOtherLinks?: boolean } = {},
): Widget {
  return builtWidget('sankey', [title, data], options)
}

/** How many users come back, as a grid. `query` is a retention query in Datadog's own names. */
export function cohort(
  title: Title,
  data: OneOrMore<ProductRequest<'retention_grid'>>,
  options: WidgetOptions = {},
): Widget {
  return builtWidget('cohort', [title, data], options)
}

/** How many users come back, as a curve. `query` is a retention query in Datadog's own names. */
export function retentionCurve(
  title: Title,
  data: OneOrMore<ProductRequest<'retention_curve'> & { readonly style?: Pick<RequestStyle, 'palette'> }>,
  options: WidgetOptions = {},
): Widget {
  return builtWidget('retention_curve', [title, data], options)
}
