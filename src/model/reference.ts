import type { Definition } from './definition.js'
import { isJsonObject, type Json } from './json.js'
import type { Resource, ResourceKind } from './resource.js'

/** One resource names another whose id the account gives only when it is created. */
export interface Reference {
  readonly kind: ResourceKind
  readonly key: string
}

/** The text that stands for the id in a definition until it is known: `${monitor:checkout-errors}`. */
export function referenceText(reference: Reference): string {
  return `\${${reference.kind}:${reference.key}}`
}

const referencePattern = /\$\{(monitor|slo|dashboard):([a-z0-9][a-z0-9_.-]*)\}/g

/** The references in one string, in order. */
export function referencesIn(text: string): Reference[] {
  if (!text.includes('${')) return []
  return Array.from(text.matchAll(referencePattern), match => ({
    kind: match[1] as ResourceKind,
    key: match[2]!,
  }))
}

/** The fields in which an id may stand; a reference anywhere else (a message, a title) is only text. */
const idFields: ReadonlySet<string> = new Set([
  'monitor_ids',
  'slo_id',
  'alert_id',
  'monitor_id',
  'dashboard_id',
])

/** Monitor types whose query names other objects by id. */
const typesWithIdsInQuery: ReadonlySet<string> = new Set(['composite', 'slo alert'])

/** Every reference of a resource, once each, in order of appearance. */
export function referencesOf({ definition }: Resource): Reference[] {
  const found = new Map<string, Reference>()
  const read = (text: string) => {
    for (const reference of referencesIn(text)) found.set(referenceText(reference), reference)
  }
  readIds(definition, '', read)
  if (holdsIdsInQuery(definition)) read(definition.query)
  return [...found.values()]
}

function readIds(value: Json | undefined, field: string, read: (text: string) => void): void {
  if (typeof value === 'string') {
    if (idFields.has(field)) read(value)
  } else if (Array.isArray(value)) {
    for (const item of value) readIds(item, field, read)
  } else if (isJsonObject(value)) {
    for (const key of Object.keys(value)) readIds(value[key], key, read)
  }
}

/**
 * The definition with every reference replaced by what `lookup` gives; references it gives `undefined` for stay as they
 * are. A string that is nothing but a reference to a monitor in `monitor_ids` becomes a number.
 */
export function resolveReferences<D extends Definition>(
  definition: D,
  lookup: (reference: Reference) => string | undefined,
): D {
  return mapReferences(definition, lookup)
}

type Lookup = (reference: Reference) => string | undefined

function mapReferences<D extends Definition>(definition: D, lookup: Lookup): D {
  const withIds = mapIdFields(definition, undefined, lookup) as D
  return holdsIdsInQuery(withIds) ? { ...withIds, query: replaceReferences(withIds.query, lookup) } : withIds
}

function holdsIdsInQuery<D extends Definition>(definition: D): definition is D & { readonly query: string } {
  return typeof definition.query === 'string' && typesWithIdsInQuery.has(String(definition.type))
}

function mapIdFields(value: Json, field: string | undefined, lookup: Lookup): Json {
  if (typeof value === 'string') {
    return field !== undefined && idFields.has(field) ? replaceId(value, field, lookup) : value
  }
  if (Array.isArray(value)) return mapIdList(value, field, lookup)
  if (isJsonObject(value)) return mapIdObject(value, lookup)
  return value
}

function mapIdList(values: readonly Json[], field: string | undefined, lookup: Lookup): readonly Json[] {
  const mapped = values.map(value => mapIdFields(value, field, lookup))
  return mapped.every((value, index) => value === values[index]) ? values : mapped
}

function mapIdObject(object: { readonly [key: string]: Json | undefined }, lookup: Lookup): Json {
  let mapped: Record<string, Json | undefined> | undefined
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    const next = mapIdFields(value, key, lookup)
    if (next !== value) {
      mapped ??= { ...object }
      mapped[key] = next
    }
  }
  return mapped ?? object
}

function replaceId(text: string, field: string, lookup: Lookup): Json {
  const replaced = replaceReferences(text, lookup)
  // The API wants numbers in monitor_ids and text in every widget's id field.
  return field === 'monitor_ids' && replaced !== text && /^\d+$/.test(replaced) ? Number(replaced) : replaced
}

function replaceReferences(text: string, lookup: Lookup): string {
  return text.replace(
    referencePattern,
    (whole, kind: ResourceKind, key: string) => lookup({ kind, key }) ?? whole,
  )
}
