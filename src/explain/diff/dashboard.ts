import { type DashboardDefinition, isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { requestPhrases } from '../widget.js'
import { objectsIn, timeNote } from '../widget-notes.js'
import { change, type DraftChange, inside, sameValue } from './change.js'
import {
  descriptionChanges,
  fieldChanges,
  memberChanges,
  nameChanges,
  otherFields,
  writtenByAccount,
} from './fields.js'
import { metricTextChanges, namedQueryChanges, searchTextChanges } from './queries.js'
import { diffPhrase, type WidgetName } from './sentences.js'
import { variableChanges } from './template-variables.js'
import { isLookGroup, lookChanges } from './widget-look.js'

const saidFields: ReadonlySet<string> = new Set([
  ...writtenByAccount,
  'title',
  'widgets',
  'tags',
  'template_variables',
  'description',
  'layout_type',
  'notify_list',
])

/** What changes between two dashboards, widget by widget. */
export function dashboardChanges(
  before: DashboardDefinition,
  after: DashboardDefinition,
): readonly DraftChange[] {
  return [
    ...nameChanges('title', before.title, after.title),
    ...descriptionChanges(before.description, after.description),
    ...memberChanges('tags', 'tags', before.tags, after.tags),
    ...memberChanges('notify_list', 'notified', before.notify_list, after.notify_list),
    ...(before.layout_type === after.layout_type
      ? []
      : [change('layout_type', 'diff/layout', { free: after.layout_type === 'free' })]),
    ...variableChanges(before.template_variables, after.template_variables),
    ...widgetListChanges('widgets', before.widgets, after.widgets),
    ...otherFields(before, after, saidFields),
  ]
}

interface Widget {
  readonly name: WidgetName
  readonly id: Json | undefined
  readonly definition: JsonObject
  readonly layout: Json | undefined
}

function widgetListChanges(
  place: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] {
  const [was, is] = [widgetsIn(before), widgetsIn(after)]
  const pairs = pairsOf(was, is)
  const kept = new Set(pairs.flat())
  const order = is.flatMap(widget => pairs.findIndex(pair => pair[1] === widget)).filter(at => at >= 0)
  const isMoved = !sameValue(
    order,
    [...order].sort((a, b) => a - b),
  )
  return [
    ...is.filter(widget => !kept.has(widget)).map(({ name }) => change(place, 'diff/widget-added', name)),
    ...was.filter(widget => !kept.has(widget)).map(({ name }) => change(place, 'diff/widget-removed', name)),
    ...(isMoved ? [change(place, 'diff/widget-order', {})] : []),
    ...pairs.flatMap(([old, now]) => widgetChanges(place, old, now)),
  ]
}

function widgetsIn(list: Json | undefined): readonly Widget[] {
  if (!Array.isArray(list)) return []
  return list.filter(isJsonObject).map((widget, index) => {
    const definition = isJsonObject(widget.definition ?? null) ? (widget.definition as JsonObject) : {}
    const { type, title } = definition
    return {
      name: {
        title: typeof title === 'string' ? title.trim() : '',
        widget: String(type ?? ''),
        number: index + 1,
      },
      id: widget.id,
      definition,
      layout: widget.layout,
    }
  })
}

/** By id where both have one, then the same content, then title and type, then all but the title, then the place in the list. */
function pairsOf(
  before: readonly Widget[],
  after: readonly Widget[],
): readonly (readonly [Widget, Widget])[] {
  const found = new Map<Widget, Widget>()
  const taken = new Set<Widget>()
  const rules: readonly ((a: Widget, b: Widget) => boolean)[] = [
    (a, b) => a.id !== undefined && a.id === b.id,
    (a, b) => sameValue(a.definition, b.definition),
    ({ name: a }, { name: b }) => a.title !== '' && a.title === b.title && a.widget === b.widget,
    (a, b) => sameValue({ ...a.definition, title: '' }, { ...b.definition, title: '' }),
    ({ name: a }, { name: b }) => a.title === '' && sameValue(a, b),
    ({ name: a }, { name: b }) => a.title !== '' && a.title === b.title,
  ]
  for (const fits of rules) {
    for (const widget of before) {
      if (found.has(widget)) continue
      const other = after.find(one => !taken.has(one) && fits(widget, one))
      if (other === undefined) continue
      found.set(widget, other)
      taken.add(other)
    }
  }
  return before.flatMap(widget => {
    const other = found.get(widget)
    return other === undefined ? [] : [[widget, other] as const]
  })
}

function widgetChanges(place: string, before: Widget, after: Widget): readonly DraftChange[] {
  const { widgets: was, title: _was, type: oldType, ...restBefore } = before.definition
  const { widgets: is, title: _is, type, ...restAfter } = after.definition
  const where = diffPhrase('diff/where-widget', after.name)
  const own = [
    ...nameChanges('title', before.name.title, after.name.title),
    ...(oldType === type
      ? []
      : [change('type', 'diff/widget-type', { before: before.name.widget, after: after.name.widget })]),
    ...valueChanges('', restBefore, restAfter, restAfter),
    ...layoutChanges(before.layout, after.layout),
  ]
  return [...inside(own, place, where), ...widgetListChanges(place, was, is)]
}

/** Queries inside a widget are compared as queries, looks by their names, everything else by its path. */
function valueChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
  root: JsonObject,
): readonly DraftChange[] {
  if (sameValue(before, after)) return []
  const name = path.slice(path.lastIndexOf('.') + 1)
  if (typeof before === 'string' && typeof after === 'string') {
    if (path.endsWith('search.query')) return searchTextChanges(path, before, after)
    if (name === 'q' || name === 'query') return metricTextChanges(path, before, after)
  }
  const said = path === 'time' ? timeChanges(before, after) : lookChanges(path, before, after, root)
  if (said !== undefined) return said
  if (name === 'formula' && typeof before === 'string' && typeof after === 'string')
    return [change(path, 'diff/expression', { before, after })]
  if (name === 'queries' && Array.isArray(before) && Array.isArray(after) && before.length !== after.length)
    return namedQueryChanges(path, before, after)
  if (path === 'requests' && Array.isArray(before) && Array.isArray(after) && before.length !== after.length)
    return requestChanges(before, after)
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((one, index) => valueChanges(`${path}[${index}]`, one, after[index], root))
  const [old, now] = isLookGroup(name) ? [before ?? {}, after ?? {}] : [before, after]
  if (!isJsonObject(old ?? null) || !isJsonObject(now ?? null)) return fieldChanges(path, before, after)
  return memberNames(old as JsonObject, now as JsonObject).flatMap(key =>
    valueChanges(
      path === '' ? key : `${path}.${key}`,
      (old as JsonObject)[key],
      (now as JsonObject)[key],
      root,
    ),
  )
}

const memberNames = (before: JsonObject, after: JsonObject) => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
]

/** The dashboard's own time where a widget has none. */
function timeChanges(before: Json | undefined, after: Json | undefined): readonly DraftChange[] | undefined {
  const [was, is] = [timeNote(before), timeNote(after)]
  return sameValue(was, is) ? undefined : [change('time', 'diff/widget-time', { before: was, after: is })]
}

/** Requests that are in one of the lists alone, by what they show. */
function requestChanges(before: readonly Json[], after: readonly Json[]): readonly DraftChange[] {
  const only = (list: readonly Json[], other: readonly Json[]) =>
    objectsIn(list).filter(one => !other.some(two => sameValue(one, two)))
  return [
    ...only(after, before).map(one =>
      change('requests', 'diff/request-added', { values: requestPhrases(one) }),
    ),
    ...only(before, after).map(one =>
      change('requests', 'diff/request-removed', { values: requestPhrases(one) }),
    ),
  ]
}

function layoutChanges(before: Json | undefined, after: Json | undefined): readonly DraftChange[] {
  const [was, is] = [numbersOf(before), numbersOf(after)]
  if (was === undefined || is === undefined) return fieldChanges('layout', before, after)
  const { x, y, width, height, ...rest } = is
  const { x: oldX, y: oldY, width: oldWidth, height: oldHeight, ...restBefore } = was
  const [place, size] = [
    { before: { x: oldX, y: oldY }, after: { x, y } },
    { before: { width: oldWidth, height: oldHeight }, after: { width, height } },
  ]
  return [
    ...(sameValue(place.before, place.after) ? [] : [change('layout', 'diff/widget-moved', place)]),
    ...(sameValue(size.before, size.after) ? [] : [change('layout', 'diff/widget-resized', size)]),
    ...fieldChanges('layout', restBefore, rest),
  ]
}

interface Layout extends JsonObject {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function numbersOf(layout: Json | undefined): Layout | undefined {
  if (!isJsonObject(layout ?? null)) return undefined
  const { x, y, width, height, ...rest } = layout as JsonObject
  return typeof x === 'number' &&
    typeof y === 'number' &&
    typeof width === 'number' &&
    typeof height === 'number'
    ? { ...rest, x, y, width, height }
    : undefined
}
