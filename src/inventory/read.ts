import type { Diagnostic } from '../diagnostic/index.js'
import type { Inventory, InventoryMetric } from './inventory.js'

/** What reading an inventory from data gives. */
export type ReadInventory =
  | { readonly ok: true; readonly inventory: Inventory }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] }

/**
 * Reads metrics from data: a list of names, `{ metrics: [ … ] }` as the account answers, or objects with `name`, `type`,
 * `unit` and `tags`.
 * @example readInventory({ metrics: ['system.load.1'] })
 */
export function readInventory(value: unknown): ReadInventory {
  const list = Array.isArray(value) ? value : isObject(value) ? value.metrics : undefined
  if (!Array.isArray(list)) return refused('This JSON holds no list of metrics.')
  const metrics = list.map(metricOf)
  const wrong = metrics.indexOf(undefined)
  if (wrong !== -1) return refused(`Entry ${wrong + 1} of the metrics has no \`name\`.`)
  return { ok: true, inventory: { metrics: metrics.filter(metric => metric !== undefined) } }
}

function metricOf(value: unknown): InventoryMetric | undefined {
  if (typeof value === 'string') return { name: value }
  if (!isObject(value) || typeof value.name !== 'string') return undefined
  const { name, type, unit, tags } = value
  return {
    name,
    ...(typeof type === 'string' ? { type } : {}),
    ...(typeof unit === 'string' ? { unit } : {}),
    ...(Array.isArray(tags) ? { tags: tagKeys(tags) } : {}),
  }
}

/** `host` of `host:web-1`; a bare key stands for itself. */
export function tagKeys(tags: readonly unknown[]): readonly string[] {
  const keys = tags.flatMap(tag => (typeof tag === 'string' && tag !== '' ? [tag.split(':', 1)[0]!] : []))
  return [...new Set(keys)].sort()
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function refused(message: string): ReadInventory {
  const hint =
    "Write `['system.load.1']`, or `{ metrics: [{ name: 'system.load.1', type: 'gauge', tags: ['host'] }] }`."
  return { ok: false, diagnostics: [{ code: 'inventory/unreadable', severity: 'error', message, hint }] }
}
