import type { AxisOptions } from './axis.js'
import { builtWidget } from './built-widget.js'
import type { ColourOptions } from './conditional-format.js'
import type { DataInput } from './requests/line-data.js'
import { requestsFrom, scalarRequest } from './requests/line-request.js'
import type { QueryValueRequest } from './requests/request.js'
import type { TextAlign, Title, Widget, WidgetOptions } from './widget.js'

/** How a number is shown. */
export interface QueryValueOptions extends WidgetOptions, ColourOptions {
  /** Shown after the number: `'%'`. */
  readonly unit?: string
  readonly precision?: number
  readonly autoscale?: boolean
  readonly align?: TextAlign
  /** A small graph behind the number. */
  readonly background?: 'area' | 'bars'
  readonly backgroundAxis?: AxisOptions
}

/**
 * One number.
 * @example queryValue('Error rate', errors.dividedBy(hits).times(100), { unit: '%', red: { above: 1 } })
 */
export function queryValue(
  title: Title,
  data: DataInput<QueryValueRequest>,
  options: QueryValueOptions = {},
): Widget {
  const { red, yellow, green, conditionalFormats } = options
  const requests = requestsFrom(
    data,
    { red, yellow, green, conditionalFormats },
    (lines): QueryValueRequest => scalarRequest(lines, options),
  )
  return builtWidget('query_value', [title, requests], options)
}
