import type { KnownValues, WidgetField } from './widget-field.js'

/** `include_zero` for `includeZero`. */
export function fieldName(option: string): string {
  return option.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}

/** `includeZero` for `include_zero`. */
export function optionName(field: string): string {
  return field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/**
 * Whether an object can be written with `camelCase` keys and comes back the same; where a key cannot, as `@usr.id`, the
 * field that holds the object has to be given in `extra`.
 */
export function isNameable(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isNameable)
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(
    ([key, inner]) => fieldName(optionName(key)) === key && isNameable(inner),
  )
}

/**
 * Whether the type of a builder's option allows a value of its field. Where it does not (a value or an inner field that
 * this version does not know), the field has to be given in `extra`, or the whole widget in `raw(…)`.
 */
export function isKnownValue({ known }: WidgetField, value: unknown): boolean {
  if (known === undefined || value === undefined) return true
  if (Array.isArray(value)) return value.every(item => isKnownValue({ path: '', known }, item))
  if (isList(known)) return known.includes(String(value))
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([field, inner]) => isKnownField(known, field, inner))
}

function isList(known: KnownValues): known is readonly string[] {
  return Array.isArray(known)
}

function isKnownField(
  known: Exclude<KnownValues, readonly string[]>,
  field: string,
  value: unknown,
): boolean {
  const values = Object.hasOwn(known, field) ? known[field] : undefined
  if (values === undefined) return false
  if (Array.isArray(value) || (typeof value === 'object' && value !== null)) {
    return isKnownValue({ path: '', known }, value)
  }
  return values === true || (typeof value === 'string' && values.includes(value))
}
