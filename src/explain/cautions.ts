import { functionNamed } from '../catalog/index.js'
import type { MonitorDefinition } from '../model/index.js'
import {
  functionForm,
  type MessageTemplate,
  type MetricMonitorQuery,
  type MonitorQuery,
} from '../query/index.js'
import { anomalySettings } from './algorithm.js'
import { thresholdOf } from './condition.js'
import { defined } from './defined.js'
import type { CautionOf } from './explanation.js'
import { groupsOfMonitor } from './groups.js'
import { messageCautions } from './message-cautions.js'
import { algorithmCall } from './monitor.js'
import { type MonitorContext, threshold } from './monitor-context.js'
import { handlesOf, type ToldInState } from './recipients.js'
import { variablesIn } from './scope.js'
import { type Phrase, phrase } from './sentences.js'
import { callsIn, divisionsIn, groupsOf, has, seriesIn } from './series.js'
import { notifiesNoData } from './timeline.js'
import { seriesClause } from './value.js'
import { secondsOf, windowValue } from './window.js'

type Severity = CautionOf<Phrase>['severity']

function caution(code: string, severity: Severity, says: Phrase): CautionOf<Phrase> {
  return { code, severity, says }
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What cannot work comes first. */
export function inOrder(cautions: readonly CautionOf<Phrase>[]): readonly CautionOf<Phrase>[] {
  return [...cautions].sort((a, b) => weights[a.severity] - weights[b.severity])
}

/** What looks risky in a query alone; the codes are those of the lint rules that say the same. */
export function queryCautions(query: MonitorQuery, context: MonitorContext): readonly CautionOf<Phrase>[] {
  if (query.kind !== 'metric-monitor')
    return query.kind === 'service-check' ? checkCautions(query, context) : []
  return [...scopeCautions(query), ...anomalyCautions(query, context), ...functionCautions(query)]
}

/** What looks risky in a whole monitor. */
export function monitorCautions(
  definition: MonitorDefinition,
  query: MonitorQuery,
  context: MonitorContext,
  message: MessageTemplate,
  told: readonly ToldInState[],
): readonly CautionOf<Phrase>[] {
  return [
    ...notificationCautions(definition, told),
    ...nameCautions(definition),
    ...queryCautions(query, context),
    ...thresholdCautions(query, context),
    ...optionCautions(query, context),
    ...messageCautions(message, query, context, told),
  ]
}

function notificationCautions(
  definition: MonitorDefinition,
  told: readonly ToldInState[],
): readonly CautionOf<Phrase>[] {
  if (handlesOf(told).length > 0) return []
  const empty = (definition.message ?? '').trim() === ''
  return [caution('message/no-notification', 'warning', phrase('caution/no-notification', { empty }))]
}

function nameCautions(definition: MonitorDefinition): readonly CautionOf<Phrase>[] {
  return (definition.name ?? '').trim() === ''
    ? [caution('message/empty-name', 'warning', phrase('caution/empty-name', {}))]
    : []
}

function scopeCautions(query: MetricMonitorQuery): readonly CautionOf<Phrase>[] {
  const series = seriesIn(query.expression)
  const cautions: CautionOf<Phrase>[] = []
  const everything = series.length > 0 && series.every(one => seriesClause(one).is === 'all')
  const groups = groupsOf(query.expression)
  if (everything)
    cautions.push(caution('query/star-scope', 'info', phrase('caution/star-scope', { keys: groups })))
  const counts = callsIn(query.expression).some(
    call => functionNamed(call.name, functionForm(call))?.removesGroups === true,
  )
  const averaged =
    series.length === 1 && series.every(one => one.aggregator === undefined || one.aggregator.name === 'avg')
  if (everything && groups.length === 0 && averaged && !counts) {
    const container = series.some(
      one => one.metric.name.startsWith('container.') || one.metric.name.startsWith('kubernetes.'),
    )
    cautions.push(caution('query/star-scope', 'info', phrase('caution/one-line', { container })))
  }
  const variables = new Set(series.flatMap(one => variablesIn(seriesClause(one))))
  for (const name of variables)
    cautions.push(caution('query/template-variable', 'error', phrase('caution/dashboard-variable', { name })))
  return cautions
}

function anomalyCautions(query: MetricMonitorQuery, context: MonitorContext): readonly CautionOf<Phrase>[] {
  const call = algorithmCall(query)
  if (call?.name !== 'anomalies') return []
  const settings = anomalySettings(call)
  const cautions: CautionOf<Phrase>[] = []
  const add = (code: string, severity: Severity, says: Phrase) => cautions.push(caution(code, severity, says))
  if (settings.algorithm === 'basic') {
    const { seasonality } = settings
    const ignored = seasonality === undefined
    add(
      ignored ? 'anomaly/basic-ignores-seasonality' : 'anomaly/basic-with-seasonality',
      ignored ? 'info' : 'warning',
      phrase('caution/basic-algorithm', defined({ seasonality })),
    )
  }
  const share = thresholdOf(query.condition)
  if (share !== undefined && (share <= 0 || share > 1))
    add('anomaly/threshold-range', 'error', phrase('caution/threshold-range', { threshold: share }))
  const window = windowValue(query.head.window)
  if (settings.alertWindow !== undefined && secondsOf(window) < secondsOf(settings.alertWindow)) {
    add(
      'anomaly/query-window-too-short',
      'warning',
      phrase('caution/query-window-short', { window, alertWindow: settings.alertWindow }),
    )
  }
  if (context.windows === undefined) return cautions
  const { trigger, recovery } = context.windows
  if (trigger === undefined || recovery === undefined)
    add('anomaly/missing-windows', 'error', phrase('caution/missing-windows', {}))
  else if (settings.alertWindowText !== undefined && settings.alertWindowText !== trigger) {
    add(
      'anomaly/window-mismatch',
      'error',
      phrase('caution/window-mismatch', { alertWindow: settings.alertWindowText, trigger }),
    )
  }
  return cautions
}

function functionCautions(query: MetricMonitorQuery): readonly CautionOf<Phrase>[] {
  const cautions: CautionOf<Phrase>[] = []
  for (const call of callsIn(query.expression)) {
    const row = functionNamed(call.name, functionForm(call))
    if (row?.deprecated !== undefined) {
      cautions.push(
        caution(
          'query/deprecated-function',
          'info',
          phrase('caution/deprecated-function', { function: call.name, instead: row.deprecated }),
        ),
      )
    }
    if (row?.inMonitors === 'no' || row?.inMonitors === 'discouraged') {
      const instead = row.insteadInMonitors
      cautions.push(
        caution(
          row.category === 'rank' ? 'query/top-in-monitor' : 'query/unsupported-in-monitor',
          'warning',
          phrase('caution/rank-in-monitor', { function: call.name, ...defined({ instead }) }),
        ),
      )
    }
  }
  const guarded = has(
    query.expression,
    node =>
      node.kind === 'call' && ['default_zero', 'clamp_min', 'is_greater', 'default'].includes(node.name),
  )
  const [denominator] = divisionsIn(query.expression)
  if (denominator !== undefined && !guarded) {
    cautions.push(caution('query/division-zero-guard', 'info', phrase('caution/division', { denominator })))
  }
  return cautions
}

function thresholdCautions(query: MonitorQuery, context: MonitorContext): readonly CautionOf<Phrase>[] {
  if (!('condition' in query)) return []
  const { comparator } = query.condition
  const critical = thresholdOf(query.condition)
  if (critical === undefined) return []
  const cautions: CautionOf<Phrase>[] = []
  const stated = threshold(context, 'critical')
  const warning = threshold(context, 'warning')
  if (stated !== undefined && stated !== critical) {
    cautions.push(
      caution(
        'threshold/mismatch',
        'error',
        phrase('caution/threshold-mismatch', { inQuery: critical, inOptions: stated }),
      ),
    )
  }
  if (warning !== undefined && !isEarlier(warning, critical, comparator)) {
    cautions.push(
      caution(
        'threshold/warning-order',
        'error',
        phrase('caution/warning-order', { warning, critical, comparator }),
      ),
    )
  }
  if (warning === undefined && threshold(context, 'warning_recovery') !== undefined) {
    cautions.push(caution('threshold/orphan-recovery', 'warning', phrase('caution/recovery-orphan', {})))
  }
  if (flaps(query) && threshold(context, 'critical_recovery') === undefined) {
    cautions.push(
      caution(
        'threshold/recovery-missing',
        'info',
        phrase('caution/recovery-missing', { threshold: critical }),
      ),
    )
  }
  return cautions
}

function isEarlier(warning: number, critical: number, comparator: string): boolean {
  if (comparator.startsWith('>')) return warning < critical
  return comparator.startsWith('<') ? warning > critical : true
}

/** A level that can swing around its threshold; anomalies have their own recovery, outliers are 0 or 1. */
function flaps(query: MonitorQuery): boolean {
  return (
    query.kind === 'metric-monitor' &&
    algorithmCall(query) === undefined &&
    /^[<>]/.test(query.condition.comparator)
  )
}

function optionCautions(query: MonitorQuery, context: MonitorContext): readonly CautionOf<Phrase>[] {
  const { options } = context
  if (options === undefined) return []
  const cautions: CautionOf<Phrase>[] = []
  const minutes = options.no_data_timeframe
  if (typeof minutes === 'number' && options.notify_no_data === false) {
    cautions.push(
      caution('nodata/timeframe-ignored', 'info', phrase('caution/no-data-timeframe-unused', { minutes })),
    )
  }
  const low = query.kind === 'metric-monitor' && query.condition.comparator.startsWith('<')
  if (low && !notifiesNoData(context) && algorithmCall(query) === undefined) {
    cautions.push(
      caution(
        'nodata/silent',
        'warning',
        phrase('caution/silent-no-data', {
          comparator: query.condition.comparator,
          setting:
            options.on_missing_data === undefined
              ? 'notify_no_data'
              : 'on_missing_data: show_and_notify_no_data',
        }),
      ),
    )
  }
  const grouped = query.kind === 'composite' || groupsOfMonitor(query, options.variables).length > 0
  if (typeof options.new_group_delay === 'number' && options.new_group_delay > 0 && !grouped) {
    cautions.push(caution('options/group-delay-simple', 'error', phrase('caution/group-delay-simple', {})))
  }
  return [...cautions, ...cloudCautions(query, context)]
}

function cloudCautions(query: MonitorQuery, context: MonitorContext): readonly CautionOf<Phrase>[] {
  if (query.kind !== 'metric-monitor' || Number(context.options?.evaluation_delay ?? 0) > 0) return []
  const late = seriesIn(query.expression).find(one => /^(aws|azure|gcp)\./.test(one.metric.name))
  return late === undefined
    ? []
    : [
        caution(
          'options/evaluation-delay-cloud',
          'info',
          phrase('caution/cloud-delay', { metric: late.metric.name }),
        ),
      ]
}

function checkCautions(
  query: Extract<MonitorQuery, { kind: 'service-check' }>,
  context: MonitorContext,
): readonly CautionOf<Phrase>[] {
  const cautions: CautionOf<Phrase>[] = []
  if (!query.steps.some(step => step.name === 'by')) {
    cautions.push(caution('service-check/group-by', 'error', phrase('caution/check-group-by', {})))
  }
  const last = query.steps.find(step => step.name === 'last')?.arguments[0]
  const needed = Math.max(
    ...(['critical', 'warning', 'ok'] as const).map(name => threshold(context, name) ?? 0),
  )
  if (
    last?.kind === 'number' &&
    last.value < needed &&
    !query.steps.some(step => step.name === 'pct_by_status')
  ) {
    cautions.push(
      caution(
        'service-check/last-thresholds',
        'error',
        phrase('caution/check-last', { last: last.value, threshold: needed }),
      ),
    )
  }
  return cautions
}
