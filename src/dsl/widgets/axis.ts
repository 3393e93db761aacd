import { isJsonObject, type Json } from '../../model/index.js'
import { named } from './names.js'

/** The axis of a graph. */
export interface AxisOptions {
  readonly includeZero?: boolean
  /** A number, `'auto'`, or for percentiles `'p99'`. */
  readonly min?: number | string
  readonly max?: number | string
  readonly scale?: 'linear' | 'log' | 'sqrt' | 'pow' | `pow${number}`
  readonly label?: string
  /** Of distributions. */
  readonly numBuckets?: number
}

/** The API wants bounds as texts. */
export function axisJson(axis: unknown): Json {
  const json = named(axis)
  if (!isJsonObject(json)) return json
  return Object.fromEntries(
    Object.entries(json).map(([field, value]) => [field, isBound(field) ? String(value) : (value ?? null)]),
  )
}

function isBound(field: string): boolean {
  return field === 'min' || field === 'max'
}
