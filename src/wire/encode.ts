import type { Json, JsonObject, Resource, ResourceKind } from '../model/index.js'
import { type Mark, markText, writeMark } from './mark.js'
import { writable } from './normalize/index.js'
import { withLiveWidgetIds } from './widget-ids.js'

/**
 * The payload that creates a resource: its definition with the project's mark, without the fields that only the account
 * sets. References that are not resolved yet stay in it.
 *
 * @example
 * encode({ kind: 'monitor', key: 'load', management: {}, definition }, 'shop').tags // [..., 'dogma:shop/load']
 */
export function encode(resource: Resource, project: string): JsonObject {
  const { kind, key, definition } = resource
  return writeMark(kind, encodings[kind](writable(kind, definition)), { project, key })
}

/**
 * The payload that turns `live` into what `desired` (made by {@link encode}) says. Differs from `desired` where leaving a
 * field out would keep its old value, and in the numbers of widgets, which stay so that links to them keep working.
 */
export function encodeUpdate(kind: ResourceKind, desired: JsonObject, live: JsonObject): JsonObject {
  if (kind === 'monitor') return withClearedFields(desired, live)
  return kind === 'dashboard' ? withLiveWidgetIds(desired, live) : desired
}

/** The live payload as it is, with another mark. */
export function encodeMarked(kind: ResourceKind, live: JsonObject, mark: Mark): JsonObject {
  return writeMark(kind, writable(kind, live), mark)
}

/** The tag or line of a resource's mark. */
export function markOf(project: string, key: string): string {
  return markText({ project, key })
}

const encodings: Readonly<Record<ResourceKind, (definition: JsonObject) => JsonObject>> = {
  // An update replaces the options as a whole, so they are always sent as a whole.
  monitor: definition => (definition.options === undefined ? { ...definition, options: {} } : definition),
  // The account lowers the case of an SLO's tags; sending them so keeps plan and account in the same words.
  slo: definition =>
    definition.tags === undefined ? definition : { ...definition, tags: lowered(definition.tags) },
  dashboard: definition => definition,
}

function lowered(tags: Json): Json {
  return Array.isArray(tags) ? tags.map(tag => (typeof tag === 'string' ? tag.toLowerCase() : tag)) : tags
}

/** An update of a monitor keeps every top-level field that is left out; these empty it instead. */
const cleared: JsonObject = { message: '', priority: null, assets: [], draft_status: 'published' }

function withClearedFields(desired: JsonObject, live: JsonObject): JsonObject {
  const toClear = Object.entries(cleared).filter(([key]) => desired[key] === undefined && hasValue(live[key]))
  return toClear.length === 0 ? desired : { ...desired, ...Object.fromEntries(toClear) }
}

function hasValue(value: Json | undefined): boolean {
  return value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0)
}
