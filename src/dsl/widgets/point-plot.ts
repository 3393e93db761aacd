import type { JsonObject } from '../../model/index.js'
import type { AxisOptions } from './axis.js'
import { builtWidget } from './built-widget.js'
import type { Marker, MarkerText } from './marker.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** Events, and which of their columns are drawn how. */
export interface PointPlotRequest {
  readonly requestType?: 'data_projection' | null
  readonly query: {
    readonly dataSource: string
    readonly queryString: string
    readonly indexes?: readonly string[]
    readonly storage?: string
  }
  readonly projection: {
    readonly type: 'point_plot'
    readonly dimensions: readonly {
      readonly column: string
      readonly dimension: 'group' | 'time' | 'y' | 'radius'
      readonly alias?: string
    }[]
    readonly extraColumns?: readonly string[]
  }
  readonly limit?: number
  readonly extra?: JsonObject
}

/** How a point plot is drawn. */
export interface PointPlotOptions extends WidgetOptions {
  readonly legend?: { readonly type: 'automatic' | 'none' }
  readonly markers?: readonly (Marker | MarkerText)[]
  readonly yAxis?: AxisOptions
}

/**
 * One point for each event.
 * @example
 * pointPlot('Durations', {
 *   query: { dataSource: 'logs', queryString: 'service:api' },
 *   projection: { type: 'point_plot', dimensions: [{ column: 'duration', dimension: 'y' }] },
 * })
 */
export function pointPlot(
  title: Title,
  data: PointPlotRequest | readonly PointPlotRequest[],
  options: PointPlotOptions = {},
): Widget {
  return builtWidget('point_plot', [title, data], options)
}
