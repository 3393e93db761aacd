import type { Filter, Scope } from './ast.js'

/** How tightly a filter binds; a filter within a tighter one needs parentheses. */
const listLevel = 0
const orLevel = 1
const andLevel = 2
const notLevel = 3

/** `{env:prod,service:api}` */
export function printScope(scope: Scope): string {
  const { filter } = scope
  return filter.kind === 'filter-all' ? '{*}' : `{${printFilter(filter)}}`
}

export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'filter-all':
      return '*'
    case 'filter-tag':
      return filter.key === undefined ? filter.value : `${filter.key}:${filter.value}`
    case 'filter-in':
      return `${filter.key} ${filter.negated ? 'NOT IN' : 'IN'} (${filter.values.join(',')})`
    case 'filter-variable':
      return `$${filter.name}${filter.valueOnly ? '.value' : ''}`
    case 'filter-not':
      return (filter.symbol === '!' ? '!' : 'NOT ') + printWithin(filter.operand, notLevel)
    case 'filter-and':
      return printOperands(filter.operands, andLevel + 1, ' AND ')
    case 'filter-or':
      return printOperands(filter.operands, orLevel + 1, ' OR ')
    case 'filter-list':
      return printOperands(filter.operands, listLevel + 1, ',')
    case 'opaque':
      return filter.text
  }
}

function printOperands(operands: readonly Filter[], level: number, separator: string): string {
  let text = ''
  for (let index = 0; index < operands.length; index += 1) {
    if (index > 0) text += separator
    text += printWithin(operands[index]!, level)
  }
  return text
}

function printWithin(filter: Filter, level: number): string {
  const text = printFilter(filter)
  return levelOf(filter) < level ? `(${text})` : text
}

function levelOf(filter: Filter): number {
  switch (filter.kind) {
    case 'filter-list':
      return listLevel
    case 'filter-or':
      return orLevel
    case 'filter-and':
      return andLevel
    case 'opaque':
      return listLevel
    default:
      return notLevel
  }
}
