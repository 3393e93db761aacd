import { visible } from '../../../diagnostic/index.js'
import { isJsonObject, type Json } from '../../../model/index.js'
import { shownValue } from '../../../plan/index.js'

/** Longest value that is shown on one line. */
const longest = 100

/** A value of a definition for people: short, one line, without control characters, references by name. */
export function showValue(value: Json | undefined): string {
  return value === undefined || value === null
    ? '(none)'
    : shortened(visible(JSON.stringify(shownValue(value))))
}

function shortened(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`
}

/** True for text that is better shown as a comparison of lines than as two values. */
export function isLongText(value: Json | undefined): value is string {
  return typeof value === 'string' && (value.includes('\n') || value.length > longest)
}

/** The fields of an object that is created, flattened to paths, without what an author would not look at. */
export function flatten(
  value: Json | undefined,
  path = '',
): { readonly path: string; readonly value: Json }[] {
  if (value === undefined) return []
  if (!isJsonObject(value) || Object.keys(value).length === 0) return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`))
}
