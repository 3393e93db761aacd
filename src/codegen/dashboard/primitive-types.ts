import { isJsonObject, type Json } from '../../model/index.js'

/** Fields that the builders' types take numbers in. */
const numbers: ReadonlySet<string> = new Set(['precision', 'count', 'start', 'interval', 'palette_index'])

/** Fields that they take true and false in, besides those whose name says so. */
const truths: ReadonlySet<string> = new Set([
  'autoscale',
  'on_right_yaxis',
  'increase_good',
  'palette_flip',
  'order_reverse',
])

/**
 * Whether numbers and truth values stand where the builders' types want them: an account keeps what it was sent, a text
 * in place of a number, too. `field` is the name of the field that holds the value.
 */
export function hasUsualTypes(field: string, value: Json): boolean {
  if (Array.isArray(value)) return value.every(item => hasUsualTypes(field, item))
  if (isJsonObject(value)) {
    return Object.entries(value).every(
      ([key, inner]) => inner === undefined || isWord(key, inner) || hasUsualTypes(key, inner),
    )
  }
  if (numbers.has(field)) return typeof value === 'number'
  return truths.has(field) || isQuestion(field) ? typeof value === 'boolean' : true
}

/** The precision inside a number format may be a word, `integer`. */
function isWord(field: string, value: Json): boolean {
  return field === 'precision' && typeof value === 'string'
}

function isQuestion(field: string): boolean {
  return /^(is|has|show|hide|include)_/.test(field) && field !== 'has_search_bar'
}
