import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../model/index.js'

/** A live object that another one names by its id. */
export interface Use {
  readonly kind: ResourceKind
  readonly id: string
}

/** The fields of SLOs and widgets that hold ids, and of what. */
const idFields: Readonly<Record<string, ResourceKind>> = {
  monitor_ids: 'monitor',
  monitor_id: 'monitor',
  alert_id: 'monitor',
  slo_id: 'slo',
  dashboard_id: 'dashboard',
}

const typesThatUse: ReadonlySet<unknown> = new Set(['composite', 'slo alert'])
const none: readonly Use[] = []

/**
 * Every object that a payload names by its id, once each. References that are not resolved yet are not ids.
 *
 * @example
 * usesOf('monitor', { type: 'composite', query: '12 && !34' }) // [{ kind: 'monitor', id: '12' }, { kind: 'monitor', id: '34' }]
 */
export function usesOf(kind: ResourceKind, payload: JsonObject): readonly Use[] {
  if (kind === 'monitor' && !typesThatUse.has(payload.type)) return none
  const found = new Map<string, Use>()
  const add = (use: Use) => found.set(`${use.kind}:${use.id}`, use)
  if (kind === 'monitor') for (const use of usesOfQuery(payload)) add(use)
  else collect(payload, undefined, add)
  return [...found.values()]
}

const composedId = /(?<![\w${:.-])\d+(?![\w.:}-])/g
const alertedSlo = /(?:error_budget|burn_rate)\(\s*["']([^"'$]+)["']/g

function usesOfQuery(monitor: JsonObject): Use[] {
  const query = typeof monitor.query === 'string' ? monitor.query : ''
  if (monitor.type === 'composite') {
    return Array.from(query.matchAll(composedId), match => ({ kind: 'monitor', id: match[0] }))
  }
  if (monitor.type !== 'slo alert') return []
  return Array.from(query.matchAll(alertedSlo), match => ({ kind: 'slo', id: match[1]! }))
}

function collect(value: Json | undefined, kind: ResourceKind | undefined, add: (use: Use) => void): void {
  if (Array.isArray(value)) for (const item of value) collect(item, kind, add)
  else if (isJsonObject(value)) {
    for (const key of Object.keys(value))
      collect(value[key], Object.hasOwn(idFields, key) ? idFields[key] : undefined, add)
  } else if (kind !== undefined && isId(value)) add({ kind, id: String(value) })
}

function isId(value: Json | undefined): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value !== '' && !value.includes('$'))
}

/**
 * The payload with ids of other objects replaced by references to them, so that they can be resolved to new ids later.
 * `textFor` gives the reference for an object, or undefined where its id shall stay.
 *
 * @example
 * withReferences('monitor', { type: 'composite', query: '12 && 34' }, ({ id }) => (id === '12' ? '${monitor:a}' : undefined))
 * // { type: 'composite', query: '${monitor:a} && 34' }
 */
export function withReferences(
  kind: ResourceKind,
  payload: JsonObject,
  textFor: (use: Use) => string | undefined,
): JsonObject {
  if (kind === 'monitor') return withReferencesInQuery(payload, textFor)
  return referenced(payload, undefined, textFor) as JsonObject
}

function withReferencesInQuery(monitor: JsonObject, textFor: (use: Use) => string | undefined): JsonObject {
  const { type, query } = monitor
  if (typeof query !== 'string') return monitor
  if (type === 'composite') {
    return { ...monitor, query: query.replace(composedId, id => textFor({ kind: 'monitor', id }) ?? id) }
  }
  if (type !== 'slo alert') return monitor
  const rewritten = query.replace(alertedSlo, (whole: string, id: string) =>
    whole.replace(id, () => textFor({ kind: 'slo', id }) ?? id),
  )
  return { ...monitor, query: rewritten }
}

function referenced(
  value: Json,
  kind: ResourceKind | undefined,
  textFor: (use: Use) => string | undefined,
): Json {
  if (Array.isArray(value)) return value.map(item => referenced(item, kind, textFor))
  if (isJsonObject(value)) {
    const members = Object.entries(value).map(([key, member]) => [
      key,
      referenced(member ?? null, Object.hasOwn(idFields, key) ? idFields[key] : undefined, textFor),
    ])
    return Object.fromEntries(members) as JsonObject
  }
  return kind !== undefined && isId(value) ? (textFor({ kind, id: String(value) }) ?? value) : value
}
