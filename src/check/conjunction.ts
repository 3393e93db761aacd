import type { Filter, FilterIn, FilterTag, Scope } from '../query/index.js'
import { type Demand, type DemandText, demandReports } from './demands.js'
import type { MetricContext, Report } from './report.js'

/** `query/contradiction` and `query/duplicate-filter`: terms of one conjunction that exclude or repeat each other. */
export function checkConjunction(scope: Scope, _context: MetricContext, report: Report): void {
  const { filter: root } = scope
  if (!isPlain(root)) demandReports(demandsOf(root), scopeText, report)
}

/** Up to so many terms, looking is less work than what it saves. */
const fewTerms = 8

/** Terms of different keys, which nearly every scope is made of: nothing in them can exclude or repeat another. */
function isPlain(root: Filter): boolean {
  if (root.kind !== 'filter-list' && root.kind !== 'filter-and')
    return root.kind !== 'filter-not' || keyOf(root) !== undefined
  const { operands } = root
  if (operands.length > fewTerms) return false
  for (let index = 0; index < operands.length; index += 1) {
    const key = keyOf(operands[index]!)
    if (key === undefined) return false
    for (let other = 0; other < index; other += 1) if (keyOf(operands[other]!) === key) return false
  }
  return true
}

/** Alternatives demand something only where all of them have one key, so the first tells. */
function keyOf(filter: Filter): string | undefined {
  const term =
    filter.kind === 'filter-not' ? filter.operand : filter.kind === 'filter-or' ? filter.operands[0] : filter
  if (term === undefined) return undefined
  return term.kind === 'filter-tag' || term.kind === 'filter-in' ? term.key : undefined
}

const scopeText: DemandText = {
  place: 'scope',
  alternatives: (key, values) => `${key} IN (${values.join(',')})`,
}

/** The tags that must all hold; alternatives demand nothing by themselves, unless they are values of one key. */
function demandsOf(root: Filter): readonly Demand[] {
  const found: Demand[] = []
  const waiting: Term[] = [{ filter: root, negated: false, span: root.span }]
  for (let term = waiting.pop(); term !== undefined; term = waiting.pop()) {
    const { filter, negated, span } = term
    if (filter.kind === 'filter-not') waiting.push({ filter: filter.operand, negated: !negated, span })
    else if (filter.kind === 'filter-or' && !negated) {
      const either = valuesOf(filter.operands)
      if (either !== undefined) found.push({ span, ...either, negated })
    } else if (joins(filter, negated)) {
      for (const operand of filter.operands.toReversed())
        waiting.push({ filter: operand, negated, span: operand.span })
    } else if (filter.kind === 'filter-tag') {
      found.push({ span, key: filter.key, values: [filter.value], negated })
    } else if (filter.kind === 'filter-in') {
      found.push({ span, key: filter.key, values: filter.values, negated: filter.negated !== negated })
    }
  }
  return found
}

/** `env:prod OR env:dev` demands what `env IN (prod,dev)` does; alternatives of several keys demand nothing of one. */
function valuesOf(operands: readonly Filter[]): Pick<Demand, 'key' | 'values'> | undefined {
  const values: string[] = []
  let key: string | undefined
  for (const operand of operands) {
    if (operand.kind !== 'filter-tag' && operand.kind !== 'filter-in') return undefined
    if (operand.kind === 'filter-in' && operand.negated) return undefined
    if (operand.key === undefined || (key ?? operand.key) !== operand.key) return undefined
    key = operand.key
    values.push(...(operand.kind === 'filter-in' ? operand.values : [operand.value]))
  }
  return key === undefined ? undefined : { key, values }
}

/** A filter with the sign and the place of the `NOT` around it. */
interface Term {
  readonly filter: Filter
  readonly negated: boolean
  readonly span: Filter['span']
}

type Joined = Extract<Filter, { readonly operands: unknown }>

/** `a AND b`, and by the laws of De Morgan `NOT (a OR b)`: every operand counts. */
function joins(filter: Filter, negated: boolean): filter is Joined {
  if (filter.kind === 'filter-or') return negated
  return !negated && (filter.kind === 'filter-list' || filter.kind === 'filter-and')
}

/** `query/duplicate-filter` among alternatives: `env IN (prod,prod)`, `env:prod OR env:prod`. */
export function checkAlternatives(filter: Filter, _context: MetricContext, report: Report): void {
  const repeated =
    filter.kind === 'filter-in'
      ? repeatedValue(filter)
      : filter.kind === 'filter-or'
        ? repeatedTag(filter.operands)
        : undefined
  if (repeated === undefined) return
  report({
    code: 'query/duplicate-filter',
    severity: 'info',
    message: `\`${repeated}\` stands among the alternatives twice.`,
    span: filter.span,
    hint: 'Leave one of them out.',
  })
}

function repeatedValue({ key, values }: FilterIn): string | undefined {
  const value = firstRepeated(values)
  return value === undefined ? undefined : `${key}:${value}`
}

function repeatedTag(operands: readonly Filter[]): string | undefined {
  const tags = operands.filter(operand => operand.kind === 'filter-tag')
  if (tags.length > fewTerms) return firstRepeated(tags.map(tagText))
  const repeated = tags.find((tag, index) => tags.findIndex(other => isSameTag(other, tag)) < index)
  return repeated && tagText(repeated)
}

function isSameTag(a: FilterTag, b: FilterTag): boolean {
  return a.key === b.key && a.value === b.value
}

function firstRepeated(texts: readonly string[]): string | undefined {
  if (texts.length <= fewTerms) return texts.find((text, index) => texts.indexOf(text) < index)
  const seen = new Set<string>()
  return texts.find(text => seen.size === seen.add(text).size)
}

function tagText(tag: FilterTag): string {
  return tag.key === undefined ? tag.value : `${tag.key}:${tag.value}`
}
