import type { JsonObject, ResourceKind } from '../model/index.js'

/** An object as the account holds it. `id` is text for every kind, also where the API uses numbers. */
export interface LiveObject {
  readonly kind: ResourceKind
  readonly id: string
  readonly payload: JsonObject
  /** Only what a listing tells about it: a dashboard without its widgets. */
  readonly partial?: boolean
}

/** The name or title of a payload, for people. */
export function titleOf(payload: JsonObject): string {
  const title = payload.name ?? payload.title
  return typeof title === 'string' ? title : ''
}

/** When the object was made, comparable within its kind; objects without a time count as the youngest. */
export function createdAt(object: LiveObject): number {
  const created = object.payload.created_at ?? object.payload.created
  if (typeof created === 'number') return created
  const time = typeof created === 'string' ? Date.parse(created) : Number.NaN
  return Number.isNaN(time) ? Number.POSITIVE_INFINITY : time
}
