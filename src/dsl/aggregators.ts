import type { SpaceAggregator, ValueCondition } from '../query/index.js'
import { definitionError } from './definition-error.js'
import type { Expression } from './expression.js'
import type { Operand } from './functions/call.js'
import { maximumOf, minimumOf } from './functions/pointwise.js'
import type { MetricName, TagsOf, TypeOf } from './inventory-types.js'
import { nowhere, numberNode } from './nodes.js'
import { type Series, series } from './series.js'

/** A series of one metric, with what is declared about it. */
type SeriesOf<Name extends MetricName> = Series<never, never, TagsOf<Name>, TypeOf<Name>>

function aggregator(name: string): SpaceAggregator {
  return { kind: 'space-aggregator', name, span: nowhere }
}

/**
 * The average over all sources, at each moment.
 * @example avg('system.cpu.user').where({ env: 'prod' }).by('host')
 */
export function avg<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return series(metric, aggregator('avg'))
}

/**
 * The sum over all sources, at each moment.
 * @example sum('trace.http.request.hits').where({ service: 'api' }).asCount()
 */
export function sum<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return series(metric, aggregator('sum'))
}

/**
 * The smallest of all sources; with several expressions, the smallest of them at each point (formulas only).
 * @example min('system.disk.free').by('host')
 */
export function min<Name extends MetricName>(metric: Name): SeriesOf<Name>
export function min(first: Operand, second: Operand, ...others: readonly Operand[]): Expression
export function min(...operands: readonly Operand[]): Series | Expression {
  return operands.length === 1 ? series(String(operands[0]), aggregator('min')) : minimumOf(operands)
}

/**
 * The largest of all sources; with several expressions, the largest of them at each point (formulas only).
 * @example max('system.load.1').by('host')
 */
export function max<Name extends MetricName>(metric: Name): SeriesOf<Name>
export function max(first: Operand, second: Operand, ...others: readonly Operand[]): Expression
export function max(...operands: readonly Operand[]): Series | Expression {
  return operands.length === 1 ? series(String(operands[0]), aggregator('max')) : maximumOf(operands)
}

/**
 * How many values a distribution received, or how many series of another metric report.
 * @example count('checkout.duration').where({ env: 'prod' }).asCount()
 */
export function count<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return series(metric, aggregator('count'))
}

/**
 * The value of whichever source reported last.
 * @example last('queue.depth').by('queue')
 */
export function last<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return series(metric, aggregator('last'))
}

/**
 * The standard deviation of a distribution's values; the metric needs percentiles switched on.
 * @example stddev('checkout.duration')
 */
export function stddev<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return series(metric, aggregator('stddev'))
}

/**
 * The raw histogram of a distribution; only in distribution and heatmap widgets.
 * @example distribution('Checkout', histogram('checkout.duration'))
 */
export function histogram<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return series(metric, aggregator('histogram'))
}

/**
 * The metric without a space aggregator; Datadog then averages.
 * @example metric('system.load.1').by('host')
 */
export function metric<Name extends MetricName>(name: Name): SeriesOf<Name> {
  return series(name)
}

/**
 * Any percentile of a distribution, with at most two decimals; the metric needs percentiles switched on.
 * @example percentile('p99.9', 'checkout.duration')
 */
export function percentile<Name extends MetricName>(which: `p${number}`, metric: Name): SeriesOf<Name> {
  if (!/^p\d{1,2}(\.\d{1,2})?$/.test(which)) {
    throw definitionError('dsl/percentile', `'${which}' is not a percentile.`, {
      hint: "Write 'p' and a number below 100 with at most two decimals: 'p99.9'.",
      text: which,
    })
  }
  return series(metric, aggregator(which))
}

/** The median. @example p50('checkout.duration') */
export function p50<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return percentile('p50', metric)
}

/** Three quarters of the values are below. @example p75('checkout.duration') */
export function p75<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return percentile('p75', metric)
}

/** Nine in ten values are below. @example p90('checkout.duration') */
export function p90<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return percentile('p90', metric)
}

/** All but the slowest twentieth. @example p95('checkout.duration') */
export function p95<Name extends MetricName>(metric: Name): SeriesOf<Name> {
  return percentile('p95', metric)
}

/** All but the slowest hundredth. @example p99('checkout.duration').by('service') */
export function p99<Name extends MetricName>(metric: Name): SeriesOf<Name> {
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
export function countValues<Name extends MetricName>(metric: Name, bounds: ValueBounds): SeriesOf<Name> {
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
