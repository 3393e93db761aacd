import {
  type BuiltWidgetType,
  commonWidgetOptions,
  type FieldForm,
  type WidgetField,
  widgetBuilderOf,
} from '../../catalog/index.js'
import type { Json } from '../../model/index.js'
import { axisJson } from './axis.js'
import { columnsJson } from './columns.js'
import { eventsJson, markersJson } from './marker.js'
import { named } from './names.js'
import { type Draft, write } from './path.js'
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

/** An option of a builder, or one of its arguments by position, and the field it writes. */
type Slot = readonly [name: string | number, field: WidgetField]

const slots = new Map<BuiltWidgetType, readonly Slot[]>()

/** The arguments and options of a builder, in the order in which its fields are written. */
function slotsOf(type: BuiltWidgetType): readonly Slot[] {
  const known = slots.get(type)
  if (known !== undefined) return known
  const row = widgetBuilderOf(type)!
  const options = { ...row.data, ...row.options, ...(row.plain ? {} : commonWidgetOptions) }
  const made: readonly Slot[] = [
    ...row.positional.map(([, field], index) => [index, field] as const),
    ...Object.entries(options),
  ]
  slots.set(type, made)
  return made
}

/**
 * A widget from the arguments and options of its builder, by the builder's table. Title and type stand first; an option
 * that is left out writes the table's default, and one that is null nothing.
 */
export function builtWidget(
  type: BuiltWidgetType,
  positional: readonly unknown[],
  options: PlacedOptions,
): Widget {
  const values: Readonly<Record<string, unknown>> = { ...options }
  const given = slotsOf(type).map(
    ([name, field]) => [field, typeof name === 'number' ? positional[name] : values[name]] as const,
  )
  const title = given.find(([{ path }, value]) => path === 'title' && typeof value === 'string')?.[1]
  const draft: Draft = { ...(typeof title === 'string' ? { title } : {}), type }
  for (const [path, value] of Object.entries(widgetBuilderOf(type)!.fixed ?? {})) write(draft, path, value)
  for (const [field, value] of given) writeField(draft, field, value, type)
  return placedWidget({ ...draft, ...options.extra }, options)
}

function writeField(draft: Draft, field: WidgetField, value: unknown, type: string): void {
  const given = value === undefined ? field.default : value
  const form = field.form ?? 'same'
  if (given === undefined || given === null || form === 'queries' || form === 'widgets') return
  write(draft, field.path, encodings[form](given, type))
}
