import { isMetricType } from '../catalog/index.js'
import {
  alertsBelow,
  alertsOnNothing,
  ignoredTimeframe,
  type JudgedQuery,
  lacksRecovery,
  lateMetric,
  notifiesNoData,
  silentHeartbeat,
} from '../check/index.js'
import type { MonitorDefinition, MonitorOptions } from '../model/index.js'
import {
  type MessageTemplate,
  type MetricMonitorQuery,
  type MonitorQuery,
  parseMessage,
} from '../query/index.js'
import { thresholdOf } from './condition.js'
import type { CautionOf } from './explanation.js'
import { messageCautions } from './message-cautions.js'
import { algorithmCall } from './monitor.js'
import type { MonitorContext } from './monitor-context.js'
import { caution, judged, queryCautions } from './query-cautions.js'
import { type ToldInState, toldByState } from './recipients.js'
import { type Phrase, phrase } from './sentences.js'

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
  if (definition.draft_status === 'draft' || told.length > 0 || escalates(definition)) return []
  const empty = (definition.message ?? '').trim() === ''
  return [caution('message/no-notification', 'warning', phrase('caution/no-notification', { empty }))]
}

/** Somebody may be told in the escalation message alone. */
function escalates({ options }: MonitorDefinition): boolean {
  const { node } = parseMessage(options?.escalation_message ?? '')
  return node !== undefined && toldByState(node).length > 0
}

function nameCautions({ name }: MonitorDefinition): readonly CautionOf<Phrase>[] {
  if ((name ?? '').trim() !== '') return []
  // The API takes a definition without the field, and some tools add the name themselves.
  const severity = name === undefined || name === null ? 'warning' : 'error'
  return [caution('message/empty-name', severity, phrase('caution/empty-name', {}))]
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
  const late = lateMetric(risks, options)
  return [
    ...(threshold !== undefined && lacksRecovery(risks, options)
      ? [caution('threshold/recovery-missing', 'info', phrase('caution/recovery-missing', { threshold }))]
      : []),
    ...silence(query, risks, options),
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
function silence(query: MetricMonitorQuery, risks: JudgedQuery, options: MonitorOptions | undefined) {
  if (!alertsBelow(query.condition) || notifiesNoData(options) || algorithmCall(query) !== undefined)
    return []
  if (alertsOnNothing(risks, options)) return []
  const setting =
    options?.on_missing_data === undefined ? 'notify_no_data' : 'on_missing_data: show_and_notify_no_data'
  const says = phrase('caution/silent-no-data', { setting })
  return silentHeartbeat(risks, options) === undefined
    ? [caution('explain/silent-no-data', 'info', says)]
    : [caution('nodata/silent', 'warning', says)]
}
