import { type Condition, type MetricMonitorQuery, type MonitorQuery, print } from '../../query/index.js'
import { anomalySettings } from '../algorithm.js'
import { thresholdOf } from '../condition.js'
import { defined } from '../defined.js'
import { algorithmCall, shareValues } from '../monitor.js'
import type { Judged } from '../sentences/monitor.js'
import { type ResultUnit, unitOfQuery } from '../unit.js'
import { secondsOf, type WindowValue, windowValue } from '../window.js'
import { change, type DraftChange, sameValue } from './change.js'
import type { DiffSentences } from './sentences.js'

/** What changes between two conditions that are compared with the same thing. */
export function conditionChanges(
  before: Condition,
  after: Condition,
  judged: Judged = 'value',
  judgedBefore: Judged = judged,
  units: Units = {},
): readonly DraftChange[] {
  const [was, is] = [thresholdOf(before), thresholdOf(after)]
  if (was === undefined || is === undefined) {
    const texts = { before: print(before), after: print(after) }
    return texts.before === texts.after ? [] : [change('query', 'diff/unsaid', texts)]
  }
  if (was === is && before.comparator === after.comparator) return []
  return [
    change('query', 'diff/threshold', {
      judged,
      ...(judgedBefore === judged ? {} : { judgedBefore }),
      before: { comparator: before.comparator, threshold: was },
      after: { comparator: after.comparator, threshold: is },
      ...defined({ unit: units.after }),
      ...(sameValue(units.before, units.after) ? {} : { unitBefore: units.before ?? null }),
    }),
  ]
}

/** The conditions of two metric monitors; those of anomaly monitors are shares of points. */
export function metricConditionChanges(
  before: MetricMonitorQuery,
  after: MetricMonitorQuery,
): readonly DraftChange[] {
  const [was, is] = [shareOf(before), shareOf(after)]
  if (was === undefined || is === undefined)
    return conditionChanges(
      before.condition,
      after.condition,
      judgedBy(after),
      judgedBy(before),
      unitsOf(before, after),
    )
  if (was.share === is.share && was.comparator === is.comparator) return []
  return [change('query', 'diff/anomaly', { before: was, after: is })]
}

/** The units of two thresholds, where they are sure. */
interface Units {
  readonly before?: ResultUnit
  readonly after?: ResultUnit
}

export function unitsOf(before: MonitorQuery, after: MonitorQuery): Units {
  return defined({ before: unitOfQuery(before), after: unitOfQuery(after) })
}

/** The unit of the thresholds of two queries, where both have the same. */
export function commonUnit(before: MonitorQuery, after: MonitorQuery): ResultUnit | undefined {
  const [was, is] = [unitOfQuery(before), unitOfQuery(after)]
  return sameValue(was, is) ? is : undefined
}

function shareOf(query: MetricMonitorQuery): DiffSentences['diff/anomaly']['after'] | undefined {
  const call = algorithmCall(query)
  const share = thresholdOf(query.condition)
  if (call?.name !== 'anomalies' || share === undefined) return undefined
  return shareValues(query.condition, share, anomalySettings(call))
}

function judgedBy(query: MetricMonitorQuery): Judged {
  if (query.head.kind === 'change-head') return query.head.change === 'change' ? 'change' : 'percent-change'
  const name = algorithmCall(query)?.name
  return name === 'outliers' ? 'outlier' : name === 'forecast' ? 'forecast' : 'value'
}

/** What changes in how the points of the window become one number. */
export function headChanges(
  { head: before }: MetricMonitorQuery,
  { head: after }: MetricMonitorQuery,
): readonly DraftChange[] {
  const [was, is] = [judgementOf(before), judgementOf(after)]
  const shift = after.kind === 'change-head' ? { shift: windowValue(after.shift) } : {}
  return [
    ...(was === is ? [] : [change('query', 'diff/judged', { before: was, after: is, ...shift })]),
    ...(before.aggregator === after.aggregator
      ? []
      : [change('query', 'diff/reduction', { before: before.aggregator, after: after.aggregator })]),
    ...windowChanges('query', 'evaluation', windowValue(before.window), windowValue(after.window)),
    ...(before.kind === 'change-head' && after.kind === 'change-head'
      ? windowChanges('query', 'shift', windowValue(before.shift), windowValue(after.shift))
      : []),
  ]
}

function judgementOf(head: MetricMonitorQuery['head']): 'level' | 'change' | 'pct_change' {
  return head.kind === 'change-head' ? head.change : 'level'
}

/** A window that has another length or another kind: `last_60m` and `last_1h` are the same. */
export function windowChanges(
  place: string,
  role: DiffSentences['diff/window']['role'],
  before: WindowValue | undefined,
  after: WindowValue | undefined,
): readonly DraftChange[] {
  if (before === undefined && after === undefined) return []
  if (before !== undefined && after !== undefined && isSameWindow(before, after)) return []
  const values = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) }
  return [change(place, 'diff/window', { role, ...values })]
}

function isSameWindow(a: WindowValue, b: WindowValue): boolean {
  const form = ({ form: written }: WindowValue) => (written === 'plain' ? 'last' : written)
  // A calendar unit begins with the calendar: a day so far is not 24 hours so far.
  const isCalendar = a.form === 'current' || a.unit === 'mo' || b.unit === 'mo'
  if (form(a) !== form(b) || (isCalendar && a.unit !== b.unit)) return false
  return secondsOf(a) === secondsOf(b)
}
