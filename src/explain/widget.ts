import { widgetNamed } from '../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { defined } from './defined.js'
import { type Phrase, phrase } from './sentences.js'
import { formulaValue } from './slo.js'
import { clauseIn, textIn } from './variable-keys.js'
import { metricValue, type NamedQuery, namedQueries, namesOf } from './variables.js'

/** What one widget shows, in one sentence. */
export function widgetSentence(definition: JsonObject): Phrase {
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
      return phrase('widget/image', {})
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
      })
    case 'manage_status':
      return phrase('widget/monitors', { ...titled, query: textIn(definition, 'query') })
    case 'trace_service':
      return phrase('widget/service', {
        ...titled,
        service: textIn(definition, 'service'),
        env: textIn(definition, 'env'),
      })
    case 'event_stream':
    case 'event_timeline':
    case 'log_stream':
      return phrase('widget/stream', { widget: type, ...titled, text: textIn(definition, 'query') })
    default:
      return otherSentence(definition, type, titled)
  }
}

type Titled = { readonly title?: string }

function groupSentence(definition: JsonObject, type: string, titled: Titled): Phrase {
  if (type === 'powerpack') return phrase('widget/plain', { widget: type, ...titled })
  return phrase('widget/group', {
    ...titled,
    count: Array.isArray(definition.widgets) ? definition.widgets.length : 0,
  })
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
    : phrase('widget/data', { widget: type, ...titled, values })
}

const lineLength = 80

function firstLine(text: string): string {
  const line = (text.split('\n').find(one => one.trim() !== '') ?? '').replace(/^[\s#>*-]+/, '').trim()
  return line.length <= lineLength ? line : `${line.slice(0, lineLength - 1)}…`
}

export function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(one => typeof one === 'string') : []
}

/** The requests of a widget: a list, or an object such as `{x, y}` and `{fill, size}`. */
export function requestsOf(
  definition: JsonObject,
): readonly { readonly path: string; readonly request: JsonObject }[] {
  const { requests } = definition
  const entries = Array.isArray(requests)
    ? requests.map((request, index) => [`requests[${index}]`, request] as const)
    : isJsonObject(requests)
      ? Object.entries(requests).map(([name, request]) => [`requests.${name}`, request] as const)
      : []
  return entries.flatMap(([path, request]) => (isJsonObject(request) ? [{ path, request }] : []))
}

function requestValues(definition: JsonObject): readonly Phrase[] {
  return requestsOf(definition).flatMap(({ path, request }) => valuesOfRequest(request, path))
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
  return Object.entries(oldSearches).flatMap(([field, source]) => {
    const query = request[field]
    return isJsonObject(query) ? [oldQuery(query, source, `${path}.${field}`)] : []
  })
}

function streamQuery(query: JsonObject, path: string): readonly NamedQuery[] {
  const source = textIn(query, 'data_source').replace(/_stream$/, '')
  const text = textIn(query, 'query_string')
  if (source === 'metrics') return namedQueries([{ name: 'query', ...query }], path, false)
  if (source === '')
    return [{ name: '', path, value: phrase('value/other-data', { source: 'query', text: '' }) }]
  const value = phrase('value/events-of', { source, clause: clauseIn(text) })
  return [{ name: '', path, value, text: { kind: 'search', id: `${path}.query_string`, text } }]
}

function oldQuery(query: JsonObject, source: string, path: string): NamedQuery {
  const search = isJsonObject(query.search) ? textIn(query.search, 'query') : ''
  if (source === 'processes') {
    const value = phrase('value/process', {
      source: 'process',
      metric: textIn(query, 'metric'),
      filter: textIn(query, 'search_by'),
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
