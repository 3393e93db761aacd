import { type Filter, print, type Scope } from '../query/index.js'
import type { MetricContext, Report } from './report.js'

/** `query/template-variable`: monitors have no dashboard variables. */
export function checkVariable(filter: Filter, context: MetricContext, report: Report): void {
  if ((context.inMonitor || context.place === 'slo') && isVariable(filter))
    reportVariable(filter, context, report)
}

function isVariable(filter: Filter): boolean {
  if (filter.kind === 'filter-tag') return filter.value.startsWith('$')
  if (filter.kind === 'filter-in') return filter.values.some(value => value.startsWith('$'))
  return filter.kind === 'filter-variable'
}

function reportVariable(filter: Filter, context: MetricContext, report: Report): void {
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
  const inner = { start: scope.span.start + 1, end: scope.span.end - 1 }
  const text = print({ kind: 'filter-and', span: inner, operands: filter.operands.flatMap(withoutAnd) })
  report({
    code: 'query/mixed-operators',
    severity: 'warning',
    message: 'The scope mixes `,` with `AND` or `OR`; the comma binds loosest.',
    span: scope.span,
    hint: 'Write `AND` instead of the comma, and parentheses around each `OR`.',
    repair: [{ span: inner, text }],
  })
}

const withoutAnd = (filter: Filter) => (filter.kind === 'filter-and' ? filter.operands : [filter])
