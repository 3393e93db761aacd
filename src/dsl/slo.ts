import type { JsonObject, SloDefinition } from '../model/index.js'
import { print } from '../query/index.js'
import { type ExpressionInput, toExpression } from './expression.js'
import { splitFormula } from './formula-split.js'
import type { ManagementOptions } from './resource-key.js'
import { commonFields, type SloFields } from './slo-fields.js'
import { checkedFormula, type SloQueries, sloQueries } from './slo-queries.js'
import { defineSlo, type SloResource, type Timeframe } from './slo-resource.js'
import { withExtra } from './with-extra.js'

/** Counts of good events and of all events, or of good and of bad ones; or formulas over named queries. */
type EventCounts =
  | {
      readonly good: ExpressionInput
      readonly total: ExpressionInput
      readonly bad?: never
      readonly count?: never
    }
  | {
      readonly good: ExpressionInput
      readonly bad: ExpressionInput
      readonly total?: never
      readonly count?: never
    }
  | { readonly count: EventCount; readonly good?: never; readonly bad?: never; readonly total?: never }

/** The present form of a count with its own names: formulas of good events, and of all or of bad ones. */
type EventCount = { readonly queries: SloQueries; readonly good: string } & (
  | { readonly total: string; readonly bad?: never }
  | { readonly bad: string; readonly total?: never }
)

/**
 * An SLO that counts events: the share of good ones. Throws a DefinitionError for a target outside of 0 to 100.
 * @example
 * export const availability = slo('api-availability', {
 *   name: 'API answers normally',
 *   good: hits.minus(errors),
 *   total: hits,
 *   target: { '30d': 99.9 },
 * })
 */
export function slo<Frames extends Timeframe>(
  key: string,
  spec: SloFields<Frames> & EventCounts,
): SloResource<Frames> {
  return defineSlo(
    key,
    spec,
    withExtra({ ...commonFields('metric', spec), ...countFields(spec) }, spec.extra),
    slo,
  )
}

/** Good and total are two queries of the older form, which every client reads; bad events need the newer form. */
function countFields(spec: EventCounts): Pick<SloDefinition, 'query' | 'sli_specification'> {
  if (spec.count !== undefined) return { sli_specification: { count: namedCount(spec.count) } }
  if (spec.bad === undefined) {
    return { query: { numerator: queryText(spec.good), denominator: queryText(spec.total) } }
  }
  const { queries, formulas } = splitFormula([toExpression(spec.good).node, toExpression(spec.bad).node])
  const [good = '', bad = ''] = formulas
  return {
    sli_specification: {
      count: {
        good_events_formula: { formula: good },
        bad_events_formula: { formula: bad },
        queries: queries.map(({ name, query }) => ({ name, data_source: 'metrics', query })),
      },
    },
  }
}

function namedCount({ queries, good, total, bad }: EventCount): JsonObject {
  return {
    good_events_formula: checkedFormula(good),
    ...(total === undefined ? {} : { total_events_formula: checkedFormula(total) }),
    ...(bad === undefined ? {} : { bad_events_formula: checkedFormula(bad) }),
    queries: sloQueries(queries),
  }
}

function queryText(input: ExpressionInput): string {
  return print(toExpression(input).node)
}

/** An SLO in Datadog's own JSON. Its fields pass through as they are. */
export function rawSlo(
  key: string,
  definition: SloDefinition,
  management: ManagementOptions = {},
): SloResource {
  return defineSlo(key, management, definition, rawSlo)
}
