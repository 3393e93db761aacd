import type { Filter, FilterNot } from '../query/index.js'
import { parseMetricQuery } from '../query/index.js'
import { DefinitionError, definitionError } from './definition-error.js'
import { filterGroup, nowhere, tagNode } from './nodes.js'
import type { AttributeFilter, FilterTree, TagValue } from './tag-filter.js'

const matchAll: Filter = { kind: 'filter-all', span: nowhere }

/** `{*}` and a condition are the condition; two conditions are both needed. */
export function narrowScope(present: Filter, tree: FilterTree): Filter {
  return present.kind === 'filter-all' ? scopeFilter(tree) : allOf([present, scopeFilter(tree)])
}

/** The filter of a metric's scope that means the same as the tree. */
export function scopeFilter(tree: FilterTree): Filter {
  switch (tree.is) {
    case 'attributes':
      return allOf(Object.entries(tree.attributes).map(([key, value]) => tagCondition(key, value)))
    case 'text':
      return parsedScope(tree.text)
    case 'variable':
      return { kind: 'filter-variable', name: tree.name, valueOnly: false, span: nowhere }
    case 'not':
      return negated(scopeFilter(tree.term))
    case 'and':
      return anyOrAll('filter-and', tree.terms)
    case 'or':
      return anyOrAll('filter-or', tree.terms)
  }
}

function anyOrAll(kind: 'filter-and' | 'filter-or', terms: readonly FilterTree[]): Filter {
  const operands = terms.map(term => inWords(scopeFilter(term)))
  return operands.length === 1 ? operands[0]! : filterGroup(kind, operands)
}

/**
 * All conditions together. Commas and `!` where every condition can be written so, words otherwise: Datadog advises
 * against mixing the two in one scope. https://docs.datadoghq.com/metrics/advanced-filtering/#boolean-filtered-queries
 */
function allOf(filters: readonly Filter[]): Filter {
  const flat = filters.flatMap(filter => (filter.kind === 'filter-list' ? filter.operands : [filter]))
  if (flat.length === 0) return matchAll
  if (flat.length === 1) return flat[0]!
  if (flat.every(fitsInList)) return filterGroup('filter-list', flat)
  return filterGroup(
    'filter-and',
    flat.flatMap(filter => andOperands(inWords(filter))),
  )
}

function andOperands(filter: Filter): readonly Filter[] {
  return filter.kind === 'filter-and' ? filter.operands : [filter]
}

function fitsInList(filter: Filter): boolean {
  if (filter.kind === 'filter-not') return filter.symbol === '!' && fitsInList(filter.operand)
  return filter.kind === 'filter-tag' || filter.kind === 'filter-variable' || filter.kind === 'filter-all'
}

/** The same condition without commas and `!`, so that it can stand beside `AND`, `OR` and `IN`. */
function inWords(filter: Filter): Filter {
  if (filter.kind === 'filter-list') return filterGroup('filter-and', filter.operands.map(inWords))
  if (filter.kind === 'filter-not') return { ...filter, symbol: 'NOT', operand: inWords(filter.operand) }
  return filter
}

function negated(filter: Filter): Filter {
  if (filter.kind === 'filter-in') return { ...filter, negated: !filter.negated }
  const symbol: FilterNot['symbol'] = fitsInList(filter) && filter.kind !== 'filter-not' ? '!' : 'NOT'
  return { kind: 'filter-not', symbol, operand: symbol === '!' ? filter : inWords(filter), span: nowhere }
}

function tagCondition(key: string, value: AttributeFilter[string]): Filter {
  if (!isTagValue(value)) {
    throw definitionError(
      'dsl/scope-range',
      `The tag \`${key}\` of a metric cannot be compared with a range.`,
      {
        hint: 'Name the values, or use a wildcard: `5*`.',
      },
    )
  }
  checkTagText(key, 'key')
  if (!isList(value)) return tagNode(key, checkTagText(String(value), 'value'))
  if (value.length === 0) {
    throw definitionError(
      'dsl/empty-list',
      `The list of values for the tag \`${key}\` is empty, so nothing could match.`,
      {
        hint: 'Name at least one value, or leave the key out.',
      },
    )
  }
  return {
    kind: 'filter-in',
    key,
    values: value.map(item => checkTagText(String(item), 'value')),
    negated: false,
    span: nowhere,
  }
}

function isTagValue(value: AttributeFilter[string]): value is TagValue {
  return typeof value !== 'object' || isList(value)
}

function isList(value: unknown): value is readonly (string | number)[] {
  return Array.isArray(value)
}

/** Scopes have no quoting, so a value that holds the grammar's own signs cannot be written at all. */
const unwritable = { key: /[\s,{}()"'!:$]/, value: /[\s,{}()"']/ } as const

function checkTagText(text: string, part: 'key' | 'value'): string {
  if (text === '' || unwritable[part].test(text)) {
    throw definitionError('dsl/tag-text', `'${text}' cannot be the ${part} of a tag in a scope.`, {
      hint: 'Datadog keeps letters, digits and `_ - : . /` in tags and has no quotes there; use a wildcard `*` for other characters.',
      text,
    })
  }
  return text
}

const before = 'avg:scope{'

/** Raw scope text, read by the query language itself, so it cannot be more than a scope. */
function parsedScope(text: string): Filter {
  const parsed = parseMetricQuery(`${before}${text}}`)
  if (!parsed.ok) throw new DefinitionError(parsed.diagnostics.map(shifted), text)
  if (parsed.node.kind === 'series' && parsed.node.groupBy === undefined && parsed.node.scope !== undefined) {
    return parsed.node.scope.filter
  }
  throw definitionError('dsl/scope-text', `'${text}' is more than the scope of a metric.`, {
    hint: "Write only what stands between `{` and `}`, such as 'env:prod AND service:api'.",
    text,
  })
}

function shifted<D extends { readonly span?: { readonly start: number; readonly end: number } }>(
  diagnostic: D,
): D {
  if (diagnostic.span === undefined) return diagnostic
  const move = (offset: number) => Math.max(0, offset - before.length)
  return {
    ...diagnostic,
    span: { start: move(diagnostic.span.start), end: move(diagnostic.span.end) },
    repair: [],
  }
}
