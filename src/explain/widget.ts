import { widgetNamed } from '../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { defined } from './defined.js'
import { formulaValue } from './formula-text.js'
import type { WidgetRole } from './sentences/resource.js'
import { type Phrase, phrase } from './sentences.js'

import { clauseIn, searchedIndexes, textIn } from './variable-keys.js'
import { metricValue, type NamedQuery, namedQueries, namesOf } from './variables.js'
import { journeyValue } from './widget-journeys.js'
import { widgetNotes } from './widget-notes.js'
import { requestsOf } from './widget-requests.js'

/** What one widget shows, with what is to be known beside it. */
export function widgetSentence(definition: JsonObject): Phrase {
  const shown = shownBy(definition)
  const notes = widgetNotes(definition)
  return notes.length === 0 ? shown : phrase('widget/noted', { shown, notes })
}

function shownBy(definition: JsonObject): Phrase {
  const type = textIn(definition, 'type')
  const title = textIn(definition, 'title').trim()
  const titled = title === '' ? {} : { title }
  switch (type) {
    case 'group':
    case 'powerpack':
      return groupSentence(definition, type, titled)
    case 'note':
      return phrase('widget/text', { kind: 'note', text: firstLine(textIn(definition, 'content')) })
    case 'free_text':
      return phrase('widget/text', { kind: 'free_text', text: firstLine(textIn(definition, 'text')) })
    case 'image':
      return phrase('widget/image', { url: textIn(definition, 'url') })
    case 'iframe':
      return phrase('widget/frame', { url: textIn(definition, 'url') })
    case 'alert_graph':
    case 'alert_value':
      return phrase('widget/alert', { widget: type, ...titled, id: String(definition.alert_id ?? '?') })
    case 'slo':
      return phrase('widget/slo', {
        ...titled,
        id: textIn(definition, 'slo_id'),
        windows: textsIn(definition.time_windows),
      })
    case 'check_status':
      return phrase('widget/check', {
        ...titled,
        check: textIn(definition, 'check'),
        tags: textsIn(definition.tags),
        groups: definition.grouping === 'cluster' ? textsIn(definition.group_by) : [],
      })
    case 'manage_status':
      return phrase('widget/monitors', { ...titled, query: textIn(definition, 'query') })
    case 'trace_service':
      return phrase('widget/service', {
        ...titled,
        service: textIn(definition, 'service'),
        env: textIn(definition, 'env'),
      })
    case 'log_stream':
      return phrase('widget/data', {
        widget: type,
        ...titled,
        values: [
          phrase('value/events-of', {
            source: 'logs',
            clause: clauseIn(textIn(definition, 'query')),
            ...defined({ indexes: searchedIndexes(definition) }),
          }),
        ],
      })
    case 'servicemap':
    case 'topology_map':
      return mapSentence(definition, type, titled)
    case 'slo_list':
      return phrase('widget/slos', { ...titled, query: textIn(firstQuery(definition), 'query_string') })
    case 'run_workflow':
      return phrase('widget/named', { widget: type, ...titled, id: textIn(definition, 'workflow_id') })
    case 'event_stream':
    case 'event_timeline':
      return phrase('widget/stream', { widget: type, ...titled, text: textIn(definition, 'query') })
    default:
      return otherSentence(definition, type, titled)
  }
}

type Titled = { readonly title?: string }

function groupSentence(definition: JsonObject, type: string, titled: Titled): Phrase {
  if (type === 'powerpack')
    return phrase('widget/named', { widget: type, ...titled, id: textIn(definition, 'powerpack_id') })
  return phrase('widget/group', {
    ...titled,
    count: Array.isArray(definition.widgets) ? definition.widgets.length : 0,
  })
}

/** The services around one; `filters` are tags. https://docs.datadoghq.com/dashboards/widgets/topology_map/ */
function mapSentence(definition: JsonObject, type: string, titled: Titled): Phrase {
  const query = type === 'servicemap' ? definition : firstQuery(definition)
  const filters = textsIn(query.filters).filter(one => one !== '*')
  return phrase('widget/map', { widget: type, ...titled, service: textIn(query, 'service'), filters })
}

function firstQuery(definition: JsonObject): JsonObject {
  const query = requestsOf(definition)[0]?.request.query
  return isJsonObject(query) ? query : {}
}

function otherSentence(definition: JsonObject, type: string, titled: Titled): Phrase {
  if (type === 'split_group' && isJsonObject(definition.source_widget_definition)) {
    return phrase('widget/data', {
      widget: type,
      ...titled,
      values: requestValues(definition.source_widget_definition),
    })
  }
  if (widgetNamed(type) === undefined) return phrase('widget/other', { widget: type })
  const values = requestValues(definition)
  return values.length === 0
    ? phrase('widget/plain', { widget: type, ...titled })
    : phrase('widget/data', {
        widget: type,
        ...titled,
        values,
        ...defined({ reducer: reducerOf(definition) }),
      })
}

/** How the points of the time range become one number, where all queries of a widget agree. */
function reducerOf(definition: JsonObject): string | undefined {
  const found = requestsOf(definition).flatMap(({ request }) => reducersOf(request))
  return new Set(found).size === 1 ? found[0] : undefined
}

function reducersOf(request: JsonObject): readonly string[] {
  if (request.response_format !== 'scalar') return typeof request.q === 'string' ? reducer(request) : []
  return Array.isArray(request.queries) ? request.queries.filter(isJsonObject).flatMap(reducer) : []
}

const reducer = (query: JsonObject) => (typeof query.aggregator === 'string' ? [query.aggregator] : [])

const lineLength = 80

/** Emphasis, inline code and links of a note are not part of what it says. */
const links = /!?\[([^\]]*)\]\([^)]*\)/g
const emphasis = /\*\*|__|`/g

function firstLine(text: string): string {
  const first = text.split('\n').find(one => one.trim() !== '') ?? ''
  const line = first
    .replace(/^[\s#>*-]+/, '')
    .replace(links, '$1')
    .replace(emphasis, '')
    .trim()
  return line.length <= lineLength ? line : `${line.slice(0, lineLength - 1)}…`
}

export function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}

function requestValues(definition: JsonObject): readonly Phrase[] {
  return requestsOf(definition).flatMap(({ path, request }) => {
    const role = roles.get(path)
    const values = valuesOfRequest(request, path)
    return role === undefined ? values : values.map(value => phrase('value/role', { role, value }))
  })
}

/** What the requests of host maps and scatter plots draw. */
const roles: ReadonlyMap<string, WidgetRole> = new Map([
  ['requests.fill', 'fill'],
  ['requests.size', 'size'],
  ['requests.x', 'x'],
  ['requests.y', 'y'],
])

/** What one request shows, wherever it stands. */
export function requestPhrases(request: JsonObject): readonly Phrase[] {
  return valuesOfRequest(request, '')
}

function valuesOfRequest(request: JsonObject, path: string): readonly Phrase[] {
  if (typeof request.q === 'string') return [metricValue(request.q, false)]
  const queries = queriesOfRequest(request, path)
  const formulas = Array.isArray(request.formulas) ? request.formulas : []
  if (formulas.length === 0) return queries.map(query => query.value)
  const names = namesOf(queries)
  return formulas.flatMap(formula => labelled(formula, names))
}

/** A formula with its alias, and how many lines of it are shown. */
function labelled(formula: Json, names: ReadonlyMap<string, Phrase>): readonly Phrase[] {
  const value = formulaValue(formula, names)
  if (value === undefined || !isJsonObject(formula)) return []
  const { limit } = formula
  const count = isJsonObject(limit) && typeof limit.count === 'number' ? limit.count : undefined
  const lowest = isJsonObject(limit) && limit.order === 'asc'
  const shown = count === undefined ? value : phrase('value/top', { value, count, lowest })
  const label = textIn(formula, 'alias')
  return [label === '' ? shown : phrase('value/labelled', { label, value: shown })]
}

const oldSearches: Readonly<Record<string, string>> = {
  log_query: 'logs',
  apm_query: 'spans',
  rum_query: 'rum',
  event_query: 'events',
  network_query: 'network',
  security_query: 'security_signals',
  audit_query: 'audit',
  profile_metrics_query: 'profiles',
  process_query: 'processes',
}

/** Every named query of a request, in the new form and the old ones. */
export function queriesOfRequest(request: JsonObject, path: string): readonly NamedQuery[] {
  if (Array.isArray(request.queries)) return namedQueries(request.queries, `${path}.queries`, false)
  if (isJsonObject(request.query)) return streamQuery(request.query, `${path}.query`)
  if (isJsonObject(request.apm_stats_query))
    return [{ name: '', path: `${path}.apm_stats_query`, value: apmTable(request.apm_stats_query) }]
  return Object.entries(oldSearches).flatMap(([field, source]) => {
    const query = request[field]
    return isJsonObject(query) ? [oldQuery(query, source, `${path}.${field}`)] : []
  })
}

/** Rows of a table by the level of detail of `row_type`. https://docs.datadoghq.com/dashboards/widgets/table/ */
function apmTable(query: JsonObject): Phrase {
  const tag = textIn(query, 'primary_tag')
  const columns = Array.isArray(query.columns) ? query.columns.filter(isJsonObject) : []
  return phrase('value/apm-table', {
    rows: textIn(query, 'row_type'),
    service: textIn(query, 'service'),
    operation: textIn(query, 'name'),
    resource: textIn(query, 'resource'),
    env: textIn(query, 'env'),
    // `datacenter:*` leaves out nothing.
    tag: tag.endsWith('*') ? '' : tag,
    columns: columns.map(column => textIn(column, 'alias') || textIn(column, 'name')),
  })
}

function streamQuery(query: JsonObject, path: string): readonly NamedQuery[] {
  const source = textIn(query, 'data_source')
  const text = textIn(query, 'query_string')
  const journey = journeyValue(query)
  if (journey !== undefined) {
    const search = { kind: 'search', id: `${path}.query_string`, text } as const
    return [{ name: '', path, value: journey, ...(text === '' ? {} : { text: search }) }]
  }
  if (source === 'metrics') return namedQueries([{ name: 'query', ...query }], path, false)
  // A map of services has tags to filter by, and no search.
  if (typeof query.service === 'string' && query.query_string === undefined) return []
  if (source === '')
    return [{ name: '', path, value: phrase('value/other-data', { source: 'query', text: '' }) }]
  const value = phrase('value/events-of', {
    source,
    clause: clauseIn(text),
    ...defined({ indexes: searchedIndexes(query) }),
  })
  return [{ name: '', path, value, text: { kind: 'search', id: `${path}.query_string`, text } }]
}

function oldQuery(query: JsonObject, source: string, path: string): NamedQuery {
  const search = isJsonObject(query.search) ? textIn(query.search, 'query') : ''
  if (source === 'processes') {
    const value = phrase('value/process', {
      source: 'process',
      metric: textIn(query, 'metric'),
      filter: textIn(query, 'search_by'),
      tags: textsIn(query.filter_by),
    })
    return { name: '', path, value }
  }
  const compute = isJsonObject(query.compute) ? query.compute : {}
  const facets = Array.isArray(query.group_by)
    ? query.group_by.flatMap(one => (isJsonObject(one) ? [textIn(one, 'facet')] : []))
    : []
  const value = phrase('value/events', {
    source,
    clause: clauseIn(search),
    method: textIn(compute, 'aggregation') || 'count',
    ...defined({ measure: textIn(compute, 'facet') || undefined }),
    groups: facets,
  })
  return { name: '', path, value, text: { kind: 'search', id: `${path}.search.query`, text: search } }
}
