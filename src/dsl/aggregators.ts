import type { SpaceAggregator, ValueCondition } from '../query/index.js'
import { definitionError } from './definition-error.js'
import type { Expression } from './expression.js'
import type { Operand } from './functions/call.js'
import { maximumOf, minimumOf } from './functions/pointwise.js'
import { nowhere, numberNode } from './nodes.js'
import { type Series, series } from './series.js'

function aggregator(name: string): SpaceAggregator {
  return { kind: 'space-aggregator', name, span: nowhere }
}

/**
 * The average over all sources, at each moment.
 * @example avg('system.cpu.user').where({ env: 'prod' }).by('host')
 */
export function avg(metric: string): Series {
  return series(metric, aggregator('avg'))
}

/**
 * The sum over all sources, at each moment.
 * @example sum('trace.http.request.hits').where({ service: 'api' }).asCount()
 */
export function sum(metric: string): Series {
  return series(metric, aggregator('sum'))
}

/**
 * The smallest of all sources; with several expressions, the smallest of them at each point (formulas only).
 * @example min('system.disk.free').by('host')
 */
export function min(metric: string): Series
export function min(first: Operand, second: Operand, ...others: readonly Operand[]): Expression
export function min(...operands: readonly Operand[]): Series | Expression {
  return operands.length === 1 ? series(String(operands[0]), aggregator('min')) : minimumOf(operands)
}

/**
 * The largest of all sources; with several expressions, the largest of them at each point (formulas only).
 * @example max('system.load.1').by('host')
 */
export function max(metric: string): Series
export function max(first: Operand, second: Operand, ...others: readonly Operand[]): Expression
export function max(...operands: readonly Operand[]): Series | Expression {
  return operands.length === 1 ? series(String(operands[0]), aggregator('max')) : maximumOf(operands)
}

/**
 * How many values a distribution received, or how many series of another metric report.
 * @example count('checkout.duration').where({ env: 'prod' }).asCount()
 */
export function count(metric: string): Series {
  return series(metric, aggregator('count'))
}

/**
 * The value of whichever source reported last.
 * @example last('queue.depth').by('queue')
 */
export function last(metric: string): Series {
  return series(metric, aggregator('last'))
}

/**
 * The standard deviation of a distribution's values; the metric needs percentiles switched on.
 * @example stddev('checkout.duration')
 */
export function stddev(metric: string): Series {
  return series(metric, aggregator('stddev'))
}

/**
 * The raw histogram of a distribution; only in distribution and heatmap widgets.
 * @example distribution('Checkout', histogram('checkout.duration'))
 */
export function histogram(metric: string): Series {
  return series(metric, aggregator('histogram'))
}

/**
 * The metric without a space aggregator; Datadog then averages.
 * @example metric('system.load.1').by('host')
 */
export function metric(name: string): Series {
  return series(name)
}

/**
 * Any percentile of a distribution, with at most two decimals; the metric needs percentiles switched on.
 * @example percentile('p99.9', 'checkout.duration')
 */
export function percentile(which: `p${number}`, metric: string): Series {
  if (!/^p\d{1,2}(\.\d{1,2})?$/.test(which)) {
    throw definitionError('dsl/percentile', `'${which}' is not a percentile.`, {
      hint: "Write 'p' and a number below 100 with at most two decimals: 'p99.9'.",
      text: which,
    })
  }
  return series(metric, aggregator(which))
}

/** The median. @example p50('checkout.duration') */
export function p50(metric: string): Series {
  return percentile('p50', metric)
}

/** Three quarters of the values are below. @example p75('checkout.duration') */
export function p75(metric: string): Series {
  return percentile('p75', metric)
}

/** Nine in ten values are below. @example p90('checkout.duration') */
export function p90(metric: string): Series {
  return percentile('p90', metric)
}

/** All but the slowest twentieth. @example p95('checkout.duration') */
export function p95(metric: string): Series {
  return percentile('p95', metric)
}

/** All but the slowest hundredth. @example p99('checkout.duration').by('service') */
export function p99(metric: string): Series {
  return percentile('p99', metric)
}

/** Which values of a distribution to count. */
export interface ValueBounds {
  readonly above?: number
  readonly atLeast?: number
  readonly below?: number
  readonly atMost?: number
}

const comparators = { above: '>', atLeast: '>=', below: '<', atMost: '<=' } as const

/**
 * How many values of a distribution lie within bounds: the good events of a latency SLO.
 * @example countValues('checkout.duration', { atMost: 0.5 }).asCount()
 */
export function countValues(metric: string, bounds: ValueBounds): Series {
  const conditions = (Object.entries(bounds) as [keyof ValueBounds, number][]).map(
    ([bound, value]): ValueCondition => ({
      kind: 'value-condition',
      comparator: comparators[bound],
      value: numberNode(value),
      span: nowhere,
    }),
  )
  return series(metric, { ...aggregator('count'), conditions })
}
