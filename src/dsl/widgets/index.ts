export {
  customWidget,
  type EmbeddedAppOptions,
  embeddedApp,
  type RunWorkflowOptions,
  runWorkflow,
} from './apps.js'
export type { AxisOptions } from './axis.js'
export { type BarChartOptions, barChart } from './bar-chart.js'
export { type ChangeOptions, change } from './change.js'
export { type CheckStatusOptions, checkStatus } from './check-status.js'
export { type ClassicLogStreamOptions, classicLogStream } from './classic-log-stream.js'
export type { ListColumn } from './columns.js'
export type { ColourOptions, ConditionalFormat, FormatBound } from './conditional-format.js'
export { type DistributionOptions, distribution } from './distribution.js'
export { type EventStreamOptions, eventStream, eventTimeline } from './events.js'
export { type GeomapOptions, geomap } from './geomap.js'
export { type GroupWidgetOptions, group } from './group.js'
export { type HeatmapOptions, heatmap } from './heatmap.js'
export { type HostmapData, type HostmapOptions, hostmap } from './hostmap.js'
export {
  type ListStreamOptions,
  type ListStreamRequest,
  listStream,
  logStream,
  type StreamSource,
} from './list-stream.js'
export type { EventOverlay, Marker, MarkerText } from './marker.js'
export { alertValue, type ManageStatusOptions, manageStatus, monitorStatus } from './monitors.js'
export { type PieChartOptions, pieChart } from './pie-chart.js'
export { type PointPlotOptions, type PointPlotRequest, pointPlot } from './point-plot.js'
export { type PowerpackOptions, powerpack } from './powerpack.js'
export { cohort, type FunnelRequest, funnel, retentionCurve, sankey } from './product-analytics.js'
export { type QueryValueOptions, queryValue } from './query-value.js'
export type { MonitorInput } from './references.js'
export type { ClassicPart, ClassicSearch } from './requests/classic.js'
export type { FormulaLooks, NumberFormat, RequestFormula } from './requests/formula.js'
export type { DataInput, LineInput } from './requests/line-data.js'
export type { RankOptions } from './requests/line-request.js'
export {
  apmDependencyQuery,
  apmMetricsQuery,
  apmResourceQuery,
  type CalculatedField,
  costQuery,
  type EventCompute,
  type EventGroup,
  type EventsQueryOptions,
  eventsQuery,
  metricQuery,
  processQuery,
  productAnalyticsQuery,
  rawQuery,
  sloQuery,
  type WidgetQuery,
} from './requests/query.js'
export type {
  ChangeRequest,
  DataRequest,
  EventListPart,
  GeomapRequest,
  HistogramRequest,
  ProductRequest,
  QueryInput,
  QueryValueRequest,
  RequestSort,
  RequestStyle,
  TableRequest,
  TextFormat,
  TimeseriesRequest,
} from './requests/request.js'
export { type ScatterplotData, type ScatterplotOptions, scatterplot } from './scatterplot.js'
export { type ServiceMapOptions, serviceMap, type TraceServiceOptions, traceService } from './service.js'
export { type SloListOptions, type SloWidgetOptions, sloList, sloWidget } from './slo.js'
export { type SplitGroupOptions, splitGroup } from './split-group.js'
export { type TableOptions, table } from './table.js'
export {
  type FreeTextOptions,
  freeText,
  type ImageOptions,
  iframe,
  image,
  type NoteOptions,
  note,
} from './texts.js'
export { type GraphOptions, type TimeseriesOptions, timeseries } from './timeseries.js'
export { type BarStyle, type ToplistOptions, toplist } from './toplist.js'
export { type TopologyRequest, topologyMap } from './topology-map.js'
export { type TreemapOptions, treemap } from './treemap.js'
export type { Size } from './usual-size.js'
export {
  type CustomLink,
  type Place,
  type PlacedOptions,
  raw,
  type TextAlign,
  type Title,
  type Widget,
  type WidgetOptions,
  type WidgetTime,
} from './widget.js'
export { type WildcardOptions, type WildcardRequest, wildcard } from './wildcard.js'
