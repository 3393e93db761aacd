import { isAlignment } from '../../catalog/index.js'
import type { Argument, MethodCall, MetricExpression, Series, SpaceAggregator } from '../../query/index.js'
import { type Code, type CodeArgument, callOf, methodOf, objectOf } from '../code/index.js'
import { withScope } from './scope.js'

const plainAggregators = new Set(['avg', 'sum', 'min', 'max', 'count', 'last', 'stddev', 'histogram'])
const namedPercentiles = new Set(['p50', 'p75', 'p90', 'p95', 'p99'])
const bounds = { '>': 'above', '>=': 'atLeast', '<': 'below', '<=': 'atMost' } as const

/** A series with its methods, or undefined when the builders cannot say it. */
export function seriesCode(node: Series | MethodCall): Code | undefined {
  const methods: MethodCall[] = []
  let target: MetricExpression = node
  while (target.kind === 'method') {
    methods.unshift(target)
    target = target.target
  }
  if (target.kind !== 'series') return undefined
  return methods.reduce<Code | undefined>(
    (code, method) => (code === undefined ? undefined : withMethod(code, method)),
    selectorCode(target),
  )
}

function selectorCode(series: Series): Code | undefined {
  // The builders always write a scope, and check names as Datadog does.
  if (series.scope === undefined || !/^[A-Za-z][A-Za-z0-9_.]*$/.test(series.metric.name)) return undefined
  const start = aggregatorCode(series.aggregator, series.metric.name)
  return start === undefined ? undefined : withGroups(withScope(start, series.scope), series)
}

function withGroups(code: Code, { groupBy }: Series): Code | undefined {
  if (groupBy === undefined) return code
  const keys = groupBy.keys.map(({ name }) => name)
  const isPlain =
    new Set(keys).size === keys.length && keys.every(key => key !== '' && !/[\s,{}()"'$]/.test(key))
  return isPlain && keys.length > 0 ? methodOf(code, 'by', ...keys) : undefined
}

function aggregatorCode(aggregator: SpaceAggregator | undefined, metric: string): Code | undefined {
  if (aggregator === undefined) return callOf('metric', metric)
  const { name, conditions } = aggregator
  if (conditions !== undefined) return countValuesCode(conditions, name, metric)
  if (plainAggregators.has(name) || namedPercentiles.has(name)) return callOf(name, metric)
  return /^p\d{1,2}(\.\d{1,2})?$/.test(name) ? callOf('percentile', name, metric) : undefined
}

function countValuesCode(
  conditions: NonNullable<SpaceAggregator['conditions']>,
  name: string,
  metric: string,
): Code | undefined {
  const members = conditions.map(({ comparator, value }) => [bounds[comparator], exactNumber(value)] as const)
  const isPlain = new Set(members.map(([bound]) => bound)).size === members.length && name === 'count'
  if (!isPlain || members.some(([, value]) => value === undefined)) return undefined
  return callOf('countValues', metric, objectOf(members))
}

/** The value, when writing it as a number of code keeps every digit. */
export function exactNumber(literal: { readonly value: number; readonly text: string }): number | undefined {
  return String(literal.value) === literal.text ? literal.value : undefined
}

const plainMethods: Readonly<Record<string, string>> = {
  as_count: 'asCount',
  as_rate: 'asRate',
  weighted: 'weighted',
}

const rollupAggregators = new Set(['avg', 'sum', 'min', 'max', 'count'])
const calendarIntervals = new Set(['daily', 'weekly', 'monthly', 'yearly'])
const fillModes = new Set(['null', 'zero', 'last', 'linear'])

function withMethod(code: Code, method: MethodCall): Code | undefined {
  const plain = Object.hasOwn(plainMethods, method.name) ? plainMethods[method.name] : undefined
  if (plain !== undefined) return method.arguments.length === 0 ? methodOf(code, plain) : undefined
  if (method.name === 'rollup') return applied(code, 'rollup', rollupArguments(method))
  if (method.name === 'fill') return applied(code, 'fill', fillArguments(method))
  return undefined
}

function applied(code: Code, name: string, args: readonly CodeArgument[] | undefined): Code | undefined {
  return args === undefined ? undefined : methodOf(code, name, ...args)
}

function rollupArguments({ arguments: args }: MethodCall): readonly CodeArgument[] | undefined {
  const [first, second, ...rest] = args
  if (first === undefined || (rest.length > 0 && second?.kind !== 'word')) return undefined
  if (first.kind === 'number') return second === undefined ? numbers(first) : undefined
  if (first.kind !== 'word' || !rollupAggregators.has(first.text)) return undefined
  if (second === undefined) return [first.text]
  if (second.kind === 'word') return calendarArguments(first.text, second.text, rest)
  return second.kind === 'number' ? numbers(second, first.text) : undefined
}

/** `daily`, then where the day starts and in which time zone. */
function calendarArguments(
  aggregator: string,
  interval: string,
  rest: readonly Argument[],
): readonly CodeArgument[] | undefined {
  if (!calendarIntervals.has(interval)) return undefined
  const alignment = rest.map(argument => alignmentArgument(interval, argument))
  if (alignment.some(argument => argument === undefined)) return undefined
  return [aggregator, interval, ...(alignment as CodeArgument[])]
}

/** The builder writes a start of the interval bare, and everything else in quotes. */
function alignmentArgument(interval: string, argument: Argument): CodeArgument | undefined {
  if (argument.kind === 'number') return exactNumber(argument)
  if (argument.kind === 'word') return isAlignment(interval, argument.text) ? argument.text : undefined
  return argument.kind === 'string' && !isAlignment(interval, argument.value) ? argument.value : undefined
}

function fillArguments({ arguments: args }: MethodCall): readonly CodeArgument[] | undefined {
  const [mode, limit, ...rest] = args
  // `.fill(60)`: a limit without a mode.
  if (mode?.kind === 'number') return limit === undefined ? numbers(mode) : undefined
  if (mode?.kind !== 'word' || !fillModes.has(mode.text) || rest.length > 0) return undefined
  if (limit === undefined) return [mode.text]
  return limit.kind === 'number' ? numbers(limit, mode.text) : undefined
}

function numbers(
  literal: { readonly value: number; readonly text: string },
  ...before: readonly string[]
): readonly CodeArgument[] | undefined {
  const value = exactNumber(literal)
  return value === undefined ? undefined : [...before, value]
}
