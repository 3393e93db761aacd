import { createHash } from 'node:crypto'
import type { JsonObject } from '../json.js'
import { canonicalText, objectOf, omit } from '../json.js'
import type { Store } from '../storage/store.js'

/** Finds the monitor that equals a new one. */
export interface Duplicates {
  /** The id of the oldest equal monitor. */
  find(monitor: JsonObject): string | undefined
}

/** Fields that must all be equal; with different options two monitors were seen to live side by side. */
const FIELDS = ['type', 'name', 'query', 'message', 'tags', 'priority'] as const
// A downtime fills `silenced`, which makes no other monitor out of it.
const LIVE_OPTIONS: ReadonlySet<string> = new Set(['silenced'])

function fingerprint(monitor: JsonObject): string {
  const fields = FIELDS.map(field => monitor[field] ?? null)
  const options = omit(objectOf(monitor.options), LIVE_OPTIONS)
  return createHash('sha1')
    .update(canonicalText([...fields, options]))
    .digest('base64')
}

/** Starts an index of monitor contents; it follows the store from now on. */
export function indexDuplicates(store: Store): Duplicates {
  const ids = new Map<string, Set<string>>()
  store.watch('monitor', (id, before, after) => {
    if (before) {
      const key = fingerprint(before)
      ids.get(key)?.delete(id)
      if (ids.get(key)?.size === 0) ids.delete(key)
    }
    if (!after) return
    const key = fingerprint(after)
    const equal = ids.get(key)
    if (equal) equal.add(id)
    else ids.set(key, new Set([id]))
  })
  return { find: monitor => ids.get(fingerprint(monitor))?.values().next().value }
}
