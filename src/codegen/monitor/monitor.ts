import { monitorMembers } from '../../catalog/index.js'
import type { JsonObject, Monitor, MonitorDefinition } from '../../model/index.js'
import { type Code, type CodeArgument, callOf, jsonLiteral, listOf, partsOf, specOf } from '../code/index.js'
import { allRaw, nothingRaw, type ResourceCode } from '../generated.js'
import { managementArgument, managementMembers, rawSpec } from '../management.js'
import type { Variables } from '../to-builder/variables.js'
import { alertOf } from './alert.js'
import { assetsCode } from './assets.js'
import { groupingOf } from './grouping.js'
import { messageCode } from './message.js'
import { optionMembers, plainOptions } from './options.js'

/** The builders have a word for each of these. */
const known: ReadonlySet<string> = new Set(monitorMembers)

/** `monitor('key', { … })`, or `rawMonitor` where builders would not give the same back. */
export function monitorCode(monitor: Monitor, variables: Variables): ResourceCode {
  return builtMonitor(monitor, variables) ?? rawMonitor(monitor)
}

function builtMonitor(
  { key, definition, management }: Monitor,
  variables: Variables,
): ResourceCode | undefined {
  if (!isWritable(definition)) return undefined
  const alert = alertOf(definition, variables)
  if (alert === undefined) return undefined
  const grouping = groupingOf(alert.query, definition.options ?? {}, alert.code)
  const { members, raw } = alert.isExact
    ? optionMembers(definition, grouping, alert.owned)
    : { members: [], raw: {} }
  // The builders would write thresholds or windows that the account does not hold, so it gets its own options.
  const extra = {
    ...furtherFields(definition),
    ...(alert.isExact ? {} : { options: plainOptions(definition) }),
  }
  const spec = specOf([
    ['name', definition.name ?? null],
    ['alert', alert.code],
    ['message', definition.message?.trim() ? messageCode(definition.message, grouping.keys) : undefined],
    ['tags', textsOf(definition.tags)],
    ['priority', definition.priority || undefined],
    ...members,
    ['options', isEmpty(raw) ? undefined : jsonLiteral(raw)],
    ['restrictedRoles', textsOf(definition.restricted_roles)],
    ['draft', definition.draft_status === 'draft' ? true : undefined],
    ['assets', assetsCode(definition.assets)],
    ['extra', isEmpty(extra) ? undefined : jsonLiteral(extra)],
    ...managementMembers(management),
  ])
  const fields = Object.keys(raw).length + Object.keys(extra).length + rawCalls(alert.code)
  return { code: callOf('monitor', key, spec), raw: { ...nothingRaw, fields } }
}

/** Queries of a formula that stand in Datadog's own form. */
function rawCalls(code: Code): number {
  const isRaw = (part: Code) =>
    part.kind === 'atom' && part.imported && (part.text === 'rawVariable' || part.text === 'rawQuery')
  return [...partsOf(code)].filter(isRaw).length
}

function rawMonitor({ key, definition, management }: Monitor): ResourceCode {
  return {
    code: callOf('rawMonitor', key, rawSpec(definition), ...managementArgument(management)),
    raw: allRaw,
  }
}

function furtherFields(definition: MonitorDefinition): JsonObject {
  return Object.fromEntries(
    Object.entries(definition).filter(
      ([field, value]) => !known.has(field) && value !== null && value !== undefined,
    ),
  )
}

/** Whether every field has the form that the builders give it. */
function isWritable(definition: MonitorDefinition): boolean {
  const { name, message = '', tags, priority, draft_status: draft = 'published' } = definition
  return (
    typeof (name ?? '') === 'string' &&
    typeof (message ?? '') === 'string' &&
    (draft === null || draft === 'published' || draft === 'draft') &&
    isTexts(tags) &&
    isTexts(definition.restricted_roles) &&
    [undefined, null, 0, 1, 2, 3, 4, 5].includes(priority)
  )
}

function isTexts(value: JsonObject[string]): boolean {
  return value == null || (Array.isArray(value) && value.every(each => typeof each === 'string'))
}

function textsOf(value: JsonObject[string]): CodeArgument | undefined {
  return Array.isArray(value) && value.length > 0 ? listOf(value as readonly string[]) : undefined
}

function isEmpty(object: JsonObject): boolean {
  return Object.keys(object).length === 0
}
