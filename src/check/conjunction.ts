import type { Filter, Scope } from '../query/index.js'
import { type Demand, type DemandText, demandReports } from './demands.js'
import type { MetricContext, Report } from './report.js'
import { eachFilter } from './scope.js'

/** `query/contradiction` and `query/duplicate-filter`: terms of one conjunction that exclude or repeat each other. */
export function checkConjunction(scope: Scope, _context: MetricContext, report: Report): void {
  demandReports(demandsOf(scope.filter), scopeText, report)
  eachFilter(scope.filter, filter => checkAlternatives(filter, report))
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
    else if (joins(filter, negated)) {
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
function checkAlternatives(filter: Filter, report: Report): void {
  const texts =
    filter.kind === 'filter-in'
      ? filter.values.map(value => `${filter.key}:${value}`)
      : filter.kind === 'filter-or'
        ? filter.operands.map(operand => (operand.kind === 'filter-tag' ? tagText(operand) : undefined))
        : []
  const seen = new Set<string>()
  const repeated = texts.find(text => {
    if (text === undefined || seen.has(text)) return text !== undefined
    seen.add(text)
    return false
  })
  if (repeated === undefined) return
  report({
    code: 'query/duplicate-filter',
    severity: 'info',
    message: `\`${repeated}\` stands among the alternatives twice.`,
    span: filter.span,
    hint: 'Leave one of them out.',
  })
}

function tagText(tag: { readonly key?: string | undefined; readonly value: string }): string {
  return tag.key === undefined ? tag.value : `${tag.key}:${tag.value}`
}
