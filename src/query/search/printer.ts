import type { SearchAnd, SearchExpression, SearchField, SearchNot } from './ast.js'

/** How tightly a node holds together; an operand that holds less tightly than its place asks for gets parentheses. */
const tightness = {
  or: 1,
  and: 2,
  sequence: 3,
  negation: 4,
  clause: 5,
} as const

/**
 * The normal form of a search, on one line: `AND` where it was written, one blank where it was not, the fewest parentheses.
 * Reading the result gives the same tree apart from spans.
 *
 * @example
 * printSearch(parseSearch('( a  ||  b ) service:(web)').node) // '(a OR b) service:web'
 */
export function printSearch(node: SearchExpression): string {
  return node.kind === 'search-all' ? node.text : printWithin(node, tightness.or)
}

function printWithin(node: SearchExpression, asked: number): string {
  const text = printBare(node)
  return tightnessOf(node) < asked ? `(${text})` : text
}

function tightnessOf(node: SearchExpression): number {
  switch (node.kind) {
    case 'search-or':
      return tightness.or
    case 'search-and':
      return node.explicit ? tightness.and : tightness.sequence
    case 'search-not':
      return tightness.negation
    default:
      return tightness.clause
  }
}

function printBare(node: SearchExpression): string {
  switch (node.kind) {
    case 'search-all':
      // An empty text has no place inside a larger search.
      return node.text === '' ? '*' : node.text
    case 'search-term':
      return node.text
    case 'search-phrase':
      return `"${node.text}"`
    case 'search-range':
      return `${node.lowerInclusive ? '[' : '{'}${node.lower} TO ${node.upper}${node.upperInclusive ? ']' : '}'}`
    case 'search-comparison':
      return `${node.comparator}${node.value}`
    case 'search-field':
      return `${node.field}:${printValue(node)}`
    case 'search-function':
      return `${node.name}(${node.arguments.join(',')})`
    case 'search-variable':
      return `$${node.name}${node.valueOnly ? '.value' : ''}`
    case 'search-not':
      return printNot(node)
    case 'search-and':
      return printAnd(node)
    case 'search-or':
      return joined(node.operands, tightness.and, ' OR ')
    case 'opaque':
      return node.text
  }
}

function joined(operands: readonly SearchExpression[], asked: number, separator: string): string {
  return operands.map(operand => printWithin(operand, asked)).join(separator)
}

function printAnd(node: SearchAnd): string {
  return node.explicit
    ? joined(node.operands, tightness.sequence, ' AND ')
    : joined(node.operands, tightness.negation, ' ')
}

function printNot(node: SearchNot): string {
  if (node.symbol === 'NOT') return `NOT ${printWithin(node.operand, tightness.negation)}`
  const isWord = node.operand.kind === 'search-not' && node.operand.symbol === 'NOT'
  return `-${printWithin(node.operand, isWord ? tightness.clause : tightness.negation)}`
}

/** A single value stands directly behind the colon, everything else in parentheses. */
function printValue(node: SearchField): string {
  const { value } = node
  switch (value.kind) {
    case 'search-term':
    case 'search-phrase':
    case 'search-range':
    case 'search-comparison':
    case 'search-variable':
      return printBare(value)
    case 'search-all':
      // `x:*:*` would be the value `*:*`, which is a term.
      return value.text === '*:*' ? '(*:*)' : '*'
    default:
      return `(${printBare(value)})`
  }
}
