import type { Argument, NamedArgument } from '../../query/index.js'
import { type Code, type CodeArgument, callOf, objectOf } from '../code/index.js'
import { exactNumber } from './series.js'

type Encode = (value: NamedArgument['value']) => CodeArgument | boolean | undefined

const text: Encode = value => (value.kind === 'string' ? value.value : undefined)
const seconds: Encode = value => (value.kind === 'number' ? exactNumber(value) : undefined)
const truth: Encode = value =>
  value.kind === 'string' && /^(true|false)$/.test(value.value) ? value.value === 'true' : undefined
const window: Encode = value => {
  const match = value.kind === 'string' ? /^last_([1-9]\d*(?:s|mo|m|h|d|w))$/.exec(value.value) : null
  return match === null ? undefined : match[1]
}
const oneOf =
  (...values: readonly string[]): Encode =>
  value => {
    return value.kind === 'string' && values.includes(value.value) ? value.value : undefined
  }
const seasonality = oneOf('hourly', 'daily', 'weekly')

const anomalyOptions: Readonly<Record<string, readonly [option: string, encode: Encode]>> = {
  direction: ['direction', oneOf('above', 'below', 'both')],
  alert_window: ['alertWindow', window],
  interval: ['interval', seconds],
  count_default_zero: ['countDefaultZero', truth],
  seasonality: ['seasonality', seasonality],
  timezone: ['timezone', text],
}

const forecastOptions: Readonly<Record<string, readonly [option: string, encode: Encode]>> = {
  interval: ['interval', value => (value.kind === 'string' ? duration(value.value) : seconds(value))],
  history: ['history', value => (value.kind === 'string' ? duration(value.value) : undefined)],
  model: ['model', oneOf('default', 'simple', 'reactive')],
  seasonality: ['seasonality', seasonality],
  timezone: ['timezone', text],
}

function duration(written: string): string | undefined {
  return /^\d+(s|mo|m|h|d|w)$/.test(written) ? written : undefined
}

const algorithms = {
  anomalies: { names: ['basic', 'agile', 'robust'], options: anomalyOptions },
  forecast: { names: ['linear', 'seasonal'], options: forecastOptions },
} as const

/** Options that the query does not say, because they stand only in the monitor. */
type MoreOptions = readonly (readonly [option: string, value: string | undefined])[]

/**
 * `anomalies(…)` or `forecast(…)` with their options by name; undefined when an argument is not what the builder would
 * write.
 */
export function algorithmCode(
  name: 'anomalies' | 'forecast',
  expression: Code | string,
  args: readonly Argument[],
  more: MoreOptions = [],
): Code | undefined {
  const [algorithm, deviations, ...rest] = args
  if (algorithm?.kind !== 'string' || deviations?.kind !== 'number') return undefined
  const width = exactNumber(deviations)
  if (!(algorithms[name].names as readonly string[]).includes(algorithm.value) || width === undefined)
    return undefined
  const options = optionMembers(rest, algorithms[name].options)
  if (options === undefined) return undefined
  const all = [...options, ...more.filter(([, value]) => value !== undefined)]
  return callOf(name, expression, algorithm.value, width, ...(all.length === 0 ? [] : [objectOf(all)]))
}

function optionMembers(
  args: readonly Argument[],
  known: Readonly<Record<string, readonly [string, Encode]>>,
): readonly (readonly [string, CodeArgument | boolean])[] | undefined {
  const members = new Map<string, CodeArgument | boolean>()
  for (const argument of args) {
    const option =
      argument.kind === 'named-argument' && Object.hasOwn(known, argument.name)
        ? known[argument.name]
        : undefined
    if (argument.kind !== 'named-argument' || option === undefined || members.has(option[0])) return undefined
    const value = option[1](argument.value)
    if (value === undefined) return undefined
    members.set(option[0], value)
  }
  return [...members]
}
