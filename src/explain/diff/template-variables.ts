import type { Json, JsonObject } from '../../model/index.js'
import { textsIn } from '../widget.js'
import { objectsIn } from '../widget-notes.js'
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
  const { default: _old, defaults: _olds, ...restBefore } = before
  const { default: _new, defaults: _news, ...restAfter } = after
  const values = { name, before: startOf(before), after: startOf(after) }
  return [
    ...(sameValue(values.before, values.after)
      ? []
      : [change('template_variables', 'diff/variable-start', values)]),
    ...fieldChanges(`template_variables.${name}`, restBefore, restAfter),
  ]
}

/** `default` is the older field for one value. */
function startOf({ default: one, defaults }: JsonObject): readonly string[] {
  const values = typeof one === 'string' ? [one] : textsIn(defaults)
  return values.filter(value => value !== '*')
}
