import { builtWidget } from './built-widget.js'
import type { DataInput } from './requests/line-data.js'
import { type RankOptions, rankOf, requestsFrom, scalarRequest } from './requests/line-request.js'
import type { TableRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** How a table is shown. */
export interface TableOptions extends WidgetOptions, RankOptions {
  readonly searchBar?: 'always' | 'never' | 'auto'
}

/** Groups as rows, lines as columns. @example table('Services', [hits.by('service').as('hits')], { limit: 50 }) */
export function table(title: Title, data: DataInput<TableRequest>, options: TableOptions = {}): Widget {
  const { limit, order } = options
  const requests = requestsFrom(
    data,
    { limit, order },
    (lines): TableRequest => ({ ...scalarRequest(lines), sort: rankOf(options) }),
  )
  return builtWidget('query_table', [title, requests], options)
}
