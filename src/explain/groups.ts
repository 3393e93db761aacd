import type { Json } from '../model/index.js'
import type { FormulaMonitorQuery, MonitorQuery, ServiceCheckQuery } from '../query/index.js'
import type { Clause } from './clause.js'
import { searchClause } from './search.js'
import { groupsOf, seriesIn } from './series.js'
import { argumentTexts, stepKeys, stepNamed } from './steps.js'
import { seriesClause } from './value.js'
import { keysByName } from './variable-keys.js'

/** The tags by which a monitor has a state each. `variables` are the queries that a formula names. */
export function groupsOfMonitor(query: MonitorQuery, variables: Json | undefined): readonly string[] {
  switch (query.kind) {
    case 'metric-monitor':
      return groupsOf(query.expression)
    case 'formula-monitor':
      return formulaGroups(query, variables)
    case 'event-monitor':
      // In an event query `*` means no group; a service check counts it as every tag.
      return stepKeys(stepNamed(query.steps, 'by')).filter(key => key !== '*')
    case 'service-check':
      return checkGroups(query)
    default:
      return []
  }
}

/** For a cluster alert, `*` only says what one check is: every combination of tags. Together they give one percentage. */
function checkGroups({ steps }: ServiceCheckQuery): readonly string[] {
  const keys = stepKeys(stepNamed(steps, 'by'))
  return stepNamed(steps, 'pct_by_status') === undefined ? keys : keys.filter(key => key !== '*')
}

/** A formula is grouped by its own step, or else as the queries in it are. */
function formulaGroups({ steps, formula }: FormulaMonitorQuery, variables: Json | undefined) {
  const keys = stepKeys(stepNamed(steps, 'by'))
  if (keys.length > 0) return keys
  const names = [...keysByName(variables)].map(([name, { groups }]) => [name, groups] as const)
  return groupsOf(formula, new Map(names))
}

/** The tags and attributes that a monitor filters by; a simple alert may name them in its message. */
export function filterKeys(query: MonitorQuery, variables: Json | undefined): readonly string[] {
  if (query.kind === 'formula-monitor')
    return [...keysByName(variables).values()].flatMap(({ clauses }) => clauses.flatMap(fieldsOf))
  if (query.kind === 'metric-monitor')
    return seriesIn(query.expression).flatMap(series => fieldsOf(seriesClause(series)))
  if (query.kind === 'event-monitor') return fieldsOf(searchClause(query.search.expression))
  if (query.kind !== 'service-check') return []
  const over = stepNamed(query.steps, 'over')
  return over === undefined ? [] : argumentTexts(over).map(tag => tag.slice(0, Math.max(0, tag.indexOf(':'))))
}

function fieldsOf(clause: Clause): readonly string[] {
  if (clause.is === 'and' || clause.is === 'or') return clause.operands.flatMap(fieldsOf)
  if (clause.is === 'not') return fieldsOf(clause.operand)
  return 'field' in clause && clause.field !== undefined ? [clause.field] : []
}
