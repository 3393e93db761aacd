import type { FormulaMonitorQuery } from '../query/index.js'
import { defined } from './defined.js'
import { thresholdOf } from './condition.js'
import { stepSentence } from './event.js'
import { addMetricParts } from './metric.js'
import type { MonitorContext } from './monitor-context.js'
import { addPart, type Pieces } from './pieces.js'
import type { EventMeasure } from './sentences/monitor.js'
import { type Phrase, phrase } from './sentences.js'
import { stepKeys, stepNamed, stepText, stepWindow } from './steps.js'
import { valueOf } from './value.js'

export function formulaSummary(query: FormulaMonitorQuery, context: MonitorContext): Phrase {
  const last = stepNamed(query.steps, 'last', 'current')
  const window = last === undefined ? undefined : stepWindow(last)
  const threshold = thresholdOf(query.condition)
  const groups = stepKeys(stepNamed(query.steps, 'by'))
  const names = new Map([...context.names].map(([name, value]) => [name, withoutGroups(value, groups)]))
  return phrase('summary/formula-monitor', {
    value: valueOf(query.formula, { ...context, names }),
    comparator: query.condition.comparator,
    groups,
    ...defined({ window, threshold }),
  })
}

/** The groups are said once for the whole monitor. */
function withoutGroups(value: Phrase, groups: readonly string[]): Phrase {
  if (value.code !== 'value/events') return value
  const measure = value.values as EventMeasure
  return measure.groups.every(group => groups.includes(group)) ? phrase('value/events', { ...measure, groups: [] }) : value
}

export function addFormulaMonitorParts(pieces: Pieces, query: FormulaMonitorQuery, context: MonitorContext): void {
  const { formula, steps, condition } = query
  addPart(pieces, query, 0, phrase('part/formula', { value: valueOf(formula, { ...context, names: new Map() }) }), 'formula( … )')
  addMetricParts(pieces, formula, 1, context)
  for (const step of steps) addPart(pieces, step, 0, stepSentence(pieces, step), stepText(pieces.text, step))
  const threshold = thresholdOf(condition)
  const { comparator } = condition
  const does = threshold === undefined ? phrase('part/dynamic-condition', { comparator }) : phrase('part/value-condition', { comparator, threshold })
  addPart(pieces, condition, 0, does)
}
