import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../../model/index.js'
import { canonical } from './canonical.js'
import { stableText } from './equal-json.js'
import { memberShape, type Shape, shapes } from './shape.js'

/**
 * A live payload without everything that may differ between two reads although nobody changed anything: read-only and
 * unknown fields, defaults, order of sets. Two reads of an untouched object have the same normal form.
 */
export function normalForm(kind: ResourceKind, payload: JsonObject): JsonObject {
  return normalObject(payload, shapes[kind])
}

/** The normal form as one text. */
export function normalText(kind: ResourceKind, payload: JsonObject): string {
  return stableText(normalForm(kind, payload))
}

function normalObject(object: JsonObject, shape: Shape | undefined): JsonObject {
  const isOpen = shape?.rules.has('open') ?? false
  const members = Object.entries(object).flatMap(([key, value]): [string, Json][] => {
    if (isOpen && !shape?.members.has(key)) return []
    const normal = normalValue(value, memberShape(shape, key))
    return normal === undefined ? [] : [[key, normal]]
  })
  return Object.fromEntries(members)
}

function normalValue(value: Json | undefined, shape: Shape | undefined): Json | undefined {
  if (shape?.rules.has('read-only') || shape?.rules.has('details-only')) return undefined
  const plain = canonical(value, shape)
  if (shape === undefined) return plain
  if (Array.isArray(plain)) return plain.map(item => normalValue(item, shape.items) ?? null)
  return isJsonObject(plain) ? normalObject(plain, shape) : plain
}
