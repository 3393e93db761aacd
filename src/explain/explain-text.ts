import { checkMetricExpression, checkQuery, checkRepaired } from '../check/index.js'
import { isAcceptable } from '../diagnostic/index.js'
import {
  type MetricExpression,
  parseFormula,
  parseMessage,
  parseMetricQuery,
  parseMonitorQuery,
  parseSearch,
  type QueryList,
} from '../query/index.js'
import { excludeAdvice, metricAdvice } from './advice.js'
import { type CheckedWords, checkedWords } from './checked-words.js'
import { explainedDiagnostics } from './diagnostics.js'
import { draftOfMonitorQuery, type NameOf } from './explain-monitor-query.js'
import type { Draft, ExplainedDiagnostic, ExplainedKind } from './explanation.js'
import { type Finding, findingCautions } from './finding-cautions.js'
import { looksLikeSql } from './input.js'
import { addMessageParts, handlesIn } from './message.js'
import { addMetricParts, addQueryListParts } from './metric.js'
import type { MonitorContext } from './monitor-context.js'
import { type Pieces, piecesOf } from './pieces.js'
import { inOrder } from './query-cautions.js'
import { monitorQueryDiagnostics } from './query-diagnostics.js'
import { addSearchParts, searchClause } from './search.js'
import { type Phrase, phrase } from './sentences.js'
import { groupsOf, seriesIn } from './series.js'
import { valuePhrase } from './value.js'

const plain = { inMonitor: false, names: new Map<string, Phrase>() }

/** A draft that holds nothing but a summary, to be filled. */
export function emptyDraft(kind: ExplainedKind, text: string, summary: Phrase): Draft {
  return {
    kind,
    text,
    summary,
    basics: [],
    sources: [],
    parts: [],
    timeline: [],
    options: [],
    cautions: [],
    changes: [],
    diagnostics: [],
  }
}

/** A broken text is said to be broken before what could be read of it. */
function withDiagnostics(
  draft: Omit<Draft, 'diagnostics'>,
  diagnostics: readonly ExplainedDiagnostic[],
): Draft {
  if (isAcceptable(diagnostics)) return { ...draft, diagnostics }
  const summary = phrase('summary/several', { sentences: [phrase('summary/broken', {}), draft.summary] })
  return { ...draft, summary, diagnostics }
}

/** What the shared checks find in a text alone. */
function withFindings(
  draft: Draft,
  found: readonly Finding[],
  parsed: readonly Finding[],
  words?: CheckedWords,
): Draft {
  const cautions = [...draft.cautions, ...findingCautions(found, parsed, words)]
  return { ...draft, cautions: inOrder(cautions) }
}

function draftOfPieces(
  kind: ExplainedKind,
  pieces: Pieces,
  summary: Phrase,
  label: Phrase = phrase('label/parts', {}),
): Draft {
  const { source, text, parts } = pieces
  return { ...emptyDraft(kind, text, summary), sources: [{ id: source, text, label }], parts }
}

/** Explains a monitor query of any type. */
export function draftOfMonitorText(text: string, type: string | undefined, nameOf: NameOf): Draft {
  const parsed = parseMonitorQuery(text, { type })
  const { node, diagnostics } = parsed
  const explained = explainedDiagnostics('query', text, monitorQueryDiagnostics(text, type, parsed))
  if (node === undefined)
    return { ...emptyDraft('monitor-query', text, phrase('summary/unreadable', {})), diagnostics: explained }
  const context: MonitorContext = { inMonitor: true, names: plain.names, nameOf }
  const draft = draftOfMonitorQuery(text, node, context)
  const found = isAcceptable(diagnostics) ? checkQuery(node, { type }) : []
  return withDiagnostics(withFindings(draft, found, diagnostics, checkedWords(node, context)), explained)
}

/** Explains a metric query. */
export function draftOfMetricText(text: string): Draft {
  const parsed = parseMetricQuery(text)
  const { node, diagnostics } = parsed
  const check = (query: MetricExpression | QueryList) => checkMetricExpression(query, { place: 'dashboard' })
  const all = checkRepaired(text, parsed, parseMetricQuery, check)
  const explained = explainedDiagnostics('query', text, all ?? diagnostics)
  // What the parser makes of another language is no query.
  if (node === undefined || looksLikeSql(text))
    return { ...emptyDraft('metric-query', text, phrase('summary/unreadable', {})), diagnostics: explained }
  const pieces = piecesOf('query', text)
  if (node.kind === 'query-list') {
    addQueryListParts(pieces, node, plain)
    const items = node.queries.map(one => valuePhrase(one, plain))
    const summary = phrase('summary/metric-query', { value: phrase('value/list', { items }) })
    return withDiagnostics(
      { ...draftOfPieces('metric-query', pieces, summary), basics: metricBasics(node.queries[0]) },
      explained,
    )
  }
  addMetricParts(pieces, node, 0, plain)
  const draft = draftOfPieces(
    'metric-query',
    pieces,
    phrase('summary/metric-query', { value: valuePhrase(node, plain) }),
  )
  const changes = seriesIn(node).length === 0 ? [] : metricAdvice(node)
  const found = isAcceptable(diagnostics) ? check(node) : []
  return withDiagnostics(
    withFindings({ ...draft, basics: metricBasics(node), changes }, found, diagnostics),
    explained,
  )
}

function metricBasics(expression: MetricExpression | undefined): readonly Phrase[] {
  const keys = expression === undefined ? [] : groupsOf(expression)
  const grouped = keys.length > 0
  return [
    phrase('basics/metric-query', { grouped }),
    phrase('basics/metric', {}),
    phrase('basics/tag', {}),
    phrase('basics/order', {}),
    phrase('basics/result', { grouped, keys }),
  ]
}

/** Explains a formula over named queries. */
export function draftOfFormulaText(text: string): Draft {
  const parsed = parseFormula(text)
  const { node } = parsed
  const check = (formula: MetricExpression) => checkMetricExpression(formula, { place: 'formula' })
  const all = checkRepaired(text, parsed, parseFormula, check)
  const explained = explainedDiagnostics('query', text, all ?? parsed.diagnostics)
  if (node === undefined)
    return { ...emptyDraft('formula', text, phrase('summary/unreadable', {})), diagnostics: explained }
  const pieces = piecesOf('query', text)
  addMetricParts(pieces, node, 0, plain)
  const draft = draftOfPieces(
    'formula',
    pieces,
    phrase('summary/formula', { value: valuePhrase(node, plain), bare: node.kind === 'query-name' }),
  )
  return withDiagnostics({ ...draft, basics: [phrase('basics/formula', {})] }, explained)
}

/** Explains an event search. */
export function draftOfSearchText(text: string): Draft {
  const parsed = parseSearch(text)
  const { node, diagnostics } = parsed
  const all = checkRepaired(text, parsed, parseSearch, () => [])
  const explained = explainedDiagnostics('query', text, all ?? diagnostics)
  if (node === undefined)
    return { ...emptyDraft('search', text, phrase('summary/unreadable', {})), diagnostics: explained }
  const pieces = piecesOf('query', text)
  addSearchParts(pieces, node, 0)
  const draft = draftOfPieces('search', pieces, phrase('summary/search', { clause: searchClause(node) }))
  return withDiagnostics(
    { ...draft, basics: [phrase('basics/search', {})], changes: [excludeAdvice('logs', text)] },
    explained,
  )
}

/** Explains a message template. */
export function draftOfMessageText(text: string): Draft {
  const { node, diagnostics } = parseMessage(text)
  const explained = explainedDiagnostics('message', text, diagnostics)
  if (node === undefined)
    return { ...emptyDraft('message', text, phrase('summary/unreadable', {})), diagnostics: explained }
  const pieces = piecesOf('message', text)
  addMessageParts(pieces, node, { withTexts: true })
  const summary = phrase('summary/message', { handles: handlesIn(node) })
  const draft = draftOfPieces('message', pieces, summary, phrase('label/message-parts', {}))
  return withDiagnostics({ ...draft, basics: [phrase('basics/message', {})] }, explained)
}
