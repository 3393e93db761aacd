import { eventGroupLimits, eventMethods } from '../catalog/index.js'
import type { Diagnostic } from '../diagnostic/index.js'
import { type MetricExpression, parseSearch } from '../query/index.js'
import { checkFormulaCounts } from './counts.js'
import {
  type DefinitionFacts,
  type DefinitionReport,
  type FormulaVariable,
  variableGroupKeys,
} from './definition-facts.js'
import { checkFormulaGroups } from './groups.js'
import { reportLongRollups } from './head.js'
import { isRecord, recordsOf } from './json-values.js'
import { checkSearch } from './search.js'

const path = ['options', 'variables'] as const

/** `query/group-mismatch` and `query/mixed-count-rate`: what a formula joins is written in its variables. */
export function checkFormulaSides({ query, variables }: DefinitionFacts, report: DefinitionReport): void {
  if (query?.kind !== 'formula-monitor') return
  const named = (name: string) => variables.find(variable => variable.name === name)
  const reportQuery = (diagnostic: Diagnostic) => report({ ...diagnostic, path: ['query'] })
  checkFormulaGroups(query.formula, name => keysOf(named(name)), reportQuery)
  checkFormulaCounts(query.formula, name => expressionOf(named(name)), reportQuery)
}

function keysOf(variable: FormulaVariable | undefined): readonly string[] {
  return variable === undefined ? [] : variableGroupKeys(variable)
}

function expressionOf(variable: FormulaVariable | undefined): MetricExpression | undefined {
  const node = variable?.parsed?.node
  return node?.kind === 'query-list' ? undefined : node
}

/** `query/rollup-in-window`: the window stands in the formula, the rollup in a variable. */
export function checkVariableRollups(
  { query, window, variables }: DefinitionFacts,
  report: DefinitionReport,
): void {
  if (query?.kind !== 'formula-monitor' || window === undefined) return
  variables.forEach((variable, index) => {
    const expression = expressionOf(variable)
    // The windows of a cost monitor are days, and its rollups follow the calendar.
    if (expression === undefined || variable.record.data_source !== 'metrics') return
    reportLongRollups(expression, window, diagnostic =>
      report({ ...diagnostic, path: [...path, index, 'query'] }),
    )
  })
}

/** `query/group-limit`: the facets of a variable count like those of `.by("…")`. */
export function checkVariableGroupLimit({ variables }: DefinitionFacts, report: DefinitionReport): void {
  variables.forEach(({ record }, index) => {
    const facets = recordsOf(record.group_by).length
    if (facets <= eventGroupLimits.keys) return
    report({
      code: 'query/group-limit',
      severity: 'error',
      message: `A variable groups by ${facets} facets, but at most ${eventGroupLimits.keys} are possible.`,
      path: [...path, index, 'group_by'],
      hint: 'Group by fewer facets.',
    })
  })
}

/** `query/event-method`: how a variable joins its events. */
export function checkVariableMethods({ variables }: DefinitionFacts, report: DefinitionReport): void {
  variables.forEach(({ record }, index) => {
    const method = isRecord(record.compute) ? record.compute.aggregation : undefined
    if (typeof method !== 'string' || Object.hasOwn(eventMethods, method)) return
    report({
      code: 'query/event-method',
      severity: 'error',
      message: `\`${method}\` is not a method of a variable.`,
      path: [...path, index, 'compute', 'aggregation'],
      hint: 'Use `count`, `cardinality`, `avg`, `sum`, `min`, `max`, `median` or `pc75` to `pc99`.',
    })
  })
}

/** The searches of variables, read and checked like that of a query. Spans are offsets in the search. */
export function checkVariableSearches({ variables }: DefinitionFacts, report: DefinitionReport): void {
  variables.forEach(({ record }, index) => {
    const text = isRecord(record.search) ? record.search.query : undefined
    if (typeof text !== 'string') return
    const reportAt = (diagnostic: Diagnostic) =>
      report({ ...diagnostic, path: [...path, index, 'search', 'query'] })
    const parsed = parseSearch(text)
    parsed.diagnostics.forEach(reportAt)
    if (parsed.ok) checkSearch(parsed.node, reportAt)
  })
}
