import type { Monitor, MonitorDefinition, Slo, SloDefinition } from '../model/index.js'
import type { Time } from './duration.js'
import type { SeriesInput } from './series-input.js'
import type { Simulation } from './simulation.js'

/** What a simulation needs to know besides the monitor and its data. Times are seconds since 1970, or `5m` after that. */
export interface SimulateOptions {
  /** The first evaluation. */
  readonly from: Time
  /** The last evaluation is not later. */
  readonly to: Time
  /** Between evaluations; as often as Datadog does when absent. */
  readonly every?: Time
  /** Bucket of queries without `.rollup(…, seconds)`; Datadog does not document what monitors use. */
  readonly rollup?: Time
  /** `false`: gauges are not interpolated where several series are combined. */
  readonly interpolate?: boolean
  /** `false`: evaluations do not keep their points, which fill the memory when long windows of many groups are replayed. */
  readonly points?: boolean
  /** What an anomaly monitor would learn from history. */
  readonly anomalous?: Anomalous
  /** The members of a composite by id, or by key where the query holds references. */
  readonly members?: Readonly<Record<string, Monitor | MonitorDefinition | Simulation>>
  /** The SLO of an SLO alert; its data are series of the metrics `good` and `total`. */
  readonly slo?: Slo | SloDefinition
}

/**
 * Which points are anomalous: flags (1 and 0, with the tags of the group), or the bounds of the expected band. Series
 * without tags serve every group.
 */
export type Anomalous =
  | { readonly flags: readonly SeriesInput[] }
  | { readonly lower?: readonly SeriesInput[]; readonly upper?: readonly SeriesInput[] }
