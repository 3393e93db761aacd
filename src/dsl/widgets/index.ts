export type { ColourOptions, FormatBound } from './conditional-format.js'
export {
  type AxisOptions,
  distribution,
  type GraphOptions,
  heatmap,
  type Marker,
  type TimeseriesOptions,
  timeseries,
} from './graphs.js'
export { type GroupWidgetOptions, group } from './group.js'
export type { LineInput } from './request-data.js'
export {
  alertValue,
  type CheckStatusOptions,
  checkStatus,
  type ManageStatusOptions,
  manageStatus,
  monitorStatus,
  type SloWidgetOptions,
  sloList,
  sloWidget,
} from './status.js'
export {
  eventStream,
  eventTimeline,
  type ListStreamOptions,
  listStream,
  logStream,
  type StreamSource,
} from './streams.js'
export { freeText, iframe, image, type NoteOptions, note } from './texts.js'
export {
  type ChangeOptions,
  change,
  pieChart,
  type QueryValueOptions,
  queryValue,
  type RankOptions,
  type TableOptions,
  table,
  toplist,
  treemap,
} from './values.js'
export { type Place, raw, type Size, type Widget, type WidgetOptions } from './widget.js'
