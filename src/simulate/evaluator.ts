import type { MonitorDefinition } from '../model/index.js'
import type { SimulateOptions } from './options.js'
import type { Reporter } from './report.js'
import type { Point, SeriesInput, TimeSpan } from './series-input.js'
import type { State } from './simulation.js'
import type { MissingData } from './state/missing-data.js'
import type { Thresholds } from './state/thresholds.js'

/** What the data of one group say at one evaluation. */
export interface Reading {
  readonly tags: readonly string[]
  readonly points: readonly Point[]
  /** Absent when the points give no value, as in a division by zero. */
  readonly value?: number
  /** The value that is compared with the recovery thresholds, where it is another one. */
  readonly recoveryValue?: number
  /** For monitors that compare no value. `unchanged`: too few equal statuses in a row. */
  readonly verdict?: State | 'unchanged'
  /** Why this evaluation does not count. */
  readonly skipped?: string
}

/** The data of all groups that report in a window. */
export interface Readings {
  readonly window: TimeSpan
  /** By group key. */
  readonly groups: ReadonlyMap<string, Reading>
}

/** How a kind of monitor reads its data; the rest is the same for all kinds. */
export interface Evaluator {
  /** Seconds between evaluations. */
  readonly every: number
  readonly isGrouped: boolean
  readonly thresholds?: Thresholds
  readonly missingData: MissingData
  read(time: number): Readings
}

/** What an evaluator is made from. */
export interface EvaluatorInput extends Reporter {
  readonly definition: MonitorDefinition
  readonly series: readonly SeriesInput[]
  readonly options: SimulateOptions
}
