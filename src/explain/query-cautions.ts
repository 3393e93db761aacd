import { functionNamed, isMetricType } from '../catalog/index.js'
import { decidingSecondsOf, type JudgedQuery, unguardedRatio } from '../check/index.js'
import { functionForm, type MetricMonitorQuery, type MonitorQuery } from '../query/index.js'
import { anomalySettings } from './algorithm.js'
import type { CautionOf } from './explanation.js'
import { algorithmCall } from './monitor.js'
import type { MonitorContext } from './monitor-context.js'
import { type Phrase, phrase } from './sentences.js'
import { callsIn, divisionsIn, groupsOf, has, isCounted, seriesIn } from './series.js'
import { seriesClause } from './value.js'

type Severity = CautionOf<Phrase>['severity']

/** Makes a caution. */
export function caution(code: string, severity: Severity, says: Phrase): CautionOf<Phrase> {
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
  return [
    ...scopeCautions(query),
    ...seasonCautions(query),
    ...divisionCautions(query),
    ...sumCautions(query),
  ]
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

/**
 * A total adds up the ratio of each point, unless counts are added up before the division.
 * https://docs.datadoghq.com/monitors/guide/as-count-in-monitor-evaluations/
 */
function sumCautions({ head, expression }: MetricMonitorQuery): readonly CautionOf<Phrase>[] {
  const isTotal = head.kind === 'window-head' && head.aggregator === 'sum'
  const divides = has(
    expression,
    node =>
      node.kind === 'binary' &&
      node.operator === '/' &&
      seriesIn(node.left).length > 0 &&
      seriesIn(node.right).length > 0,
  )
  return isTotal && divides && !isCounted(expression)
    ? [caution('explain/sum-of-ratios', 'warning', phrase('caution/sum-of-ratios', {}))]
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

/** A query as the shared checks read it. */
export function judged(query: MetricMonitorQuery): JudgedQuery {
  return { condition: query.condition, expressions: [query.expression], window: decidingSecondsOf(query) }
}
