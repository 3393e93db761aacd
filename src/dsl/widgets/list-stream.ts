import type { StreamDataSource } from '../../catalog/index.js'
import type { JsonObject } from '../../model/index.js'
import { builtWidget } from './built-widget.js'
import type { ListColumn } from './columns.js'
import type { CalculatedField } from './requests/query.js'
import type { Title, Widget, WidgetOptions } from './widget.js'

/** Which events a list shows. https://docs.datadoghq.com/dashboards/widgets/list/ */
export type StreamSource = StreamDataSource

/** What a list shows. */
export interface ListStreamRequest {
  readonly source: StreamSource
  readonly search: string
  /** Names of the columns, or with their width; the usual ones of a list when absent. */
  readonly columns?: readonly (string | ListColumn)[]
  readonly indexes?: readonly string[]
  readonly storage?: string
  readonly sort?: { readonly column: string; readonly order: 'asc' | 'desc' }
  /** How much of an event is shown; of `event_stream` only. */
  readonly event?: 's' | 'l'
  readonly groupBy?: readonly { readonly facet: string }[]
  /** Of patterns and transactions. */
  readonly compute?: readonly { readonly aggregation: string; readonly facet?: string }[]
  readonly clusteringPatternFieldPath?: string
  /** Of issues. */
  readonly assigneeUuids?: readonly string[]
  readonly persona?: 'all' | 'browser' | 'mobile' | 'backend'
  readonly states?: readonly ('OPEN' | 'IGNORED' | 'ACKNOWLEDGED' | 'RESOLVED')[]
  readonly suspectedCauses?: readonly string[]
  readonly teamHandles?: readonly string[]
  readonly version?: 'sequential_query'
  /** Attributes that are computed for this list. */
  readonly calculatedFields?: readonly CalculatedField[]
  /** Written when absent; null leaves it out. */
  readonly responseFormat?: 'event_list' | null
  /** Further fields in Datadog's own names. */
  readonly extra?: JsonObject
}

/** How a list is shown. */
export interface ListStreamOptions extends WidgetOptions {
  readonly legend?: boolean
  readonly legendSize?: string
}

/** Events as a list. @example listStream('Errors', { source: 'logs_stream', search: 'status:error' }) */
export function listStream(
  title: Title,
  data: ListStreamRequest | readonly ListStreamRequest[],
  options: ListStreamOptions = {},
): Widget {
  const requests = isList(data) ? data.map(withColumns) : withColumns(data)
  return builtWidget('list_stream', [title, requests], options)
}

function isList<Item>(input: Item | readonly Item[]): input is readonly Item[] {
  return Array.isArray(input)
}

/** The API wants columns. */
function withColumns(request: ListStreamRequest): ListStreamRequest {
  return { columns: ['status_line', 'timestamp', 'content'], ...request }
}

/** Logs as a list. @example logStream('Errors of the API', 'service:api status:error', ['host', 'service']) */
export function logStream(
  title: Title,
  search: string,
  columns: readonly string[] = ['host', 'service'],
  options: ListStreamOptions = {},
): Widget {
  const all = ['status_line', 'timestamp', ...columns, 'content']
  return listStream(title, { source: 'logs_stream', search, columns: all }, options)
}
