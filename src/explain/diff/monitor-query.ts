import { type CompositeQuery, type MonitorQuery, print, type SloMonitorQuery } from '../../query/index.js'
import { compositeValue } from '../composite.js'
import { groupsOfMonitor } from '../groups.js'
import { monitorSummary } from '../monitor.js'
import type { MonitorContext } from '../monitor-context.js'
import { change, type DraftChange, sameValue } from './change.js'
import { conditionChanges, headChanges, metricConditionChanges, unitsOf } from './condition.js'
import { expressionChanges } from './expression.js'
import { searchTerms, termChanges } from './filters.js'
import { stepChanges } from './steps.js'

/** What changes in what a monitor watches and when it alerts. */
export function monitorQueryChanges(
  before: MonitorQuery,
  after: MonitorQuery,
  context: MonitorContext,
): readonly DraftChange[] {
  const texts = { before: print(before), after: print(after) }
  if (texts.before === texts.after) return []
  const said = sameKindChanges(before, after, context)
  if (said !== undefined) return said
  if (before.kind === 'opaque' || after.kind === 'opaque') return [change('query', 'diff/unsaid', texts)]
  const values = { before: monitorSummary(before, context), after: monitorSummary(after, context) }
  return [change('query', 'diff/rewritten', values)]
}

/** Undefined where the two are not of one kind. */
function sameKindChanges(
  before: MonitorQuery,
  after: MonitorQuery,
  context: MonitorContext,
): readonly DraftChange[] | undefined {
  const groups = groupChanges(before, after)
  if (before.kind === 'metric-monitor' && after.kind === 'metric-monitor') {
    const saidGroups = { before: sortedGroups(before), after: sortedGroups(after) }
    return [
      ...metricConditionChanges(before, after),
      ...groups,
      ...headChanges(before, after),
      ...expressionChanges(before.expression, after.expression, { place: 'query', saidGroups }),
    ]
  }
  if (before.kind === 'event-monitor' && after.kind === 'event-monitor') {
    return [
      ...conditionChanges(before.condition, after.condition, 'value', 'value', unitsOf(before, after)),
      ...groups,
      ...(before.source === after.source
        ? []
        : [change('query', 'diff/source', { before: before.source, after: after.source })]),
      ...termChanges('query', searchTerms(before.search.expression), searchTerms(after.search.expression)),
      ...stepChanges(before.steps, after.steps),
    ]
  }
  if (before.kind === 'formula-monitor' && after.kind === 'formula-monitor') {
    return [
      ...conditionChanges(before.condition, after.condition, 'value', 'value', unitsOf(before, after)),
      ...groups,
      ...expressionChanges(before.formula, after.formula, { place: 'query' }),
      ...stepChanges(before.steps, after.steps),
    ]
  }
  if (before.kind === 'service-check' && after.kind === 'service-check') {
    const names = { before: before.check.value, after: after.check.value }
    return [
      ...(names.before === names.after ? [] : [change('query', 'diff/check', names)]),
      ...groups,
      ...stepChanges(before.steps, after.steps),
    ]
  }
  if (before.kind === 'slo-monitor' && after.kind === 'slo-monitor') return sloChanges(before, after)
  if (before.kind === 'composite' && after.kind === 'composite')
    return compositeChanges(before, after, context)
  return undefined
}

function sloChanges(before: SloMonitorQuery, after: SloMonitorQuery): readonly DraftChange[] {
  const judgedIn = ({ measure }: SloMonitorQuery) => (measure === 'burn_rate' ? 'burn-rate' : 'budget')
  return [
    ...(before.measure === after.measure
      ? []
      : [change('query', 'diff/slo-measure', { after: after.measure })]),
    ...(before.slo.value === after.slo.value
      ? []
      : [change('query', 'diff/slo-watched', { before: before.slo.value, after: after.slo.value })]),
    ...conditionChanges(before.condition, after.condition, judgedIn(after), judgedIn(before)),
    ...stepChanges(before.steps, after.steps),
  ]
}

function compositeChanges(
  before: CompositeQuery,
  after: CompositeQuery,
  context: MonitorContext,
): readonly DraftChange[] {
  const values = {
    before: compositeValue(before.expression, context),
    after: compositeValue(after.expression, context),
  }
  return sameValue(values.before, values.after) ? [] : [change('query', 'diff/composite', values)]
}

function groupChanges(before: MonitorQuery, after: MonitorQuery): readonly DraftChange[] {
  const [was, is] = [sortedGroups(before), sortedGroups(after)]
  return sameValue(was, is) ? [] : [change('query', 'diff/groups', { per: 'alert', before: was, after: is })]
}

function sortedGroups(query: MonitorQuery): readonly string[] {
  return [...new Set(groupsOfMonitor(query, undefined))].sort()
}
