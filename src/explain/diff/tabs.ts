import type { Json, JsonObject } from '../../model/index.js'
import { objectsIn } from '../widget-notes.js'
import { change, type DraftChange } from './change.js'
import type { WidgetName } from './sentences.js'

/** A tab by its id and name, with the widgets on it. */
interface Tab {
  readonly id: string
  readonly name: string
  readonly widgets: ReadonlyMap<string, WidgetName>
}

/** What a tab's `widget_ids` may name: the id of a widget, or `@1` for the first. */
export interface TabWidget {
  readonly id: Json | undefined
  readonly name: WidgetName
}

/** What changes in the tabs of a dashboard: the same tab has the same id, or else the same name. */
export function tabChanges(
  before: JsonObject,
  after: JsonObject,
  was: readonly TabWidget[],
  is: readonly TabWidget[],
): readonly DraftChange[] {
  const [old, now] = [tabsIn(before.tabs, was), tabsIn(after.tabs, is)]
  const pairs = now.flatMap(tab => {
    const same = old.find(({ id }) => id === tab.id) ?? old.find(({ name }) => name === tab.name)
    return same === undefined ? [] : [[same, tab] as const]
  })
  const kept = new Set<Tab>(pairs.flat())
  const alone = (tabs: readonly Tab[], added: boolean) =>
    tabs
      .filter(tab => !kept.has(tab))
      .map(({ name, widgets }) => change('tabs', 'diff/tab', { added, name, widgets: widgets.size }))
  return [...alone(now, true), ...alone(old, false), ...pairs.flatMap(([one, two]) => ownChanges(one, two))]
}

function tabsIn(tabs: Json | undefined, widgets: readonly TabWidget[]): readonly Tab[] {
  return objectsIn(tabs).map(tab => ({
    id: String(tab.id ?? ''),
    name: String(tab.name ?? ''),
    widgets: widgetsOn(tab, widgets),
  }))
}

/** A widget that is named in both ways is the same. */
function widgetsOn({ widget_ids: ids }: JsonObject, widgets: readonly TabWidget[]) {
  const all = Array.isArray(ids) ? ids.map(String) : []
  return new Map(
    all.flatMap(id => {
      const found = widgets.find((one, index) => id === `@${index + 1}` || String(one.id) === id)
      return found === undefined ? [] : [[nameOf(found.name), found.name] as const]
    }),
  )
}

const nameOf = ({ title, widget, number }: WidgetName) => (title === '' ? `${widget} ${number}` : title)

function ownChanges(before: Tab, after: Tab): readonly DraftChange[] {
  const only = (tab: Tab, other: Tab) =>
    [...tab.widgets].flatMap(([key, name]) => (other.widgets.has(key) ? [] : [name]))
  const [added, removed] = [only(after, before), only(before, after)]
  return [
    ...(before.name === after.name
      ? []
      : [change('tabs', 'diff/tab-renamed', { before: before.name, after: after.name })]),
    ...(added.length + removed.length === 0
      ? []
      : [change('tabs', 'diff/tab-widgets', { name: after.name, added, removed })]),
  ]
}
