import { sloLimits } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject, type SloDefinition } from '../../model/index.js'
import { defined } from '../defined.js'
import { formulaNode, unitOfFormula } from '../formula-text.js'
import { sloSummary } from '../slo.js'
import { change, type DraftChange, inside, sameValue } from './change.js'
import { expressionChanges } from './expression.js'
import {
  descriptionChanges,
  fieldChanges,
  memberChanges,
  nameChanges,
  otherFields,
  writtenByAccount,
} from './fields.js'
import { metricTextChanges, namedQueryChanges } from './queries.js'
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
  return [
    ...targetChanges(before, after),
    ...primaryChanges(before, after),
    ...(before.type === after.type ? measuredChanges(before, after) : typeChanges(before, after)),
    ...memberChanges('groups', 'groups', before.groups, after.groups),
    ...nameChanges('name', before.name, after.name),
    ...descriptionChanges(before.description, after.description),
    ...memberChanges('tags', 'tags', before.tags, after.tags),
    ...otherFields(written(before, after), written(after, before), saidFields),
  ]
}

/** What two SLOs of one type measure. */
function measuredChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  return [
    ...eventChanges(before, after),
    ...sliceChanges(before, after),
    ...memberChanges('monitor_ids', 'monitors', before.monitor_ids, after.monitor_ids),
  ]
}

/** Between two types nothing is measured alike, so both are said as a whole. */
function typeChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const values = { before: sloSummary(before), after: sloSummary(after) }
  return [
    change('type', 'diff/type', { before: before.type, after: after.type }),
    change('type', 'diff/rewritten', values),
  ]
}

/** The account writes `query` a second time as `sli_specification`; beside a definition without it, that is no change. */
function written(definition: SloDefinition, other: SloDefinition): JsonObject {
  const { sli_specification: copy, ...rest } = definition
  if (definition.type !== other.type) return rest
  // What events count, and what a time slice is judged by, is said in sentences.
  const isSaid = [sliceOf, countOf].some(read => read(definition) !== undefined && read(other) !== undefined)
  if (isSaid) return rest
  const isCopy = definition.query !== undefined && other.query !== undefined
  return isCopy && other.sli_specification === undefined ? rest : { ...rest, sli_specification: copy }
}

interface Slice {
  readonly limit: Limit
  readonly seconds: number
  readonly formula: Json | undefined
  readonly queries: Json | undefined
  readonly others: JsonObject
}

/** What the slices of an SLO are judged by; undefined for another kind, or where that is not written in full. */
function sliceOf({ sli_specification: specification }: SloDefinition): Slice | undefined {
  const slice = isJsonObject(specification) ? specification.time_slice : undefined
  if (!isJsonObject(slice) || !isJsonObject(slice.query)) return undefined
  const { comparator, threshold, query_interval_seconds: seconds = 300, query, ...others } = slice
  const known = sloLimits.sliceComparators.find(one => one === comparator)
  if (known === undefined || typeof threshold !== 'number' || typeof seconds !== 'number') return undefined
  const { formulas, queries } = query as JsonObject
  const [formula] = Array.isArray(formulas) ? formulas : []
  return { limit: { comparator: known, threshold }, seconds, formula, queries, others }
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
    ...otherFields(was.others, is.others, new Set()),
  ]
}

/** The account writes the two forms of an SLO that counts events from each other; the one that both have is compared. */
function eventChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const isCounted = countOf(before) !== undefined && countOf(after) !== undefined
  return isCounted && (before.query === undefined || after.query === undefined)
    ? countChanges(before, after)
    : partChanges(before, after)
}

/** Which events an SLO counts, as formulas over named queries; undefined for another kind. */
function countOf({ sli_specification: specification }: SloDefinition): JsonObject | undefined {
  const count = isJsonObject(specification) ? specification.count : undefined
  return isJsonObject(count) ? count : undefined
}

const countedParts = {
  good_events_formula: 'numerator',
  total_events_formula: 'denominator',
  bad_events_formula: 'bad',
} as const

function countChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const [was, is] = [countOf(before), countOf(after)]
  if (was === undefined || is === undefined) return []
  const place = 'sli_specification.count'
  const formulas = Object.entries(countedParts).flatMap(([field, part]) => {
    const path = `${place}.${field}`
    return inside(formulaChanges(path, was[field], is[field]), path, diffPhrase('diff/where-part', { part }))
  })
  const { queries: old, ...restBefore } = was
  const { queries: now, ...restAfter } = is
  return [
    ...formulas,
    ...namedQueryChanges(`${place}.queries`, old, now),
    ...otherFields(restBefore, restAfter, new Set(Object.keys(countedParts))),
  ]
}

function formulaChanges(
  place: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] {
  const [was, is] = [formulaNode(before), formulaNode(after)]
  return was === undefined || is === undefined
    ? fieldChanges(place, before, after)
    : expressionChanges(was, is, { place })
}

/** The time frame on which the account puts its eye, where both have it and say so. */
function primaryChanges(before: SloDefinition, after: SloDefinition): readonly DraftChange[] {
  const [was, is] = [before.timeframe, after.timeframe]
  if (typeof was !== 'string' || typeof is !== 'string' || was === is) return []
  return [change('timeframe', 'diff/primary', { before: was, after: is })]
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
