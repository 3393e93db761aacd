import type { MonitorQuery } from '../query/index.js'
import type { Clause } from './clause.js'
import { searchClause } from './search.js'
import { groupsOf, seriesIn } from './series.js'
import { argumentTexts, stepKeys, stepNamed } from './steps.js'
import { seriesClause } from './value.js'

/** The tags by which a monitor has a state each. */
export function groupsOfMonitor(query: MonitorQuery): readonly string[] {
  switch (query.kind) {
    case 'metric-monitor':
      return groupsOf(query.expression)
    case 'event-monitor':
    case 'formula-monitor':
    case 'service-check':
      return stepKeys(stepNamed(query.steps, 'by'))
    default:
      return []
  }
}

/** The tags and attributes that a monitor filters by; a simple alert may name them in its message. */
export function filterKeys(query: MonitorQuery): readonly string[] {
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
