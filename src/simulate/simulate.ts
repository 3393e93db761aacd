import { isJsonObject, type Monitor, type MonitorDefinition, queryOf, referencesIn } from '../model/index.js'
import type { CompositeQuery, MonitorQuery } from '../query/index.js'
import { compositeEvaluator, memberIds } from './composite.js'
import { secondsOf, type Time } from './duration.js'
import type { Evaluator, EvaluatorInput } from './evaluator.js'
import { eventEvaluator } from './event.js'
import { metricEvaluator } from './metric/monitor.js'
import type { SimulateOptions } from './options.js'
import { type Reporter, reporter } from './report.js'
import { type Clock, run } from './run.js'
import { type SeriesInput, sortedSeries } from './series-input.js'
import { checkEvaluator } from './service-check.js'
import type { Simulation, Tick } from './simulation.js'
import { sloEvaluator } from './slo-alert.js'

/**
 * Replays series through a monitor, as Datadog documents its evaluation: the status, state and notifications at each
 * tick and for each group. What is not simulated (a formula, a forecast, a text that is no query …) is told in
 * `unsupported`, and there are then no ticks; it is never guessed.
 *
 * @example
 * simulate({ type: 'query alert', query: 'avg(last_5m):avg:system.load.1{*} > 4' }, [series('1x5 9x9')], { from: 0, to: '15m' })
 */
export function simulate(
  monitor: Monitor | MonitorDefinition,
  series: readonly SeriesInput[],
  options: SimulateOptions,
): Simulation {
  const report = reporter()
  const definition = definitionOf(monitor)
  const query = readQuery(definition, report)
  const input = { ...report, definition, series: series.map(sortedSeries), options }
  const evaluator = query === undefined ? undefined : evaluatorFor(query, input)
  const clock = readClock(options, evaluator?.every ?? 60, report)
  const isSupported = evaluator !== undefined && report.unsupported.length === 0
  const ticks: readonly Tick[] = isSupported && clock ? run(evaluator, definition.options ?? {}, clock) : []
  const { from, to, every } = clock ?? { from: 0, to: 0, every: 60 }
  return { from, to, every, ticks, unsupported: report.unsupported, notes: report.notes }
}

/** The JSON of a monitor, which may come wrapped as a resource. */
export function definitionOf(monitor: Monitor | MonitorDefinition): MonitorDefinition {
  return isResource(monitor) ? monitor.definition : monitor
}

function isResource(monitor: Monitor | MonitorDefinition): monitor is Monitor {
  return monitor.kind === 'monitor' && typeof monitor.definition === 'object'
}

function readQuery(definition: MonitorDefinition, report: Reporter): MonitorQuery | undefined {
  const scheduling = definition.options?.scheduling_options
  if (isJsonObject(scheduling) && isJsonObject(scheduling.custom_schedule)) {
    report.refuse('schedule', 'A custom schedule (`scheduling_options.custom_schedule`) is not simulated.')
  }
  const parsed = queryOf(definition)
  if (parsed.ok) return parsed.node
  for (const { message, span, hint } of parsed.diagnostics.filter(each => each.severity === 'error')) {
    report.refuse('query', message, span && { span }, hint)
  }
  return undefined
}

function evaluatorFor(query: MonitorQuery, input: EvaluatorInput): Evaluator | undefined {
  switch (query.kind) {
    case 'metric-monitor':
      return metricEvaluator(query, input)
    case 'service-check':
      return checkEvaluator(query, input)
    case 'event-monitor':
      return eventEvaluator(query, input)
    case 'slo-monitor':
      return sloEvaluator(query, input)
    case 'composite':
      return compositeFor(query, input)
    case 'formula-monitor':
      return input.refuse('formula', 'The evaluation of formula monitors is not documented.', query)
    default:
      return input.refuse(
        'query',
        'A monitor with this query is not evaluated by Datadog from series.',
        query,
      )
  }
}

function compositeFor(query: CompositeQuery, input: EvaluatorInput): Evaluator | undefined {
  const { members: given, ...options } = input.options
  const members = new Map<string, Simulation>()
  for (const id of memberIds(query.expression)) {
    const member = given?.[id] ?? given?.[referencesIn(id)[0]?.key ?? '']
    if (member === undefined) {
      input.refuse(
        'member',
        `The member \`${id}\` is not given.`,
        query,
        'Name it in `members` of the options.',
      )
      continue
    }
    // A composite cannot hold another, so the members are not passed on.
    const simulation = isSimulation(member) ? member : simulate(member, input.series, forMember(options))
    for (const { message } of simulation.unsupported) {
      input.refuse('member', `The member \`${id}\` is not simulated: ${message}`, query)
    }
    members.set(id, simulation)
  }
  return compositeEvaluator(query, members, input)
}

/** Each member is evaluated as often as its own window asks for. */
function forMember({ every: _, ...options }: SimulateOptions): SimulateOptions {
  return { ...options, points: false }
}

function isSimulation(member: Monitor | MonitorDefinition | Simulation): member is Simulation {
  return 'ticks' in member && Array.isArray(member.ticks)
}

/** A typo in a time must not run for ever. */
const mostTicks = 1_000_000

function readClock(options: SimulateOptions, usual: number, report: Reporter): Clock | undefined {
  const from = readTime('from', options.from, report)
  const to = readTime('to', options.to, report)
  const every = readTime('every', options.every ?? usual, report)
  if (options.rollup !== undefined) positive('rollup', readTime('rollup', options.rollup, report), report)
  if (from === undefined || to === undefined || positive('every', every, report) === undefined)
    return undefined
  if (to < from) return report.refuse('time', '`to` lies before `from`.')
  if ((to - from) / every! > mostTicks) {
    return report.refuse('time', `From \`from\` to \`to\` are more than ${mostTicks} evaluations.`)
  }
  return { from, to, every: every!, keepsPoints: options.points ?? true }
}

function readTime(name: string, time: Time, report: Reporter): number | undefined {
  const hint = 'Write seconds, or a duration such as `5m` or `1h30m`.'
  return (
    secondsOf(time) ?? report.refuse('time', `\`${name}\` is \`${time}\`, which is no time.`, undefined, hint)
  )
}

function positive(name: string, seconds: number | undefined, report: Reporter): number | undefined {
  if (seconds === undefined || seconds > 0) return seconds
  return report.refuse('time', `\`${name}\` must be more than 0.`)
}
