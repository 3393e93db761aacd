import { builtWidget } from './built-widget.js'
import { type DataInput, lineData } from './requests/line-data.js'
import { requestsFrom } from './requests/line-request.js'
import type { HistogramRequest } from './requests/request.js'
import type { GraphOptions } from './timeseries.js'
import type { Title, Widget } from './widget.js'

/** How a heat map is drawn. */
export interface HeatmapOptions extends GraphOptions {
  readonly xAxis?: { readonly numBuckets?: number }
}

/** How often which values occur, over time. @example heatmap('Latency', avg('api.latency').by('host')) */
export function heatmap(
  title: Title,
  data: DataInput<HistogramRequest>,
  options: HeatmapOptions = {},
): Widget {
  const requests = requestsFrom(data, {}, (lines): HistogramRequest => lineData(lines, 'timeseries'))
  return builtWidget('heatmap', [title, requests], options)
}
