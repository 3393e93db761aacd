import type { JsonObject } from '../../model/index.js'
import { builtWidget } from './built-widget.js'
import type { EventListPart, HistogramRequest, RequestLooks, TimeseriesRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** What a wildcard widget draws. */
export interface WildcardOptions extends WidgetOptions {
  /** `'vega-lite'` when absent. */
  readonly language?: 'vega' | 'vega-lite' | null
  /** The specification, as https://vega.github.io has it. */
  readonly contents: JsonObject
}

/** The requests of a wildcard widget: those of any other graph. They say their response format themselves. */
export type WildcardRequest = TimeseriesRequest | HistogramRequest | (EventListPart & RequestLooks)

/**
 * A drawing of one's own in Vega or Vega-Lite.
 * @example wildcard('Bars', { queries: { a: hits }, formulas: ['a'], responseFormat: 'scalar' }, { contents: { mark: 'bar' } })
 */
export function wildcard(
  title: Title,
  data: WildcardRequest | readonly WildcardRequest[],
  options: WildcardOptions,
): Widget {
  return builtWidget('wildcard', [title, data], options)
}
