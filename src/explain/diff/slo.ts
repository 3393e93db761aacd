import { isJsonObject, type JsonObject, type SloDefinition } from '../../model/index.js'
import { change, type DraftChange, inside } from './change.js'
import { fieldChanges, memberChanges, nameChanges, otherFields, writtenByAccount } from './fields.js'
import { metricTextChanges } from './queries.js'
import { diffPhrase } from './sentences.js'

const saidFields: ReadonlySet<string> = new Set([
  ...writtenByAccount,
  // The account repeats the first threshold in fields of their own.
  'timeframe',
  'target_threshold',
  'warning_threshold',
  'thresholds',
  'query',
  'name',
  'tags',
  'groups',
  'monitor_ids',
  'type',
])

/** What changes between two SLOs: what they promise, and what they measure. */
export function sloChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  return [
    ...(before.type === after.type
      ? []
      : [change('type', 'diff/type', { before: before.type, after: after.type })]),
    ...targetChanges(before, after),
    ...partChanges(before, after),
    ...memberChanges('monitor_ids', 'monitors', before.monitor_ids, after.monitor_ids),
    ...memberChanges('groups', 'groups', before.groups, after.groups),
    ...nameChanges('name', before.name, after.name),
    ...memberChanges('tags', 'tags', before.tags, after.tags),
    ...otherFields(written(before, after), written(after, before), saidFields),
  ]
}

/** The account writes `query` a second time as `sli_specification`; beside a definition without it, that is no change. */
function written(definition: SloDefinition, other: SloDefinition): JsonObject {
  const { sli_specification: copy, ...rest } = definition
  const isCopy = definition.query !== undefined && other.query !== undefined
  return isCopy && other.sli_specification === undefined ? rest : { ...rest, sli_specification: copy }
}

function targetChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const [was, is] = [thresholdsOf(before), thresholdsOf(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(timeframe => [
    ...limitChange('diff/target', timeframe, was.get(timeframe)?.target, is.get(timeframe)?.target),
    ...limitChange('diff/target-warning', timeframe, was.get(timeframe)?.warning, is.get(timeframe)?.warning),
  ])
}

function thresholdsOf({ thresholds }: SloDefinition): ReadonlyMap<string, JsonObject> {
  if (!Array.isArray(thresholds)) return new Map()
  const objects: readonly JsonObject[] = thresholds.filter(isJsonObject)
  return new Map(objects.map(one => [String(one.timeframe), one]))
}

function limitChange(
  code: 'diff/target' | 'diff/target-warning',
  timeframe: string,
  was: unknown,
  is: unknown,
): readonly DraftChange[] {
  const before = typeof was === 'number' ? was : undefined
  const after = typeof is === 'number' ? is : undefined
  if (before === after) return []
  const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
  return [change('thresholds', code, { timeframe, ...values })]
}

function partChanges({ query: before }: SloDefinition, { query: after }: SloDefinition) {
  if (!isJsonObject(before ?? null) || !isJsonObject(after ?? null))
    return fieldChanges('query', before, after)
  return (['numerator', 'denominator'] as const).flatMap(part => {
    const [was, is] = [(before as JsonObject)[part], (after as JsonObject)[part]]
    if (typeof was !== 'string' || typeof is !== 'string') return fieldChanges(`query.${part}`, was, is)
    const place = `query.${part}`
    return inside(metricTextChanges(place, was, is), place, diffPhrase('diff/where-part', { part }))
  })
}
