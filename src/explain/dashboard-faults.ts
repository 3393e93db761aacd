import { checkMetricExpression, checkRepaired } from '../check/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import { isJsonObject, type JsonObject } from '../model/index.js'
import {
  childrenOf,
  type MetricExpression,
  parseFormula,
  parseMetricQuery,
  parseSearch,
} from '../query/index.js'
import { textIn } from './variable-keys.js'
import { queriesOfRequest } from './widget.js'
import { objectsIn } from './widget-notes.js'
import { requestsOf } from './widget-requests.js'

/** A text of a widget with what is wrong with it. */
export interface WidgetFault {
  /** Where it stands inside the widget: `requests[0].queries[0].query`. */
  readonly path: string
  readonly text: string
  readonly diagnostics: readonly Diagnostic[]
}

/** The queries, searches and formulas of a widget that Datadog could not run. It stores them, and shows an error. */
export function widgetFaults(definition: JsonObject): readonly WidgetFault[] {
  const source = definition.source_widget_definition ?? null
  const own = requestsOf(definition).flatMap(({ path, request }) => requestFaults(request, path))
  const stream = definition.type === 'log_stream' ? fault('query', textIn(definition, 'query'), inSearch) : []
  return isJsonObject(source)
    ? widgetFaults(source).map(one => ({ ...one, path: `source_widget_definition.${one.path}` }))
    : [...own, ...stream]
}

function requestFaults(request: JsonObject, path: string): readonly WidgetFault[] {
  const queries =
    typeof request.q === 'string'
      ? fault(`${path}.q`, request.q, inMetric)
      : queriesOfRequest(request, path).flatMap(({ text }) =>
          text === undefined ? [] : fault(text.id, text.text, text.kind === 'metric' ? inMetric : inSearch),
        )
  const formulas = objectsIn(request.formulas).flatMap((one, index) =>
    fault(`${path}.formulas[${index}].formula`, textIn(one, 'formula'), inFormula),
  )
  return [...queries, ...formulas]
}

function fault(
  path: string,
  text: string,
  found: (text: string) => readonly Diagnostic[],
): readonly WidgetFault[] {
  const diagnostics = found(text).filter(({ severity }) => severity === 'error')
  return diagnostics.length === 0 ? [] : [{ path, text, diagnostics }]
}

function inMetric(text: string): readonly Diagnostic[] {
  const parsed = parseMetricQuery(text)
  const check = (node: Parameters<typeof checkMetricExpression>[0]) =>
    checkMetricExpression(node, { place: 'dashboard' })
  if (parsed.ok) return check(parsed.node)
  return checkRepaired(text, parsed, parseMetricQuery, check) ?? parsed.diagnostics
}

function inSearch(text: string): readonly Diagnostic[] {
  const parsed = parseSearch(text)
  return checkRepaired(text, parsed, parseSearch, () => []) ?? parsed.diagnostics
}

function inFormula(text: string): readonly Diagnostic[] {
  // `percentile(query1, 'p90', { * })` of nested queries: its grammar is not published.
  if (text === '' || text.includes('{')) return []
  const parsed = parseFormula(text)
  const check = (node: MetricExpression) => checkMetricExpression(node, { place: 'formula' })
  if (parsed.ok) return check(parsed.node)
  return checkRepaired(text, parsed, parseFormula, check) ?? parsed.diagnostics
}

/** `dash/formula-unknown-query`: the names in formulas that no query of their request has. */
export function unknownNames(definition: JsonObject): readonly string[] {
  return requestsOf(definition).flatMap(({ request }) => {
    if (!Array.isArray(request.queries)) return []
    const known = new Set(objectsIn(request.queries).map(one => textIn(one, 'name')))
    const used = objectsIn(request.formulas).flatMap(one => namesIn(textIn(one, 'formula')))
    return [...new Set(used)].filter(name => !known.has(name))
  })
}

function namesIn(formula: string): readonly string[] {
  const parsed = parseFormula(formula)
  return parsed.ok && !formula.includes('{') ? namesOf(parsed.node) : []
}

function namesOf(node: Parameters<typeof childrenOf>[0]): readonly string[] {
  return node.kind === 'query-name' ? [node.name] : childrenOf(node).flatMap(namesOf)
}
