import { isJsonObject, type Json, type JsonObject, type ResourceKind } from '../../model/index.js'
import { memberShape, type Shape, shapes } from './shape.js'

/**
 * The payload without the fields that only the account sets: what may be sent back to it.
 *
 * @example
 * writable('slo', { id: 'ab', name: 'API', created_at: 1 }) // { name: 'API' }
 */
export function writable(kind: ResourceKind, payload: JsonObject): JsonObject {
  return withoutReadOnlyMembers(payload, shapes[kind])
}

/** The same object when nothing has to go, which is the case for nearly every definition. */
function withoutReadOnlyMembers(object: JsonObject, shape: Shape): JsonObject {
  let copy: Record<string, Json | undefined> | undefined
  for (const key of Object.keys(object)) {
    const inner = memberShape(shape, key)
    if (inner === undefined || !inner.holdsReadOnly) continue
    const value = object[key]
    const kept = inner.isReadOnly ? undefined : withoutReadOnly(value, inner)
    if (kept === value) continue
    copy ??= { ...object }
    if (kept === undefined) delete copy[key]
    else copy[key] = kept
  }
  return copy ?? object
}

function withoutReadOnly(value: Json | undefined, shape: Shape): Json | undefined {
  if (isJsonObject(value)) return withoutReadOnlyMembers(value, shape)
  const { items } = shape
  if (!Array.isArray(value) || items === undefined) return value
  const kept = value.map(item => withoutReadOnly(item, items) ?? null)
  return kept.every((item, index) => item === value[index]) ? value : kept
}
