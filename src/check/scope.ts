import type { Filter, FilterVariable, Scope, Series } from '../query/index.js'
import type { MetricContext, Report } from './report.js'

/** `query/template-variable`: monitors have no dashboard variables. */
export function checkVariables(scope: Scope, context: MetricContext, report: Report): void {
  if (!context.inMonitor && context.place !== 'slo') return
  eachFilter(scope.filter, filter => {
    if (filter.kind === 'filter-variable') reportVariable(filter, context, report)
    else if (filter.kind === 'filter-tag' && filter.value.startsWith('$'))
      reportVariable(filter, context, report)
  })
}

function reportVariable(
  filter: FilterVariable | { span: FilterVariable['span'] },
  context: MetricContext,
  report: Report,
): void {
  report({
    code: 'query/template-variable',
    severity: 'error',
    message: `Template variables belong to dashboards; ${context.inMonitor ? 'a monitor' : 'an SLO'} takes them as plain text and matches nothing.`,
    span: filter.span,
    hint: 'Write the tag itself, such as `env:prod`, or group by the key to watch every value.',
  })
}

/**
 * `query/mixed-operators`: `,` and `AND`, `OR` in one scope. The account usually accepts it, and Datadog documents it as
 * wrong: the comma binds loosest, which is rarely what is meant.
 * https://docs.datadoghq.com/metrics/advanced-filtering/
 */
export function checkMixedOperators(scope: Scope, _context: MetricContext, report: Report): void {
  const { filter } = scope
  if (filter.kind !== 'filter-list') return
  const mixed = filter.operands.find(operand => operand.kind === 'filter-and' || operand.kind === 'filter-or')
  if (mixed === undefined) return
  report({
    code: 'query/mixed-operators',
    severity: 'warning',
    message: 'The scope mixes `,` with `AND` or `OR`; the comma binds loosest.',
    span: scope.span,
    hint: 'Write `AND` instead of the comma, and parentheses around each `OR`.',
  })
}

/** What a conjunction demands of one tag. */
interface Demand {
  readonly filter: Filter
  readonly key: string | undefined
  readonly value: string
  readonly negated: boolean
}

/** `query/contradiction` and `query/duplicate-filter`: terms of one conjunction that exclude or repeat each other. */
export function checkConjunction(scope: Scope, _context: MetricContext, report: Report): void {
  if (scope.filter.kind !== 'filter-list' && scope.filter.kind !== 'filter-and') return
  const demands = demandsOf(scope.filter)
  const seen = new Map<string, Demand>()
  for (const demand of demands) {
    const same = seen.get(nameOf(demand))
    if (same === undefined) seen.set(nameOf(demand), demand)
    else if (same.negated === demand.negated) reportDuplicate(demand, report)
    else reportContradiction(demand, same, report)
  }
  checkAbsentKeys(demands, report)
  checkSingleValues(demands, report)
}

/** Keys of which a series has one value at a time. Others, such as `role`, may well have several. */
const singleValued: ReadonlySet<string> = new Set(['env', 'host', 'service', 'version'])

/** `env:prod` together with `env:staging`. */
function checkSingleValues(demands: readonly Demand[], report: Report): void {
  const values = new Map<string, Demand>()
  for (const demand of demands) {
    const { key, value, negated } = demand
    if (key === undefined || negated || !singleValued.has(key) || /[*$]/.test(value)) continue
    const other = values.get(key)
    if (other === undefined) values.set(key, demand)
    else if (other.value !== value) reportTwoValues(demand, other, report)
  }
}

function reportTwoValues(demand: Demand, other: Demand, report: Report): void {
  report({
    code: 'query/contradiction',
    severity: 'warning',
    message: `The scope demands \`${nameOf(other)}\` and \`${nameOf(demand)}\` at once, so it hardly ever matches.`,
    span: demand.filter.span,
    hint: `Write \`${demand.key} IN (${other.value},${demand.value})\` for either of them.`,
  })
}

function reportDuplicate(demand: Demand, report: Report): void {
  report({
    code: 'query/duplicate-filter',
    severity: 'info',
    message: `\`${nameOf(demand)}\` stands in the scope twice.`,
    span: demand.filter.span,
    hint: 'Leave one of them out.',
  })
}

function reportContradiction(demand: Demand, other: Demand, report: Report): void {
  report({
    code: 'query/contradiction',
    severity: 'error',
    message: `The scope demands both \`${nameOf(other)}\` and its opposite, so it never matches.`,
    span: demand.filter.span,
    hint: 'Leave one of the two out, or join them with `OR`.',
  })
}

/** `env:prod` together with `!env:*`: the tag must have a value and be absent. */
function checkAbsentKeys(demands: readonly Demand[], report: Report): void {
  const absent = new Map<string, Demand>()
  for (const demand of demands) {
    if (demand.negated && demand.value === '*' && demand.key !== undefined) absent.set(demand.key, demand)
  }
  if (absent.size === 0) return
  for (const demand of demands) {
    const excluding = demand.negated || demand.key === undefined ? undefined : absent.get(demand.key)
    if (excluding !== undefined && demand.value !== '*') reportContradiction(demand, excluding, report)
  }
}

function nameOf(demand: Demand): string {
  return demand.key === undefined ? demand.value : `${demand.key}:${demand.value}`
}

/** The tags that must all hold; alternatives inside are left out, they demand nothing by themselves. */
function demandsOf(filter: Filter): Demand[] {
  const found: Demand[] = []
  const waiting: Filter[] = [filter]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'filter-list' || next.kind === 'filter-and') {
      for (let index = next.operands.length - 1; index >= 0; index -= 1) waiting.push(next.operands[index]!)
    } else {
      const demand = demandOf(next)
      if (demand !== undefined) found.push(demand)
    }
  }
  return found
}

function demandOf(filter: Filter): Demand | undefined {
  if (filter.kind === 'filter-tag') return { filter, key: filter.key, value: filter.value, negated: false }
  if (filter.kind !== 'filter-not' || filter.operand.kind !== 'filter-tag') return undefined
  return { filter, key: filter.operand.key, value: filter.operand.value, negated: true }
}

/** Visits a filter and everything in it. */
export function eachFilter(root: Filter, visit: (filter: Filter) => void): void {
  const waiting: Filter[] = [root]
  for (let filter = waiting.pop(); filter !== undefined; filter = waiting.pop()) {
    if (filter.kind === 'filter-not') waiting.push(filter.operand)
    else if (filter.kind === 'filter-and' || filter.kind === 'filter-or' || filter.kind === 'filter-list') {
      for (let index = filter.operands.length - 1; index >= 0; index -= 1)
        waiting.push(filter.operands[index]!)
    }
    visit(filter)
  }
}

/** Keys that a series is fixed to by its scope. */
export function filteredKeys(series: Series): readonly string[] {
  if (series.scope === undefined) return []
  return demandsOf(series.scope.filter).flatMap(demand =>
    demand.negated || demand.key === undefined ? [] : [demand.key],
  )
}
