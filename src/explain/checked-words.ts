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

/** What the shared checks find, in words that know this monitor. Whether it is said, the checks decide. */
export interface CheckedWords {
  readonly code: string
  readonly says: Phrase
}

/** Better words for what the checks may find in a monitor; without them a finding is told in the check's own. */
export function checkedWords(query: MonitorQuery, context: MonitorContext): readonly CheckedWords[] {
  return [...queryWords(query, context), ...thresholdWords(query, context), groupDelay]
}

const groupDelay = words('options/group-delay-simple', phrase('caution/group-delay-simple', {}))

function words(code: string, says: Phrase): CheckedWords {
  return { code, says }
}

function queryWords(query: MonitorQuery, context: MonitorContext): readonly CheckedWords[] {
  if (query.kind === 'service-check') return serviceCheckWords(query, context)
  if (query.kind !== 'metric-monitor') return []
  return [...variableWords(query), ...anomalyWords(query, context), ...functionWords(query)]
}

function variableWords(query: MetricMonitorQuery): readonly CheckedWords[] {
  const names = new Set(seriesIn(query.expression).flatMap(one => variablesIn(seriesClause(one))))
  return [...names].map(name =>
    words('query/template-variable', phrase('caution/dashboard-variable', { name })),
  )
}

function anomalyWords(query: MetricMonitorQuery, context: MonitorContext): readonly CheckedWords[] {
  const call = algorithmCall(query)
  if (call?.name !== 'anomalies') return []
  const { seasonality, alertWindow, alertWindowText } = anomalySettings(call)
  const share = thresholdOf(query.condition)
  const window = windowValue(query.head.window)
  const trigger = context.windows?.trigger
  const found = [words('anomaly/missing-windows', phrase('caution/missing-windows', {}))]
  const add = (code: string, says: Phrase) => found.push(words(code, says))
  if (seasonality !== undefined)
    add('anomaly/basic-with-seasonality', phrase('caution/basic-algorithm', { seasonality }))
  if (share !== undefined)
    add('anomaly/threshold-range', phrase('caution/threshold-range', { threshold: share }))
  if (alertWindow !== undefined)
    add('anomaly/query-window-too-short', phrase('caution/query-window-short', { window, alertWindow }))
  if (alertWindowText !== undefined && trigger !== undefined)
    add(
      'anomaly/window-mismatch',
      phrase('caution/window-mismatch', { alertWindow: alertWindowText, trigger }),
    )
  return found
}

function functionWords(query: MetricMonitorQuery): readonly CheckedWords[] {
  return callsIn(query.expression).flatMap(call => {
    const row = functionNamed(call.name, functionForm(call))
    if (row === undefined) return []
    const { deprecated, inMonitors, insteadInMonitors: instead } = row
    const old = phrase('caution/deprecated-function', { function: call.name, instead: deprecated ?? '' })
    const rank = phrase('caution/rank-in-monitor', { function: call.name, ...defined({ instead }) })
    const code = row.category === 'rank' ? 'query/top-in-monitor' : 'query/unsupported-in-monitor'
    return [
      ...(deprecated === undefined ? [] : [words('query/deprecated-function', old)]),
      ...(inMonitors === 'no' || inMonitors === 'discouraged' ? [words(code, rank)] : []),
    ]
  })
}

function thresholdWords(query: MonitorQuery, context: MonitorContext): readonly CheckedWords[] {
  if (!('condition' in query)) return []
  const { comparator } = query.condition
  const inQuery = thresholdOf(query.condition)
  const inOptions = threshold(context, 'critical')
  const warning = threshold(context, 'warning')
  // Where the two numbers disagree, the check judges by the one of the options.
  const critical = inOptions ?? inQuery
  const found = [words('threshold/orphan-recovery', phrase('caution/recovery-orphan', {}))]
  if (inQuery !== undefined && inOptions !== undefined)
    found.push(words('threshold/mismatch', phrase('caution/threshold-mismatch', { inQuery, inOptions })))
  if (warning !== undefined && critical !== undefined)
    found.push(
      words('threshold/warning-order', phrase('caution/warning-order', { warning, critical, comparator })),
    )
  return found
}

function serviceCheckWords(
  query: Extract<MonitorQuery, { kind: 'service-check' }>,
  context: MonitorContext,
): readonly CheckedWords[] {
  const group = words('service-check/group-by', phrase('caution/check-group-by', {}))
  const last = stepNamed(query.steps, 'last')?.arguments[0]
  if (last?.kind !== 'number') return [group]
  const counts = (['critical', 'warning', 'ok', 'unknown'] as const).map(
    name => threshold(context, name) ?? 0,
  )
  const runs = { last: last.value, threshold: Math.max(...counts) }
  return [group, words('service-check/last-thresholds', phrase('caution/check-last', runs))]
}
