import { type Widget, type WidgetOptions, widget } from './widget.js'

/** Which events a list shows. https://docs.datadoghq.com/dashboards/widgets/list/ */
export type StreamSource =
  | 'logs_stream'
  | 'audit_stream'
  | 'ci_pipeline_stream'
  | 'ci_test_stream'
  | 'rum_issue_stream'
  | 'apm_issue_stream'
  | 'trace_stream'
  | 'logs_issue_stream'
  | 'logs_pattern_stream'
  | 'logs_transaction_stream'
  | 'event_stream'
  | 'rum_stream'
  | 'llm_observability_stream'
  | 'issue_stream'

/** What a list shows. */
export interface ListStreamOptions extends WidgetOptions {
  readonly source: StreamSource
  readonly search: string
  /** Names of the columns; the usual ones of a list when absent. */
  readonly columns?: readonly string[]
  readonly indexes?: readonly string[]
}

/** Events as a list. @example listStream('Errors', { source: 'logs_stream', search: 'status:error' }) */
export function listStream(title: string, options: ListStreamOptions): Widget {
  const query = {
    data_source: options.source,
    query_string: options.search,
    ...(options.indexes === undefined ? {} : { indexes: options.indexes }),
  }
  const columns = (options.columns ?? ['status_line', 'timestamp', 'content']).map(field => ({
    field,
    width: 'auto',
  }))
  return widget(
    'list_stream',
    title,
    { requests: [{ response_format: 'event_list', query, columns }] },
    options,
  )
}

/** Logs as a list. @example logStream('Errors of the API', 'service:api status:error', ['host', 'service']) */
export function logStream(
  title: string,
  search: string,
  columns: readonly string[] = ['host', 'service'],
  options: WidgetOptions = {},
): Widget {
  const all = ['status_line', 'timestamp', ...columns, 'content']
  return listStream(title, { ...options, source: 'logs_stream', search, columns: all })
}

/** Events in the older form, which also shows their text. @example eventStream('Deployments', 'source:deployment') */
export function eventStream(
  title: string,
  search: string,
  options: WidgetOptions & { readonly size?: WidgetOptions['size']; readonly event?: 's' | 'l' } = {},
): Widget {
  return widget('event_stream', title, { query: search, event_size: options.event }, options)
}

/** When events happened. @example eventTimeline('Deployments', 'source:deployment') */
export function eventTimeline(title: string, search: string, options: WidgetOptions = {}): Widget {
  return widget('event_timeline', title, { query: search }, options)
}
