import { type Diagnostic, isAcceptable } from '../diagnostic/index.js'
import { isJsonObject, type MonitorDefinition, messageOf, queryOf } from '../model/index.js'
import { type MessageTemplate, type MonitorQuery, parseMetricQuery, parseSearch } from '../query/index.js'
import { monitorAdvice } from './advice.js'
import type { AnomalyWindows } from './algorithm.js'
import { monitorCautions } from './cautions.js'
import { checkedCautions } from './checked-cautions.js'
import { defined } from './defined.js'
import { definitionTimeline, isReachable } from './definition-timeline.js'
import { explainedDiagnostics } from './diagnostics.js'
import { basicsOf, type NameOf } from './explain-monitor-query.js'
import type { CautionOf, Draft, SourceOf } from './explanation.js'
import { addMessageParts } from './message.js'
import { tagsOf } from './message-cautions.js'
import { addMetricParts, addQueryListParts } from './metric.js'
import { addMonitorParts, monitorSummary } from './monitor.js'
import type { MonitorContext } from './monitor-context.js'
import { optionFacts } from './options.js'
import { type Pieces, piecesOf } from './pieces.js'
import { inOrder } from './query-cautions.js'
import { monitorQueryDiagnostics } from './query-diagnostics.js'
import { escalatedTo, handlesOf, type ToldInState, toldByState } from './recipients.js'
import { addSearchParts } from './search.js'
import { type Phrase, phrase } from './sentences.js'
import { type NamedQuery, namedQueries, namesOf } from './variables.js'

const nothing: ReadonlyMap<string, Phrase> = new Map()

/** Explains a whole monitor. */
export function draftOfMonitor(
  definition: MonitorDefinition,
  text: string,
  nameOf: NameOf,
  deep: boolean,
): Draft {
  const parsed = queryOf(definition)
  const diagnostics = monitorQueryDiagnostics(definition.query, definition.type, parsed)
  const message = messageOf(definition)
  const told = message.node === undefined ? [] : toldByState(message.node)
  const escalated = escalatedTo(escalationOf(definition))
  const variables = namedQueries(definition.options?.variables, 'options.variables', true)
  const context = contextOf(definition, namesOf(variables), nameOf)
  const query = parsed.node
  const pieces = piecesOf('query', definition.query)
  if (query !== undefined) addMonitorParts(pieces, query, context)
  const queries = variablePieces(variables, context)
  const messagePieces = piecesOf('message', definition.message ?? '')
  if (message.node !== undefined)
    addMessageParts(messagePieces, message.node, {
      tags:
        query === undefined || !messagePieces.text.includes('{{')
          ? undefined
          : tagsOf(query, context.options?.variables),
      withTexts: deep,
    })
  const messageParts = messagePieces.parts
  return {
    kind: 'monitor',
    text,
    summary: summaryOf(definition, query, context, [
      ...handlesOf(
        query === undefined
          ? told
          : everTold(told, (definition.message ?? '').includes('is_renotify'), query, context),
      ),
      ...escalated.map(one => one.handle),
    ]),
    basics: query === undefined ? [] : basicsOf(query),
    sources: [
      { id: 'query', text: definition.query, label: phrase('label/parts', {}) },
      ...queries.map(one => one.source),
      ...(messageParts.length === 0 && message.diagnostics.length === 0
        ? []
        : [{ id: 'message', text: messagePieces.text, label: phrase('label/message-parts', {}) }]),
    ],
    parts: [...pieces.parts, ...queries.flatMap(one => one.pieces.parts), ...messageParts],
    timeline:
      query === undefined
        ? []
        : definitionTimeline(query, context, {
            definition,
            states: told,
            escalated,
          }),
    options: optionFacts(definition, query),
    cautions:
      query === undefined || message.node === undefined
        ? []
        : cautionsOf(definition, query, diagnostics, context, message.node, told),
    changes: query === undefined ? [] : monitorAdvice(query, definition),
    diagnostics: [
      ...explainedDiagnostics('query', definition.query, diagnostics),
      ...explainedDiagnostics('message', definition.message ?? '', message.diagnostics),
    ],
  }
}

/** Without those who are named only for states that this monitor never has, unless there are no others. */
function everTold(
  told: readonly ToldInState[],
  own: boolean,
  query: MonitorQuery,
  context: MonitorContext,
): readonly ToldInState[] {
  // A reminder repeats one of the other states, unless it has a block of its own, which tells them, too.
  const reachable = told.filter(
    one => isReachable(one.state, query, context) && (one.state !== 'renotify' || own),
  )
  return reachable.length === 0 ? told : reachable
}

/** Without reminders nobody sees it. */
function escalationOf({ options }: MonitorDefinition): string {
  const reminds = Number(options?.renotify_interval ?? 0) > 0
  return reminds && typeof options?.escalation_message === 'string' ? options.escalation_message : ''
}

function cautionsOf(
  definition: MonitorDefinition,
  query: MonitorQuery,
  diagnostics: readonly Diagnostic[],
  context: MonitorContext,
  message: MessageTemplate,
  told: readonly ToldInState[],
): readonly CautionOf<Phrase>[] {
  const own = monitorCautions(definition, query, context, message, told)
  return inOrder([...own, ...checkedCautions(definition, query, diagnostics, context)])
}

function contextOf(
  definition: MonitorDefinition,
  names: ReadonlyMap<string, Phrase>,
  nameOf: NameOf,
): MonitorContext {
  const { options, type } = definition
  return { inMonitor: true, names, nameOf, type, windows: windowsOf(definition), ...defined({ options }) }
}

function windowsOf({ options }: MonitorDefinition): AnomalyWindows {
  const windows = options?.threshold_windows
  if (!isJsonObject(windows)) return {}
  const { trigger_window: trigger, recovery_window: recovery } = windows
  return defined({
    trigger: typeof trigger === 'string' ? trigger : undefined,
    recovery: typeof recovery === 'string' ? recovery : undefined,
  })
}

function summaryOf(
  definition: MonitorDefinition,
  query: MonitorQuery | undefined,
  context: MonitorContext,
  named: readonly string[],
): Phrase {
  const handles = [...new Set(named)]
  const empty = (definition.message ?? '').trim() === ''
  return phrase('summary/several', {
    sentences: [
      ...(query === undefined || !isAcceptable(queryOf(definition).diagnostics)
        ? [phrase('summary/broken', {})]
        : []),
      ...(query === undefined ? [] : [monitorSummary(query, context)]),
      handles.length === 0 ? phrase('summary/nobody', { empty }) : phrase('summary/told', { handles }),
      ...(handles.length > 0 && definition.draft_status === 'draft' ? [phrase('summary/draft', {})] : []),
    ],
  })
}

interface ExplainedQuery {
  readonly source: SourceOf<Phrase>
  readonly pieces: Pieces
}

/** The queries of a formula are taken apart one by one. */
export function variablePieces(
  queries: readonly NamedQuery[],
  context: { readonly inMonitor: boolean },
): readonly ExplainedQuery[] {
  return queries.flatMap(query => {
    if (query.text === undefined) return []
    const pieces = piecesOf(query.text.id, query.text.text)
    if (query.text.kind === 'search') addSearchText(pieces)
    else addMetricText(pieces, context)
    return [
      {
        source: {
          id: query.text.id,
          text: query.text.text,
          label: phrase('label/variable-parts', { name: query.name }),
        },
        pieces,
      },
    ]
  })
}

function addSearchText(pieces: Pieces): void {
  const { node } = parseSearch(pieces.text)
  if (node !== undefined) addSearchParts(pieces, node, 0)
}

/** Adds the parts of a metric query that stands in a definition. */
export function addMetricText(pieces: Pieces, { inMonitor }: { readonly inMonitor: boolean }): void {
  const { node } = parseMetricQuery(pieces.text)
  const context = { inMonitor, names: nothing }
  if (node?.kind === 'query-list') addQueryListParts(pieces, node, context)
  else if (node !== undefined) addMetricParts(pieces, node, 0, context)
}
