import type { MonitorOptions } from '../../model/index.js'
import { type EventMonitorQuery, print, type Step } from '../../query/index.js'
import { type Code, callOf, methodOf } from '../code/index.js'
import { singleText, textsOf } from './steps.js'
import { compared } from './thresholds.js'

/** Builders by the word before the parenthesis. */
const products: Readonly<Record<string, string>> = {
  logs: 'log',
  rum: 'rum',
  events: 'events',
  'trace-analytics': 'spans',
  audits: 'auditTrail',
  'ci-pipelines': 'ciPipelines',
  'ci-tests': 'ciTests',
  'database-monitoring': 'databaseMonitoring',
  'network-performance': 'networkPerformance',
  'network-path': 'networkPath',
  'llm-observability': 'llmObservability',
}

/** What the types of the builders allow. */
const windowPatterns: Readonly<Record<string, RegExp>> = { last: /^\d+[smhdw]$/, current: /^1[hd]$/ }

/** `log('status:error').by('service').last('5m').above(3)` */
export function eventAlert(query: EventMonitorQuery, options: MonitorOptions): Code | undefined {
  const start = eventStart(query)
  const window = query.steps.at(-1)
  if (start === undefined || window === undefined || !isComplete(query)) return undefined
  const length = singleText(window)
  if (length === undefined || !windowPatterns[window.name]?.test(length)) return undefined
  const steps = start.rest.slice(0, -1)
  const computed = steps.reduce<Code | undefined>(
    (code, step) => code && withEventStep(code, step),
    start.code,
  )
  return computed && compared(methodOf(computed, window.name, length), query, options)
}

/** The builders add an index for logs and a rollup for all, so a query without them stays text. */
function isComplete({ source, search, steps }: EventMonitorQuery): boolean {
  // A builder would write its quotes with a backslash.
  if (search.unescaped !== undefined) return false
  const has = (...names: readonly string[]) => steps.some(step => names.includes(step.name))
  return has('rollup') && (source !== 'logs' || has('index', 'indexes'))
}

interface EventStart {
  readonly code: Code
  readonly rest: readonly Step[]
}

function eventStart({ source, search, steps }: EventMonitorQuery): EventStart | undefined {
  const text = print(search.expression)
  const [first, second, ...rest] = steps
  if (source === 'processes' && first?.name === 'over') {
    const tags = textsOf(first)
    if (tags === undefined || tags.length === 0) return undefined
    return { code: callOf('processes', text, ...tags), rest: steps.slice(1) }
  }
  if (source === 'error-tracking' && first?.name === 'source' && second !== undefined) {
    const which = second.name === 'new' ? 'newIssues' : 'impact'
    const from = singleText(first)
    if (from === undefined || !/^(all|browser|mobile|backend)$/.test(from)) return undefined
    if ((second.name !== 'new' && second.name !== 'impact') || second.arguments.length > 0) return undefined
    return { code: methodOf(callOf('errorTracking', text, from), which), rest }
  }
  const builder = Object.hasOwn(products, source) ? products[source] : undefined
  return builder === undefined
    ? undefined
    : { code: callOf(builder, text), rest: withoutUsual(source, steps) }
}

/** The builders look into all indexes and count, unless they are told otherwise; they write both in these places. */
function withoutUsual(source: string, steps: readonly Step[]): readonly Step[] {
  const isGrouped = steps.some(({ name }) => name === 'by')
  return steps.filter((step, index) => {
    if (step.name === 'index') return !(source === 'logs' && index === 0 && singleText(step) === '*')
    const isInPlace = isGrouped ? steps[index + 1]?.name === 'by' : index === steps.length - 2
    return !(step.name === 'rollup' && isInPlace && singleText(step) === 'count')
  })
}

function withEventStep(code: Code, step: Step): Code | undefined {
  const texts = textsOf(step)
  if (texts === undefined || texts.length === 0) return undefined
  if (step.name === 'index') return texts.length === 1 ? methodOf(code, 'index', ...texts) : undefined
  if (step.name === 'indexes') return texts.length > 1 ? methodOf(code, 'index', ...texts) : undefined
  if (step.name === 'rollup') return rollupStep(code, texts)
  if (step.name === 'by')
    return texts.length === 1 ? methodOf(code, 'by', ...texts[0]!.split(',')) : undefined
  return undefined
}

const measures = new Set([
  'cardinality',
  'avg',
  'sum',
  'min',
  'max',
  'median',
  'pc75',
  'pc90',
  'pc95',
  'pc98',
  'pc99',
])

function rollupStep(code: Code, [method = '', ...measure]: readonly string[]): Code | undefined {
  const fits = method === 'count' ? measure.length === 0 : measures.has(method) && measure.length === 1
  return fits ? methodOf(code, 'rollup', method, ...measure) : undefined
}
