import { isAcceptable } from '../diagnostic/index.js'
import { parseSearch, type SearchExpression } from '../query/index.js'
import { DefinitionError, definitionError } from './definition-error.js'
import { nowhere } from './nodes.js'
import type { AttributeFilter, FilterTree, TagValue, ValueRange } from './tag-filter.js'

/** The search that a text means; throws a DefinitionError with the place in the text when it is wrong. */
export function searchNode(text: string): SearchExpression {
  const parsed = parseSearch(text)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics)) throw new DefinitionError(parsed.diagnostics, text)
  return parsed.node
}

/** Both must match; a search for everything is left out. */
export function narrowSearch(present: SearchExpression, tree: FilterTree): SearchExpression {
  const added = searchFilter(tree)
  return present.kind === 'search-all' ? added : allOf([present, added])
}

function searchFilter(tree: FilterTree): SearchExpression {
  switch (tree.is) {
    case 'attributes':
      return allOf(Object.entries(tree.attributes).map(([key, value]) => attributeCondition(key, value)))
    case 'text':
      return searchNode(tree.text)
    case 'variable':
      return { kind: 'search-variable', name: tree.name, valueOnly: false, span: nowhere }
    case 'not':
      return { kind: 'search-not', symbol: '-', operand: searchFilter(tree.term), span: nowhere }
    case 'and':
      return allOf(tree.terms.map(searchFilter))
    case 'or':
      return anyOf(tree.terms.map(searchFilter))
  }
}

/** Joined by blanks, or by `AND` where the author wrote it. */
function allOf(operands: readonly SearchExpression[]): SearchExpression {
  const explicit = operands.some(operand => operand.kind === 'search-and' && operand.explicit)
  const flat = operands.flatMap(operand => (operand.kind === 'search-and' ? operand.operands : [operand]))
  if (flat.length === 0) return { kind: 'search-all', text: '*', span: nowhere }
  return flat.length === 1 ? flat[0]! : { kind: 'search-and', explicit, operands: flat, span: nowhere }
}

function anyOf(operands: readonly SearchExpression[]): SearchExpression {
  return operands.length === 1 ? operands[0]! : { kind: 'search-or', operands, span: nowhere }
}

function attributeCondition(key: string, value: AttributeFilter[string]): SearchExpression {
  const field = checkedField(key)
  const conditions = isRange(value) ? rangeConditions(value) : [valueCondition(value)]
  return allOf(
    conditions.map(condition => ({
      kind: 'search-field',
      field,
      fieldSpan: nowhere,
      value: condition,
      span: nowhere,
    })),
  )
}

function isRange(value: AttributeFilter[string]): value is ValueRange {
  return typeof value === 'object' && !Array.isArray(value)
}

const comparators = { above: '>', atLeast: '>=', below: '<', atMost: '<=' } as const

function rangeConditions(range: ValueRange): readonly SearchExpression[] {
  return (Object.entries(range) as [keyof ValueRange, number | string][]).map(([bound, value]) => ({
    kind: 'search-comparison',
    comparator: comparators[bound],
    value: checkedBound(String(value)),
    span: nowhere,
  }))
}

function checkedBound(value: string): string {
  if (/^-?[\w.]+$/.test(value)) return value
  throw definitionError('dsl/search-bound', `'${value}' is not a value to compare with.`, {
    hint: "Write a number, or a number with a unit such as '20ms'.",
    text: value,
  })
}

function valueCondition(value: TagValue): SearchExpression {
  if (typeof value !== 'object') return wordOrPhrase(String(value))
  return anyOf(value.map(item => wordOrPhrase(String(item))))
}

const plainWord = /^[\p{L}\p{N}_.*?/@][\p{L}\p{N}_.*?/@=+-]*$/u

/** Words stay bare, so that `*` works; anything with another sign is quoted, and then `*` is only a star. */
function wordOrPhrase(text: string): SearchExpression {
  const isOperator = text === 'AND' || text === 'OR' || text === 'NOT' || text === 'TO'
  if (plainWord.test(text) && !isOperator) return { kind: 'search-term', text, span: nowhere }
  if (/[*?]/.test(text)) return { kind: 'search-term', text: escapedWord(text), span: nowhere }
  return { kind: 'search-phrase', text: text.replace(/["\\]/g, '\\$&'), span: nowhere }
}

function escapedWord(text: string): string {
  return text.replace(/[^\p{L}\p{N}_.*?/@]/gu, '\\$&')
}

function checkedField(key: string): string {
  if (/^[@#]?[\p{L}\p{N}_][\p{L}\p{N}_.\-/@]*$/u.test(key) || key === '*') return key
  throw definitionError('dsl/search-field', `'${key}' cannot be a field of a search.`, {
    hint: "Write an attribute such as '@http.status_code', or a tag key such as 'service'.",
    text: key,
  })
}
