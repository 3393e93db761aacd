import {
  type BuiltWidgetType,
  commonWidgetOptions,
  type FieldForm,
  type WidgetField,
  widgetBuilderOf,
} from '../../catalog/index.js'
import type { Json, JsonObject } from '../../model/index.js'
import { axisJson } from './axis.js'
import { columnsJson } from './columns.js'
import { eventsJson, markersJson } from './marker.js'
import { named } from './names.js'
import { withPath } from './path.js'
import { idText, innerDefinition } from './references.js'
import { formulasJson } from './requests/formula.js'
import { metricText } from './requests/metric-text.js'
import { requestJson, requestsJson } from './requests/request-json.js'
import { type PlacedOptions, placedWidget, type Widget } from './widget.js'

type Encode = (value: unknown, type: string) => Json

/** How the value of an option becomes JSON. Queries and a group's widgets are written elsewhere. */
const encodings: Readonly<Record<Exclude<FieldForm, 'queries' | 'widgets'>, Encode>> = {
  same: value => value as Json,
  named,
  axis: axisJson,
  markers: markersJson,
  events: eventsJson,
  columns: columnsJson,
  metric: metricText,
  formulas: formulasJson,
  monitor: idText,
  slo: idText,
  widget: innerDefinition,
  requests: requestsJson,
  request: requestJson,
}

/**
 * A widget from the arguments and options of its builder, by the builder's table. Title and type stand first; an option
 * that is left out writes the table's default, and one that is null nothing.
 */
export function builtWidget(
  type: BuiltWidgetType,
  positional: readonly unknown[],
  options: PlacedOptions & { readonly extra?: JsonObject },
): Widget {
  const values: Readonly<Record<string, unknown>> = { ...options }
  const row = widgetBuilderOf(type)!
  const fields: (readonly [WidgetField, unknown])[] = [
    ...row.positional.map(([, field], index) => [field, positional[index]] as const),
    ...Object.entries({ ...row.data, ...row.options }).map(
      ([option, field]) => [field, values[option]] as const,
    ),
    ...Object.entries(row.plain ? {} : commonWidgetOptions).map(
      ([option, field]) => [field, values[option]] as const,
    ),
  ]
  const title = fields.find(([{ path }, value]) => path === 'title' && typeof value === 'string')?.[1]
  let definition: Json = { ...(typeof title === 'string' ? { title } : {}), type }
  for (const [path, value] of Object.entries(row.fixed ?? {})) definition = withPath(definition, path, value)
  for (const [field, value] of fields) definition = withField(definition, field, value, type)
  return placedWidget({ ...(definition as JsonObject), ...options.extra }, options)
}

function withField(definition: Json, field: WidgetField, value: unknown, type: string): Json {
  const given = value === undefined ? field.default : value
  const form = field.form ?? 'same'
  if (given === undefined || given === null || form === 'queries' || form === 'widgets') return definition
  return withPath(definition, field.path, encodings[form](given, type))
}
