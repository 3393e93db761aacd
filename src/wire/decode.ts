import { optionNamed } from '../catalog/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import { didYouMean } from '../diagnostic/index.js'
import {
  type Definition,
  isJsonObject,
  type Json,
  type JsonObject,
  keyPattern,
  type Resource,
  type ResourceKind,
} from '../model/index.js'
import { titleOf } from './live-object.js'
import { readMark, stripMark } from './mark.js'
import { writable } from './normalize/index.js'
import { withTabPositions } from './normalize/tab-positions.js'
import { withoutWidgetIds } from './widget-ids.js'

/** What reading a Datadog JSON object gives. */
export type Decoded =
  | { readonly ok: true; readonly resource: Resource }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

export interface DecodeOptions {
  /** The kind, where it is known; otherwise it is told by the fields. */
  readonly kind?: ResourceKind
  /** The key of the resource; otherwise the one of its mark, or else one made of its name. */
  readonly key?: string
  /** Keeps options that authors once wrote and that the account alone sets now: a file that holds them can be told so. */
  readonly withDeprecated?: true
}

/**
 * Reads any Datadog JSON object (an export, an answer of the API, a hand-written body) as a resource: fields that only
 * the account sets (also the numbers of widgets) and the project's mark are taken out, everything else stays as it is.
 *
 * @example
 * decode({ type: 'query alert', query: 'avg(last_5m):avg:system.load.1{*} > 4', name: 'Load' })
 * // { ok: true, resource: { kind: 'monitor', key: 'load', … } }
 */
export function decode(value: Json, options: DecodeOptions = {}): Decoded {
  const payload = unwrapped(value)
  if (!isJsonObject(payload))
    return refused('This is not a JSON object, so it cannot be a monitor, an SLO or a dashboard.')
  const kind = options.kind ?? kindOf(payload)
  if (kind === undefined)
    return refused('This JSON object is neither a monitor, nor an SLO, nor a dashboard.', hintFor(payload))
  const problem = problemOf(kind, payload)
  if (problem !== undefined) return refused(problem)
  const own = writable(kind, payload)
  const written = stripMark(kind, options.withDeprecated ? withDeprecated(own, payload) : own)
  const definition = kind === 'dashboard' ? withoutWidgetIds(withTabPositions(written)) : written
  const key = options.key ?? readMark(kind, payload)?.key ?? keyFrom(wordsOf(payload)) ?? kind
  return { ok: true, resource: resourceOf(kind, key, definition as Definition) }
}

/** The options that may be sent, and the deprecated ones, in the order of the payload. */
function withDeprecated(own: JsonObject, { options }: JsonObject): JsonObject {
  if (!isJsonObject(options)) return own
  const kept = isJsonObject(own.options) ? own.options : {}
  const entries = Object.entries(options).filter(
    ([name]) => Object.hasOwn(kept, name) || optionNamed(name)?.deprecated !== undefined,
  )
  return { ...own, options: Object.fromEntries(entries) }
}

/** What a key is made of: the account names a monitor without a name after its query. */
function wordsOf(payload: JsonObject): string {
  return titleOf(payload) || (typeof payload.query === 'string' ? payload.query : '')
}

/** What kind of object this is, told by its fields, or undefined. */
export function kindOf(payload: JsonObject): ResourceKind | undefined {
  if (Array.isArray(payload.widgets) || typeof payload.layout_type === 'string') return 'dashboard'
  if (Array.isArray(payload.thresholds)) return 'slo'
  if (typeof payload.query === 'string' && typeof payload.type === 'string') return 'monitor'
  return undefined
}

/** A key made of a name: lower case, everything else than letters and digits as dashes. Undefined when nothing is left. */
export function keyFrom(name: string): string | undefined {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const key = words.join('-').slice(0, 60).replace(/-+$/, '')
  return keyPattern.test(key) ? key : undefined
}

/** The SLO endpoints answer `{ data: … }`, with a list of one on writes. */
function unwrapped(value: Json): Json {
  if (!isJsonObject(value) || kindOf(value) !== undefined) return value
  const data = value.data
  if (Array.isArray(data) && data.length === 1) return data[0]!
  return isJsonObject(data) ? data : value
}

function problemOf(kind: ResourceKind, payload: JsonObject): string | undefined {
  const missing = required[kind].find(([field, isRight]) => !isRight(payload[field]))
  return missing && `The ${names[kind]} has no field \`${missing[0]}\` of the right type.`
}

const isText = (value: Json | undefined) => typeof value === 'string'
const isList = (value: Json | undefined) => Array.isArray(value)

const required: Readonly<Record<ResourceKind, readonly [string, (value: Json | undefined) => boolean][]>> = {
  monitor: [
    ['type', isText],
    ['query', isText],
  ],
  slo: [
    ['type', isText],
    ['name', isText],
    ['thresholds', isList],
  ],
  dashboard: [
    ['title', isText],
    ['layout_type', isText],
    ['widgets', isList],
  ],
}

const names: Readonly<Record<ResourceKind, string>> = {
  monitor: 'monitor',
  slo: 'SLO',
  dashboard: 'dashboard',
}

function resourceOf(kind: ResourceKind, key: string, definition: Definition): Resource {
  return { kind, key, management: {}, definition } as Resource
}

function refused(message: string, hint?: string): Decoded {
  const diagnostic: Diagnostic = {
    code: 'definition/unreadable',
    severity: 'error',
    message,
    ...(hint && { hint }),
  }
  return { ok: false, diagnostics: [diagnostic] }
}

const telling = ['query', 'type', 'thresholds', 'widgets', 'layout_type']

function hintFor(payload: JsonObject): string {
  const guess = Object.keys(payload)
    .slice(0, 50)
    .map(key => didYouMean(key, telling))
    .find(text => text !== undefined)
  const rule = 'A monitor has `type` and `query`, an SLO has `thresholds`, a dashboard has `widgets`.'
  return guess === undefined ? rule : `${rule} ${guess}`
}
