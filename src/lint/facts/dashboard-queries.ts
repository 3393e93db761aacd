import { type DashboardDefinition, isJsonObject, type Json, type JsonPath } from '../../model/index.js'
import {
  type MetricExpression,
  type ParseResult,
  parseMetricQuery,
  parseSearch,
  type QueryList,
  type SearchExpression,
} from '../../query/index.js'
import { memo } from './memo.js'
import { entriesOf, type PlacedRequest, requestsOf } from './requests.js'

/** A query text of a widget with its tree; spans are offsets in the text. */
export type DashboardQuery = DashboardMetricQuery | DashboardSearch

export interface DashboardMetricQuery {
  readonly language: 'metric'
  readonly text: string
  readonly path: JsonPath
  readonly parsed: ParseResult<MetricExpression | QueryList>
}

export interface DashboardSearch {
  readonly language: 'search'
  readonly text: string
  readonly path: JsonPath
  readonly parsed: ParseResult<SearchExpression>
}

const metricSources: ReadonlySet<Json | undefined> = new Set(['metrics', 'cloud_cost'])

/** Every metric query and event search in the requests of a dashboard, of the new form and of the old `q`. */
export const dashboardQueriesOf = memo((definition: DashboardDefinition): readonly DashboardQuery[] =>
  requestsOf(definition).flatMap(placed => [
    ...oldQueries(placed),
    ...newQueries(placed),
    ...listQueries(placed),
  ]),
)

/** The one search of a list of events: `logs_stream`, `rum_issue_stream` and their sisters. */
function listQueries({ request: { query }, path }: PlacedRequest): DashboardQuery[] {
  if (!isJsonObject(query) || typeof query.query_string !== 'string') return []
  const isStream = typeof query.data_source === 'string' && query.data_source.endsWith('_stream')
  return isStream ? [searchQuery(query.query_string, [...path, 'query', 'query_string'])] : []
}

function oldQueries({ request, path }: PlacedRequest): DashboardQuery[] {
  return typeof request.q === 'string' ? [metricQuery(request.q, [...path, 'q'])] : []
}

function newQueries({ request, path }: PlacedRequest): DashboardQuery[] {
  return entriesOf(request, 'queries').flatMap(([index, query]): DashboardQuery[] => {
    const at = [...path, 'queries', index]
    const search = isJsonObject(query.search) ? query.search.query : undefined
    if (typeof search === 'string') return [searchQuery(search, [...at, 'search', 'query'])]
    const isMetric = metricSources.has(query.data_source) && typeof query.query === 'string'
    return isMetric ? [metricQuery(query.query as string, [...at, 'query'])] : []
  })
}

function metricQuery(text: string, path: JsonPath): DashboardMetricQuery {
  return { language: 'metric', text, path, parsed: parseMetricQuery(text) }
}

function searchQuery(text: string, path: JsonPath): DashboardSearch {
  return { language: 'search', text, path, parsed: parseSearch(text) }
}
