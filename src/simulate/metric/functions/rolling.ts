import { type FunctionName, windowUnits } from '../../../catalog/index.js'
import { aggregate } from '../../aggregate.js'
import { finite, presentValues, type Values } from '../line.js'
import type { Implementation } from './implementation.js'

type LineFunction = Extract<Implementation, { readonly kind: 'line' }>

/** The value of each point and how far it is from the one before it, in buckets. */
function byPrevious(
  values: Values,
  step: (value: number, before: number, buckets: number) => number,
): Values {
  let last: number | undefined
  return values.map((value, slot) => {
    if (value === undefined) return undefined
    const before = last
    last = slot
    return before === undefined ? undefined : finite(step(value, values[before]!, slot - before))
  })
}

/** Change over time, for so many seconds. https://docs.datadoghq.com/dashboards/functions/rate/ */
function per(seconds: number): LineFunction {
  return {
    kind: 'line',
    apply: (values, { step }) =>
      byPrevious(values, (value, before, buckets) => ((value - before) / (buckets * step)) * seconds),
  }
}

function running(next: (total: number, value: number, bucketsSinceLast: number) => number): RunningTotal {
  return values => {
    let total = 0
    let last = 0
    return values.map((value, slot) => {
      if (value === undefined) return undefined
      total = next(total, value, slot - last)
      last = slot
      return total
    })
  }
}

type RunningTotal = (values: Values) => Values

/** Over the last N buckets; a missing point stays missing. */
function over(aggregator: string): LineFunction {
  return {
    kind: 'line',
    apply: (values, { span }) =>
      values.map((value, slot) =>
        value === undefined
          ? undefined
          : aggregate(aggregator, presentValues(values.slice(Math.max(0, slot - span + 1), slot + 1))),
      ),
  }
}

/** Weight of the newest point: 2 / (span + 1). https://docs.datadoghq.com/dashboards/functions/smoothing/ */
function movingAverage(values: Values, span: number): Values {
  const weight = 2 / (span + 1)
  let average: number | undefined
  return values.map(value => {
    if (value === undefined) return undefined
    average = average === undefined ? value : average + weight * (value - average)
    return average
  })
}

/** Functions of a whole line. They see only the points of the window. */
export const rollingFunctions = {
  diff: {
    kind: 'line',
    beforeSpace: true,
    apply: values => byPrevious(values, (value, before) => value - before),
  },
  // Steps down are resets of a counter: no point.
  monotonic_diff: {
    kind: 'line',
    beforeSpace: true,
    apply: values => byPrevious(values, (value, before) => (value < before ? Number.NaN : value - before)),
  },
  derivative: per(1),
  per_second: per(1),
  per_minute: per(windowUnits.m.seconds),
  per_hour: per(windowUnits.h.seconds),
  throughput: { kind: 'line', apply: (values, { step }) => values.map(each => each && each / step) },
  cumsum: { kind: 'line', apply: running((total, value) => total + value) },
  integral: {
    kind: 'line',
    apply: (values, { step }) => running((total, value, buckets) => total + value * buckets * step)(values),
  },
  ewma_N: { kind: 'line', apply: (values, { span }) => movingAverage(values, span) },
  median_N: over('median'),
  rollingavg_N: over('avg'),
} as const satisfies Readonly<Partial<Record<FunctionName, Implementation>>>
