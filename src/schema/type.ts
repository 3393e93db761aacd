import type { ResourceKind } from '../model/index.js'

/** What a value may be. Written as text in the table: `string`, `integer|null`, `Widget[]`, `number{}`, `@monitor`. */
export type Type =
  | { readonly kind: 'any' | 'string' | 'number' | 'integer' | 'numeral' | 'boolean' | 'null' }
  /** The text that stands for the id of another resource until it is known. */
  | { readonly kind: 'reference'; readonly to: ResourceKind }
  | { readonly kind: 'array'; readonly items: Type; readonly length?: number }
  /** An object whose keys are free. */
  | { readonly kind: 'map'; readonly values: Type }
  /** A row of the table. */
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'either'; readonly types: readonly Type[] }

/** A `numeral` is text that spells a whole number. */
const plainKinds = ['any', 'string', 'number', 'integer', 'numeral', 'boolean', 'null'] as const

export const numeralPattern = /^\d+$/

const alternativesSeparator = /\|(?![^(]*\))/

/** Reads the written form: `a|b[]` is `a`, or a list of `b`; `(a|b)[]` is a list. Parentheses do not nest. */
export function parseType(text: string): Type {
  const parts = text.split(alternativesSeparator)
  return parts.length === 1 ? parseOne(text) : { kind: 'either', types: parts.map(parseOne) }
}

function parseOne(text: string): Type {
  if (text.startsWith('(') && text.endsWith(')')) return parseType(text.slice(1, -1))
  const list = /^(.+)\[(\d*)\]$/.exec(text)
  if (list !== null) {
    const items = parseOne(list[1]!)
    return list[2] === '' ? { kind: 'array', items } : { kind: 'array', items, length: Number(list[2]) }
  }
  if (text.endsWith('{}')) return { kind: 'map', values: parseOne(text.slice(0, -2)) }
  if (text.startsWith('@')) return { kind: 'reference', to: text.slice(1) as ResourceKind }
  const plain = plainKinds.find(kind => kind === text)
  return plain === undefined ? { kind: 'named', name: text } : { kind: plain }
}

/** The written form: the inverse of {@link parseType}. */
export function printType(type: Type): string {
  switch (type.kind) {
    case 'array':
      return `${printInner(type.items)}[${type.length ?? ''}]`
    case 'map':
      return `${printInner(type.values)}{}`
    case 'reference':
      return `@${type.to}`
    case 'named':
      return type.name
    case 'either':
      return type.types.map(printType).join('|')
    default:
      return type.kind
  }
}

function printInner(type: Type): string {
  return type.kind === 'either' ? `(${printType(type)})` : printType(type)
}
