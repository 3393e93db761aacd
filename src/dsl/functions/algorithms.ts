import type {
  AnomalyAlgorithm,
  AnomalyDirection,
  ForecastAlgorithm,
  ForecastModel,
  OutlierAlgorithm,
  Seasonality,
} from '../../catalog/index.js'
import { type Duration, inUnit, parseDuration } from '../duration.js'
import type { MetricEvaluation, TimeAggregator } from '../evaluation.js'
import { BuiltExpression, type Expression, type ExpressionInput, toExpression } from '../expression.js'
import { callNode } from '../nodes.js'
import { call, literals, namedArguments } from './call.js'

/** How a band is predicted and judged. https://docs.datadoghq.com/monitors/types/anomaly/ */
export interface AnomalyOptions {
  /** Which side of the band counts. */
  readonly direction?: AnomalyDirection
  /** The points that are judged; also the monitor's trigger window. A monitor without it judges 15 minutes. */
  readonly alertWindow?: Duration
  /** How long the metric must be back before the alert ends; the alert window when absent. Monitors only. */
  readonly recoveryWindow?: Duration
  /** Seconds between points, or `'1m'`. At most a fifth of the alert window. */
  readonly interval?: number | Duration
  /** Reads gaps of a count as 0. */
  readonly countDefaultZero?: boolean
  /** The rhythm that the metric follows; `basic` knows none. */
  readonly seasonality?: Seasonality
  /** The clock of the rhythm: `'utc'` or an IANA zone. */
  readonly timezone?: string
}

const anomalyNames = {
  direction: 'direction',
  alertWindow: 'alert_window',
  interval: 'interval',
  countDefaultZero: 'count_default_zero',
  seasonality: 'seasonality',
  timezone: 'timezone',
} as const

/** What the web form proposes. */
const usualAlertWindow = '15m'

/**
 * Compares a metric with a band predicted from its own past. In a monitor the value is the share of points outside the
 * band in the alert window, from 0 to 1. The windows are written here once, for the query and for the options.
 * @example anomalies(avg('system.cpu.user'), 'basic', 2, { alertWindow: '15m' }).last('4h').atLeast(1)
 */
export function anomalies<Groups extends string = string, Filters extends string = string>(
  expression: ExpressionInput<Groups, Filters>,
  algorithm: AnomalyAlgorithm,
  bounds: number,
  options: AnomalyOptions = {},
): Expression<Groups, Filters> {
  return new AnomalyExpression(toExpression(expression), algorithm, bounds, options)
}

class AnomalyExpression extends BuiltExpression {
  private readonly inMonitor: () => BuiltExpression

  constructor(expression: Expression, algorithm: string, bounds: number, options: AnomalyOptions) {
    super(anomalyNode(expression, algorithm, bounds, options))
    this.inMonitor = () => {
      const complete =
        options.alertWindow === undefined ? ({ ...options, alertWindow: usualAlertWindow } as const) : options
      const alert = lastWindow(complete.alertWindow ?? usualAlertWindow)
      const recovery = complete.recoveryWindow === undefined ? alert : lastWindow(complete.recoveryWindow)
      return new BuiltExpression(anomalyNode(expression, algorithm, bounds, complete), { alert, recovery })
    }
  }

  override last(window: `${number}m`, aggregator?: TimeAggregator): MetricEvaluation<never, never> {
    return this.inMonitor().last(window, aggregator)
  }
}

function anomalyNode(expression: Expression, algorithm: string, bounds: number, options: AnomalyOptions) {
  const named = Object.entries(options).flatMap(([option, value]) =>
    option in anomalyNames
      ? [[anomalyNames[option as keyof typeof anomalyNames], anomalyValue(option, value)]]
      : [],
  )
  return callNode('anomalies', [
    expression.node,
    ...literals([algorithm, bounds]),
    ...namedArguments(Object.fromEntries(named)),
  ])
}

function anomalyValue(option: string, value: string | number | boolean): string | number | boolean {
  if (option === 'alertWindow') return lastWindow(String(value))
  return option === 'interval' ? inUnit(value as Duration | number, 's', option) : value
}

function lastWindow(duration: string): string {
  const { amount, unit } = parseDuration(duration, 'alertWindow')
  return `last_${amount}${unit}`
}

/**
 * Finds the groups that behave unlike the others; needs a group-by with at least three groups. The value is 1 for an
 * outlier. `percentage` belongs to the MAD algorithms only.
 * @example outliers(avg('system.cpu.user').where({ role: 'web' }).by('host'), 'dbscan', 3).last('30m').above(0)
 */
export function outliers<Groups extends string = string, Filters extends string = string>(
  expression: ExpressionInput<Groups, Filters>,
  algorithm: OutlierAlgorithm,
  tolerance: number,
  percentage?: number,
): Expression<Groups, Filters> {
  return call('outliers', expression, algorithm, tolerance, percentage)
}

/** How a forecast is made. https://docs.datadoghq.com/monitors/types/forecasts/ */
export interface ForecastOptions {
  /** Time between points: seconds, or `'60m'`. */
  readonly interval?: number | Duration
  /** How much of the past is used. */
  readonly history?: Duration
  /** Linear forecasts only: how fast the line follows. */
  readonly model?: ForecastModel
  /** Seasonal forecasts only. */
  readonly seasonality?: Seasonality
  readonly timezone?: string
}

/**
 * Predicts where a metric is going, with bounds of so many deviations.
 * @example forecast(avg('system.disk.in_use').by('host'), 'linear', 1).next('1w').atLeast(0.9)
 */
export function forecast<Groups extends string = string, Filters extends string = string>(
  expression: ExpressionInput<Groups, Filters>,
  algorithm: ForecastAlgorithm,
  deviations: number,
  options: ForecastOptions = {},
): Expression<Groups, Filters> {
  return new BuiltExpression(
    callNode('forecast', [
      toExpression(expression).node,
      ...literals([algorithm, deviations]),
      ...namedArguments({ ...options }),
    ]),
  )
}
