import type {
  DisplayType,
  LegendColumn,
  LegendLayout,
  MarkerLine,
  MarkerSeverity,
} from '../../catalog/index.js'
import type { JsonObject } from '../../model/index.js'
import type { Line } from '../line.js'
import { type LineInput, requestData, toLines } from './request-data.js'
import { type Widget, type WidgetOptions, widget, withoutUndefined } from './widget.js'

/** The axis of a graph. */
export interface AxisOptions {
  readonly includeZero?: boolean
  readonly min?: number | 'auto'
  readonly max?: number | 'auto'
  readonly scale?: 'linear' | 'log' | 'sqrt' | `pow${number}`
  readonly label?: string
}

/** A line across the graph, or a band. */
export type Marker = {
  readonly label?: string
  readonly severity?: MarkerSeverity
  readonly line?: MarkerLine
} & (
  | { readonly at: number; readonly from?: never; readonly to?: never }
  | { readonly at?: never; readonly from: number; readonly to: number }
)

/** What graphs over time share. */
export interface GraphOptions extends WidgetOptions {
  readonly yAxis?: AxisOptions
  readonly markers?: readonly Marker[]
  /** Events drawn over the graph, by their search. */
  readonly events?: readonly string[]
}

/** How a timeseries is drawn. */
export interface TimeseriesOptions extends GraphOptions {
  /** For lines that do not say it themselves. */
  readonly display?: DisplayType
  readonly palette?: string
  readonly legend?: boolean
  readonly legendLayout?: LegendLayout
  readonly legendColumns?: readonly LegendColumn[]
  readonly rightYAxis?: AxisOptions
}

/**
 * Values over time.
 * @example timeseries('Requests', [hits.as('all'), errors.as('failed')], { display: 'bars' })
 */
export function timeseries(
  title: string,
  lines: LineInput | readonly LineInput[],
  options: TimeseriesOptions = {},
): Widget {
  const requests = [...requestGroups(toLines(lines), options).values()].map(group =>
    timeseriesRequest(group, options),
  )
  return widget(
    'timeseries',
    title,
    {
      ...graphFields(options),
      requests,
      show_legend: options.legend,
      legend_layout: options.legendLayout,
      legend_columns: options.legendColumns,
      right_yaxis: axis(options.rightYAxis),
    },
    options,
  )
}

/** Lines that look alike share a request. */
function requestGroups(
  lines: readonly Line[],
  options: TimeseriesOptions,
): ReadonlyMap<string, readonly Line[]> {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const looks = JSON.stringify([looksOf(line, options), line.onRightAxis === true])
    groups.set(looks, [...(groups.get(looks) ?? []), line])
  }
  return groups
}

function looksOf(line: Line, options: TimeseriesOptions): JsonObject {
  const style = withoutUndefined({
    palette: line.palette ?? options.palette,
    line_type: line.lineType,
    line_width: line.lineWidth,
  })
  return withoutUndefined({
    display_type: line.display ?? options.display ?? 'line',
    style: Object.keys(style).length === 0 ? undefined : style,
  })
}

function timeseriesRequest(lines: readonly Line[], options: TimeseriesOptions): JsonObject {
  const [first] = lines
  return {
    response_format: 'timeseries',
    ...requestData(lines, 'timeseries'),
    ...(first === undefined ? {} : looksOf(first, options)),
    ...(first?.onRightAxis === true ? { on_right_yaxis: true } : {}),
  }
}

function graphFields(options: GraphOptions): JsonObject {
  return {
    yaxis: axis(options.yAxis),
    markers: options.markers?.map(markerJson),
    events: options.events?.map(q => ({ q })),
  }
}

export function axis(options: AxisOptions | undefined): JsonObject | undefined {
  if (options === undefined) return undefined
  const { includeZero, min, max, scale, label } = options
  return withoutUndefined({
    include_zero: includeZero,
    min: min === undefined ? undefined : String(min),
    max: max === undefined ? undefined : String(max),
    scale,
    label,
  })
}

function markerJson(marker: Marker): JsonObject {
  return withoutUndefined({
    value: marker.at === undefined ? `${marker.from} < y < ${marker.to}` : `y = ${marker.at}`,
    display_type: `${marker.severity ?? 'error'} ${marker.line ?? 'dashed'}`,
    label: marker.label,
  })
}

/** How often which values occur, over time. @example heatmap('Latency', avg('api.latency').by('host')) */
export function heatmap(
  title: string,
  lines: LineInput | readonly LineInput[],
  options: GraphOptions = {},
): Widget {
  const request = { response_format: 'timeseries', ...requestData(toLines(lines), 'timeseries') }
  return widget('heatmap', title, { ...graphFields(options), requests: [request] }, options)
}

/** How often which values occur. @example distribution('Latency by host', avg('api.latency').by('host')) */
export function distribution(title: string, data: LineInput, options: GraphOptions = {}): Widget {
  const request = { response_format: 'scalar', ...requestData(toLines(data), 'scalar') }
  return widget('distribution', title, { ...graphFields(options), requests: [request] }, options)
}
