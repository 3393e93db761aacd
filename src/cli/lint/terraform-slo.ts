import type { Json, JsonObject } from '../../model/index.js'
import { block, blocks, isEmpty, numberOf, pick, withoutEmpty } from './terraform-values.js'

const topFields = ['name', 'type', 'description', 'tags', 'monitor_ids', 'groups', 'timeframe'] as const

/**
 * A `datadog_service_level_objective` as the JSON that the provider sends to Datadog. Blocks are lists of one, and each query
 * stands in a block that says its kind.
 * https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/service_level_objective
 */
export function sloFromTerraform(values: JsonObject): JsonObject {
  const query = block(values.query)
  const specification = specificationOf(block(values.sli_specification))
  return {
    ...pick(values, topFields),
    thresholds: blocks(values.thresholds).map(thresholdOf),
    ...numbers(values, ['target_threshold', 'warning_threshold']),
    ...(query && { query: withoutEmpty(query) }),
    ...(specification && { sli_specification: specification }),
  }
}

/** The provider writes 0 where the author gave no warning. */
function thresholdOf(threshold: JsonObject): JsonObject {
  return { ...pick(threshold, ['timeframe']), ...numbers(threshold, ['target', 'warning']) }
}

function numbers(values: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(
    names.flatMap(name => {
      const number = numberOf(values[name])
      const isUnset = number === undefined || (number === 0 && name.startsWith('warning'))
      return isUnset ? [] : [[name, number] as const]
    }),
  )
}

function specificationOf(values: JsonObject | undefined): JsonObject | undefined {
  const [slice, count] = [block(values?.time_slice), block(values?.count)]
  if (slice !== undefined) return { time_slice: sliceOf(slice) }
  return count && { count: countOf(count) }
}

function sliceOf({ query, ...slice }: JsonObject): JsonObject {
  const inner = block(query) ?? {}
  const formulas = blocks(inner.formula).map(formula => ({ formula: formula.formula_expression ?? '' }))
  return {
    ...pick(slice, ['comparator']),
    ...numbers(slice, ['threshold', 'query_interval_seconds']),
    query: { formulas, queries: queriesOf(inner.query) },
  }
}

const formulaFields = ['good_events_formula', 'total_events_formula', 'bad_events_formula'] as const

/** Formulas are plain texts here, and objects in the API. */
function countOf(count: JsonObject): JsonObject {
  const formulas = formulaFields.flatMap(name =>
    isEmpty(count[name]) ? [] : [[name, { formula: count[name] as Json }] as const],
  )
  return { ...Object.fromEntries(formulas), queries: queriesOf(count.queries) }
}

function queriesOf(value: Json | undefined): readonly JsonObject[] {
  return blocks(value).flatMap(({ metric_query: metric }) =>
    blocks(metric).map(query => ({ data_source: 'metrics', ...withoutEmpty(query) })),
  )
}
