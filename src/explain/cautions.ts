import { functionNamed, isMetricType } from '../catalog/index.js'
import {
  alertsBelow,
  ignoredTimeframe,
  type JudgedQuery,
  lacksRecovery,
  lateMetric,
  notifiesNoData,
  silentHeartbeat,
  unguardedRatio,
} from '../check/index.js'
import type { MonitorDefinition, MonitorOptions } from '../model/index.js'
import {
  functionForm,
  type MessageTemplate,
  type MetricMonitorQuery,
  type MonitorQuery,
  parseMessage,
} from '../query/index.js'
import { anomalySettings } from './algorithm.js'
import { thresholdOf } from './condition.js'
import type { CautionOf } from './explanation.js'
import { messageCautions } from './message-cautions.js'
import { algorithmCall } from './monitor.js'
import type { MonitorContext } from './monitor-context.js'
import { handlesOf, type ToldInState, toldByState } from './recipients.js'
import { type Phrase, phrase } from './sentences.js'
import { callsIn, divisionsIn, groupsOf, has, seriesIn } from './series.js'
import { seriesClause } from './value.js'

type Severity = CautionOf<Phrase>['severity']

function caution(code: string, severity: Severity, says: Phrase): CautionOf<Phrase> {
  return { code, severity, says }
}

const weights: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

/** What cannot work comes first. */
export function inOrder(cautions: readonly CautionOf<Phrase>[]): readonly CautionOf<Phrase>[] {
  return [...cautions].sort((a, b) => weights[a.severity] - weights[b.severity])
}

/**
 * What looks risky in a query alone. A code without `explain/` is that of the lint rule that says the same of the same
 * monitor; both tell it from the facts in `check/`.
 */
export function queryCautions(
  query: MonitorQuery,
  { type }: Pick<MonitorContext, 'type'>,
): readonly CautionOf<Phrase>[] {
  // Of a query that belongs to another type of monitor, nothing else is worth saying.
  if (query.kind !== 'metric-monitor' || (type !== undefined && !isMetricType(type))) return []
  return [...scopeCautions(query), ...seasonCautions(query), ...divisionCautions(query)]
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
    ...optionRisks(query, context),
    ...messageCautions(message, query, context, told),
  ]
}

function notificationCautions(
  definition: MonitorDefinition,
  told: readonly ToldInState[],
): readonly CautionOf<Phrase>[] {
  if (definition.draft_status === 'draft' || handlesOf(told).length > 0 || escalates(definition)) return []
  const empty = (definition.message ?? '').trim() === ''
  return [caution('message/no-notification', 'warning', phrase('caution/no-notification', { empty }))]
}

/** Somebody may be told in the escalation message alone. */
function escalates({ options }: MonitorDefinition): boolean {
  const { node } = parseMessage(options?.escalation_message ?? '')
  return node !== undefined && handlesOf(toldByState(node)).length > 0
}

function nameCautions({ name }: MonitorDefinition): readonly CautionOf<Phrase>[] {
  if ((name ?? '').trim() !== '') return []
  // The API takes a definition without the field, and some tools add the name themselves.
  const severity = name === undefined || name === null ? 'warning' : 'error'
  return [caution('message/empty-name', severity, phrase('caution/empty-name', {}))]
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
  return cautions
}

function seasonCautions(query: MetricMonitorQuery): readonly CautionOf<Phrase>[] {
  const call = algorithmCall(query)
  if (call?.name !== 'anomalies') return []
  const { algorithm, seasonality } = anomalySettings(call)
  return algorithm === 'basic' && seasonality === undefined
    ? [caution('anomaly/basic-ignores-seasonality', 'info', phrase('caution/basic-algorithm', {}))]
    : []
}

const fillsGaps: ReadonlySet<string> = new Set(['default_zero', 'clamp_min', 'is_greater', 'default'])

function divisionCautions(query: MetricMonitorQuery): readonly CautionOf<Phrase>[] {
  const [denominator] = divisionsIn(query.expression)
  if (denominator === undefined) return []
  if (unguardedRatio(judged(query)) !== undefined)
    return [caution('query/division-zero-guard', 'info', phrase('caution/little-traffic', { denominator }))]
  return has(query.expression, node => node.kind === 'call' && fillsGaps.has(node.name))
    ? []
    : [caution('explain/division-by-zero', 'info', phrase('caution/division', { denominator }))]
}

function judged({ condition, expression }: MetricMonitorQuery): JudgedQuery {
  return { condition, expressions: [expression] }
}

function optionRisks(query: MonitorQuery, context: MonitorContext): readonly CautionOf<Phrase>[] {
  const { options, type } = context
  const minutes = ignoredTimeframe(options)
  const unused = phrase('caution/no-data-timeframe-unused', { minutes: minutes ?? 0 })
  const ignored = minutes === undefined ? [] : [caution('nodata/timeframe-ignored', 'info', unused)]
  const isMetric = query.kind === 'metric-monitor' && (type === undefined || isMetricType(type))
  return isMetric ? [...metricRisks(query, context), ...ignored] : ignored
}

function metricRisks(query: MetricMonitorQuery, { options }: MonitorContext): readonly CautionOf<Phrase>[] {
  const risks = judged(query)
  const threshold = thresholdOf(query.condition)
  const late = lateMetric(risks.expressions, options)
  return [
    ...(threshold !== undefined && lacksRecovery(risks, options)
      ? [caution('threshold/recovery-missing', 'info', phrase('caution/recovery-missing', { threshold }))]
      : []),
    ...silence(query, options),
    ...(late === undefined
      ? []
      : [
          caution(
            'options/evaluation-delay-cloud',
            'warning',
            phrase('caution/cloud-delay', { metric: late.metric.name }),
          ),
        ]),
  ]
}

/** Any monitor of low values is blind when data stops; lint speaks only where that is the very thing it waits for. */
function silence(query: MetricMonitorQuery, options: MonitorOptions | undefined) {
  if (!alertsBelow(query.condition) || notifiesNoData(options) || algorithmCall(query) !== undefined)
    return []
  const setting =
    options?.on_missing_data === undefined ? 'notify_no_data' : 'on_missing_data: show_and_notify_no_data'
  const says = phrase('caution/silent-no-data', { setting })
  return silentHeartbeat(judged(query), options) === undefined
    ? [caution('explain/silent-no-data', 'info', says)]
    : [caution('nodata/silent', 'warning', says)]
}
