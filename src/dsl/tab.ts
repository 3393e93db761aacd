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

/** One of the dashboard's own widgets, or the number of a live one. */
export type TabWidget = Widget | number

/**
 * A page of a dashboard, with some of the widgets that the dashboard lists. `id` is a UUID; it is made from the keys when
 * absent, so give it where a tab is to be renamed.
 * @example dashboard('api', { title: 'API', widgets: [traffic, health], tabs: [tab('Health', [health])] })
 */
export function tab(
  name: string,
  widgets: readonly TabWidget[],
  options: { readonly id?: string } = {},
): Tab {
  return { kind: 'tab', name, widgets, ...options }
}

/** Tabs in the API's form, which names widgets by their position: `@1` is the first. */
export function tabsJson(
  key: string,
  tabs: readonly Tab[],
  widgets: readonly Widget[],
): readonly JsonObject[] {
  return tabs.map(({ id, name, widgets: members }) => ({
    id: id ?? stableId(`${key}/${name}`),
    name,
    widget_ids: members.map(member =>
      typeof member === 'number' ? member : position(member, widgets, name),
    ),
  }))
}

function position(widget: Widget, widgets: readonly Widget[], tabName: string): string {
  const index = widgets.indexOf(widget)
  if (index !== -1) return `@${index + 1}`
  throw definitionError(
    'dsl/tab-widget',
    `The tab '${tabName}' shows a widget that the dashboard does not list.`,
    {
      hint: 'Give the widget a name and put it into `widgets` too; a widget inside a group comes with its group.',
    },
  )
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
