import { builtWidget } from './built-widget.js'
import type { ColourOptions } from './conditional-format.js'
import type { DataInput } from './requests/line-data.js'
import { type RankOptions, rankOf, requestsFrom, scalarRequest } from './requests/line-request.js'
import type { DataRequest } from './requests/request.js'
import type { BarStyle } from './toplist.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How a bar chart is drawn. */
export interface BarChartOptions extends WidgetOptions, ColourOptions, RankOptions {
  readonly style?: BarStyle
}

/** Groups as bars. @example barChart('Requests by service', hits.by('service'), { limit: 20 }) */
export function barChart(title: Title, data: DataInput<DataRequest>, options: BarChartOptions = {}): Widget {
  const { red, yellow, green, conditionalFormats, limit, order } = options
  const requests = requestsFrom(
    data,
    { red, yellow, green, conditionalFormats, limit, order },
    (lines): DataRequest => ({ ...scalarRequest(lines, options), sort: rankOf(options) }),
  )
  return builtWidget('bar_chart', [title, requests], options)
}
