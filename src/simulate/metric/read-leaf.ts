import { isPercentile } from '../../catalog/index.js'
import type { Argument, MethodCall, Series } from '../../query/index.js'
import { isAggregator } from '../aggregate.js'
import type { ExpressionContext } from './context.js'
import { defaultFillLimit, type Fill, type FillMode } from './fill.js'
import { unknownFilters } from './scope.js'

/** A metric with its methods. */
export interface Leaf {
  readonly node: Series
  readonly modifier?: 'as_count' | 'as_rate'
  readonly rollup?: { readonly aggregator?: string; readonly seconds?: number }
  readonly fill?: Fill
}

type Report = Pick<ExpressionContext, 'refuse' | 'note'>

/** Reads `avg:x{*}.as_count().rollup(sum, 60)`; undefined when a part of it is not simulated, which is then reported. */
export function readLeaf(node: Series | MethodCall, report: Report): Leaf | undefined {
  if (node.kind === 'series') return readSeries(node, report)
  const { target } = node
  if (target.kind !== 'series' && target.kind !== 'method') {
    return report.refuse('method', `\`.${node.name}()\` does not follow a metric.`, node)
  }
  const leaf = readLeaf(target, report)
  const read = Object.hasOwn(methods, node.name) ? methods[node.name] : undefined
  if (read === undefined) return report.refuse('method', `\`.${node.name}()\` is not simulated.`, node)
  const more = read(node, report)
  return leaf === undefined || more === undefined ? undefined : { ...leaf, ...more }
}

type LeafPart = Omit<Leaf, 'node'>

const methods: Readonly<Record<string, (call: MethodCall, report: Report) => LeafPart | undefined>> = {
  as_count: () => ({ modifier: 'as_count' }),
  as_rate: () => ({ modifier: 'as_rate' }),
  rollup: readRollup,
  fill: readFill,
  weighted: (call, report) =>
    report.refuse(
      'weighted',
      '`.weighted()` needs the lifetime of each tag value, which is not known.',
      call,
    ),
}

function readSeries(node: Series, report: Report): Leaf | undefined {
  const filters = node.scope === undefined ? [] : unknownFilters(node.scope.filter)
  for (const filter of filters) {
    report.refuse(
      'filter',
      'This part of the scope has no value in a monitor, so it is not simulated.',
      filter,
    )
  }
  const { aggregator } = node
  if (aggregator !== undefined && !isAggregator(aggregator.name)) {
    return report.refuse(
      'aggregator',
      `The space aggregation \`${aggregator.name}\` is not simulated.`,
      aggregator,
    )
  }
  return filters.length > 0 ? undefined : { node }
}

/** `.rollup(sum, 60)`, `.rollup(sum)`, `.rollup(60)` */
function readRollup(call: MethodCall, report: Report): LeafPart | undefined {
  const seconds = call.arguments.find(each => each.kind === 'number')?.value
  const words = call.arguments.map(textOf).filter(text => text !== undefined)
  const [aggregator] = words
  if (words.length > 1 || (aggregator !== undefined && !isAggregator(aggregator))) {
    return report.refuse('rollup', 'A rollup by calendar days, weeks or months is not simulated.', call)
  }
  if (seconds !== undefined && seconds <= 0) {
    return report.refuse('rollup', 'The interval of a rollup is more than 0 seconds.', call)
  }
  if (aggregator !== undefined && isPercentile(aggregator)) {
    return report.refuse('rollup', 'A rollup by a percentile is not simulated.', call)
  }
  const rollup = {
    ...(aggregator === undefined ? {} : { aggregator }),
    ...(seconds === undefined ? {} : { seconds }),
  }
  return { rollup }
}

/** `.fill(last, 300)`, `.fill(60)` */
function readFill(call: MethodCall, report: Report): LeafPart | undefined {
  const [first] = call.arguments
  const limit = call.arguments.find(each => each.kind === 'number')?.value ?? defaultFillLimit
  const mode = first === undefined ? 'linear' : (textOf(first) ?? 'linear')
  if (isFillMode(mode)) return { fill: { mode, limit } }
  return report.refuse('fill', `The interpolation \`${mode}\` is not simulated.`, call)
}

function isFillMode(text: string): text is FillMode {
  return text === 'linear' || text === 'last' || text === 'zero' || text === 'null'
}

/** The text of a bare or quoted word. */
export function textOf(argument: Argument): string | undefined {
  if (argument.kind === 'word') return argument.text
  return argument.kind === 'string' ? argument.value : undefined
}
