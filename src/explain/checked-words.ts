import { functionNamed } from '../catalog/index.js'
import { functionForm, type MetricMonitorQuery, type MonitorQuery } from '../query/index.js'
import { anomalySettings } from './algorithm.js'
import { thresholdOf } from './condition.js'
import { defined } from './defined.js'
import { algorithmCall } from './monitor.js'
import { type MonitorContext, threshold } from './monitor-context.js'
import { variablesIn } from './scope.js'
import { type Phrase, phrase } from './sentences.js'
import { callsIn, seriesIn } from './series.js'
import { stepNamed } from './steps.js'
import { seriesClause } from './value.js'
import { windowValue } from './window.js'

/** What the shared checks find, by its code, in words that know this monitor; none for what is told in the check's own. */
export type CheckedWords = (code: string) => readonly Phrase[]

/** Better words for what the checks may find in a monitor. Whether it is said, the checks decide. */
export function checkedWords(query: MonitorQuery, context: MonitorContext): CheckedWords {
  return code => {
    const about = subjects.get(code)
    if (about !== undefined) return about(query, context)
    return query.kind === 'metric-monitor' ? (metricSubjects.get(code)?.(query, context) ?? []) : []
  }
}

type Subject<Query> = (query: Query, context: MonitorContext) => readonly Phrase[]

const subjects: ReadonlyMap<string, Subject<MonitorQuery>> = new Map([
  ['options/group-delay-simple', () => [phrase('caution/group-delay-simple', {})]],
  ['threshold/orphan-recovery', () => [phrase('caution/recovery-orphan', {})]],
  ['threshold/mismatch', mismatch],
  ['threshold/warning-order', warningOrder],
  ['service-check/group-by', () => [phrase('caution/check-group-by', {})]],
  ['service-check/last-thresholds', tooFewRuns],
])

const metricSubjects: ReadonlyMap<string, Subject<MetricMonitorQuery>> = new Map([
  ['query/template-variable', dashboardVariables],
  ['query/deprecated-function', deprecatedFunctions],
  ['query/top-in-monitor', query => functionsOutOfPlace(query, true)],
  ['query/unsupported-in-monitor', query => functionsOutOfPlace(query, false)],
  ['anomaly/missing-windows', () => [phrase('caution/missing-windows', {})]],
  ['anomaly/basic-with-seasonality', seasonalityOfBasic],
  ['anomaly/threshold-range', shareOutOfRange],
  ['anomaly/query-window-too-short', shortWindow],
  ['anomaly/window-mismatch', windowMismatch],
])

function mismatch(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  const [inQuery, inOptions] = [thresholdIn(query), threshold(context, 'critical')]
  if (inQuery === undefined || inOptions === undefined) return []
  return [phrase('caution/threshold-mismatch', { inQuery, inOptions })]
}

/** Where the two numbers disagree, the check judges by the one of the options. */
function warningOrder(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  const critical = threshold(context, 'critical') ?? thresholdIn(query)
  const warning = threshold(context, 'warning')
  if (!('condition' in query) || warning === undefined || critical === undefined) return []
  const { comparator } = query.condition
  return [phrase('caution/warning-order', { warning, critical, comparator })]
}

function thresholdIn(query: MonitorQuery): number | undefined {
  return 'condition' in query ? thresholdOf(query.condition) : undefined
}

function tooFewRuns(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  const last = query.kind === 'service-check' ? stepNamed(query.steps, 'last')?.arguments[0] : undefined
  if (last?.kind !== 'number') return []
  const counts = (['critical', 'warning', 'ok', 'unknown'] as const).map(
    name => threshold(context, name) ?? 0,
  )
  return [phrase('caution/check-last', { last: last.value, threshold: Math.max(...counts) })]
}

function dashboardVariables({ expression }: MetricMonitorQuery): readonly Phrase[] {
  const names = new Set(seriesIn(expression).flatMap(one => variablesIn(seriesClause(one))))
  return [...names].map(name => phrase('caution/dashboard-variable', { name }))
}

function deprecatedFunctions({ expression }: MetricMonitorQuery): readonly Phrase[] {
  return callsIn(expression).flatMap(call => {
    const instead = functionNamed(call.name, functionForm(call))?.deprecated
    return instead === undefined
      ? []
      : [phrase('caution/deprecated-function', { function: call.name, instead })]
  })
}

function functionsOutOfPlace({ expression }: MetricMonitorQuery, ranks: boolean): readonly Phrase[] {
  return callsIn(expression).flatMap(call => {
    const row = functionNamed(call.name, functionForm(call))
    if (row === undefined || (row.category === 'rank') !== ranks) return []
    if (row.inMonitors !== 'no' && row.inMonitors !== 'discouraged') return []
    const instead = defined({ instead: row.insteadInMonitors })
    return [phrase('caution/rank-in-monitor', { function: call.name, ranks, ...instead })]
  })
}

function anomaliesIn(query: MetricMonitorQuery) {
  const call = algorithmCall(query)
  return call?.name === 'anomalies' ? anomalySettings(call) : undefined
}

function seasonalityOfBasic(query: MetricMonitorQuery): readonly Phrase[] {
  const seasonality = anomaliesIn(query)?.seasonality
  return seasonality === undefined ? [] : [phrase('caution/basic-algorithm', { seasonality })]
}

function shareOutOfRange({ condition }: MetricMonitorQuery): readonly Phrase[] {
  const share = thresholdOf(condition)
  return share === undefined ? [] : [phrase('caution/threshold-range', { threshold: share })]
}

function shortWindow(query: MetricMonitorQuery): readonly Phrase[] {
  const alertWindow = anomaliesIn(query)?.alertWindow
  const window = windowValue(query.head.window)
  return alertWindow === undefined ? [] : [phrase('caution/query-window-short', { window, alertWindow })]
}

function windowMismatch(query: MetricMonitorQuery, context: MonitorContext): readonly Phrase[] {
  const alertWindow = anomaliesIn(query)?.alertWindowText
  const trigger = context.windows?.trigger
  if (alertWindow === undefined || trigger === undefined) return []
  return [phrase('caution/window-mismatch', { alertWindow, trigger })]
}
