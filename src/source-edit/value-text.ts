import { isJsonObject, type Json } from '../model/index.js'
import { escaped, type Quote } from './written-text.js'

/** A JSON value as TypeScript on one line, with the file's quotes. */
export function valueText(value: Json, quote: Quote): string {
  if (typeof value === 'string') return `${quote}${escaped(value, quote)}${quote}`
  if (Array.isArray(value)) return `[${value.map(item => valueText(item, quote)).join(', ')}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).flatMap(([name, item]) =>
    item === undefined ? [] : [`${nameText(name, quote)}: ${valueText(item, quote)}`],
  )
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

/** A property's name, quoted only where it must be. */
export function nameText(name: string, quote: Quote): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `${quote}${escaped(name, quote)}${quote}`
}
