import type { Json, JsonObject } from '../model/index.js'
import type { Preset } from './sentences/resource.js'
import { textIn } from './variable-keys.js'

import { objectsIn, textsIn } from './widget-notes.js'

/** The saved views of a dashboard; `value` is the older field for one value. https://docs.datadoghq.com/dashboards/template_variables/ */
export function presetsIn(list: Json | undefined): readonly Preset[] {
  return objectsIn(list).map(preset => ({
    name: textIn(preset, 'name'),
    values: variableValues(preset.template_variables),
  }))
}

/** The values that something gives to template variables. */
export function variableValues(list: Json | undefined): Preset['values'] {
  return objectsIn(list).map(one => ({ name: textIn(one, 'name'), values: valuesOf(one) }))
}

function valuesOf({ value, values }: JsonObject): readonly string[] {
  return typeof value === 'string' ? [value] : textsIn(values)
}
