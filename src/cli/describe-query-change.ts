import { visible } from '../diagnostic/index.js'
import {
  type AnyNode,
  type Comparator,
  type Condition,
  type Filter,
  type MonitorQuery,
  parseMonitorQuery,
  print,
  type Series,
  type Step,
  visit,
  type Window,
} from '../query/index.js'

/**
 * What the change of a monitor's query means, in sentences; none where it cannot be told. Both texts are queries of the
 * same monitor type.
 *
 * @example
 * describeQueryChange('avg(last_5m):avg:load{*} > 80', 'avg(last_5m):avg:load{*} by {host} > 90', 'query alert')
 * // ['Alerts above 90 instead of 80.', 'Now one alert per host.']
 */
export function describeQueryChange(before: string, after: string, type: string): readonly string[] {
  const [old, now] = [parseMonitorQuery(before, { type }), parseMonitorQuery(after, { type })]
  if (!old.ok || !now.ok || old.node.kind !== now.node.kind) return []
  const [was, is] = [factsOf(old.node), factsOf(now.node)]
  return [
    ...conditionChange(was.condition, is.condition),
    ...groupChange(was.groups, is.groups),
    ...windowChange(was.window, is.window),
    ...filterChanges(was.filters, is.filters),
    ...swap(was.overTime, is.overTime, sentences.overTime),
    ...swap(was.overSpace, is.overSpace, sentences.overSpace),
    ...swap(was.reads, is.reads, sentences.reads),
  ].map(visible)
}

/** Everything that is ever said, in one place. */
const sentences = {
  threshold: (now: string, was: string) => `Alerts ${now} instead of ${was}.`,
  perGroup: (keys: string) => `Now one alert per ${keys}.`,
  perOtherGroup: (now: string, was: string) => `Now one alert per ${now} instead of per ${was}.`,
  ungrouped: () => 'Now one alert for everything.',
  window: (was: string, now: string) => `Window ${was} → ${now}.`,
  filterAdded: (filter: string) => `Filter ${filter} added.`,
  filterRemoved: (filter: string) => `Filter ${filter} removed.`,
  overTime: (now: string, was: string) => `Takes ${now} over the window instead of ${was}.`,
  overSpace: (now: string, was: string) => `Combines the sources by ${now} instead of ${was}.`,
  reads: (now: string, was: string) => `Reads ${now} instead of ${was}.`,
} as const

const comparisons: Readonly<Record<Comparator, (threshold: string) => string>> = {
  '>': threshold => `above ${threshold}`,
  '>=': threshold => `at ${threshold} or more`,
  '<': threshold => `below ${threshold}`,
  '<=': threshold => `at ${threshold} or less`,
  '==': threshold => `at exactly ${threshold}`,
  '!=': threshold => `at anything but ${threshold}`,
}

const unitNames: Readonly<Record<Window['unit'], string>> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
}

interface Facts {
  readonly condition: Condition | undefined
  readonly window: Window | undefined
  readonly groups: readonly string[]
  readonly filters: readonly string[]
  readonly overTime: string
  readonly overSpace: string
  readonly reads: string
}

/** What can be told of a query of any type; what it does not have is empty. */
function factsOf(query: MonitorQuery): Facts {
  const series = seriesIn(query)
  const steps = 'steps' in query ? query.steps : []
  const search = query.kind === 'event-monitor' ? print(query.search.expression) : ''
  return {
    condition: 'condition' in query ? query.condition : undefined,
    window: query.kind === 'metric-monitor' ? query.head.window : windowIn(steps),
    groups: [...new Set([...series.flatMap(groupsOf), ...groupsIn(steps)])].sort(),
    filters: [...new Set(series.flatMap(({ scope }) => termsOf(scope?.filter)))],
    overTime: query.kind === 'metric-monitor' ? query.head.aggregator : textOf(steps, 'rollup'),
    overSpace: listed(series.map(({ aggregator }) => aggregator?.name ?? 'avg')),
    reads: search === '' ? listed(series.map(({ metric }) => metric.name)) : `\`${search}\``,
  }
}

function seriesIn(query: AnyNode): Series[] {
  const found: Series[] = []
  visit(query, {
    enter(node) {
      if (node.kind === 'series') found.push(node)
    },
  })
  return found
}

function groupsOf({ groupBy }: Series): string[] {
  return (groupBy?.keys ?? []).map(({ name }) => name)
}

function groupsIn(steps: readonly Step[]): string[] {
  const named = steps.filter(({ name }) => name === 'by').flatMap(step => step.arguments.map(argumentText))
  return named.flatMap(text => text.split(',').map(key => key.trim())).filter(key => key !== '*')
}

function windowIn(steps: readonly Step[]): Window | undefined {
  const given = steps.filter(({ name }) => name === 'last').flatMap(step => step.arguments)
  const text = given.map(argumentText)[0] ?? ''
  const match = /^(\d+)(mo|[smhdw])$/.exec(text)
  if (match === null) return given.find(argument => argument.kind === 'window')
  const span = { start: 0, end: 0 }
  return { kind: 'window', form: 'plain', amount: Number(match[1]), unit: match[2] as Window['unit'], span }
}

function textOf(steps: readonly Step[], name: string): string {
  const step = steps.find(each => each.name === name)
  return step === undefined ? '' : step.arguments.map(argumentText).join(', ')
}

function argumentText(argument: Step['arguments'][number]): string {
  return argument.kind === 'string' ? argument.value : print(argument)
}

/** The parts of a filter that all must hold. */
function termsOf(filter: Filter | undefined): string[] {
  if (filter === undefined || filter.kind === 'filter-all') return []
  if (filter.kind === 'filter-and' || filter.kind === 'filter-list') return filter.operands.flatMap(termsOf)
  return [print(filter)]
}

function listed(names: readonly string[]): string {
  return [...new Set(names)].join(', ')
}

function conditionChange(was: Condition | undefined, is: Condition | undefined): string[] {
  if (was === undefined || is === undefined || print(was) === print(is)) return []
  if (was.comparator === is.comparator && isPlain(is.comparator))
    return [sentences.threshold(inWords(is), was.threshold.text)]
  return [sentences.threshold(inWords(is), inWords(was))]
}

/** After “above 90 instead of” the bare number is enough; “at 90 or more instead of 80” would not be clear. */
function isPlain(comparator: Comparator): boolean {
  return comparator === '>' || comparator === '<'
}

function inWords({ comparator, threshold }: Condition): string {
  return comparisons[comparator](threshold.text)
}

function groupChange(was: readonly string[], is: readonly string[]): string[] {
  const [before, after] = [was.join(', '), is.join(', ')]
  if (before === after) return []
  if (after === '') return [sentences.ungrouped()]
  return [before === '' ? sentences.perGroup(after) : sentences.perOtherGroup(after, before)]
}

function windowChange(was: Window | undefined, is: Window | undefined): string[] {
  if (was === undefined || is === undefined || print(was) === print(is)) return []
  const isSameUnit = was.unit === is.unit && was.form === is.form
  return [sentences.window(isSameUnit ? String(was.amount) : duration(was), duration(is))]
}

function duration({ form, amount, unit }: Window): string {
  const length = `${amount} ${unitNames[unit]}${amount === 1 ? '' : 's'}`
  return form === 'current' || form === 'next' ? `${form} ${length}` : length
}

function filterChanges(was: readonly string[], is: readonly string[]): string[] {
  const added = is.filter(filter => !was.includes(filter))
  const removed = was.filter(filter => !is.includes(filter))
  return [...added.map(sentences.filterAdded), ...removed.map(sentences.filterRemoved)]
}

function swap(was: string, is: string, sentence: (now: string, was: string) => string): string[] {
  return was === is || was === '' || is === '' ? [] : [sentence(is, was)]
}
