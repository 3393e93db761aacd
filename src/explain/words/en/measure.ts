import type { Comparator } from '../../../query/index.js'
import type { JudgedBurn } from '../../sentences/definition.js'
import type { AggregatorValues } from '../../sentences/metric.js'
import type { Judged, ReducedCondition, ShareValues } from '../../sentences/monitor.js'
import type { ResultUnit } from '../../unit.js'
import type { TimeUnit, WindowValue } from '../../window.js'
import type { Say } from '../say.js'
import { spelledOut } from '../spelled-out.js'

const bareUnit: Record<TimeUnit, string> = {
  s: 'second',
  m: 'minute',
  h: 'hour',
  d: 'day',
  w: 'week',
  mo: 'month',
}

/** `1 minute` is read as “minute” after “the last”. */
function length(window: WindowValue, say: Say): string {
  return window.amount === 1 ? bareUnit[window.unit] : say.unit(window.amount, window.unit)
}

/** A window as a noun: `the last 15 minutes`. */
export function windowWords(window: WindowValue, say: Say): string {
  if (window.form === 'next') return `the next ${length(window, say)}`
  if (window.form === 'ago') return `${say.unit(window.amount, window.unit)} earlier`
  if (window.form !== 'current') return `the last ${length(window, say)}`
  if (window.unit === 'h') return 'the current hour so far'
  if (window.unit === 'd') return 'the current day so far'
  return window.unit === 'mo' ? 'the current month so far' : `the current ${length(window, say)} so far`
}

/** How far back a compared window lies: `1 hour`. */
export function distanceWords(window: WindowValue, say: Say): string {
  return say.unit(window.amount, window.unit)
}

/** Seconds after “per” or “every”: `minute`, `5 minutes`. */
export function perWords(seconds: number, say: Say): string {
  const unit = unitOfOne[seconds]
  return unit === undefined ? say.seconds(seconds) : bareUnit[unit]
}

const unitOfOne: Readonly<Record<number, TimeUnit>> = { 1: 's', 60: 'm', 3600: 'h', 86400: 'd' }

/** `above 4`, `4 or higher`. */
export function comparedTo(comparator: Comparator, shown: string): string {
  switch (comparator) {
    case '>':
      return `above ${shown}`
    case '>=':
      return `${shown} or higher`
    case '<':
      return `below ${shown}`
    case '<=':
      return `${shown} or lower`
    case '==':
      return `exactly ${shown}`
    case '!=':
      return `anything but ${shown}`
  }
}

export function compared(comparator: Comparator, threshold: number, say: Say, unit?: ResultUnit): string {
  return comparedTo(comparator, quantity(threshold, unit, say))
}

/** `90%`, `2 seconds`, `1,000 bytes per second`; the bare number where no unit is known. */
export function quantity(value: number, unit: ResultUnit | undefined, say: Say): string {
  const number = say.number(value)
  if (unit?.name === 'percent') return `${number}%`
  const words = unit === undefined ? undefined : besideNumbers[unit.name]
  if (unit === undefined || words === undefined) return number
  const per = unit.per === undefined ? '' : ` per ${unit.per}`
  const spelled = spelledOut(value, unit.name, say)
  return `${number} ${say.plural(value) === 'one' ? words[0] : words[1]}${per}${spelled === undefined ? '' : ` (${spelled}${per})`}`
}

/** Units that say more beside a number than the number alone. */
const besideNumbers: Readonly<Record<string, readonly [one: string, many: string]>> = {
  byte: ['byte', 'bytes'],
  nanocore: ['nanocore', 'nanocores'],
  core: ['CPU core', 'CPU cores'],
  second: ['second', 'seconds'],
  millisecond: ['millisecond', 'milliseconds'],
  nanosecond: ['nanosecond', 'nanoseconds'],
  request: ['request', 'requests'],
  error: ['error', 'errors'],
  connection: ['connection', 'connections'],
  process: ['process', 'processes'],
  query: ['query', 'queries'],
}

export function plural(count: number, one: string, many: string, say: Say): string {
  return `${say.number(count)} ${say.plural(count) === 'one' ? one : many}`
}

const ordinalEnding = { zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' } as const

/** `the 95th percentile`. */
export function percentileWords(percentile: number, say: Say): string {
  return `${say.number(percentile)}${Number.isInteger(percentile) ? ordinalEnding[say.ordinal(percentile)] : 'th'} percentile`
}

/** `the average of `, put before a metric. */
export function aggregatorOf(aggregator: AggregatorValues, say: Say): string {
  if (aggregator.percentile !== undefined) return `the ${percentileWords(aggregator.percentile, say)} of`
  switch (aggregator.name) {
    case 'avg':
      return 'the average of'
    case 'sum':
      return 'the sum of'
    case 'min':
      return 'the lowest value of'
    case 'max':
      return 'the highest value of'
    case 'count':
      return 'the number of values of'
    case 'last':
      return 'the latest value of'
    case 'stddev':
      return 'the standard deviation of'
    case 'histogram':
      return 'the distribution of'
    default:
      return `the ${say.code(aggregator.name)} of`
  }
}

/** The condition of a metric monitor as a clause: `its average over the last 5 minutes is above 4`. */
export function reducedWords(condition: ReducedCondition, say: Say): string {
  const window = windowWords(condition.window, say)
  const limit = compared(condition.comparator, condition.threshold, say, condition.unit)
  if (condition.countsFirst) return `the result over ${window} is ${limit}`
  const every = pointRule(condition)
  if (every === 'every') return `every point of ${window} is ${limit}`
  if (every === 'any') return `at least one point of ${window} is ${limit}`
  return `${reducedNoun(condition, say)} over ${window} is ${limit}`
}

/** Before an amount: `at least 80%`. */
export const amounts = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'at most',
  '==': 'exactly',
  '!=': 'anything but',
} as const

/** `min … >` means every point, `max … >` any point; mirrored below. */
export function pointRule(condition: ReducedCondition): 'every' | 'any' | undefined {
  const up = condition.comparator === '>' || condition.comparator === '>='
  const down = condition.comparator === '<' || condition.comparator === '<='
  if (!up && !down) return undefined
  if (condition.aggregator === 'min') return up ? 'every' : 'any'
  if (condition.aggregator === 'max') return up ? 'any' : 'every'
  return undefined
}

export function reducedNoun(
  condition: Pick<ReducedCondition, 'aggregator' | 'percentile'>,
  say: Say,
): string {
  if (condition.percentile !== undefined) return `its ${percentileWords(condition.percentile, say)}`
  const nouns: Record<string, string> = {
    avg: 'its average',
    sum: 'its total',
    min: 'its lowest point',
    max: 'its highest point',
    percentile: 'its percentile',
  }
  return nouns[condition.aggregator] ?? `its ${say.code(condition.aggregator)}`
}

/** The condition of an anomaly monitor: `every point of the last 15 minutes (all 15) lies`. */
export function shareWords(values: ShareValues, say: Say): string {
  const window = values.window === undefined ? 'the alert window' : windowWords(values.window, say)
  if (values.share === 1 && values.comparator === '>=') {
    const all = values.points === undefined ? '' : ` (all ${say.number(values.points)})`
    return `every point of ${window}${all} lies`
  }
  // No share is above 1.
  if (values.share >= 1) return `more than all points of ${window}, which cannot happen, lie`
  const many =
    values.needed === undefined || values.points === undefined
      ? ''
      : ` (${say.number(values.needed)} of ${say.number(values.points)})`
  if (values.share === 0 && values.comparator === '>') return `at least one point of ${window} lies`
  const half = values.share === 0.5 ? 'half' : `${say.rounded(values.share * 100)}%`
  const how = values.comparator === '>' ? 'more than' : 'at least'
  return `${how} ${half} of the points of ${window}${many} lie`
}

/** `host`, `combination of host and env`: after “each”. */
export function eachWords(groups: readonly string[], say: Say): string {
  const keys = say.and(say.codes(groups))
  return groups.length === 1 ? keys : `combination of ${keys}`
}

/** The start of a summary: `Watches`, or `For each host, watches`. */
export function forEach(groups: readonly string[], verb: string, say: Say): string {
  const keys = groups.filter(group => group !== '*')
  return keys.length === 0 ? capital(verb) : `For each ${eachWords(keys, say)}, ${verb}`
}

const sides: Readonly<Record<string, string>> = { above: 'above', below: 'below', both: 'outside' }

/** Where a point must lie to count: `outside`. */
export function sideWords({ direction }: ShareValues): string {
  return sides[direction] ?? 'outside'
}

/** A threshold with what it is compared with: `the change is -40% or lower`. */
export function judgedWords(
  judged: Judged,
  comparator: Comparator,
  threshold: number,
  say: Say,
  unit?: ResultUnit,
): string {
  const shown = judged === 'percent-change' || judged === 'budget' ? percentUnit : unit
  return `${subjects[judged]} is ${compared(comparator, threshold, say, shown)}`
}

const percentUnit: ResultUnit = { name: 'percent' }

/** The unit of the threshold of a change. */
export function changeUnit(change: 'change' | 'pct_change', unit: ResultUnit | undefined) {
  return change === 'pct_change' ? percentUnit : unit
}

const subjects: Record<Judged, string> = {
  value: 'the value',
  change: 'the change',
  'percent-change': 'the change',
  outlier: 'the outlier value',
  forecast: 'a point of the forecast',
  budget: 'the used part of the error budget',
  'burn-rate': 'the burn rate',
}

/** What a change threshold means in everyday words, or nothing where it is not plain. */
export function fallOrRise(
  comparator: Comparator,
  threshold: number,
  unit: ResultUnit | undefined,
  say: Say,
): string {
  const amount = quantity(Math.abs(threshold), unit, say)
  const strict = comparator === '<' || comparator === '>'
  const size = strict ? `more than ${amount}` : `${amount} or more`
  if (threshold < 0 && comparator.startsWith('<')) return ` (a fall of ${size})`
  return threshold > 0 && comparator.startsWith('>') ? ` (a rise of ${size})` : ''
}

/** The first letter as a sentence needs it. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Something said after a comma ends with one, so that what follows does not seem to belong to it. */
export function closed(value: string): string {
  return value.includes(', ') || value.includes(' where ') ? `${value},` : value
}

/** A burn rate that is passed in both windows: `the burn rate is above 6 over the last hour and the last 5 minutes`. */
export function burnWords({ comparator, rate, longWindow, shortWindow }: JudgedBurn, say: Say): string {
  const windows = [longWindow, shortWindow].filter(window => window !== undefined)
  return `${judgedWords('burn-rate', comparator, rate, say)} over ${say.and(windows.map(window => windowWords(window, say)))}`
}

/** How long a budget lasts: `50 hours`, `5 days`. */
export function emptyWords(hours: number, say: Say): string {
  return hours >= 48 && hours % 24 === 0 ? say.unit(hours / 24, 'd') : `${say.rounded(hours)} hours`
}
