import type { JsonObject } from '../model/index.js'
import { type ExpressionInput, toExpression } from './expression.js'
import { splitFormula } from './formula-split.js'
import { commonFields, type SloFields } from './slo-fields.js'
import { checkedFormula, type SloQueries, sloQueries } from './slo-queries.js'
import { defineSlo, type SloResource, type Timeframe } from './slo-resource.js'
import { withExtra } from './with-extra.js'

/** When a slice of time counts as good; exactly one comparison. */
type SliceCondition =
  | { readonly above: number; readonly atLeast?: never; readonly below?: never; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast: number; readonly below?: never; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast?: never; readonly below: number; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast?: never; readonly below?: never; readonly atMost: number }

/** A formula with queries that have names of their own. */
interface SliceFormula {
  readonly queries: SloQueries
  readonly formula: string
}

interface SliceFields {
  /** The metric that is judged, or a formula over named queries. */
  readonly good: ExpressionInput | SliceFormula
  /** The length of a slice; five minutes when absent. */
  readonly slice?: '1m' | '5m'
  /** What a slice without data counts as, in Datadog's own words; what the account does by itself when absent. */
  readonly noDataStrategy?: 'COUNT_AS_UPTIME' | (string & {})
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
  return defineSlo(key, spec, withExtra(definition, spec.extra), timeSliceSlo)
}

function sliceSpecification(spec: SliceFields & SliceCondition): JsonObject {
  const bound =
    (['above', 'atLeast', 'below', 'atMost'] as const).find(name => spec[name] !== undefined) ?? 'above'
  return {
    query: sliceQuery(spec.good),
    comparator: comparators[bound],
    threshold: spec[bound] ?? 0,
    query_interval_seconds: spec.slice === '1m' ? 60 : 300,
    ...(spec.noDataStrategy === undefined ? {} : { no_data_strategy: spec.noDataStrategy }),
  }
}

function sliceQuery(good: SliceFields['good']): JsonObject {
  if (typeof good === 'object' && 'formula' in good) {
    return { formulas: [checkedFormula(good.formula)], queries: sloQueries(good.queries) }
  }
  const { queries, formulas } = splitFormula([toExpression(good).node])
  return {
    formulas: formulas.map(formula => ({ formula })),
    queries: queries.map(({ name, query }) => ({ name, data_source: 'metrics', query })),
  }
}
