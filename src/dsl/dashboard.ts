import type { Dashboard, DashboardDefinition, JsonObject } from '../model/index.js'
import { type Boundary, callSite } from './call-site.js'
import { announce } from './collector.js'
import { definitionError } from './definition-error.js'
import { type DashboardLayout, laidOut } from './layout.js'
import { checkedResourceKey, type ManagementOptions, managementOf } from './resource-key.js'
import type { TemplateVariable } from './template-variable.js'
import type { Widget } from './widgets/widget.js'

/** What `dashboard` takes. */
export interface DashboardSpec extends ManagementOptions {
  readonly title: string
  readonly description?: string
  readonly templateVariables?: readonly TemplateVariable[]
  readonly presets?: readonly VariablePreset[]
  readonly widgets: readonly Widget[]
  /** `'auto'` when absent. */
  readonly layout?: DashboardLayout
  /** Only `team:` tags, at most five. */
  readonly tags?: readonly `team:${string}`[]
  /** E-mail addresses of people who are told about changes. */
  readonly notifyList?: readonly string[]
  readonly restrictedRoles?: readonly string[]
  /** Further fields in Datadog's own names. */
  readonly raw?: JsonObject
}

/** Values for several variables under one name. */
export interface VariablePreset {
  readonly kind: 'preset'
  readonly name: string
  readonly values: Readonly<Record<string, string | readonly string[]>>
}

/** A choice of values for a dashboard's variables. @example preset('Production', { env: 'prod' }) */
export function preset(name: string, values: VariablePreset['values']): VariablePreset {
  return { kind: 'preset', name, values }
}

/**
 * Defines a dashboard under a key that is unique in the project. Nobody writes coordinates: widgets follow each other,
 * or are put in rows.
 * @example
 * dashboard('api', { title: 'API', widgets: [group('Traffic', [timeseries('Requests', hits)]), sloWidget(availability)] })
 */
export function dashboard(key: string, spec: DashboardSpec): Dashboard {
  const layout = spec.layout ?? 'auto'
  checkPresets(spec)
  const definition = {
    title: spec.title,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    layout_type: layout === 'free' ? 'free' : 'ordered',
    ...(layout === 'free' ? {} : { reflow_type: layout }),
    widgets: laidOut(spec.widgets, layout),
    ...(spec.templateVariables === undefined
      ? {}
      : { template_variables: spec.templateVariables.map(({ definition }) => definition) }),
    ...(spec.presets === undefined ? {} : { template_variable_presets: spec.presets.map(presetJson) }),
    ...(spec.tags === undefined ? {} : { tags: spec.tags }),
    ...(spec.notifyList === undefined ? {} : { notify_list: spec.notifyList }),
    ...(spec.restrictedRoles === undefined ? {} : { restricted_roles: spec.restrictedRoles }),
    ...spec.raw,
  }
  return defineDashboard(key, spec, definition, dashboard)
}

/** A dashboard in Datadog's own JSON. Its fields pass through as they are. */
export function rawDashboard(
  key: string,
  definition: DashboardDefinition,
  management: ManagementOptions = {},
): Dashboard {
  return defineDashboard(key, management, definition, rawDashboard)
}

function presetJson({ name, values }: VariablePreset): JsonObject {
  const variables = Object.entries(values).map(([variable, value]) => ({
    name: variable,
    values: typeof value === 'string' ? [value] : value,
  }))
  return { name, template_variables: variables }
}

/** The API refuses a preset for a variable that the board does not have. */
function checkPresets({ presets = [], templateVariables = [] }: DashboardSpec): void {
  const names = templateVariables.map(({ name }) => name)
  for (const { name, values } of presets) {
    const unknown = Object.keys(values).find(variable => !names.includes(variable))
    if (unknown === undefined) continue
    throw definitionError(
      'dsl/preset-variable',
      `The preset '${name}' sets '${unknown}', which is not a variable of this dashboard.`,
      {
        hint: `Add \`variable('${unknown}')\` to \`templateVariables\`.`,
      },
    )
  }
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
