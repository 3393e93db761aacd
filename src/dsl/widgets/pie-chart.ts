import { builtWidget } from './built-widget.js'
import type { DataInput } from './requests/line-data.js'
import { requestsFrom, scalarRequest } from './requests/line-request.js'
import type { DataRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How a pie chart is drawn. */
export interface PieChartOptions extends WidgetOptions {
  readonly legend?:
    | { readonly type: 'none' | 'table' }
    | {
        readonly type: 'inline' | 'automatic'
        readonly hidePercent?: boolean
        readonly hideValue?: boolean
      }
  readonly hideTotal?: boolean
}

/** Shares of a whole. @example pieChart('Requests by service', hits.by('service')) */
export function pieChart(title: Title, data: DataInput<DataRequest>, options: PieChartOptions = {}): Widget {
  const requests = requestsFrom(data, {}, (lines): DataRequest => scalarRequest(lines))
  return builtWidget('sunburst', [title, requests], options)
}
