import { type JsonObject, referenceText, type SloDefinition, type SloThreshold } from '../model/index.js'
import { print } from '../query/index.js'
import type { MonitorResource } from './composite-term.js'
import { definitionError } from './definition-error.js'
import { type ExpressionInput, toExpression } from './expression.js'
import { splitFormula } from './formula-split.js'
import type { ManagementOptions } from './resource-key.js'
import { defineSlo, type SloResource, type Timeframe } from './slo-resource.js'

interface SloFields<Frames extends Timeframe> extends ManagementOptions {
  readonly name: string
  readonly description?: string
  readonly tags?: readonly string[]
  /** Percent by timeframe: `{ '30d': 99.9 }`. */
  readonly target: { readonly [Frame in Frames]: number }
  /** Percent above the target, from which the status is yellow. */
  readonly warning?: { readonly [Frame in NoInfer<Frames>]?: number }
}

/** Counts of good events and of all events, or of good and of bad ones. */
type EventCounts =
  | { readonly good: ExpressionInput; readonly total: ExpressionInput; readonly bad?: never }
  | { readonly good: ExpressionInput; readonly bad: ExpressionInput; readonly total?: never }

/**
 * An SLO that counts events: the share of good ones. Throws a DefinitionError for a target outside of 0 to 100.
 * @example
 * export const availability = slo('api-availability', {
 *   name: 'API answers normally',
 *   good: hits.minus(errors),
 *   total: hits,
 *   target: { '30d': 99.9 },
 * })
 */
export function slo<Frames extends Timeframe>(
  key: string,
  spec: SloFields<Frames> & EventCounts,
): SloResource<Frames> {
  return defineSlo(key, spec, { ...commonFields('metric', spec), ...countFields(spec) }, slo)
}

/** Good and total are two queries of the older form, which every client reads; bad events need the newer form. */
function countFields(spec: EventCounts): Pick<SloDefinition, 'query' | 'sli_specification'> {
  if (spec.bad === undefined) {
    return { query: { numerator: queryText(spec.good), denominator: queryText(spec.total) } }
  }
  const { queries, formulas } = splitFormula([toExpression(spec.good).node, toExpression(spec.bad).node])
  const [good = '', bad = ''] = formulas
  return {
    sli_specification: {
      count: {
        good_events_formula: { formula: good },
        bad_events_formula: { formula: bad },
        queries: queries.map(({ name, query }) => ({ name, data_source: 'metrics', query })),
      },
    },
  }
}

function queryText(input: ExpressionInput): string {
  return print(toExpression(input).node)
}

/** Monitors whose state can be an SLO's. https://docs.datadoghq.com/service_level_objectives/monitor/ */
type SloMonitorType = 'metric alert' | 'query alert' | 'service check' | 'synthetics alert'

type SloMonitor = MonitorResource<SloMonitorType> | number

/** Groups can be chosen only where there is a single monitor. */
type MonitorChoice =
  | { readonly monitors: readonly SloMonitor[]; readonly groups?: never }
  | { readonly monitors: readonly [SloMonitor]; readonly groups?: readonly string[] }

/**
 * An SLO over the time in which monitors do not alert; only metric, service check and Synthetics monitors can back one.
 * @example monitorSlo('api-up', { name: 'API is up', monitors: [errors], target: { '30d': 99.5 } })
 */
export function monitorSlo<Frames extends Timeframe>(
  key: string,
  spec: SloFields<Frames> & MonitorChoice,
): SloResource<Frames> {
  const definition = {
    ...commonFields('monitor', spec),
    monitor_ids: spec.monitors.map(monitorId),
    ...(spec.groups === undefined ? {} : { groups: spec.groups }),
  }
  return defineSlo(key, spec, definition, monitorSlo)
}

function monitorId(monitor: SloMonitor): number | string {
  return typeof monitor === 'number' ? monitor : referenceText(monitor)
}

/** When a slice of time counts as good; exactly one comparison. */
type SliceCondition =
  | { readonly above: number; readonly atLeast?: never; readonly below?: never; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast: number; readonly below?: never; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast?: never; readonly below: number; readonly atMost?: never }
  | { readonly above?: never; readonly atLeast?: never; readonly below?: never; readonly atMost: number }

interface SliceFields {
  /** The metric that is judged. */
  readonly good: ExpressionInput
  /** The length of a slice; five minutes when absent. */
  readonly slice?: '1m' | '5m'
}

const comparators = { above: '>', atLeast: '>=', below: '<', atMost: '<=' } as const

/**
 * An SLO over the slices of time in which a metric keeps a bound.
 * @example timeSliceSlo('api-latency', { name: 'API is fast', good: p95('api.latency'), atMost: 0.5, target: { '7d': 99 } })
 */
export function timeSliceSlo<Frames extends Timeframe>(
  key: string,
  spec: SloFields<Frames> & SliceFields & SliceCondition,
): SloResource<Frames> {
  const definition = {
    ...commonFields('time_slice', spec),
    sli_specification: { time_slice: sliceSpecification(spec) },
  }
  return defineSlo(key, spec, definition, timeSliceSlo)
}

function sliceSpecification(spec: SliceFields & SliceCondition): JsonObject {
  const { queries, formulas } = splitFormula([toExpression(spec.good).node])
  const bound =
    (['above', 'atLeast', 'below', 'atMost'] as const).find(name => spec[name] !== undefined) ?? 'above'
  return {
    query: {
      formulas: formulas.map(formula => ({ formula })),
      queries: queries.map(({ name, query }) => ({ name, data_source: 'metrics', query })),
    },
    comparator: comparators[bound],
    threshold: spec[bound] ?? 0,
    query_interval_seconds: spec.slice === '1m' ? 60 : 300,
  }
}

/** An SLO in Datadog's own JSON. Its fields pass through as they are. */
export function rawSlo(
  key: string,
  definition: SloDefinition,
  management: ManagementOptions = {},
): SloResource {
  return defineSlo(key, management, definition, rawSlo)
}

interface LooseFields {
  readonly name: string
  readonly description?: string
  readonly tags?: readonly string[]
  readonly target: Readonly<Record<string, number>>
  readonly warning?: Readonly<Record<string, number | undefined>>
}

function commonFields(type: string, spec: LooseFields) {
  return {
    name: spec.name,
    type,
    ...(spec.description === undefined ? {} : { description: spec.description }),
    ...(spec.tags === undefined ? {} : { tags: spec.tags }),
    thresholds: thresholdsOf(spec),
  }
}

function thresholdsOf(spec: LooseFields): readonly SloThreshold[] {
  return Object.entries(spec.target).map(([timeframe, target]) => {
    const warning = spec.warning?.[timeframe]
    checkPercent(target, `target of ${timeframe}`)
    return { timeframe, target, ...(warning === undefined ? {} : { warning }) }
  })
}

/** A target of 100 % has no error budget, and the API refuses it. */
function checkPercent(value: number, what: string): void {
  if (value > 0 && value < 100) return
  throw definitionError(
    'dsl/slo-target',
    `The ${what} is ${value}, but it must be a percentage between 0 and 100.`,
    {
      hint: 'Neither bound is possible: 99.9 means that 0.1 % may fail.',
    },
  )
}
