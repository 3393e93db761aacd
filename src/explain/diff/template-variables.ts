import type { Json, JsonObject } from '../../model/index.js'
import { presetsIn } from '../dashboard-settings.js'
import { textIn } from '../variable-keys.js'

import { objectsIn, textsIn } from '../widget-notes.js'
import { change, type DraftChange, sameValue } from './change.js'
import { fieldChanges } from './fields.js'

/** What changes in the template variables of a dashboard. https://docs.datadoghq.com/dashboards/template_variables/ */
export function variableChanges(before: Json | undefined, after: Json | undefined): readonly DraftChange[] {
  const [was, is] = [byName(before), byName(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(name => {
    const [old, now] = [was.get(name), is.get(name)]
    if (old === undefined) return [change('template_variables', 'diff/variable-added', { name })]
    if (now === undefined) return [change('template_variables', 'diff/variable-removed', { name })]
    return ownChanges(name, old, now)
  })
}

function byName(list: Json | undefined): ReadonlyMap<string, JsonObject> {
  return new Map(objectsIn(list).map(one => [String(one.name ?? ''), one]))
}

function ownChanges(name: string, before: JsonObject, after: JsonObject): readonly DraftChange[] {
  const { default: _old, defaults: _olds, available_values: oldChoices, prefix: _was, ...restBefore } = before
  const { default: _new, defaults: _news, available_values: newChoices, prefix: _is, ...restAfter } = after
  const values = { name, before: startOf(before), after: startOf(after) }
  const choices = { name, before: textsIn(oldChoices), after: textsIn(newChoices) }
  const prefixes = { name, before: textIn(before, 'prefix'), after: textIn(after, 'prefix') }
  const place = 'template_variables'
  return [
    ...(prefixes.before === prefixes.after ? [] : [change(place, 'diff/variable-prefix', prefixes)]),
    ...(sameValue(values.before, values.after) ? [] : [change(place, 'diff/variable-start', values)]),
    ...(sameValue(choices.before, choices.after) ? [] : [change(place, 'diff/variable-choices', choices)]),
    ...fieldChanges(`${place}.${name}`, restBefore, restAfter),
  ]
}

/** `default` is the older field for one value. */
function startOf({ default: one, defaults }: JsonObject): readonly string[] {
  const values = typeof one === 'string' ? [one] : textsIn(defaults)
  return values.filter(value => value !== '*')
}

/** What changes in the saved views of the template variables. */
export function presetChanges(before: Json | undefined, after: Json | undefined): readonly DraftChange[] {
  const byPreset = (list: Json | undefined) => new Map(presetsIn(list).map(one => [one.name, one.values]))
  const [was, is] = [byPreset(before), byPreset(after)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap(name => {
    const [old, now] = [was.get(name), is.get(name)]
    if (sameValue(old, now)) return []
    const values = { name, ...(old && { before: old }), ...(now && { after: now }) }
    return [change('template_variable_presets', 'diff/preset', values)]
  })
}
