import { checkMetricExpression } from '../../check/index.js'
import type { Diagnostic } from '../../diagnostic/index.js'
import type { DashboardDefinition, JsonPath } from '../../model/index.js'
import { type MetricExpression, parseFormula } from '../../query/index.js'
import { dashboardQueriesOf } from './dashboard-queries.js'
import { memo } from './memo.js'
import { entriesOf, requestsOf } from './requests.js'

/** What the query front end says about a text of a widget; spans are offsets in the string at `path`. */
export interface DashboardFault {
  readonly path: JsonPath
  readonly diagnostic: Diagnostic
}

/** Every fault in the queries and formulas of a dashboard, of syntax and beyond. Checked once for all rules. */
export const dashboardFaultsOf = memo((definition: DashboardDefinition): readonly DashboardFault[] => [
  ...queryFaults(definition),
  ...formulaFaults(definition),
])

function queryFaults(definition: DashboardDefinition): DashboardFault[] {
  return dashboardQueriesOf(definition).flatMap(({ path, ...query }) => {
    const found: readonly Diagnostic[] = query.parsed.diagnostics
    const beyond =
      query.language === 'metric' && query.parsed.ok
        ? checkMetricExpression(query.parsed.node, { place: 'dashboard' })
        : []
    return [...found, ...beyond].map(diagnostic => ({ path, diagnostic }))
  })
}

function formulaFaults(definition: DashboardDefinition): DashboardFault[] {
  return requestsOf(definition).flatMap(({ request, path }) =>
    entriesOf(request, 'formulas').flatMap(([index, { formula }]) => {
      if (typeof formula !== 'string') return []
      const at = [...path, 'formulas', index, 'formula']
      return faultsIn(formula).map(diagnostic => ({ path: at, diagnostic }))
    }),
  )
}

function faultsIn(formula: string): readonly Diagnostic[] {
  // `percentile(query1, 'p90', { * })` of nested queries: its grammar is not published.
  if (formula.includes('{')) return []
  const parsed = parseFormula(formula)
  return parsed.ok ? [...parsed.diagnostics, ...beyondSyntax(parsed.node)] : parsed.diagnostics
}

function beyondSyntax(node: MetricExpression): readonly Diagnostic[] {
  return checkMetricExpression(node, { place: 'formula' })
}
