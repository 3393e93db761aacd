import type { SloDefinition } from '../model/index.js'
import { print } from '../query/index.js'
import { type ExpressionInput, toExpression } from './expression.js'
import { splitFormula } from './formula-split.js'
import type { ManagementOptions } from './resource-key.js'
import { commonFields, type SloFields } from './slo-fields.js'
import { defineSlo, type SloResource, type Timeframe } from './slo-resource.js'

/** Counts of good events and of all events, or of good and of bad ones. */
type EventCounts =
  | { readonly good: ExpressionInput; readonly total: ExpressionInput; readonly bad?: never }
  | { readonly good: ExpressionInput; readonly bad: ExpressionInput; readonly total?: never }

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
  return defineSlo(key, spec, { ...commonFields('metric', spec), ...countFields(spec) }, slo)
}

/** Good and total are two queries of the older form, which every client reads; bad events need the newer form. */
function countFields(spec: EventCounts): Pick<SloDefinition, 'query' | 'sli_specification'> {
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
