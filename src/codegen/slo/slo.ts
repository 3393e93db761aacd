import { isJsonObject, type Json, type JsonObject, type Slo, type SloDefinition } from '../../model/index.js'
import { callOf, jsonLiteral, listOf, type Members, objectOf, proseCode, specOf } from '../code/index.js'
import { allRaw, nothingRaw, type ResourceCode } from '../generated.js'
import { managementArgument, managementMembers, rawSpec } from '../management.js'
import type { Variables } from '../to-builder/variables.js'
import { countIndicator } from './count.js'
import type { Indicator } from './indicator.js'
import { leftOver, nested } from './left-over.js'
import { monitorIndicator } from './monitors.js'
import { sliceIndicator } from './slice.js'

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

/** `slo('key', { … })` and its siblings, or `rawSlo` where builders would not give the same back. */
export function sloCode(slo: Slo, variables: Variables): ResourceCode {
  return builtSlo(slo, variables) ?? rawSlo(slo)
}

function rawSlo({ key, definition, management }: Slo): ResourceCode {
  const code = callOf('rawSlo', key, rawSpec(definition), ...managementArgument(management))
  return { code, raw: allRaw }
}

function builtSlo({ key, definition, management }: Slo, variables: Variables): ResourceCode | undefined {
  const targets = targetMembers(definition)
  const indicator = indicatorOf(definition, variables)
  if (targets === undefined || indicator === undefined) return undefined
  const extra = { ...furtherFields(definition), ...indicator.extra }
  const { description, tags = [] } = definition
  const spec = specOf([
    ['name', definition.name],
    ['description', description ? proseCode(description) : undefined],
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

/** What has no word; what belongs to another kind of SLO is kept word for word. */
function furtherFields(definition: SloDefinition): JsonObject {
  const entries = Object.entries(definition).filter(([field, value]) => {
    if (value === undefined || value === null) return false
    if (field === 'thresholds') return definition.thresholds.some(each => !isPlainThreshold(each))
    const isOther = isOfOtherKind(definition.type, field)
    return isOther ? !Array.isArray(value) || value.length > 0 : !known.has(field)
  })
  return Object.fromEntries(entries)
}

/** Groups and monitors belong to SLOs over monitors, a query does not. */
function isOfOtherKind(type: string, field: string): boolean {
  return type === 'monitor' ? field === 'query' : field === 'groups' || field === 'monitor_ids'
}

const thresholdFields = ['timeframe', 'target', 'warning', 'target_display', 'warning_display']

function isPlainThreshold(threshold: JsonObject): boolean {
  return Object.keys(threshold).every(field => thresholdFields.includes(field))
}

/** `target: { '30d': 99.9 }` with its warning. */
function targetMembers(definition: SloDefinition): Members | undefined {
  const { thresholds } = definition
  const primary = primaryOf(definition)
  const frames = thresholds.map(({ timeframe }) => timeframe)
  const isPlain = thresholds.every(
    ({ timeframe, target, warning }) =>
      /^(7|30|90)d$/.test(timeframe) && isPercent(target) && (warning == null || typeof warning === 'number'),
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

/** Two sets of fields of the specification are one. */
function withExtra(one: JsonObject, other: JsonObject): JsonObject {
  const { sli_specification: first } = one
  const { sli_specification: second } = other
  return isJsonObject(first) && isJsonObject(second)
    ? { ...one, ...other, sli_specification: { ...first, ...second } }
    : { ...one, ...other }
}

function indicatorOf(definition: SloDefinition, variables: Variables): Indicator | undefined {
  const specification = definition.sli_specification ?? {}
  if (definition.type === 'monitor') return monitorIndicator(definition, variables)
  const indicator =
    definition.type === 'time_slice'
      ? sliceIndicator(specification.time_slice)
      : definition.type === 'metric'
        ? countIndicator(definition, specification.count)
        : undefined
  const further = leftOver(specification, ['count', 'time_slice'])
  const extra = withExtra(nested('sli_specification', further), indicator?.extra ?? {})
  return indicator && { ...indicator, extra }
}
