import { isJsonObject, type Json } from '../../model/index.js'
import { equalJson, stableText } from './equal-json.js'
import type { Shape } from './shape.js'

/**
 * The value of one field as it counts in a comparison: `undefined` for everything that means “none”. Members and items
 * are left as they are; they are fields of their own.
 */
export function canonical(value: Json | undefined, shape: Shape | undefined): Json | undefined {
  if (value === undefined || shape === undefined || !shape.changesValue) return value
  const { rules } = shape
  let result = rules.has('trimmed') && typeof value === 'string' ? value.trim() : value
  if (rules.has('lower-case')) result = lowerCase(result)
  if (rules.has('numeric')) result = numeric(result)
  if (rules.has('same') && shape.sameValues.includes(result)) result = shape.sameValues[0]!
  if (rules.has('set') && Array.isArray(result)) result = sorted(result)
  return isAbsent(result, shape) ? undefined : result
}

function isAbsent(value: Json, shape: Shape): boolean {
  if (shape.absent.length === 0) return false
  if (typeof value !== 'object' || value === null) return shape.absent.includes(value)
  if (shape.absent.some(absent => equalJson(absent, value))) return true
  return isJsonObject(value) && shape.absent.some(isEmptyObject) && holdsNothing(value, shape)
}

/** `{ critical: null }` means the same as `{}` where null members mean none. */
function holdsNothing(value: { readonly [key: string]: Json | undefined }, shape: Shape): boolean {
  return Object.keys(value).every(
    key => canonical(value[key], shape.members.get(key) ?? shape.anyMember) === undefined,
  )
}

function isEmptyObject(value: Json): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0
}

function lowerCase(value: Json): Json {
  if (typeof value === 'string') return value.toLowerCase()
  return Array.isArray(value) ? value.map(lowerCase) : value
}

function numeric(value: Json): Json {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? Number(value)
    : value
}

function sorted(items: readonly Json[]): Json {
  if (items.length < 2) return items
  const byText = new Map(items.map(item => [typeof item === 'string' ? item : stableText(item), item]))
  return [...byText.keys()].sort().map(text => byText.get(text)!)
}
