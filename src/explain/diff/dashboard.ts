import { type DashboardDefinition, isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { defined } from '../defined.js'
import { widgetSentence } from '../widget.js'
import { change, type DraftChange, inside, sameValue } from './change.js'
import { descriptionChanges, memberChanges, nameChanges, writtenByAccount } from './fields.js'
import { diffPhrase, type WidgetName } from './sentences.js'
import { tabChanges } from './tabs.js'
import { presetChanges, variableChanges } from './template-variables.js'
import { valueChanges } from './widget-values.js'

const saidFields: ReadonlySet<string> = new Set([
  ...writtenByAccount,
  'title',
  'widgets',
  'tags',
  'template_variables',
  'description',
  'layout_type',
  'notify_list',
  'tabs',
  'template_variable_presets',
  'restricted_roles',
])

/** What changes between two dashboards, widget by widget. */
export function dashboardChanges(
  before: DashboardDefinition,
  after: DashboardDefinition,
): readonly DraftChange[] {
  const [was, is] = [widgetsIn(before.widgets), widgetsIn(after.widgets)]
  // With it every widget gets a place or loses it.
  const isArranged = before.reflow_type !== after.reflow_type
  return [
    ...nameChanges('title', before.title, after.title),
    ...descriptionChanges(before.description, after.description),
    ...memberChanges('tags', 'tags', before.tags, after.tags),
    ...memberChanges('notify_list', 'notified', before.notify_list, after.notify_list),
    ...(before.layout_type === after.layout_type
      ? []
      : [change('layout_type', 'diff/layout', { free: after.layout_type === 'free' })]),
    ...variableChanges(before.template_variables, after.template_variables),
    ...presetChanges(before.template_variable_presets, after.template_variable_presets),
    ...memberChanges('restricted_roles', 'roles', before.restricted_roles, after.restricted_roles),
    ...widgetTreeChanges(was, is).filter(({ says }) => !isArranged || says.code !== 'diff/widget-placed'),
    ...tabChanges(before, after, was, is),
    ...valueChanges('', otherFields(before), otherFields(after), {}),
  ]
}

/** The fields of a dashboard that have no sentences of their own. */
function otherFields(definition: DashboardDefinition): JsonObject {
  return Object.fromEntries(Object.entries(definition).filter(([name]) => !saidFields.has(name)))
}

interface Widget {
  readonly name: WidgetName
  readonly id: Json | undefined
  readonly definition: JsonObject
  readonly layout: Json | undefined
}

/** A widget that stands in one of two lists alone, and the group around it. */
interface Alone {
  readonly place: string
  readonly widget: Widget
  readonly group?: string
}

/** Those that no neighbour of theirs is paired with: moved to another group, added or removed. */
interface Strays {
  readonly added: Alone[]
  readonly removed: Alone[]
}

function widgetTreeChanges(before: readonly Widget[], after: readonly Widget[]): readonly DraftChange[] {
  const strays: Strays = { added: [], removed: [] }
  const changes = widgetListChanges('widgets', before, after, strays, {})
  return [...strayChanges(strays), ...changes]
}

type Groups = { readonly before?: string; readonly after?: string }

function widgetListChanges(
  place: string,
  was: readonly Widget[],
  is: readonly Widget[],
  strays: Strays,
  { before, after }: Groups,
): readonly DraftChange[] {
  const pairs = pairsOf(was, is)
  const kept = new Set(pairs.flat())
  const order = is.flatMap(widget => pairs.findIndex(pair => pair[1] === widget)).filter(at => at >= 0)
  const isMoved = !sameValue(
    order,
    [...order].sort((a, b) => a - b),
  )
  const alone = (list: readonly Widget[], group: string | undefined) =>
    list.filter(one => !kept.has(one)).map(widget => ({ place, widget, ...defined({ group }) }))
  strays.added.push(...alone(is, after))
  strays.removed.push(...alone(was, before))
  return [
    ...(isMoved ? [change(place, 'diff/widget-order', {})] : []),
    ...pairs.flatMap(([old, now]) => widgetChanges(place, old, now, strays)),
  ]
}

/** The same widget in another group is moved there. */
function strayChanges(strays: Strays): readonly DraftChange[] {
  const [added, removed] = [strays.added.flatMap(withInner), strays.removed.flatMap(withInner)]
  const pairs = pairsOf(
    removed.map(one => one.widget),
    added.map(one => one.widget),
    sureSigns,
  )
  const kept = new Set(pairs.flat())
  const groupsOf = (list: readonly Alone[]) => new Map(list.map(({ widget, group }) => [widget, group]))
  const [groupsBefore, groupsAfter] = [groupsOf(removed), groupsOf(added)]
  return [
    ...added
      .filter(({ widget }) => !kept.has(widget))
      .map(({ place, widget }) =>
        change(place, 'diff/widget-added', { ...widget.name, shows: widgetSentence(widget.definition) }),
      ),
    // With a group goes what is in it.
    ...strays.removed
      .filter(({ widget }) => !kept.has(widget))
      .map(({ place, widget }) => change(place, 'diff/widget-removed', widget.name)),
    ...pairs.flatMap(([old, now]) => {
      const groups = defined({ before: groupsBefore.get(old), after: groupsAfter.get(now) })
      return [
        change('widgets', 'diff/widget-regrouped', { ...now.name, ...groups }),
        // The place in the other group has nothing to do with the one before.
        ...widgetChanges('widgets', { ...old, layout: now.layout }, now, { added: [], removed: [] }),
      ]
    }),
  ]
}

/** A group that comes or goes, and the widgets in it. */
function withInner(alone: Alone): readonly Alone[] {
  const { title: group } = alone.widget.name
  const inner = widgetsIn(alone.widget.definition.widgets)
  return [alone, ...inner.map(widget => ({ place: alone.place, widget, group }))]
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

/** What a widget is recognised by; two with a sign in common are the same widget. */
type Sign = (widget: Widget) => readonly string[]

/** The id, then the same content, then title and type. */
const sureSigns: readonly Sign[] = [
  ({ id }) => (id === undefined ? [] : [JSON.stringify(id)]),
  ({ definition }) => [JSON.stringify(definition)],
  ({ name }) => (name.title === '' ? [] : [JSON.stringify([name.title, name.widget])]),
]

/** Then all but the title, then the place in the list, then the title alone, then what two groups have in common. */
const neighbourSigns: readonly Sign[] = [
  ...sureSigns,
  ({ definition }) => [JSON.stringify({ ...definition, title: '' })],
  ({ name }) => (name.title === '' ? [JSON.stringify(name)] : []),
  ({ name }) => (name.title === '' ? [] : [name.title]),
  ({ name, definition }) =>
    name.widget === 'group' ? widgetsIn(definition.widgets).flatMap(innerSigns) : [],
]

function innerSigns(widget: Widget): readonly string[] {
  return sureSigns.flatMap((sign, index) => sign(widget).map(text => `${index} ${text}`))
}

/** Each widget of the first list with the first of the second that shares its surest sign. A board may hold a thousand. */
function pairsOf(
  before: readonly Widget[],
  after: readonly Widget[],
  signs: readonly Sign[] = neighbourSigns,
): readonly (readonly [Widget, Widget])[] {
  const found = new Map<Widget, Widget>()
  const taken = new Set<Widget>()
  for (const sign of signs) {
    const wanted = before.filter(widget => !found.has(widget))
    if (wanted.length === 0) break
    const bySign = widgetsBySign(
      after.filter(one => !taken.has(one)),
      sign,
    )
    for (const widget of wanted) {
      const other = sign(widget)
        .flatMap(text => bySign.get(text)?.find(one => !taken.has(one)) ?? [])
        .at(0)
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

function widgetsBySign(widgets: readonly Widget[], sign: Sign): ReadonlyMap<string, readonly Widget[]> {
  const bySign = new Map<string, Widget[]>()
  for (const widget of widgets) {
    for (const text of sign(widget)) {
      const same = bySign.get(text)
      if (same === undefined) bySign.set(text, [widget])
      else same.push(widget)
    }
  }
  return bySign
}

function widgetChanges(place: string, before: Widget, after: Widget, strays: Strays): readonly DraftChange[] {
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
  const groups = { before: before.name.title, after: after.name.title }
  return [
    ...inside(own, place, where),
    ...widgetListChanges(place, widgetsIn(was), widgetsIn(is), strays, groups),
  ]
}

function layoutChanges(before: Json | undefined, after: Json | undefined): readonly DraftChange[] {
  const [was, is] = [numbersOf(before), numbersOf(after)]
  if (was === undefined || is === undefined) return placeChanges(was, is, before, after)
  const { x, y, width, height, ...rest } = is
  const { x: oldX, y: oldY, width: oldWidth, height: oldHeight, ...restBefore } = was
  const [place, size] = [
    { before: { x: oldX, y: oldY }, after: { x, y } },
    { before: { width: oldWidth, height: oldHeight }, after: { width, height } },
  ]
  return [
    ...(sameValue(place.before, place.after) ? [] : [change('layout', 'diff/widget-moved', place)]),
    ...(sameValue(size.before, size.after) ? [] : [change('layout', 'diff/widget-resized', size)]),
    ...valueChanges('layout', restBefore, rest, {}),
  ]
}

/** A widget gets a place of its own, or loses it. */
function placeChanges(
  was: Layout | undefined,
  is: Layout | undefined,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] {
  const found = was ?? is
  const isAlone = (was === undefined ? before : after) === undefined
  if (found === undefined || !isAlone) return valueChanges('layout', before, after, {})
  const { x, y, width, height } = found
  return [change('layout', 'diff/widget-placed', { added: is !== undefined, x, y, width, height })]
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
