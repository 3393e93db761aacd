import { type DashboardDefinition, isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { change, type DraftChange, inside, sameValue } from './change.js'
import { fieldChanges, memberChanges, nameChanges, otherFields, writtenByAccount } from './fields.js'
import { metricTextChanges, searchTextChanges } from './queries.js'
import { diffPhrase } from './sentences.js'

const saidFields: ReadonlySet<string> = new Set([...writtenByAccount, 'title', 'widgets', 'tags'])

/** What changes between two dashboards, widget by widget. */
export function dashboardChanges(
  before: DashboardDefinition,
  after: DashboardDefinition,
): readonly DraftChange[] {
  return [
    ...nameChanges('title', before.title, after.title),
    ...memberChanges('tags', 'tags', before.tags, after.tags),
    ...widgetListChanges('widgets', before.widgets, after.widgets),
    ...otherFields(before, after, saidFields),
  ]
}

interface Widget {
  readonly title: string
  readonly id: Json | undefined
  readonly type: string
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
    ...is
      .filter(widget => !kept.has(widget))
      .map(({ title }) => change(place, 'diff/widget-added', { title })),
    ...was
      .filter(widget => !kept.has(widget))
      .map(({ title }) => change(place, 'diff/widget-removed', { title })),
    ...(isMoved ? [change(place, 'diff/widget-order', {})] : []),
    ...pairs.flatMap(([old, now]) => widgetChanges(place, old, now)),
  ]
}

function widgetsIn(list: Json | undefined): readonly Widget[] {
  if (!Array.isArray(list)) return []
  return list.filter(isJsonObject).map((widget, index) => {
    const definition = isJsonObject(widget.definition ?? null) ? (widget.definition as JsonObject) : {}
    const type = String(definition.type ?? '')
    const title = typeof definition.title === 'string' ? definition.title : ''
    return {
      title: title === '' ? `${type} ${index + 1}` : title,
      id: widget.id,
      type,
      definition,
      layout: widget.layout,
    }
  })
}

/** By id where both have one, then the same content, then the same title and type. */
function pairsOf(
  before: readonly Widget[],
  after: readonly Widget[],
): readonly (readonly [Widget, Widget])[] {
  const found = new Map<Widget, Widget>()
  const taken = new Set<Widget>()
  const rules: readonly ((a: Widget, b: Widget) => boolean)[] = [
    (a, b) => a.id !== undefined && a.id === b.id,
    (a, b) => sameValue(a.definition, b.definition),
    (a, b) => a.title === b.title && a.type === b.type,
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
  const { widgets: was, ...restBefore } = before.definition
  const { widgets: is, ...restAfter } = after.definition
  const where = diffPhrase('diff/where-widget', { title: after.title })
  const own = [
    ...valueChanges('', restBefore, restAfter),
    ...fieldChanges('layout', before.layout, after.layout),
  ]
  return [...inside(own, place, where), ...widgetListChanges(place, was, is)]
}

/** Queries inside a widget are compared as queries, everything else by its path. */
function valueChanges(
  path: string,
  before: Json | undefined,
  after: Json | undefined,
): readonly DraftChange[] {
  const name = path.slice(path.lastIndexOf('.') + 1)
  if (typeof before === 'string' && typeof after === 'string' && before !== after) {
    if (path.endsWith('search.query')) return searchTextChanges(path, before, after)
    if (name === 'q' || name === 'query') return metricTextChanges(path, before, after)
  }
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length)
    return before.flatMap((one, index) => valueChanges(`${path}[${index}]`, one, after[index]))
  if (!isJsonObject(before ?? null) || !isJsonObject(after ?? null)) return fieldChanges(path, before, after)
  const [old, now] = [before as JsonObject, after as JsonObject]
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap(key =>
    valueChanges(path === '' ? key : `${path}.${key}`, old[key], now[key]),
  )
}
