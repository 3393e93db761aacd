import { checkMetricExpression, checkQuery, checkRepaired } from '../check/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import { type Explanation, explainQuery, type Lang, localizeDiagnostics } from '../explain/index.js'
import type { MonitorDefinition } from '../model/index.js'
import {
  type AnyNode,
  type ParseResult,
  parseFormula,
  parseMessage,
  parseMetricQuery,
  parseMonitorQuery,
  parseSearch,
  typesThatFit,
} from '../query/index.js'

/** Everything that the page knows about the text in the editor. */
export interface Reading {
  readonly text: string
  readonly explanation: Explanation
  /** The tree of the query; its spans count in `queryText`. */
  readonly node?: AnyNode
  /** The text itself, or the query inside a monitor's JSON. */
  readonly queryText: string
  /** Problems of the text in the editor. */
  readonly diagnostics: readonly Diagnostic[]
  /** A monitor that could be simulated: the given JSON, or one around the query. */
  readonly monitor?: MonitorDefinition
}

/** Reads a query, formula, search or message. The JSON of a definition is for `readDefinition`. Never throws. */
export function readText(text: string, lang: Lang, explanation = explainQuery(text, { lang })): Reading {
  const base = { text, explanation, queryText: text }
  const parsed = parseAs(explanation, text)
  if (parsed === undefined) return { ...base, diagnostics: [] }
  const place = explanation.kind === 'formula' ? 'formula' : 'dashboard'
  const found = parsed.ok
    ? [...parsed.diagnostics, ...checksOf(parsed.node, place)]
    : (checkRepaired(
        text,
        parsed,
        written => parseAs(explanation, written) ?? parsed,
        node => checksOf(node, place),
      ) ?? parsed.diagnostics)
  const diagnostics = localizeDiagnostics(found, text, lang)
  const node = parsed.node === undefined ? {} : { node: parsed.node }
  return { ...base, ...node, diagnostics, ...monitorAround(text, explanation) }
}

/** A monitor of the first type that has such queries. */
function monitorAround(query: string, { kind }: Explanation): { readonly monitor?: MonitorDefinition } {
  if (kind !== 'monitor-query') return {}
  const { node } = parseMonitorQuery(query)
  const [type] = node === undefined ? [] : typesThatFit(node)
  return type === undefined ? {} : { monitor: { type, query } }
}

function parseAs({ kind }: Explanation, text: string): ParseResult<AnyNode> | undefined {
  switch (kind) {
    case 'monitor-query':
      return parseMonitorQuery(text)
    case 'metric-query':
      return parseMetricQuery(text)
    case 'formula':
      return parseFormula(text)
    case 'search':
      return parseSearch(text)
    case 'message':
      return parseMessage(text)
    default:
      return undefined
  }
}

/** What is wrong beyond syntax, for the trees that have such checks. */
function checksOf(node: AnyNode, place: 'dashboard' | 'formula'): readonly Diagnostic[] {
  switch (node.kind) {
    case 'metric-monitor':
    case 'service-check':
    case 'event-monitor':
    case 'formula-monitor':
    case 'slo-monitor':
    case 'composite':
      return checkQuery(node)
    case 'query-list':
    case 'series':
    case 'call':
    case 'method':
    case 'binary':
    case 'unary':
      return checkMetricExpression(node, { place })
    default:
      return []
  }
}

/** A message may begin with `{{`, JSON never does. */
export function looksLikeJson(text: string): boolean {
  return /^\s*\{(?!\{)/.test(text)
}
