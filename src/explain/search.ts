import type { SearchExpression, SearchField } from '../query/index.js'
import { type Clause, combine, matchOf, negate } from './clause.js'
import { addPart, type Pieces } from './pieces.js'
import { phrase } from './sentences.js'

/** The condition of an event search. */
export function searchClause(search: SearchExpression): Clause {
  return clauseOf(search, undefined)
}

/** `field` is given inside `field:(…)`, where it belongs to every value. */
function clauseOf(search: SearchExpression, field: string | undefined): Clause {
  switch (search.kind) {
    case 'search-all':
      return field === undefined || field === '*' ? { is: 'all' } : { is: 'present', field, negated: false }
    case 'search-term':
      return termClause(unescaped(search.text), field)
    case 'search-phrase':
      return phraseClause(unescaped(search.text), field)
    case 'search-range':
      return rangeClause(search, field)
    case 'search-comparison':
      return {
        is: 'compare',
        ...named(field),
        comparator: search.comparator,
        value: search.value,
        negated: false,
      }
    case 'search-field':
      return fieldClause(search)
    case 'search-function':
      return functionClause(search.name, search.arguments)
    case 'search-variable':
      return {
        is: 'variable',
        names: [search.name],
        ...(field === undefined ? {} : { key: field }),
        negated: false,
      }
    case 'search-not':
      return negate(clauseOf(search.operand, field))
    case 'search-and':
      return combine(
        'and',
        search.operands.map(operand => clauseOf(operand, field)),
      )
    case 'search-or':
      return combine(
        'or',
        search.operands.map(operand => clauseOf(operand, field)),
      )
    case 'opaque':
      return { is: 'opaque', text: search.text, negated: false }
  }
}

function named(field: string | undefined): { readonly field?: string } {
  return field === undefined ? {} : { field }
}

const escapes = /\\(.)/g

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(escapes, '$1') : text
}

function termClause(text: string, field: string | undefined): Clause {
  if (field === undefined || field === '*') {
    const { how, value } = matchOf(text)
    return { is: 'word', text: value, how, everywhere: field === '*', negated: false }
  }
  if (text === '*') return { is: 'present', field, negated: false }
  return isTag(field, text)
    ? { is: 'tag', ...matchOf(text), negated: false }
    : { is: 'match', field, ...matchOf(text), negated: false }
}

/** `tags:a` asks for a tag as a whole; what a comma means there, in the old search of events, is not documented. */
function isTag(field: string, text: string): boolean {
  return field === 'tags' && !text.includes(',')
}

function phraseClause(text: string, field: string | undefined): Clause {
  if (field === undefined || field === '*')
    return { is: 'phrase', text, everywhere: field === '*', negated: false }
  return isTag(field, text)
    ? { is: 'tag', value: text, how: 'exact', negated: false }
    : { is: 'match', field, value: text, how: 'exact', negated: false }
}

function rangeClause(
  range: Extract<SearchExpression, { kind: 'search-range' }>,
  field: string | undefined,
): Clause {
  const { lower, upper, lowerInclusive, upperInclusive } = range
  if (lower === '*' && upper === '*' && field !== undefined) return { is: 'present', field, negated: false }
  if (upper === '*') {
    return {
      is: 'compare',
      ...named(field),
      comparator: lowerInclusive ? '>=' : '>',
      value: lower,
      negated: false,
    }
  }
  if (lower === '*') {
    return {
      is: 'compare',
      ...named(field),
      comparator: upperInclusive ? '<=' : '<',
      value: upper,
      negated: false,
    }
  }
  return { is: 'between', ...named(field), lower, upper, lowerInclusive, upperInclusive, negated: false }
}

function fieldClause(search: SearchField): Clause {
  const asked = search.field === '_exists_' || search.field === '_missing_'
  if (asked && search.value.kind === 'search-term') {
    return { is: 'present', field: search.value.text, negated: search.field === '_missing_' }
  }
  return clauseOf(search.value, search.field)
}

function functionClause(name: string, values: readonly string[]): Clause {
  const [field, ...blocks] = values
  if (name === 'CIDR' && field !== undefined && blocks.length > 0) {
    return { is: 'network', field, blocks, negated: false }
  }
  return { is: 'opaque', text: `${name}(${values.join(', ')})`, negated: false }
}

type ReadSearch = (search: SearchExpression) => Clause

/** The parts of a search: one for each condition on its top level. */
export function addSearchParts(
  pieces: Pieces,
  search: SearchExpression,
  depth: number,
  read: ReadSearch = searchClause,
): void {
  if (search.kind === 'search-and' || search.kind === 'search-or') {
    addJoinedParts(pieces, search, depth, read)
    return
  }
  addPart(pieces, search, depth, phrase('part/search', { clause: read(search) }), shownSearch(pieces, search))
}

/** An empty search has no text of its own. */
function shownSearch(pieces: Pieces, search: SearchExpression): string | undefined {
  return pieces.text.slice(search.span.start, search.span.end) === '' ? '""' : undefined
}

type Joined = Extract<SearchExpression, { kind: 'search-and' | 'search-or' }>

function addJoinedParts(pieces: Pieces, search: Joined, depth: number, read: ReadSearch): void {
  const join = search.kind === 'search-and' ? 'and' : 'or'
  addPart(pieces, search, depth, phrase('part/join', { join }), join === 'and' ? 'AND' : 'OR')
  for (const operand of search.operands) addClausePart(pieces, operand, depth + 1, join, read)
}

function addClausePart(
  pieces: Pieces,
  search: SearchExpression,
  depth: number,
  join: 'and' | 'or',
  read: ReadSearch,
): void {
  if ((search.kind === 'search-and' || search.kind === 'search-or') && search.kind === `search-${join}`) {
    // `a AND b c` is one list of three conditions.
    for (const operand of search.operands) addClausePart(pieces, operand, depth, join, read)
    return
  }
  if (search.kind === 'search-and' || search.kind === 'search-or') addJoinedParts(pieces, search, depth, read)
  else addPart(pieces, search, depth, phrase('part/clause', { clause: read(search), join }))
}
