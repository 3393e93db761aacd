import { sloLimits } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject, type SloDefinition } from '../../model/index.js'
import { defined } from '../defined.js'
import { unitOfFormula } from '../formula-text.js'
import { phrase } from '../sentences.js'
import { sloMeasured } from '../slo.js'
import { change, type DraftChange, inside, sameValue } from './change.js'
import {
  descriptionChanges,
  fieldChanges,
  memberChanges,
  nameChanges,
  otherFields,
  writtenByAccount,
} from './fields.js'
import { formulaTextChanges, metricTextChanges, namedQueryChanges } from './queries.js'
import { diffPhrase, type Limit } from './sentences.js'

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
  'description',
])

/** What changes between two SLOs: what they promise, and what they measure. */
export function sloChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const isOther = formOf(before) !== formOf(after)
  return [
    ...(before.type === after.type
      ? []
      : [change('type', 'diff/type', { before: before.type, after: after.type })]),
    ...targetChanges(before, after),
    ...primaryChange(before, after),
    ...(isOther ? measuredChange(before, after) : measureChanges(before, after)),
    ...nameChanges('name', before.name, after.name),
    ...descriptionChanges(before.description, after.description),
    ...memberChanges('tags', 'tags', before.tags, after.tags),
    ...(isOther ? [] : otherFields(written(before, after), written(after, before), saidFields)),
  ]
}

/** The same numbers may be written in two forms. */
function measuredChange(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const name = after.name
  const [was, is] = [sloMeasured({ ...before, name }), sloMeasured({ ...after, name })]
  return sameValue(was, is) ? [] : [change('type', 'diff/slo-measured', { before: was, after: is })]
}

/** What two SLOs of one form measure. */
function measureChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  return [
    ...partChanges(before, after),
    ...countChanges(before, after),
    ...sliceChanges(before, after),
    ...memberChanges('monitor_ids', 'monitors', before.monitor_ids, after.monitor_ids),
    ...memberChanges('groups', 'groups', before.groups, after.groups),
  ]
}

/** In which of its forms an SLO says what it measures; the parts of two forms cannot be compared one by one. */
function formOf(definition: SloDefinition): string {
  const { type, query } = definition
  if (type !== 'metric') return type
  // The account writes `query` in the newer form as well.
  if (query !== undefined && query !== null) return 'query'
  const count = countOf(definition)
  return count === undefined ? type : 'total_events_formula' in count ? 'total' : 'bad'
}

function countOf({ sli_specification: specification }: SloDefinition): JsonObject | undefined {
  const count = isJsonObject(specification) ? specification.count : undefined
  return isJsonObject(count ?? null) ? (count as JsonObject) : undefined
}

const countParts = {
  good_events_formula: 'numerator',
  total_events_formula: 'denominator',
  bad_events_formula: 'bad',
} as const

/** What changes in the formulas of good, bad and all events, and in their queries. */
function countChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const [was, is] = [countOf(before), countOf(after)]
  if (formOf(after) === 'query' || was === undefined || is === undefined) return []
  const place = 'sli_specification.count'
  return [
    ...Object.entries(countParts).flatMap(([field, part]) => {
      const changes = formulaChanges(`${place}.${field}`, was[field], is[field])
      return inside(changes, `${place}.${field}`, diffPhrase('diff/where-part', { part }))
    }),
    ...namedQueryChanges(`${place}.queries`, was.queries, is.queries),
  ]
}

/** A formula is an object around its text, or the text alone. */
function formulaChanges(place: string, before: Json | undefined, after: Json | undefined) {
  const textOf = (one: Json | undefined) => (isJsonObject(one ?? null) ? (one as JsonObject).formula : one)
  const [was, is] = [textOf(before), textOf(after)]
  return typeof was === 'string' && typeof is === 'string'
    ? formulaTextChanges(place, was, is)
    : fieldChanges(place, before, after)
}

/** The window whose status is shown; the account fills it in. */
function primaryChange(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const { timeframe: was } = before
  const { timeframe: is } = after
  if (typeof was !== 'string' || typeof is !== 'string' || was === is) return []
  return [change('timeframe', 'diff/slo-primary', { before: was, after: is })]
}

/** The account writes `query` a second time as `sli_specification`; beside a definition without it, that is no change. */
function written(definition: SloDefinition, other: SloDefinition): JsonObject {
  const { sli_specification: copy, ...rest } = definition
  // What a time slice is judged by is said in sentences, and so are the parts of a count.
  if (sliceOf(definition) !== undefined && sliceOf(other) !== undefined) return rest
  if (countOf(definition) !== undefined && countOf(other) !== undefined) return rest
  const isCopy = definition.query !== undefined && other.query !== undefined
  return isCopy && other.sli_specification === undefined ? rest : { ...rest, sli_specification: copy }
}

interface Slice {
  readonly limit: Limit
  readonly seconds: number
  readonly formula: Json | undefined
  readonly queries: Json | undefined
  /** What a slice without data counts as; absent for Datadog's own way. */
  readonly strategy: string | undefined
  readonly others: JsonObject
}

/** What the slices of an SLO are judged by; undefined for another kind, or where that is not written in full. */
function sliceOf({ sli_specification: specification }: SloDefinition): Slice | undefined {
  const slice = isJsonObject(specification) ? specification.time_slice : undefined
  if (!isJsonObject(slice) || !isJsonObject(slice.query)) return undefined
  const {
    comparator,
    threshold,
    query_interval_seconds: seconds = 300,
    query,
    no_data_strategy: written,
    ...others
  } = slice
  const known = sloLimits.sliceComparators.find(one => one === comparator)
  if (known === undefined || typeof threshold !== 'number' || typeof seconds !== 'number') return undefined
  const { formulas, queries } = query as JsonObject
  const [formula] = Array.isArray(formulas) ? formulas : []
  const strategy = typeof written === 'string' ? written : undefined
  return { limit: { comparator: known, threshold }, seconds, formula, queries, strategy, others }
}

function sliceChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const [was, is] = [sliceOf(before), sliceOf(after)]
  if (was === undefined || is === undefined) return []
  const place = 'sli_specification.time_slice'
  const unit = unitOfFormula(is.formula, is.queries)
  const isSameUnit = sameValue(unit, unitOfFormula(was.formula, was.queries))
  const values = { before: was.limit, after: is.limit, ...(isSameUnit ? defined({ unit }) : {}) }
  return [
    ...(sameValue(was.limit, is.limit) ? [] : [change(place, 'diff/slice-limit', values)]),
    ...(was.seconds === is.seconds
      ? []
      : [change(place, 'diff/slice-length', { before: was.seconds, after: is.seconds })]),
    ...formulaChanges(`${place}.query.formulas[0]`, was.formula, is.formula),
    ...namedQueryChanges(`${place}.query.queries`, was.queries, is.queries),
    ...(was.strategy === is.strategy
      ? []
      : [
          change(place, 'diff/setting', {
            name: 'no_data_strategy',
            before: phrase('slo/slice-rules', defined({ strategy: was.strategy })),
            after: phrase('slo/slice-rules', defined({ strategy: is.strategy })),
          }),
        ]),
    ...otherFields(was.others, is.others, new Set()),
  ]
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
