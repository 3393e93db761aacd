import { isAcceptable } from '../../diagnostic/index.js'
import { isJsonObject, type Json, type JsonObject, type Slo, type SloDefinition } from '../../model/index.js'
import { parseMetricQuery } from '../../query/index.js'
import type { Code, CodeArgument, Members } from '../code/index.js'
import { callOf, listOf, objectOf, specOf } from '../code/index.js'
import { formulaOverQueries, namedQueries } from '../formula/named-queries.js'
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
  const isKnown = Object.entries(definition).every(([field, value]) => known.has(field) || value == null)
  const targets = targetMembers(definition)
  const indicator = indicatorOf(definition, variables)
  if (!isKnown || targets === undefined || indicator === undefined) return undefined
  const { description, tags = [] } = definition
  const spec = specOf([
    ['name', definition.name],
    ['description', description || undefined],
    ['tags', tags.length === 0 ? undefined : listOf(tags)],
    ...indicator.members,
    ...targets,
    ...managementMembers(management),
  ])
  return { code: callOf(indicator.builder, key, spec), raw: nothingRaw }
}

/** `target: { '30d': 99.9 }` with its warning. */
function targetMembers({ thresholds }: SloDefinition): Members | undefined {
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
  ]
}

function isPercent(value: Json | undefined): boolean {
  return typeof value === 'number' && value > 0 && value < 100
}

function indicatorOf(definition: SloDefinition, variables: Variables): Indicator | undefined {
  const specification = definition.sli_specification ?? {}
  const hasMonitors = (definition.monitor_ids ?? []).length > 0
  if (definition.type === 'monitor') return monitorIndicator(definition, variables)
  if (hasMonitors || (definition.groups ?? []).length > 0) return undefined
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

/** Good and bad events need the newer form; good and total are written in the older one, which the account keeps too. */
function countIndicator({ query }: SloDefinition, count: Json | undefined): Indicator | undefined {
  if (isJsonObject(count) && count.bad_events_formula !== undefined) {
    const [good, bad] =
      namedQueries(count.queries, [count.good_events_formula, count.bad_events_formula]) ?? []
    if (good === undefined || bad === undefined || !hasOnly(count, badFields)) return undefined
    return {
      builder: 'slo',
      members: [
        ['good', good],
        ['bad', bad],
      ],
    }
  }
  if (!hasOnly(query ?? {}, ['numerator', 'denominator'])) return undefined
  const good = query === undefined ? eventsCode(count, 'good_events_formula') : queryCode(query.numerator)
  const total = query === undefined ? eventsCode(count, 'total_events_formula') : queryCode(query.denominator)
  if (good === undefined || total === undefined) return undefined
  return {
    builder: 'slo',
    members: [
      ['good', good],
      ['total', total],
    ],
  }
}

/** The account works `query` out of the newer form, in which names stand for the queries. */
function eventsCode(count: Json | undefined, field: string): Code | undefined {
  return isJsonObject(count) && hasOnly(count, totalFields)
    ? formulaOverQueries(count[field], count.queries)
    : undefined
}

const totalFields = ['good_events_formula', 'total_events_formula', 'queries']
const badFields = ['good_events_formula', 'bad_events_formula', 'queries']

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
  const [good] = namedQueries(queries, formulas) ?? []
  if (good === undefined || bound === undefined || typeof threshold !== 'number') return undefined
  if (seconds !== 60 && seconds !== 300 && seconds !== null) return undefined
  const members: readonly (readonly [string, CodeArgument | undefined])[] = [
    ['good', good],
    [bound, threshold],
    ['slice', seconds === 60 ? '1m' : undefined],
  ]
  return { builder: 'timeSliceSlo', members }
}

const sliceFields = ['query', 'comparator', 'threshold', 'query_interval_seconds']
