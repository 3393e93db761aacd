import { report, type Scanner } from '../scanner.js'
import type { MonitorQuery } from './ast.js'
import { eventSources, monitorTypes, typesOfLanguage } from './sources.js'

/**
 * The monitor types that a query of this kind can have. All of them for what the grammar does not know.
 *
 * @example
 * typesThatFit(node) // ['query alert', 'metric alert']
 */
export function typesThatFit(query: MonitorQuery): readonly string[] {
  switch (query.kind) {
    case 'metric-monitor':
      return typesOfLanguage.metric
    case 'service-check':
      return typesOfLanguage['service-check']
    case 'event-monitor':
      return eventSources.get(query.source) ?? monitorTypes
    case 'formula-monitor':
      return typesOfLanguage.formula
    case 'slo-monitor':
      return typesOfLanguage.slo
    case 'composite':
      return typesOfLanguage.composite
    case 'placeholder':
      return typesOfLanguage.placeholder
    case 'opaque':
      return monitorTypes
  }
}

/** A query whose language belongs to another type is an error; a type that is not in our tables fits everything. */
export function checkType(scanner: Scanner, query: MonitorQuery, type: string): void {
  const fitting = typesThatFit(query)
  if (fitting.includes(type) || !monitorTypes.includes(type)) return
  const { start, end } = query.span
  report(
    scanner,
    'type-mismatch',
    start,
    Math.max(end, start + 1),
    `This is not a query of a monitor of type \`${type}\`.`,
    {
      hint: `Its type can be ${fitting.map(name => `\`${name}\``).join(' or ')}.`,
    },
  )
}
