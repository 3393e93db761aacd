import type { JsonObject } from '../model/index.js'
import { definitionError } from './definition-error.js'
import type { Widget } from './widgets/widget.js'

/** A page of a dashboard. */
export interface Tab {
  readonly kind: 'tab'
  readonly name: string
  readonly widgets: readonly TabWidget[]
  readonly id?: string
}

/** A widget; or the position of one among the dashboard's, `@1` is the first; or the number of a live one. */
export type TabWidget = Widget | TabPosition | number

/** A widget as the API lets tabs name it. */
export type TabPosition = `@${number}`

/**
 * A page of a dashboard with its widgets, which need not stand in the dashboard's own list as well. `id` is a UUID; it is
 * made from the keys when absent, so give it where a tab is to be renamed.
 * @example dashboard('api', { title: 'API', tabs: [tab('Traffic', [traffic]), tab('Health', [health, errors])] })
 */
export function tab(
  name: string,
  widgets: readonly TabWidget[],
  options: { readonly id?: string } = {},
): Tab {
  return { kind: 'tab', name, widgets, ...options }
}

/** The widgets of a dashboard: its own list, then those that only its tabs show, each once. */
export function widgetsOf(widgets: readonly Widget[] = [], tabs: readonly Tab[] = []): readonly Widget[] {
  const listed = new Set(widgets)
  const inTabs = new Set(tabs.flatMap(each => each.widgets.filter(isWidget)))
  const all = [...widgets, ...[...inTabs].filter(widget => !listed.has(widget))]
  const inGroups = new Set(all.flatMap(({ children = [] }) => children))
  for (const { name, widgets: members } of tabs) {
    if (members.some(member => isWidget(member) && inGroups.has(member))) throw insideGroup(name)
  }
  return all
}

/** The number of the first tab that shows a widget; all that no tab shows are on a page of their own. */
export function pageOfWidget(
  widgets: readonly Widget[],
  tabs: readonly Tab[] = [],
): (widget: Widget) => number {
  const pages = new Map<Widget, number>()
  for (const [page, { widgets: members }] of tabs.entries()) {
    for (const member of members) {
      const widget = isWidget(member) ? member : widgets[positionOf(member)]
      if (widget !== undefined && !pages.has(widget)) pages.set(widget, page)
    }
  }
  return widget => pages.get(widget) ?? -1
}

/** `@1` is the first widget; the number of a live one says nothing about its place in the list. */
function positionOf(member: TabPosition | number): number {
  return typeof member === 'number' ? -1 : Number(member.slice(1)) - 1
}

function insideGroup(tabName: string): Error {
  return definitionError(
    'dsl/tab-widget',
    `The tab '${tabName}' shows a widget that stands inside a group.`,
    {
      hint: 'Show the whole group on the tab, or take the widget out of the group.',
    },
  )
}

function isWidget(widget: TabWidget): widget is Widget {
  return typeof widget === 'object'
}

/** Tabs in the API's form, which names widgets by their position among `widgets`. */
export function tabsJson(
  key: string,
  tabs: readonly Tab[],
  widgets: readonly Widget[],
): readonly JsonObject[] {
  return tabs.map(({ id, name, widgets: members }) => ({
    id: id ?? stableId(`${key}/${name}`),
    name,
    widget_ids: members.map(member => (isWidget(member) ? `@${widgets.indexOf(member) + 1}` : member)),
  }))
}

/** A UUID of version 8 (made by a rule of our own) that is the same whenever the text is. */
function stableId(text: string): string {
  const hex = [0x811c9dc5, 0x01000193, 0xdeadbeef, 0x9e3779b9]
    .map(seed => hash(text, seed).toString(16).padStart(8, '0'))
    .join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}

/** FNV-1a with another start for each quarter. */
function hash(text: string, seed: number): number {
  let value = seed
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}
