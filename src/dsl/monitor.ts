import type { MonitorType } from '../catalog/index.js'
import { isJsonObject, type JsonObject, type Monitor, type MonitorDefinition } from '../model/index.js'
import { print } from '../query/index.js'
import { type Boundary, callSite } from './call-site.js'
import { announce } from './collector.js'
import {
  type CompositeOperand,
  type CompositeTerm,
  compositeNode,
  joined,
  type MonitorResource,
} from './composite-term.js'
import type { AlertCondition } from './condition.js'
import { joinedSections, type MessageParts, messageParts } from './message/message.js'
import type { Message, MessageItem } from './message/section.js'
import type { CommonOptions, GroupOptions, OptionsOf, RawOptions } from './monitor-options.js'
import { monitorQuery } from './monitor-query.js'
import { encodeOptions } from './option-encoding.js'
import { checkedResourceKey, type ManagementOptions, managementOf } from './resource-key.js'
import { withoutUndefined } from './widgets/names.js'

/** What a message may be: text in Datadog's template language, or built from parts. */
type MessageInput<Tags extends string> =
  | string
  | Message<Tags>
  | ((parts: MessageParts<Tags>) => readonly MessageItem<Tags>[])

interface MonitorFields<Type extends string, Groups extends string, Tags extends string>
  extends CommonOptions,
    ManagementOptions {
  /** The title of its notifications; null lets Datadog make one from the query. */
  readonly name: string | null
  /** When it alerts: a built condition, or the text of a whole monitor query. */
  readonly alert: AlertCondition<Type, Groups, Tags> | string
  /** May use only tags that the query groups or filters by. */
  readonly message?: MessageInput<NoInfer<Tags>>
  readonly tags?: readonly string[]
  readonly priority?: 1 | 2 | 3 | 4 | 5 | null
  readonly restrictedRoles?: readonly string[]
  /** Drafts notify nobody. */
  readonly draft?: boolean
  /** Runbooks and the like; also in the API's form. */
  readonly assets?: readonly (MonitorAsset | JsonObject)[]
  /** Options that have no name here yet, in Datadog's own names. */
  readonly options?: RawOptions
  /** Further fields of the monitor itself in Datadog's own names. */
  readonly extra?: JsonObject
}

/** A page that helps whoever is alerted. */
export interface MonitorAsset {
  readonly name: string
  /** Whole, or `/notebook/1234`. */
  readonly url: string
  readonly category: 'runbook'
  readonly resourceType?: 'notebook'
  /** The id of the notebook. */
  readonly resourceKey?: string
}

/** What `monitor` takes: every type has its own options, and groups decide about two of them. */
export type MonitorSpec<
  Type extends string = string,
  Groups extends string = string,
  Tags extends string = string,
> = MonitorFields<Type, Groups, Tags> & OptionsOf<NoInfer<Type>> & GroupOptions<NoInfer<Groups>>

/**
 * Defines a monitor under a key that is unique in the project. Throws a DefinitionError for a key, duration or query
 * text that cannot be right.
 * @example
 * export const load = monitor('host-load', {
 *   name: 'Load of {{host.name}} is high',
 *   alert: avg('system.load.1').by('host').last('5m').above({ critical: 8, warning: 6 }),
 *   message: message(({ alert, tag }) => [alert`Look at ${tag('host')}. @slack-sre`]),
 *   tags: ['team:sre'],
 * })
 */
export function monitor<
  Type extends MonitorType = MonitorType,
  Groups extends string = string,
  Tags extends string = string,
>(key: string, spec: MonitorSpec<Type, Groups, Tags>): MonitorResource<Type, Groups> {
  return buildMonitor(key, spec, monitor)
}

/** The same for builders that define monitors themselves: `boundary` is the one that the author called. */
export function buildMonitor<Type extends MonitorType, Groups extends string, Tags extends string>(
  key: string,
  spec: MonitorSpec<Type, Groups, Tags>,
  boundary: Boundary,
): MonitorResource<Type, Groups> {
  const alert = typeof spec.alert === 'string' ? monitorQuery(spec.alert) : spec.alert
  return defineMonitor(key, spec, definitionOf(alert, spec), boundary)
}

/** A monitor in Datadog's own JSON. Its fields pass through as they are. */
export function rawMonitor<const Type extends string>(
  key: string,
  definition: MonitorDefinition & { readonly type: Type },
  management: ManagementOptions = {},
): MonitorResource<Type> {
  return defineMonitor(key, management, definition, rawMonitor)
}

function definitionOf<Type extends string, Groups extends string, Tags extends string>(
  alert: AlertCondition,
  spec: MonitorFields<Type, Groups, Tags>,
): MonitorDefinition {
  const { type } = alert
  const query = print(alert.query)
  // Filled in field by field: a project makes thousands of these at once.
  const definition: Filled<MonitorDefinition> =
    spec.name === null ? { type, query } : { name: spec.name, type, query }
  if (spec.message !== undefined) definition.message = messageText(spec.message)
  if (spec.tags !== undefined) definition.tags = spec.tags
  if (spec.priority !== undefined) definition.priority = spec.priority
  if (spec.restrictedRoles !== undefined) definition.restricted_roles = spec.restrictedRoles
  if (spec.draft !== undefined) definition.draft_status = spec.draft ? 'draft' : 'published'
  if (spec.assets !== undefined) definition.assets = spec.assets.map(assetJson)
  const options = mergedOptions(alert.options, encodeOptions(spec), spec.options)
  if (Object.keys(options).length > 0) definition.options = options
  return spec.extra === undefined ? definition : { ...definition, ...spec.extra }
}

type Filled<T> = { -readonly [Field in keyof T]: T[Field] }

/** The query owns when its window starts, the author when it is evaluated; Datadog keeps both in one object. */
function mergedOptions(
  owned: JsonObject,
  written: JsonObject,
  passedThrough: JsonObject | undefined,
): JsonObject {
  const { scheduling_options: window } = owned
  const { scheduling_options: schedule } = written
  const merged = { ...owned, ...written }
  if (isJsonObject(window) && isJsonObject(schedule)) merged.scheduling_options = { ...window, ...schedule }
  return passedThrough === undefined ? merged : { ...merged, ...passedThrough }
}

function assetJson(asset: MonitorAsset | JsonObject): JsonObject {
  const { resourceType, resourceKey, ...fields } = asset
  return { ...fields, ...withoutUndefined({ resource_type: resourceType, resource_key: resourceKey }) }
}

function messageText<Tags extends string>(message: MessageInput<Tags>): string {
  if (typeof message === 'string') return message
  return typeof message === 'function' ? joinedSections(message(messageParts)) : message.template
}

/** On the prototype, so that the resource itself is nothing but its data. */
const composition = {
  and(this: Monitor, other: CompositeOperand): CompositeTerm<never> {
    return joined('composite-and', [
      compositeNode(this as MonitorResource<MonitorTypeOfMember>),
      compositeNode(other),
    ])
  },
  or(this: Monitor, other: CompositeOperand): CompositeTerm<never> {
    return joined('composite-or', [
      compositeNode(this as MonitorResource<MonitorTypeOfMember>),
      compositeNode(other),
    ])
  },
}

type MonitorTypeOfMember = Exclude<MonitorType, 'composite'>

function defineMonitor(
  key: string,
  management: ManagementOptions,
  definition: MonitorDefinition,
  boundary: Boundary,
): MonitorResource<never, never> {
  const origin = callSite(boundary)
  const data: Monitor = {
    kind: 'monitor',
    key: checkedResourceKey(key),
    definition,
    management: managementOf(management),
    ...(origin === undefined ? {} : { origin }),
  }
  return announce(Object.assign(Object.create(composition) as typeof composition, data))
}
