import {
  type Dashboard,
  type DashboardDefinition,
  isJsonObject,
  type Json,
  type JsonObject,
} from '../../model/index.js'
import {
  type Code,
  type CodeArgument,
  callOf,
  jsonLiteral,
  listOf,
  partsOf,
  proseCode,
  specOf,
} from '../code/index.js'
import { allRaw, nothingRaw, type ResourceCode } from '../generated.js'
import { managementArgument, managementMembers, rawSpec } from '../management.js'
import type { Variables } from '../to-builder/variables.js'
import { arrangementOf } from './arrangement.js'
import { areTabs, pagesOf } from './tabs.js'
import { presetCode, variableCode } from './template-variables.js'
import { isTimeframe } from './timeframe.js'
import { widgetCode } from './widget.js'

/** Fields that the builders have a word for. */
const known: ReadonlySet<string> = new Set([
  'title',
  'description',
  'layout_type',
  'reflow_type',
  'widgets',
  'template_variables',
  'template_variable_presets',
  'tags',
  'notify_list',
  'restricted_roles',
  'tabs',
  'default_timeframe',
  'pause_auto_refresh',
])

/** `dashboard('key', { … })`, or `rawDashboard` where builders would not give the same back. */
export function dashboardCode(dashboard: Dashboard, variables: Variables): ResourceCode {
  return builtDashboard(dashboard, variables) ?? rawDashboard(dashboard)
}

function rawDashboard({ key, definition, management }: Dashboard): ResourceCode {
  const total = widgetsIn(definition).length
  return {
    code: callOf('rawDashboard', key, rawSpec(definition), ...managementArgument(management)),
    raw: allRaw,
    widgets: { whole: total, fields: 0, total },
  }
}

function builtDashboard(
  { key, definition, management }: Dashboard,
  variables: Variables,
): ResourceCode | undefined {
  const { title, description, tags, notify_list: notify, restricted_roles: roles } = definition
  const { default_timeframe: timeframe, pause_auto_refresh: paused } = definition
  const arrangement = arrangementOf(definition)
  if (arrangement === undefined) return undefined
  const widgets = definition.widgets.map(widget =>
    widgetCode(widget, { variables, place: arrangement.place }),
  )
  const names = listOfObjects(definition.template_variables).map(({ name }) => name)
  if (!widgets.every(widget => widget !== undefined)) return undefined
  const extra = { ...furtherFields(definition), ...arrangement.extra }
  const pages = pagesOf(definition, widgets)
  const spec = specOf([
    ['title', title],
    ['description', description ? proseCode(description) : undefined],
    ['layout', arrangement.layout === 'auto' ? undefined : arrangement.layout],
    ['templateVariables', codes(definition.template_variables, variableCode)],
    ['presets', codes(definition.template_variable_presets, preset => presetCode(preset, names))],
    ['widgets', pages.widgets],
    ['tabs', pages.tabs],
    ['defaultTimeframe', isTimeframe(timeframe) ? jsonLiteral(timeframe) : undefined],
    ['pauseAutoRefresh', typeof paused === 'boolean' ? paused : undefined],
    ['tags', teamTags(tags)],
    ['notifyList', texts(notify)],
    ['restrictedRoles', texts(roles)],
    ['extra', Object.keys(extra).length === 0 ? undefined : jsonLiteral(extra)],
    ...managementMembers(management),
  ])
  const code = callOf('dashboard', key, spec)
  return {
    code,
    raw: { ...nothingRaw, fields: Object.keys(extra).length },
    widgets: widgetCounts(definition, widgets),
  }
}

/** What has no word, or not in this form; what means nothing is left out. */
function furtherFields(definition: DashboardDefinition): JsonObject {
  const entries = Object.entries(definition).filter(([field, value]) => {
    if (value === undefined || value === null || isEmptyList(value)) return false
    if (!known.has(field)) return true
    if (field === 'tags') return teamTags(value) === undefined
    if (field === 'description') return typeof value !== 'string'
    if (field === 'tabs') return !areTabs(value)
    if (field === 'default_timeframe') return !isTimeframe(value)
    if (field === 'pause_auto_refresh') return typeof value !== 'boolean'
    return (field === 'notify_list' || field === 'restricted_roles') && texts(value) === undefined
  })
  return Object.fromEntries(entries)
}

function isEmptyList(value: Json): boolean {
  return Array.isArray(value) && value.length === 0
}

function texts(value: Json | undefined): CodeArgument | undefined {
  const isTexts = Array.isArray(value) && value.length > 0 && value.every(each => typeof each === 'string')
  return isTexts ? listOf(value as readonly string[]) : undefined
}

function teamTags(value: Json | undefined): CodeArgument | undefined {
  const areTeams =
    Array.isArray(value) && value.every(tag => typeof tag === 'string' && tag.startsWith('team:'))
  return areTeams ? texts(value) : undefined
}

function listOfObjects(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

function codes(value: Json | undefined, write: (item: JsonObject) => Code): Code | undefined {
  const items = listOfObjects(value)
  return items.length === 0 ? undefined : listOf(items.map(write))
}

function widgetsIn(definition: JsonObject): readonly Json[] {
  const own = Array.isArray(definition.widgets) ? definition.widgets : []
  return own.flatMap(widget =>
    isJsonObject(widget) && isJsonObject(widget.definition)
      ? [widget, ...widgetsIn(widget.definition)]
      : [widget],
  )
}

/** Counts what stands in Datadog's own form, in the code that was written. */
function widgetCounts(definition: JsonObject, widgets: readonly Code[]) {
  let whole = 0
  let fields = 0
  for (const part of widgets.flatMap(widget => [...partsOf(widget)])) {
    if (part.kind === 'call' && part.target.kind === 'atom' && part.target.imported) {
      if (part.target.text === 'raw') whole += 1
      if (part.target.text === 'rawQuery') fields += 1
    }
    if (part.kind !== 'object') continue
    const extra = part.members.find(({ key }) => key === 'extra')?.value
    if (extra?.kind === 'object') fields += extra.members.length
  }
  return { whole, fields, total: widgetsIn(definition).length }
}
