import { builtWidget } from './built-widget.js'
import type { ColourOptions } from './conditional-format.js'
import type { DataInput } from './requests/line-data.js'
import { type RankOptions, rankOf, requestsFrom, scalarRequest } from './requests/line-request.js'
import type { GeomapRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How a map of the world is drawn. */
export interface GeomapOptions extends WidgetOptions, ColourOptions, RankOptions {
  readonly palette?: string
  readonly flipPalette?: boolean
  /** `'WORLD'`, or the two letters of a country. */
  readonly focus?: string
}

/** Values by country, whose codes the data has to be grouped by. @example geomap('Requests by country', hits.by('country_iso_code')) */
export function geomap(title: Title, data: DataInput<GeomapRequest>, options: GeomapOptions = {}): Widget {
  const { red, yellow, green, conditionalFormats, limit, order } = options
  const requests = requestsFrom(
    data,
    { red, yellow, green, conditionalFormats, limit, order },
    (lines): GeomapRequest => ({
      ...scalarRequest(lines, options),
      sort: rankOf({ limit: 250, ...options }),
    }),
  )
  return builtWidget('geomap', [title, requests], options)
}
