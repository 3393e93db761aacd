import { builtWidget } from './built-widget.js'
import type { ColourOptions } from './conditional-format.js'
import type { DataInput } from './requests/line-data.js'
import { type RankOptions, rankOf, requestsFrom, scalarRequest } from './requests/line-request.js'
import type { DataRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How bars are drawn. */
export interface BarStyle {
  readonly display?: {
    readonly type: 'stacked' | 'flat'
    readonly legend?: 'automatic' | 'inline' | 'none'
  }
  readonly palette?: string
  readonly scaling?: 'absolute' | 'relative'
}

/** How a top list is shown. */
export interface ToplistOptions extends WidgetOptions, ColourOptions, RankOptions {
  readonly style?: BarStyle
}

/** The groups with the highest values. @example toplist('Busiest hosts', avg('system.load.1').by('host'), { limit: 5 }) */
export function toplist(title: Title, data: DataInput<DataRequest>, options: ToplistOptions = {}): Widget {
  const { red, yellow, green, conditionalFormats, limit, order } = options
  const requests = requestsFrom(
    data,
    { red, yellow, green, conditionalFormats, limit, order },
    (lines): DataRequest => ({ ...scalarRequest(lines, options), sort: rankOf(options) }),
  )
  return builtWidget('toplist', [title, requests], options)
}
