import type { ChangePeriod } from '../../catalog/index.js'
import type { JsonObject } from '../../model/index.js'
import { type ColourOptions, conditionalFormats } from './conditional-format.js'
import { type LineInput, requestData, toLines } from './request-data.js'
import { type Widget, type WidgetOptions, widget, withoutUndefined } from './widget.js'

/** How a number is shown. */
export interface QueryValueOptions extends WidgetOptions, ColourOptions {
  /** Shown after the number: `'%'`. */
  readonly unit?: string
  readonly precision?: number
  readonly autoscale?: boolean
  readonly align?: 'left' | 'center' | 'right'
  /** A small graph behind the number. */
  readonly background?: 'area' | 'bars'
}

/**
 * One number.
 * @example queryValue('Error rate', errors.dividedBy(hits).times(100), { unit: '%', red: { above: 1 } })
 */
export function queryValue(title: string, data: LineInput, options: QueryValueOptions = {}): Widget {
  return widget(
    'query_value',
    title,
    {
      requests: [scalarRequest(data, options)],
      custom_unit: options.unit,
      precision: options.precision,
      autoscale: options.autoscale,
      text_align: options.align,
      timeseries_background: options.background === undefined ? undefined : { type: options.background },
    },
    options,
  )
}

function scalarRequest(data: LineInput | readonly LineInput[], options: ColourOptions): JsonObject {
  return withoutUndefined({
    response_format: 'scalar',
    ...requestData(toLines(data), 'scalar'),
    conditional_formats: conditionalFormats(options),
  })
}

/** How many rows a list has, and which come first. */
export interface RankOptions {
  readonly limit?: number
  readonly order?: 'asc' | 'desc'
}

function sortOf(options: RankOptions): JsonObject {
  const { limit = 10, order = 'desc' } = options
  return { count: limit, order_by: [{ type: 'formula', index: 0, order }] }
}

/** The groups with the highest values. @example toplist('Busiest hosts', avg('system.load.1').by('host'), { limit: 5 }) */
export function toplist(
  title: string,
  data: LineInput,
  options: WidgetOptions & ColourOptions & RankOptions = {},
): Widget {
  const request = { ...scalarRequest(data, options), sort: sortOf(options) }
  return widget('toplist', title, { requests: [request] }, options)
}

/** How a table is shown. */
export interface TableOptions extends WidgetOptions, RankOptions {
  readonly searchBar?: 'always' | 'never' | 'auto'
}

/** Groups as rows, lines as columns. @example table('Services', [hits.by('service').as('hits')], { limit: 50 }) */
export function table(title: string, columns: readonly LineInput[], options: TableOptions = {}): Widget {
  const request = { ...scalarRequest(columns, {}), sort: sortOf(options) }
  return widget('query_table', title, { requests: [request], has_search_bar: options.searchBar }, options)
}

/** What a change is measured against. */
export interface ChangeOptions extends WidgetOptions, RankOptions {
  readonly comparedTo?: ChangePeriod
  readonly as?: 'absolute' | 'relative'
  /** Growing is good, so it is green. */
  readonly increaseGood?: boolean
}

/** How values changed since the same time before. @example change('Orders', sum('orders').asCount(), { comparedTo: 'week_before' }) */
export function change(title: string, data: LineInput, options: ChangeOptions = {}): Widget {
  const { queries, formulas } = requestData(toLines(data), 'scalar')
  const [now] = formulas
  const period = options.comparedTo ?? 'hour_before'
  const request = withoutUndefined({
    response_format: 'scalar',
    queries,
    formulas: [{ formula: `${period}(${String(now?.formula)})` }, ...formulas],
    change_type: options.as ?? 'absolute',
    order_by: 'change',
    order_dir: options.order ?? 'desc',
    increase_good: options.increaseGood,
  })
  return widget('change', title, { requests: [request] }, options)
}

/** Shares of a whole. @example pieChart('Requests by service', hits.by('service')) */
export function pieChart(title: string, data: LineInput, options: WidgetOptions = {}): Widget {
  return widget('sunburst', title, { requests: [scalarRequest(data, {})] }, options)
}

/** Shares of a whole as areas. @example treemap('Cost by team', hits.by('team')) */
export function treemap(title: string, data: LineInput, options: WidgetOptions = {}): Widget {
  return widget('treemap', title, { requests: [scalarRequest(data, {})] }, options)
}
