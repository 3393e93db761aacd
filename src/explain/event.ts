import type { EventMonitorQuery, SearchExpression, Step } from '../query/index.js'
import { type Clause, combine, withoutPlace } from './clause.js'
import { isWritten, thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { groupsOfMonitor } from './groups.js'
import { addPart, type Pieces } from './pieces.js'
import { addSearchParts, searchClause } from './search.js'
import type { EventMeasure } from './sentences/monitor.js'
import { type Phrase, phrase } from './sentences.js'
import {
  argumentText,
  argumentTexts,
  stepKeys,
  stepNamed,
  stepReasons,
  stepText,
  stepWindow,
} from './steps.js'
import { unitOfQuery } from './unit.js'

/** What an event monitor counts or measures. */
function eventMeasure(query: EventMonitorQuery): EventMeasure {
  const rollup = stepNamed(query.steps, 'rollup')
  const [method, measure] = rollup === undefined ? [] : argumentTexts(rollup)
  const source = stepNamed(query.steps, 'source')
  const origin = source === undefined ? undefined : argumentTexts(source).find(text => text !== 'all')
  return {
    source: query.source,
    clause: limitedClause(eventClause(query), overClauses(query)),
    method: method ?? 'count',
    ...defined({ measure, origin }),
    ...(stepNamed(query.steps, 'new') === undefined ? {} : { fresh: true }),
    groups: groupsOfMonitor(query, undefined),
  }
}

function eventClause(query: EventMonitorQuery): Clause {
  return readerOf(query)(query.search.expression)
}

/** What text a search for processes looks in is not documented. */
function readerOf({ source }: EventMonitorQuery): (search: SearchExpression) => Clause {
  return source === 'processes' ? search => withoutPlace(searchClause(search)) : searchClause
}

function limitedClause(clause: Clause, limits: readonly Clause[]): Clause {
  const searched = clause.is === 'and' ? clause.operands : clause.is === 'all' ? [] : [clause]
  const operands = [...searched, ...limits]
  return operands.length === 0 ? clause : combine('and', operands)
}

/** The tags of `.over(…)`, beside the search of a live process monitor. */
function overClauses({ steps }: EventMonitorQuery): readonly Clause[] {
  const over = stepNamed(steps, 'over')
  if (over === undefined) return []
  return argumentTexts(over)
    .filter(value => value !== '*')
    .map(value => ({ is: 'tag', value, how: 'exact', negated: false }))
}

export function eventSummary(query: EventMonitorQuery): Phrase {
  const last = stepNamed(query.steps, 'last', 'current')
  const window = last === undefined ? undefined : stepWindow(last)
  const threshold = thresholdOf(query.condition)
  return phrase('summary/events', {
    events: eventMeasure(query),
    comparator: query.condition.comparator,
    ...(window === undefined
      ? {}
      : { window: last?.name === 'current' ? { ...window, form: 'current' } : window }),
    ...defined({ threshold, unit: unitOfQuery(query) }),
  })
}

export function addEventParts(pieces: Pieces, query: EventMonitorQuery): void {
  const { source, search, steps, condition } = query
  const clause = eventClause(query)
  const sourceNode = { kind: query.kind, span: query.sourceSpan }
  addPart(pieces, sourceNode, 0, phrase('part/event-source', { source }), `${source}( … )`)
  const several = search.expression.kind === 'search-and' || search.expression.kind === 'search-or'
  addPart(pieces, search, 1, phrase('part/search', { clause }))
  if (several) addSearchParts(pieces, search.expression, 2, readerOf(query))
  for (const step of steps)
    addPart(pieces, step, 0, stepSentence(pieces, step), stepText(pieces.text, step), whyOfStep(step))
  if (!isWritten(condition)) return
  const threshold = thresholdOf(condition)
  const { comparator } = condition
  addPart(
    pieces,
    condition,
    0,
    threshold === undefined
      ? phrase('part/dynamic-condition', { comparator })
      : phrase('part/value-condition', { comparator, threshold, ...defined({ unit: unitOfQuery(query) }) }),
  )
}

type StepReader = (step: Step) => Phrase

/** Steps of event and formula monitors. https://docs.datadoghq.com/api/latest/monitors/ */
const stepReaders: Readonly<Partial<Record<string, StepReader>>> = {
  index: step => phrase('part/index', { indexes: argumentTexts(step) }),
  indexes: step => phrase('part/index', { indexes: argumentTexts(step) }),
  source: step => phrase('part/error-source', { source: argumentTexts(step)[0] ?? '' }),
  new: () => phrase('part/error-new', {}),
  impact: () => phrase('part/error-impact', {}),
  rollup: step => {
    const [method, measure] = argumentTexts(step)
    return phrase('part/event-rollup', { method: method ?? 'count', ...defined({ measure }) })
  },
  by: step => phrase('part/event-by', { keys: stepKeys(step).filter(key => key !== '*') }),
  over: step => phrase('part/event-over', { values: argumentTexts(step) }),
  last: step => windowSentence('part/event-last', step),
  current: step => windowSentence('part/event-current', step),
  anomaly: step => {
    const direction = namedArgument(step, 'direction')
    const threshold = namedArgument(step, 'threshold')
    return phrase('part/cost-anomaly', {
      ...defined({ direction }),
      ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
    })
  },
  change: step => {
    const [mode, amount] = argumentTexts(step)
    return phrase('part/cost-change', {
      mode: mode ?? '',
      ...(amount === undefined ? {} : { amount: Number(amount) }),
    })
  },
  forecast: () => phrase('part/cost-forecast', {}),
}

function windowSentence(code: 'part/event-last' | 'part/event-current', step: Step): Phrase {
  const window = stepWindow(step)
  const text = argumentTexts(step).join(', ')
  return phrase(code, window === undefined ? { text } : { text, window })
}

function namedArgument(step: Step, name: string): string | undefined {
  for (const argument of step.arguments) {
    if (argument.kind === 'step-named-argument' && argument.name === name) return argumentText(argument.value)
  }
  return undefined
}

/** Why one writes a step of an event or formula monitor; undefined where it says so itself, or leaves all as it is. */
export function whyOfStep(step: Step): Phrase | undefined {
  const [first = ''] = argumentTexts(step)
  if (step.name === 'by' ? stepKeys(step).every(key => key === '*') : first === '*' || first === 'all')
    return undefined
  const name = step.name === 'rollup' ? first : step.name
  const reason = /^(?:pc\d+|median)$/.test(name) ? 'percentile' : stepReasons.find(one => one === name)
  return reason === undefined ? undefined : phrase('why/step', { reason })
}

/** What one step of an event or formula monitor does. */
export function stepSentence(pieces: Pieces, step: Step): Phrase {
  const reader = stepReaders[step.name]
  return reader === undefined
    ? phrase('part/other-step', { name: step.name, text: stepText(pieces.text, step) })
    : reader(step)
}
