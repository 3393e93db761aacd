import { isJsonObject, type Json, type JsonObject } from '../model/index.js'

/** Dashboards read earlier, so that only those whose `modified_at` moved are read again. Safe to lose. */
export interface DashboardCache {
  find(id: string, modifiedAt: string): JsonObject | undefined
  keep(id: string, modifiedAt: string, payload: JsonObject): void
}

/** A cache in memory that can be written to a file as text and read back. */
export interface KeptDashboards extends DashboardCache {
  /** True when something was kept since it was read. */
  isChanged(): boolean
  /** Only what was asked for since it was read, so deleted dashboards do not stay for ever. */
  text(): string
}

interface Entry {
  readonly modifiedAt: string
  readonly payload: JsonObject
}

const version = 1

/**
 * Opens a cache from the text of an earlier one; text that is not one gives an empty cache.
 *
 * @example
 * openDashboardCache('').find('abc-def-ghi', '2026-01-01T00:00:00+00:00') // undefined
 */
export function openDashboardCache(text: string): KeptDashboards {
  const known = entriesIn(text)
  const used = new Map<string, Entry>()
  let changed = false
  return {
    find(id, modifiedAt) {
      const entry = used.get(id) ?? known.get(id)
      if (entry?.modifiedAt !== modifiedAt) return undefined
      used.set(id, entry)
      return entry.payload
    },
    keep(id, modifiedAt, payload) {
      changed = true
      used.set(id, { modifiedAt, payload })
    },
    isChanged: () => changed || used.size < known.size,
    text: () => JSON.stringify({ version, dashboards: Object.fromEntries(used) }),
  }
}

function entriesIn(text: string): Map<string, Entry> {
  if (text === '') return new Map()
  try {
    const content = JSON.parse(text) as Json
    if (!isJsonObject(content) || content.version !== version || !isJsonObject(content.dashboards))
      return new Map()
    return new Map(
      Object.entries(content.dashboards).filter((pair): pair is [string, Entry & JsonObject] =>
        isEntry(pair[1]),
      ),
    )
  } catch {
    return new Map()
  }
}

function isEntry(value: Json | undefined): value is Entry & JsonObject {
  return isJsonObject(value) && typeof value.modifiedAt === 'string' && isJsonObject(value.payload)
}
