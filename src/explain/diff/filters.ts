import { type Filter, print, type SearchExpression } from '../../query/index.js'
import { change, type DraftChange } from './change.js'

/** One condition that must hold: how it is compared, how it is shown, and the tag it is about. */
interface Term {
  readonly normal: string
  readonly shown: string
  readonly key: string
}

/** The conditions of a scope that all must hold. */
export function scopeTerms(filter: Filter | undefined): readonly Term[] {
  if (filter === undefined || filter.kind === 'filter-all') return []
  if (filter.kind === 'filter-and' || filter.kind === 'filter-list')
    return filter.operands.flatMap(scopeTerms)
  return [{ normal: normalFilter(filter), shown: print(filter), key: keyOf(filter) }]
}

/** Two spellings of one condition give one text: `!a:b` and `NOT a:b`, `k IN (a,b)` and `k IN (b,a)`. */
function normalFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'filter-not':
      return `!(${normalFilter(filter.operand)})`
    case 'filter-in': {
      const any = filter.values.map(value => `${filter.key}:${value}`)
      const texts = any.length === 1 ? any.join() : `(${any.sort().join('|')})`
      return filter.negated ? `!(${texts})` : texts
    }
    case 'filter-or':
      return `(${filter.operands.map(normalFilter).sort().join('|')})`
    case 'filter-and':
    case 'filter-list':
      return `(${filter.operands.map(normalFilter).sort().join('&')})`
    default:
      return print(filter)
  }
}

function keyOf(filter: Filter): string {
  if (filter.kind === 'filter-not') return keyOf(filter.operand)
  return (filter.kind === 'filter-tag' || filter.kind === 'filter-in') && filter.key !== undefined
    ? filter.key
    : ''
}

/** The conditions of a search that all must hold. */
export function searchTerms(search: SearchExpression): readonly Term[] {
  if (search.kind === 'search-all') return []
  if (search.kind === 'search-and') return search.operands.flatMap(searchTerms)
  const field = search.kind === 'search-not' ? search.operand : search
  const key = field.kind === 'search-field' ? field.field : ''
  return [{ normal: normalSearch(search), shown: print(search), key }]
}

function normalSearch(search: SearchExpression): string {
  switch (search.kind) {
    case 'search-and':
      return `(${search.operands.map(normalSearch).sort().join('&')})`
    case 'search-or':
      return `(${search.operands.map(normalSearch).sort().join('|')})`
    case 'search-not':
      return `!${normalSearch(search.operand)}`
    default:
      return print(search)
  }
}

/** All of a scope or search as one text in which order does not count. */
export function normalTerms(terms: readonly Term[]): string {
  return [...new Set(terms.map(term => term.normal))].sort().join('&')
}

/** The conditions added, removed, and replaced by another on the same tag. */
export function termChanges(
  place: string,
  before: readonly Term[],
  after: readonly Term[],
  of: { readonly of?: string } = {},
): readonly DraftChange[] {
  const added = without(after, before)
  const removed = without(before, after)
  const pairs = removed.flatMap(old => {
    const now = added.filter(one => one.key === old.key)
    const single = removed.filter(one => one.key === old.key).length === 1
    return single && now.length === 1 ? [{ old, now: now[0]! }] : []
  })
  return [
    ...pairs.map(({ old, now }) =>
      change(place, 'diff/filter-changed', { before: old.shown, after: now.shown, ...of }),
    ),
    ...added
      .filter(one => !pairs.some(pair => pair.now === one))
      .map(one => change(place, 'diff/filter-added', { filter: one.shown, ...of })),
    ...removed
      .filter(one => !pairs.some(pair => pair.old === one))
      .map(one => change(place, 'diff/filter-removed', { filter: one.shown, ...of })),
  ]
}

function without(terms: readonly Term[], others: readonly Term[]): readonly Term[] {
  const known = new Set(others.map(term => term.normal))
  return terms.filter((term, index) => {
    const first = terms.findIndex(one => one.normal === term.normal) === index
    return first && !known.has(term.normal)
  })
}
