import type { Filter, FilterTag } from '../query/index.js'
import { type Clause, combine, matchOf, negate } from './clause.js'

/** The condition of a scope `{…}`. */
export function filterClause(filter: Filter): Clause {
  switch (filter.kind) {
    case 'filter-all':
      return { is: 'all' }
    case 'filter-tag':
      return tagClause(filter)
    case 'filter-in':
      return { is: 'one-of', field: filter.key, values: filter.values, negated: filter.negated }
    case 'filter-variable':
      return { is: 'variable', names: [filter.name], negated: false }
    case 'filter-not':
      return negate(filterClause(filter.operand))
    case 'filter-or':
      return combine('or', filter.operands.map(filterClause))
    case 'filter-and':
    case 'filter-list':
      return allOf(filter.operands)
    case 'opaque':
      // Where an unclosed scope ends, there is nothing to show.
      return filter.text === '' ? { is: 'all' } : { is: 'opaque', text: filter.text, negated: false }
  }
}

/** `{*, a:b}` means the same as `{a:b}`. */
function allOf(operands: readonly Filter[]): Clause {
  const clauses = operands.map(filterClause).filter(clause => clause.is !== 'all')
  return clauses.length === 0 ? { is: 'all' } : combine('and', clauses)
}

function tagClause(filter: FilterTag): Clause {
  const { key, value } = filter
  if (key === undefined) return { is: 'tag', ...matchOf(value), negated: false }
  if (value === '*') return { is: 'present', field: key, negated: false }
  const variable = value.startsWith('$') ? variableIn(value) : undefined
  if (variable !== undefined) return { is: 'variable', names: [variable], key, negated: false }
  return { is: 'match', field: key, ...matchOf(value), negated: false }
}

function variableIn(value: string): string | undefined {
  const name = value.slice(1)
  return name.endsWith('.value') ? name.slice(0, -'.value'.length) : name
}

/** The template variables of a scope, without `$`. */
export function variablesIn(clause: Clause): readonly string[] {
  if (clause.is === 'variable') return clause.names
  if (clause.is === 'not') return variablesIn(clause.operand)
  return clause.is === 'and' || clause.is === 'or' ? clause.operands.flatMap(variablesIn) : []
}
