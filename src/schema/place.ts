import { isJsonObject, type JsonObject, type ResourceKind } from '../model/index.js'
import type { SchemaPath } from './problem.js'
import { shown } from './words.js'

/** What people call a resource of that kind. */
export const kindWords: Readonly<Record<ResourceKind, string>> = {
  monitor: 'monitor',
  slo: 'SLO',
  dashboard: 'dashboard',
}

/**
 * Where a path leads, as people say it: `options.thresholds`, or `widget "Latency" · requests[0].display_type` with the
 * path from the widget on. Widgets of a group stand behind their group.
 */
export function placeOf(kind: ResourceKind, definition: JsonObject, path: SchemaPath): string {
  if (kind !== 'dashboard') return pathText(path) || kindWords[kind]
  const { widgets, rest } = enterWidgets(definition, path)
  const inside = pathText(rest)
  const parts = inside === '' ? widgets : [...widgets, inside]
  return parts.join(' · ') || kindWords[kind]
}

interface Entered {
  /** The names of the widgets on the way. */
  readonly widgets: readonly string[]
  /** The path inside the innermost one. */
  readonly rest: SchemaPath
}

function enterWidgets(definition: JsonObject, path: SchemaPath): Entered {
  const widgets: string[] = []
  let inside: unknown = definition
  let rest = path
  while (rest[0] === 'widgets' && typeof rest[1] === 'number') {
    const index = rest[1]
    const widget: unknown = step(step(inside, 'widgets'), index)
    inside = step(widget, 'definition')
    widgets.push(widgetName(inside, index))
    rest = rest.slice(rest[2] === 'definition' ? 3 : 2)
  }
  return { widgets, rest }
}

function step(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? value[key] : undefined
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}

function widgetName(definition: unknown, index: number): string {
  const [type, title] = [step(definition, 'type'), step(definition, 'title')]
  const noun = type === 'group' ? 'group' : 'widget'
  if (typeof title === 'string' && title.trim() !== '') return `${noun} "${shown(title)}"`
  return typeof type === 'string' ? `${noun} ${index + 1} (${shown(type)})` : `${noun} ${index + 1}`
}

/** `requests[0].style["line width"]`. */
function pathText(path: SchemaPath): string {
  return path.map(pathStep).join('').replace(/^\./, '')
}

function pathStep(key: string | number): string {
  if (typeof key === 'number') return `[${key}]`
  return /^\w+$/.test(key) ? `.${key}` : `["${shown(key)}"]`
}
