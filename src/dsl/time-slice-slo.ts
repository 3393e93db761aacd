import type { JsonObject } from '../model/index.js'
import { type ExpressionInput, toExpression } from './expression.js'
import { splitFormula } from './formula-split.js'
import { commonFields, type SloFields } from './slo-fields.js'
import { defineSlo, type SloResource, type Timeframe } from './slo-resource.js'

/** When a slice of time counts as good; exactly one comparison. */
type SliceCondition =
  | { readonly above: number; readonly atLeast?: never; readonly below?: never; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast: number; readonly below?: never; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast?: never; readonly below: number; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast?: never; readonly below?: never; readonly atMost: number }

interface SliceFields {
  /** The metric that is judged. */
  readonly good: ExpressionInput
  /** The length of a slice; five minutes when absent. */
  readonly slice?: '1m' | '5m'
}

const comparators = { above: '>', atLeast: '>=', below: '<', atMost: '<=' } as const

/**
 * An SLO over the slices of time in which a metric keeps a bound.
 * @example timeSliceSlo('api-latency', { name: 'API is fast', good: p95('api.latency'), atMost: 0.5, target: { '7d': 99 } })
 */
export function timeSliceSlo<Frames extends Timeframe>(
  key: string,
  spec: SloFields<Frames> & SliceFields & SliceCondition,
): SloResource<Frames> {
  const definition = {
    ...commonFields('time_slice', spec),
    sli_specification: { time_slice: sliceSpecification(spec) },
  }
  return defineSlo(key, spec, definition, timeSliceSlo)
}

function sliceSpecification(spec: SliceFields & SliceCondition): JsonObject {
  const { queries, formulas } = splitFormula([toExpression(spec.good).node])
  const bound =
    (['above', 'atLeast', 'below', 'atMost'] as const).find(name => spec[name] !== undefined) ?? 'above'
  return {
    query: {
      formulas: formulas.map(formula => ({ formula })),
      queries: queries.map(({ name, query }) => ({ name, data_source: 'metrics', query })),
    },
    comparator: comparators[bound],
    threshold: spec[bound] ?? 0,
    query_interval_seconds: spec.slice === '1m' ? 60 : 300,
  }
}
