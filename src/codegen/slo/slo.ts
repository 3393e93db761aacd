import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject, type Slo, type SloDefinition } from '../../model/index.js'
import { parseFormula, parseMetricQuery } from '../../query/index.js'
import type { Code, CodeArgument, Members } from '../code/index.js'
import { callOf, jsonLiteral, listOf, objectOf, specOf } from '../code/index.js'
import { metricCode } from '../dashboard/forms.js'
import { namedQueries } from '../formula/named-queries.js'
import { allRaw, nothingRaw, type ResourceCode } from '../generated.js'
import { managementArgument, managementMembers, rawSpec } from '../management.js'
import { expressionCode } from '../to-builder/expression.js'
import type { Variables } from '../to-builder/variables.js'

/** Every field that the builders write, or that the account works out from those. */
const known: ReadonlySet<string> = new Set([
  'name',
  'type',
  'description',
  'tags',
  'thresholds',
  'query',
  'sli_specification',
  'monitor_ids',
  'groups',
  'timeframe',
  'target_threshold',
  'warning_threshold',
])

/** The builder and the members that one kind of SLO has besides those of all. */
interface Indicator {
  readonly builder: 'slo' | 'timeSliceSlo' | 'monitorSlo'
  readonly members: Members
}

/** `slo('key', { … })` and its siblings, or `rawSlo` where builders would not give the same back. */
export function sloCode(slo: Slo, variables: Variables): ResourceCode {
  return builtSlo(slo, variables) ?? rawSlo(slo)
}

function rawSlo({ key, definition, management }: Slo): ResourceCode {
  const code = callOf('rawSlo', key, rawSpec(definition), ...managementArgument(management))
  return { code, raw: allRaw }
}

function builtSlo({ key, definition, management }: Slo, variables: Variables): ResourceCode | undefined {
  const extra = furtherFields(definition)
  const targets = targetMembers(definition)
  const indicator = indicatorOf(definition, variables)
  if (targets === undefined || indicator === undefined) return undefined
  const { description, tags = [] } = definition
  const spec = specOf([
    ['name', definition.name],
    ['description', description || undefined],
    ['tags', tags.length === 0 ? undefined : listOf(tags)],
    ...indicator.members,
    ...targets,
    ['extra', Object.keys(extra).length === 0 ? undefined : jsonLiteral(extra)],
    ...managementMembers(management),
  ])
  return {
    code: callOf(indicator.builder, key, spec),
    raw: { ...nothingRaw, fields: Object.keys(extra).length },
  }
}

/** What has no word; groups belong to SLOs over a monitor and are kept word for word where they stand elsewhere. */
function furtherFields(definition: SloDefinition): JsonObject {
  const entries = Object.entries(definition).filter(([field, value]) => {
    if (value === undefined || value === null) return false
    if (field === 'groups') return definition.type !== 'monitor' && (definition.groups ?? []).length > 0
    return !known.has(field)
  })
  return Object.fromEntries(entries)
}

/** `target: { '30d': 99.9 }` with its warning. */
function targetMembers(definition: SloDefinition): Members | undefined {
  const { thresholds } = definition
  const primary = primaryOf(definition)
  const frames = thresholds.map(({ timeframe }) => timeframe)
  const isPlain = thresholds.every(
    ({ timeframe, target, warning, target_display: _, warning_display: __, ...rest }) =>
      /^(7|30|90)d$/.test(timeframe) &&
      isPercent(target) &&
      (warning == null || typeof warning === 'number') &&
      Object.keys(rest).length === 0,
  )
  if (!isPlain || frames.length === 0 || new Set(frames).size !== frames.length) return undefined
  const warnings = thresholds.flatMap(({ timeframe, warning }) =>
    typeof warning === 'number' ? [[timeframe, warning] as const] : [],
  )
  return [
    ['target', objectOf(thresholds.map(({ timeframe, target }) => [timeframe, target]))],
    ['warning', warnings.length === 0 ? undefined : objectOf(warnings)],
    ['primary', primary],
  ]
}

/** The timeframe that lists show, where it is not the first. */
function primaryOf({ thresholds, timeframe }: SloDefinition): string | undefined {
  const isOther = thresholds.slice(1).some(threshold => threshold.timeframe === timeframe)
  return isOther && typeof timeframe === 'string' ? timeframe : undefined
}

function isPercent(value: Json | undefined): boolean {
  return typeof value === 'number' && value > 0 && value < 100
}

function indicatorOf(definition: SloDefinition, variables: Variables): Indicator | undefined {
  const specification = definition.sli_specification ?? {}
  const hasMonitors = (definition.monitor_ids ?? []).length > 0
  if (definition.type === 'monitor') return monitorIndicator(definition, variables)
  if (hasMonitors) return undefined
  if (definition.type === 'time_slice') return sliceIndicator(specification.time_slice)
  return definition.type === 'metric' ? countIndicator(definition, specification.count) : undefined
}

function monitorIndicator(definition: SloDefinition, variables: Variables): Indicator | undefined {
  const { monitor_ids: ids = [], groups = [] } = definition
  if (definition.query !== undefined || ids.length === 0 || (groups.length > 0 && ids.length !== 1))
    return undefined
  const monitors = ids.map(
    id => variables('monitor', String(id)) ?? (typeof id === 'number' ? id : undefined),
  )
  if (!monitors.every(monitor => monitor !== undefined)) return undefined
  return {
    builder: 'monitorSlo',
    members: [
      ['monitors', listOf(monitors)],
      ['groups', groups.length === 0 ? undefined : listOf(groups)],
    ],
  }
}

/**
 * Good and total are written in the older form, which the account keeps too; good and bad as expressions where the
 * builder would give their queries the same names, and everything else with its own names.
 */
function countIndicator({ query }: SloDefinition, count: Json | undefined): Indicator | undefined {
  const members = badMembers(count) ?? (query && queryMembers(query)) ?? namedCount(count)
  return members && { builder: 'slo', members }
}

function queryMembers(query: NonNullable<SloDefinition['query']>): Members | undefined {
  const good = queryCode(query.numerator)
  const total = queryCode(query.denominator)
  if (good === undefined || total === undefined || !hasOnly(query, ['numerator', 'denominator']))
    return undefined
  return [
    ['good', good],
    ['total', total],
  ]
}

function badMembers(count: Json | undefined): Members | undefined {
  if (!isJsonObject(count) || count.bad_events_formula === undefined) return undefined
  if (count.total_events_formula !== undefined || !hasOnly(count, countFields)) return undefined
  const formulas = [count.good_events_formula, count.bad_events_formula]
  const [good, bad] = namedQueries(count.queries, formulas) ?? []
  if (good === undefined || bad === undefined) return namedCount(count)
  return [
    ['good', good],
    ['bad', bad],
  ]
}

/** `count: { queries: { … }, good: '…', total: '…' }` */
function namedCount(count: Json | undefined): Members | undefined {
  if (!isJsonObject(count) || !hasOnly(count, countFields)) return undefined
  const { good_events_formula: good, bad_events_formula: bad, total_events_formula: total } = count
  const queries = sloQueries(count.queries)
  const [goodText, otherText] = [formulaText(good), formulaText(bad ?? total)]
  if (queries === undefined || (bad === undefined) === (total === undefined)) return undefined
  if (goodText === undefined || otherText === undefined) return undefined
  const members = objectOf([
    ['queries', queries],
    ['good', goodText],
    [bad === undefined ? 'total' : 'bad', otherText],
  ])
  return [['count', members]]
}

const countFields = ['good_events_formula', 'bad_events_formula', 'total_events_formula', 'queries']

/** `{ formula: '…' }` with a text that the builders accept. */
function formulaText(value: Json | undefined): string | undefined {
  if (!isJsonObject(value) || !hasOnly(value, ['formula']) || typeof value.formula !== 'string')
    return undefined
  const parsed = parseFormula(value.formula)
  return parsed.ok && isAcceptable(parsed.diagnostics) ? value.formula : undefined
}

/** Queries by name, each with nothing but its text. */
function sloQueries(value: Json | undefined): Code | undefined {
  if (!Array.isArray(value)) return undefined
  const members = value.map(sloQuery)
  if (!members.every(member => member !== undefined)) return undefined
  return new Set(members.map(([name]) => name)).size === members.length ? objectOf(members) : undefined
}

function sloQuery(query: Json): readonly [string, CodeArgument] | undefined {
  if (!isJsonObject(query) || !hasOnly(query, ['name', 'data_source', 'query'])) return undefined
  const { name, data_source: source, query: text } = query
  const code = source === 'metrics' && text !== undefined ? metricCode(text) : undefined
  const isName = typeof name === 'string' && /^[A-Za-z_]\w*$/.test(name) && name !== '__proto__'
  return isName && code !== undefined ? [name, code] : undefined
}

function hasOnly(object: JsonObject, fields: readonly string[]): boolean {
  return Object.keys(object).every(field => fields.includes(field))
}

function queryCode(text: string): Code | undefined {
  const parsed = parseMetricQuery(text)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics) || parsed.node.kind === 'query-list') return undefined
  return expressionCode(parsed.node)
}

const bounds: Readonly<Record<string, string>> = {
  '>': 'above',
  '>=': 'atLeast',
  '<': 'below',
  '<=': 'atMost',
}

function sliceIndicator(slice: Json | undefined): Indicator | undefined {
  if (!isJsonObject(slice) || !hasOnly(slice, sliceFields) || !isJsonObject(slice.query)) return undefined
  const { query, comparator, threshold, query_interval_seconds: seconds = 300 } = slice
  const bound = bounds[String(comparator)]
  const { formulas, queries } = query
  if (!hasOnly(query, ['formulas', 'queries']) || !Array.isArray(formulas) || formulas.length !== 1)
    return undefined
  const good = namedQueries(queries, formulas)?.[0] ?? namedSlice(queries, formulas[0])
  if (good === undefined || bound === undefined || typeof threshold !== 'number') return undefined
  if (seconds !== 60 && seconds !== 300 && seconds !== null) return undefined
  const members: readonly (readonly [string, CodeArgument | undefined])[] = [
    ['good', good],
    [bound, threshold],
    ['slice', seconds === 60 ? '1m' : undefined],
  ]
  return { builder: 'timeSliceSlo', members }
}

/** `{ queries: { … }, formula: '…' }` */
function namedSlice(queries: Json | undefined, formula: Json | undefined): Code | undefined {
  const text = formulaText(formula)
  const named = sloQueries(queries)
  if (text === undefined || named === undefined) return undefined
  return objectOf([
    ['queries', named],
    ['formula', text],
  ])
}

const sliceFields = ['query', 'comparator', 'threshold', 'query_interval_seconds']
