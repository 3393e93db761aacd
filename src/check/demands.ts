import type { Diagnostic } from '../diagnostic/index.js'
import type { Report } from './report.js'

/** What one term of a conjunction demands: that a tag has one of these values, or none of them. */
export interface Demand {
  readonly span: NonNullable<Diagnostic['span']>
  /** Absent for a bare word. */
  readonly key: string | undefined
  readonly values: readonly string[]
  readonly negated: boolean
}

/** The words of a language that has conjunctions. */
export interface DemandText {
  /** `scope` or `search`: where the terms stand. */
  readonly place: string
  /** How either of two values is written. */
  alternatives(key: string, values: readonly string[]): string
}

/** Keys of which a series or an event has one value at a time. Others, such as `role`, may well have several. */
const singleValued: ReadonlySet<string> = new Set(['env', 'host', 'service', 'version'])

/** `query/contradiction` and `query/duplicate-filter` for the terms that must all hold. */
export function demandReports(demands: readonly Demand[], text: DemandText, report: Report): void {
  if (demands.length < 2) return
  reportDuplicates(demands, text, report)
  if (demands.some(demand => demand.negated)) {
    const excluded = reportExcluded(demands, text, report)
    reportTwoValues(
      demands.filter(demand => !excluded.has(demand)),
      text,
      report,
    )
  } else if (sharesKey(demands)) reportTwoValues(demands, text, report)
}

/** True when two of the terms are about the same key; of different keys nothing can contradict or repeat another. */
function sharesKey(demands: readonly Demand[]): boolean {
  return demands.length > fewDemands || demands.some(({ key }, index) => firstOfKey(demands, key) < index)
}

/** Up to so many, comparing them with each other is less work than a table of them. */
const fewDemands = 8

function firstOfKey(demands: readonly Demand[], key: string | undefined): number {
  for (let index = 0; index < demands.length; index += 1) if (demands[index]!.key === key) return index
  return -1
}

function reportDuplicates(demands: readonly Demand[], { place }: DemandText, report: Report): void {
  if (!sharesKey(demands)) return
  const seen = new Set<string>()
  for (const demand of demands) {
    const name = `${demand.negated} ${nameOf(demand)}`
    if (seen.has(name)) {
      report({
        code: 'query/duplicate-filter',
        severity: 'info',
        message: `\`${nameOf(demand)}\` stands in the ${place} twice.`,
        span: demand.span,
        hint: 'Leave one of them out.',
      })
    }
    seen.add(name)
  }
}

/** A demand of which every value is excluded by the others: `env:prod AND NOT env:prod`, `env:prod AND NOT env:*`. */
function reportExcluded(
  demands: readonly Demand[],
  { place }: DemandText,
  report: Report,
): ReadonlySet<Demand> {
  const never = new Set<Demand>()
  const excluded = excludedValues(demands)
  for (const demand of demands) {
    const others = demand.negated ? undefined : excluded.get(demand.key)
    if (others === undefined) continue
    const isAbsent = others.has('*') && demand.key !== undefined
    if (!isAbsent && !demand.values.every(value => isExcluded(value, demand.key, others))) continue
    never.add(demand)
    const last = isAbsent ? undefined : others.get(demand.values[0] ?? '')
    report({
      code: 'query/contradiction',
      severity: 'error',
      message: `The ${place} demands both \`${nameOf(demand)}\` and its opposite, so it never matches.`,
      span: last !== undefined && last.span.start > demand.span.start ? last.span : demand.span,
      hint: 'Leave one of the two out, or join them with `OR`.',
    })
  }
  return never
}

/** `env:prod` by `!env:prod`, and `host:web-1` by `!host:web-*`. */
function isExcluded(value: string, key: string | undefined, others: ReadonlyMap<string, Demand>): boolean {
  if (others.has(value)) return true
  if (key === undefined || isOpen(value)) return false
  for (const other of others.keys()) if (covers(other, value)) return true
  return false
}

/** Whether a pattern with one `*` at its end or its start matches the value; of others nothing is said. */
function covers(pattern: string, value: string): boolean {
  if (!/^[^*?$]+\*$|^\*[^*?$]+$/.test(pattern)) return false
  return pattern.startsWith('*') ? value.endsWith(pattern.slice(1)) : value.startsWith(pattern.slice(0, -1))
}

/** By key, the values that must not be there, each with the term that says so. */
function excludedValues(demands: readonly Demand[]): ReadonlyMap<string | undefined, Map<string, Demand>> {
  const excluded = new Map<string | undefined, Map<string, Demand>>()
  for (const demand of demands) {
    if (!demand.negated) continue
    const known = excluded.get(demand.key) ?? new Map<string, Demand>()
    for (const value of demand.values) known.set(value, demand)
    excluded.set(demand.key, known)
  }
  return excluded
}

/** `env:prod` together with `env:staging`. */
function reportTwoValues(demands: readonly Demand[], text: DemandText, report: Report): void {
  const possible = new Map<string, Demand>()
  for (const demand of demands) {
    const { key, values, negated } = demand
    if (key === undefined || negated || !singleValued.has(key) || values.some(isOpen)) continue
    const other = possible.get(key)
    const allowed = new Set(other?.values)
    const left = other === undefined ? values : values.filter(value => allowed.has(value))
    if (other !== undefined && left.length === 0) {
      report({
        code: 'query/contradiction',
        severity: 'warning',
        message: `The ${text.place} demands \`${nameOf(other)}\` and \`${nameOf(demand)}\` at once, so it hardly ever matches.`,
        span: demand.span,
        hint: `Write \`${text.alternatives(key, [...new Set([...other.values, ...values])])}\` for either of them.`,
      })
    } else possible.set(key, { ...demand, values: left })
  }
}

// A wildcard may match what another term demands, and a variable is anything.
function isOpen(value: string): boolean {
  return /[*?$]/.test(value)
}

function nameOf({ key, values }: Demand): string {
  const [first = ''] = values
  if (key === undefined) return first
  return values.length === 1 ? `${key}:${first}` : `${key} IN (${values.join(',')})`
}
