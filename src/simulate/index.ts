// The simulator of monitors: made-up or recorded series in, what Datadog would have done out. Pure; runs in a browser.
export type { Time } from './duration.js'
export {
  type Expectation,
  ExpectationError,
  expectMonitor,
  expectSimulation,
  type MonitorExpectation,
} from './expectation/expect.js'
export { renderTimeline, type StateChange, stateChanges } from './expectation/timeline.js'
export { checkStatuses, type NotationResult, readNotation } from './notation.js'
export type { Anomalous, SimulateOptions } from './options.js'
export type { Refusal } from './report.js'
export { SeriesError, type SeriesOptions, series } from './series.js'
export type { MetricType, Point, SeriesInput, TimeSpan } from './series-input.js'
export { simulate } from './simulate.js'
export type {
  EvaluationStatus,
  GroupEvaluation,
  Notification,
  Simulation,
  State,
  Tick,
} from './simulation.js'
