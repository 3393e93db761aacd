import type { AxisOptions } from './axis.js'
import { builtWidget } from './built-widget.js'
import type { Marker, MarkerText } from './marker.js'
import { type DataInput, lineData } from './requests/line-data.js'
import { requestsFrom } from './requests/line-request.js'
import type { HistogramRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How a distribution is drawn. */
export interface DistributionOptions extends WidgetOptions {
  readonly xAxis?: AxisOptions
  readonly yAxis?: AxisOptions
  readonly markers?: readonly (Marker | MarkerText)[]
  readonly legend?: boolean
  readonly legendSize?: string
}

/** How often which values occur. @example distribution('Latency by host', avg('api.latency').by('host')) */
export function distribution(
  title: Title,
  data: DataInput<HistogramRequest>,
  options: DistributionOptions = {},
): Widget {
  const requests = requestsFrom(data, {}, (lines): HistogramRequest => lineData(lines, 'scalar'))
  return builtWidget('distribution', [title, requests], options)
}
