import type { Json, JsonObject } from '../model/index.js'
import { textIn } from './variable-keys.js'
import { textsIn } from './widget.js'
import { objectsIn } from './widget-notes.js'

/** The values that a saved view gives to the template variables. */
export interface Preset {
  readonly name: string
  readonly values: readonly { readonly name: string; readonly values: readonly string[] }[]
}

/** The saved views of a dashboard; `value` is the older field for one value. https://docs.datadoghq.com/dashboards/template_variables/ */
export function presetsIn(list: Json | undefined): readonly Preset[] {
  return objectsIn(list).map(preset => ({
    name: textIn(preset, 'name'),
    values: objectsIn(preset.template_variables).map(one => ({
      name: textIn(one, 'name'),
      values: valuesOf(one),
    })),
  }))
}

function valuesOf({ value, values }: JsonObject): readonly string[] {
  return typeof value === 'string' ? [value] : textsIn(values)
}
