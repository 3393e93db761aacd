import { builtWidget } from './built-widget.js'
import type { DataInput } from './requests/line-data.js'
import { requestsFrom, scalarRequest } from './requests/line-request.js'
import type { DataRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How a tree map is drawn; all three are deprecated and only mean something for `q`. */
export interface TreemapOptions extends WidgetOptions {
  readonly colorBy?: 'user'
  readonly groupBy?: 'user' | 'family' | 'process'
  readonly sizeBy?: 'pct_cpu' | 'pct_mem'
}

/** Shares of a whole as areas. @example treemap('Cost by team', hits.by('team')) */
export function treemap(title: Title, data: DataInput<DataRequest>, options: TreemapOptions = {}): Widget {
  const requests = requestsFrom(data, {}, (lines): DataRequest => scalarRequest(lines))
  return builtWidget('treemap', [title, requests], options)
}
