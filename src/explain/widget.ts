import { widgetNamed } from '../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { parseMetricQuery, print } from '../query/index.js'
import { variableValues } from './dashboard-settings.js'
import { defined } from './defined.js'
import { formulaValue } from './formula-text.js'
import type { WidgetRole } from './sentences/resource.js'
import { type Phrase, phrase, type SentenceValues } from './sentences.js'

import { clauseIn, facets, groupLimit, searchedIndexes, textIn } from './variable-keys.js'
import { limited, metricValue, type NamedQuery, namedQueries, namesOf } from './variables.js'
import { journeyValue } from './widget-journeys.js'
import { drawnAs, objectsIn, reducersOf, textsIn, widgetNotes } from './widget-notes.js'
import { requestsOf } from './widget-requests.js'

/** What one widget shows, with what is to be known beside it. */
export function widgetSentence(definition: JsonObject, isBroken = false): Phrase {
  const shown = shownBy(definition)
  const notes = [...(isBroken ? [phrase('widget/broken', {})] : []), ...widgetNotes(definition)]
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
        budget: definition.show_error_budget !== false,
        filter: textIn(definition, 'additional_query_filters').replace(/^\*$/, ''),
        ...defined({ target: textIn(definition, 'global_time_target').replace(/^0$/, '') || undefined }),
      })
    case 'check_status':
      return phrase('widget/check', {
        ...titled,
        check: textIn(definition, 'check'),
        tags: textsIn(definition.tags),
        groups: definition.grouping === 'cluster' ? textsIn(definition.group_by) : [],
      })
    case 'manage_status':
      return phrase('widget/monitors', {
        ...titled,
        query: textIn(definition, 'query'),
        ...defined({ summary: textIn(definition, 'summary_type') || undefined }),
      })
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
            groups: [],
          }),
        ],
      })
    case 'servicemap':
    case 'topology_map':
      return mapSentence(definition, type, titled)
    case 'slo_list':
      return slosSentence(firstQuery(definition), titled)
    case 'run_workflow':
      return phrase('widget/workflow', {
        ...titled,
        id: textIn(definition, 'workflow_id'),
        inputs: objectsIn(definition.inputs).map(one => ({
          name: textIn(one, 'name'),
          value: textIn(one, 'value'),
        })),
      })
    case 'event_stream':
    case 'event_timeline':
      return phrase('widget/stream', { widget: type, ...titled, text: textIn(definition, 'query') })
    default:
      return otherSentence(definition, type, titled)
  }
}

type Titled = { readonly title?: string }

function groupSentence(definition: JsonObject, type: string, titled: Titled): Phrase {
  if (type === 'powerpack') return powerpackSentence(definition, titled)
  return phrase('widget/group', {
    ...titled,
    count: Array.isArray(definition.widgets) ? definition.widgets.length : 0,
  })
}

function slosSentence(query: JsonObject, titled: Titled): Phrase {
  const limit = typeof query.limit === 'number' ? query.limit : undefined
  return phrase('widget/slos', { ...titled, query: textIn(query, 'query_string'), ...defined({ limit }) })
}

/** The values come from the dashboard, or are its own. https://docs.datadoghq.com/dashboards/widgets/powerpack/ */
function powerpackSentence(definition: JsonObject, titled: Titled): Phrase {
  const variables = definition.template_variables
  const { controlled_externally: outside, controlled_by_powerpack: own } = isJsonObject(variables ?? null)
    ? (variables as JsonObject)
    : {}
  return phrase('widget/powerpack', {
    ...titled,
    id: textIn(definition, 'powerpack_id'),
    values: [...variableValues(outside), ...variableValues(own)],
  })
}

/** The services around one; `filters` are tags. https://docs.datadoghq.com/dashboards/widgets/topology_map/ */
function mapSentence(definition: JsonObject, type: string, titled: Titled): Phrase {
  const query = type === 'servicemap' ? definition : firstQuery(definition)
  const filters = textsIn(query.filters).filter(one => one !== '*')
  return phrase('widget/map', {
    widget: type,
    ...titled,
    service: textIn(query, 'service'),
    filters,
    query: textIn(query, 'query_string'),
  })
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
  if (widgetNamed(type) === undefined) return phrase('widget/other', { widget: type, ...titled })
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
  const found = reducersOf(definition)
  return new Set(found.map(one => one.reducer)).size === 1 ? found[0]!.reducer : undefined
}

const lineLength = 80

/** Emphasis, inline code and links of a note are not part of what it says. */
const links = /!?\[([^\]]*)\]\([^)]*\)/g
const emphasis = /\*\*|__|`/g

/** The first line of a note that says something; an ellipsis stands for the rest. */
function firstLine(text: string): string {
  const [line = '', ...rest] = text
    .split('\n')
    .map(plainLine)
    .filter(one => one !== '')
  if (line.length > lineLength) return `${line.slice(0, lineLength - 1)}…`
  return rest.length === 0 ? line : `${line} …`
}

function plainLine(line: string): string {
  return line
    .replace(/^[\s#>*-]+/, '')
    .replace(links, '$1')
    .replace(emphasis, '')
    .trim()
}

function requestValues(definition: JsonObject): readonly Phrase[] {
  const requests = requestsOf(definition)
  const isMixed = new Set(requests.map(({ request }) => drawnAs(request))).size > 1
  return requests.flatMap(({ path, request }) => {
    const role = roles.get(path)
    const values = valuesOfRequest(request, path)
    if (role !== undefined) return values.map(value => phrase('value/role', { role, value }))
    const right = request.on_right_yaxis === true
    const as = isMixed ? drawnAs(request) : undefined
    if (!right && as === undefined) return values
    return values.map(value => phrase('value/drawn', { value, ...defined({ as }), right }))
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
  if (typeof request.q === 'string') return oldValues(request, request.q)
  const queries = queriesOfRequest(request, path)
  const formulas = Array.isArray(request.formulas) ? request.formulas : []
  if (formulas.length === 0) return queries.map(query => query.value)
  const names = namesOf(queries)
  return formulas.flatMap(formula => labelled(formula, names))
}

/** The old form names its lines in `metadata`, or a column by `alias`. */
function oldValues(request: JsonObject, text: string): readonly Phrase[] {
  const names = new Map(
    objectsIn(request.metadata).map(one => [spelled(textIn(one, 'expression')), textIn(one, 'alias_name')]),
  )
  const { node } = parseMetricQuery(text)
  const texts = node?.kind === 'query-list' ? node.queries.map(print) : [spelled(text)]
  const isNamed = texts.some(one => (names.get(one) ?? '') !== '')
  const values = (isNamed ? texts : [text]).map(one =>
    labelledAs(names.get(one) ?? textIn(request, 'alias'), metricValue(one, false)),
  )
  return values.map(value => limited(value, request.limit, request.order === 'asc'))
}

function spelled(text: string): string {
  const { node } = parseMetricQuery(text)
  return node === undefined ? text : print(node)
}

function labelledAs(label: string, value: Phrase): Phrase {
  return label === '' ? value : phrase('value/labelled', { label, value })
}

/** A formula with its alias, and how many lines of it are shown. */
function labelled(formula: Json, names: ReadonlyMap<string, Phrase>): readonly Phrase[] {
  const value = formulaValue(formula, names)
  if (value === undefined || !isJsonObject(formula)) return []
  const { limit } = formula
  const shown = isJsonObject(limit) ? limitedTwice(value, limit.count, limit.order === 'asc') : value
  const label = textIn(formula, 'alias')
  const role = dimensions.get(textIn(formula, 'dimension'))
  if (role === undefined) return [labelledAs(label, shown)]
  return [phrase('value/role', { role, value: shown, ...defined({ label: label || undefined }) })]
}

/** The axes of a scatter plot of formulas. */
const dimensions: ReadonlyMap<string, WidgetRole> = new Map([
  ['x', 'x'],
  ['y', 'y'],
  ['radius', 'size'],
  ['color', 'color'],
])

/** A query of events limits its groups as well: of the two, the smaller number is what one sees. */
function limitedTwice(value: Phrase, count: Json | undefined, lowest: boolean): Phrase {
  if (value.code !== 'value/events') return limited(value, count, lowest)
  const events = value.values as SentenceValues['value/events']
  if (events.limit?.lowest !== lowest || typeof count !== 'number') return limited(value, count, lowest)
  return phrase('value/events', { ...events, limit: { count: Math.min(count, events.limit.count), lowest } })
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
    return isJsonObject(query) ? oldQueries(query, source, `${path}.${field}`) : []
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
  if (isMeasured(query)) return namedQueries([histogramOf(query)], path, false)
  // A map of services has tags to filter by, and no search.
  if (typeof query.service === 'string' && query.query_string === undefined) return []
  if (source === '')
    return [{ name: '', path, value: phrase('value/other-data', { source: 'query', text: '' }) }]
  const value = phrase('value/events-of', {
    source,
    clause: clauseIn(text),
    ...defined({ indexes: searchedIndexes(query) }),
    groups: facets(query),
  })
  return [{ name: '', path, value, text: { kind: 'search', id: `${path}.query_string`, text } }]
}

/** A query may compute several numbers at once. */
function oldQueries(query: JsonObject, source: string, path: string): readonly NamedQuery[] {
  if (source === 'processes') return [{ name: '', path, value: processValue(query) }]
  // The search of events was a text of its own before.
  const search = isJsonObject(query.search) ? textIn(query.search, 'query') : textIn(query, 'search')
  const id = isJsonObject(query.search) ? `${path}.search.query` : `${path}.search`
  const several = objectsIn(query.multi_compute)
  const computes = several.length > 0 ? several : [isJsonObject(query.compute) ? query.compute : {}]
  const index = textIn(query, 'index')
  return computes.map((compute, at) => {
    const value = phrase('value/events', {
      source,
      clause: clauseIn(search),
      method: textIn(compute, 'aggregation') || 'count',
      ...defined({ measure: textIn(compute, 'facet') || undefined }),
      ...(source === 'logs' ? defined({ indexes: searchedIndexes({ indexes: [index || '*'] }) }) : {}),
      groups: facets(query),
      ...defined({ limit: groupLimit(query) }),
    })
    return {
      name: '',
      path,
      value,
      ...(at === 0 ? { text: { kind: 'search', id, text: search } as const } : {}),
    }
  })
}

/** The one query of a histogram has the form of those in `queries`. https://docs.datadoghq.com/dashboards/widgets/distribution/ */
function isMeasured({ data_source: source, compute, stat }: JsonObject): boolean {
  return source === 'metrics' || isJsonObject(compute ?? null) || typeof stat === 'string'
}

/** A histogram shows all values of a measure, whatever aggregation is written beside it. */
function histogramOf(query: JsonObject): JsonObject {
  const { compute } = query
  const isOfMeasure = isJsonObject(compute) && textIn(compute, 'metric') !== ''
  const shown = isOfMeasure ? { compute: { ...compute, aggregation: 'distribution' } } : {}
  return { name: 'query', ...query, ...shown }
}

function processValue(query: JsonObject): Phrase {
  const value = phrase('value/process', {
    source: 'process',
    metric: textIn(query, 'metric'),
    filter: textIn(query, 'search_by'),
    tags: textsIn(query.filter_by),
  })
  return limited(value, query.limit, false)
}
