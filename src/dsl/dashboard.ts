import type { Dashboard, DashboardDefinition, JsonObject } from '../model/index.js'
import { type Boundary, callSite } from './call-site.js'
import { announce } from './collector.js'
import { type DashboardLayout, laidOut } from './layout.js'
import { checkedResourceKey, type ManagementOptions, managementOf } from './resource-key.js'
import { pageOfWidget, type Tab, tabsJson, widgetsOf } from './tab.js'
import { checkPresets, presetJson, type TemplateVariable, type VariablePreset } from './template-variable.js'
import { withoutUndefined } from './widgets/names.js'
import type { Widget } from './widgets/widget.js'

/** What `dashboard` takes. */
export interface DashboardSpec extends ManagementOptions {
  readonly title: string
  readonly description?: string
  /** Variables, or their definitions in Datadog's own JSON. */
  readonly templateVariables?: readonly (TemplateVariable | JsonObject)[]
  readonly presets?: readonly (VariablePreset | JsonObject)[]
  /** Widgets outside tabs; those of tabs may stand here too, where their order matters. */
  readonly widgets?: readonly Widget[]
  /** Pages of widgets. */
  readonly tabs?: readonly Tab[]
  /** `'auto'` when absent. */
  readonly layout?: DashboardLayout
  /** Only `team:` tags, at most five. */
  readonly tags?: readonly `team:${string}`[]
  /** E-mail addresses of people who are told about changes. */
  readonly notifyList?: readonly string[]
  /** Ids of the roles that may edit. */
  readonly restrictedRoles?: readonly string[]
  /** The time it shows when it is opened. */
  readonly defaultTimeframe?: DefaultTimeframe
  /** Opens without loading new data by itself. */
  readonly pauseAutoRefresh?: boolean
  /** Further fields in Datadog's own names. */
  readonly extra?: JsonObject
}

/** A dashboard says what it shows: as one page, or in tabs. */
export type ShowsWidgets = { readonly widgets: readonly Widget[] } | { readonly tabs: readonly Tab[] }

/** The last so many units of time, or from one second since 1970 to another. */
export type DefaultTimeframe =
  | {
      readonly type: 'live'
      readonly value: number
      readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'
    }
  | { readonly type: 'fixed'; readonly from: number; readonly to: number }

/**
 * Defines a dashboard under a key that is unique in the project. Nobody writes coordinates: widgets follow each other,
 * or are put in rows.
 * @example
 * dashboard('api', { title: 'API', widgets: [group('Traffic', [timeseries('Requests', hits)]), sloWidget(availability)] })
 */
export function dashboard(key: string, spec: DashboardSpec & ShowsWidgets): Dashboard {
  return defineDashboard(key, spec, definitionOf(key, spec), dashboard)
}

/** A dashboard in Datadog's own JSON. Its fields pass through as they are. */
export function rawDashboard(
  key: string,
  definition: DashboardDefinition,
  management: ManagementOptions = {},
): Dashboard {
  return defineDashboard(key, management, definition, rawDashboard)
}

function definitionOf(key: string, spec: DashboardSpec): DashboardDefinition {
  const layout = spec.layout ?? 'auto'
  const widgets = widgetsOf(spec.widgets, spec.tabs)
  const rest = withoutUndefined({
    template_variables: spec.templateVariables?.map(variableJson),
    template_variable_presets: presetsOf(spec),
    tabs: spec.tabs === undefined ? undefined : tabsJson(key, spec.tabs, widgets),
    tags: spec.tags,
    notify_list: spec.notifyList,
    restricted_roles: spec.restrictedRoles,
    default_timeframe: spec.defaultTimeframe === undefined ? undefined : { ...spec.defaultTimeframe },
    pause_auto_refresh: spec.pauseAutoRefresh,
  })
  return {
    title: spec.title,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    layout_type: layout === 'free' ? 'free' : 'ordered',
    ...(layout === 'auto' || layout === 'fixed' ? { reflow_type: layout } : {}),
    widgets: laidOut(widgets, layout, pageOfWidget(widgets, spec.tabs)),
    ...rest,
    ...spec.extra,
  }
}

function variableJson(variable: TemplateVariable | JsonObject): JsonObject {
  return isVariable(variable) ? variable.definition : variable
}

function isVariable(variable: TemplateVariable | JsonObject): variable is TemplateVariable {
  return variable.kind === 'template-variable'
}

function presetsOf({ presets, templateVariables = [] }: DashboardSpec): readonly JsonObject[] | undefined {
  const built = presets?.filter(isPreset) ?? []
  checkPresets(
    built,
    templateVariables.map(({ name }) => name),
  )
  return presets?.map(preset => (isPreset(preset) ? presetJson(preset) : preset))
}

function isPreset(preset: VariablePreset | JsonObject): preset is VariablePreset {
  return preset.kind === 'preset'
}

function defineDashboard(
  key: string,
  management: ManagementOptions,
  definition: DashboardDefinition,
  boundary: Boundary,
): Dashboard {
  const origin = callSite(boundary)
  return announce({
    kind: 'dashboard',
    key: checkedResourceKey(key),
    definition,
    management: managementOf(management),
    ...(origin === undefined ? {} : { origin }),
  })
}
