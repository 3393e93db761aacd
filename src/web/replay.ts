import type { MonitorDefinition } from '../model/index.js'
import { type Point, type SeriesInput, type Simulation, simulate } from '../simulate/index.js'
import type { Scenario } from './scenario.js'

/** The time of the first point that is shown: a Monday noon, far from any change of clocks. */
export const beginning = Date.UTC(2026, 0, 12, 12) / 1000

/** A point that the reader took away is `undefined`. */
export type Values = readonly (number | undefined)[]

/** Thresholds that the reader may add to a query. */
export interface ExtraThresholds {
  readonly warning?: number
  readonly critical_recovery?: number
}

/** Runs the monitor over the values, one evaluation right after each point. */
export function replay(scenario: Scenario, values: Values, extra: ExtraThresholds): Simulation {
  const { interval, shape } = scenario
  const bounds = shape.band && {
    anomalous: {
      lower: [seriesOf(scenario, shape.band.lower)],
      upper: [seriesOf(scenario, shape.band.upper)],
    },
  }
  return simulate(monitorWith(scenario, extra), [seriesOf(scenario, values)], {
    from: beginning + interval,
    to: beginning + interval * values.length,
    every: interval,
    rollup: interval,
    ...bounds,
  })
}

function monitorWith({ monitor, critical }: Scenario, extra: ExtraThresholds): MonitorDefinition {
  if (critical === undefined || Object.keys(extra).length === 0) return monitor
  const thresholds = { ...monitor.options?.thresholds, critical, ...extra }
  return { ...monitor, options: { ...monitor.options, thresholds } }
}

/** The shown values, and before them the first of them for as long as windows reach back. */
function seriesOf({ interval, before, tags, type }: Scenario, values: Values): SeriesInput {
  const first = values.find(value => value !== undefined) ?? 0
  const past = Array.from(
    { length: before },
    (_, index): Point => [beginning - (before - index) * interval, first],
  )
  const shown = values.flatMap((value, index): Point[] =>
    value === undefined ? [] : [[beginning + index * interval, value]],
  )
  return { tags, type, interval, points: [...past, ...shown] }
}
