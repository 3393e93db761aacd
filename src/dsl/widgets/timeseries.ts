import type { DisplayType, LegendColumn, LegendLayout } from '../../catalog/index.js'
import type { Line } from '../line.js'
import type { AxisOptions } from './axis.js'
import { builtWidget } from './built-widget.js'
import type { EventOverlay, Marker, MarkerText } from './marker.js'
import { type DataInput, lineData } from './requests/line-data.js'
import { requestsFrom } from './requests/line-request.js'
import type { RequestStyle, TimeseriesRequest } from './requests/request.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** What graphs over time share. */
export interface GraphOptions extends WidgetOptions {
  readonly yAxis?: AxisOptions
  readonly markers?: readonly (Marker | MarkerText)[]
  /** Events drawn over the graph, by their search. */
  readonly events?: readonly (string | EventOverlay)[]
  readonly legend?: boolean
  readonly legendSize?: string
}

/** How a timeseries is drawn. */
export interface TimeseriesOptions extends GraphOptions {
  /** For lines that do not say it themselves. */
  readonly display?: DisplayType
  readonly palette?: string
  readonly legendLayout?: LegendLayout
  readonly legendColumns?: readonly LegendColumn[]
  readonly rightYAxis?: AxisOptions
}

/**
 * Values over time: lines, or whole requests.
 * @example timeseries('Requests', [hits.as('all'), errors.as('failed')], { display: 'bars' })
 */
export function timeseries(
  title: Title,
  data: DataInput<TimeseriesRequest>,
  options: TimeseriesOptions = {},
): Widget {
  const { display, palette } = options
  const requests = requestsFrom(data, { display, palette }, lines => lineRequests(lines, options))
  return builtWidget('timeseries', [title, requests], options)
}

/** Lines that look alike share a request. */
function lineRequests(lines: readonly Line[], options: TimeseriesOptions): readonly TimeseriesRequest[] {
  const groups = new Map<string, Line[]>()
  for (const line of lines) {
    const looks = JSON.stringify(looksOf(line, options))
    groups.set(looks, [...(groups.get(looks) ?? []), line])
  }
  return [...groups].map(([looks, group]) => ({
    ...lineData(group, 'timeseries'),
    ...(JSON.parse(looks) as LineLooks),
  }))
}

type LineLooks = Pick<TimeseriesRequest, 'display' | 'style' | 'onRightAxis'>

function looksOf(line: Line, options: TimeseriesOptions): LineLooks {
  const palette = line.palette ?? options.palette
  const style: RequestStyle = {
    ...(palette === undefined ? {} : { palette }),
    ...(line.lineType === undefined ? {} : { lineType: line.lineType }),
    ...(line.lineWidth === undefined ? {} : { lineWidth: line.lineWidth }),
  }
  return {
    display: line.display ?? options.display ?? 'line',
    ...(Object.keys(style).length === 0 ? {} : { style }),
    ...(line.onRightAxis === true ? { onRightAxis: true } : {}),
  }
}
