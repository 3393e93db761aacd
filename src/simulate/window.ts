import { evaluationFrequencyFor, windowUnits } from '../catalog/index.js'
import type { MonitorOptions } from '../model/index.js'
import type { Window } from '../query/index.js'
import { lastReset, readReset } from './cumulative.js'
import type { Reporter } from './report.js'
import type { TimeSpan } from './series-input.js'

/** Which data an evaluation looks at. */
export interface EvaluationWindow {
  /** The length; of a cumulative window the longest. */
  readonly seconds: number
  readonly isCumulative: boolean
  /** How long the account waits between evaluations. */
  readonly every: number
  /** The data of an evaluation at `time`. */
  at(time: number): TimeSpan
}

/** The seconds of a window that is written in a query. */
export function lengthOf(window: Window): number {
  return window.amount * windowUnits[window.unit].seconds
}

/** `last_5m` and `current_1d`, moved back by `evaluation_delay`; undefined for what is not simulated. */
export function readWindow(
  window: Window,
  options: MonitorOptions,
  report: Pick<Reporter, 'refuse'>,
): EvaluationWindow | undefined {
  const delay = options.evaluation_delay ?? 0
  if (window.form === 'current') return cumulative(window, options, delay, report)
  if (window.form === 'last' || window.form === 'plain') return rolling(lengthOf(window), delay)
  return report.refuse('window', 'A window that lies in the future is not simulated.', window)
}

/** A window of a fixed length that moves on with time. */
export function rolling(seconds: number, delay: number): EvaluationWindow {
  return {
    seconds,
    isCumulative: false,
    every: evaluationFrequencyFor(seconds),
    at: time => ({ from: time - delay - seconds, to: time - delay }),
  }
}

function cumulative(
  window: Window,
  options: MonitorOptions,
  delay: number,
  report: Pick<Reporter, 'refuse'>,
): EvaluationWindow | undefined {
  const { unit } = window
  if (window.amount !== 1 || (unit !== 'h' && unit !== 'd' && unit !== 'mo')) {
    return report.refuse('window', 'Only `current_1h`, `current_1d` and `current_1mo` are simulated.', window)
  }
  const reset = readReset(unit, options)
  if (reset === undefined) {
    const message = '`scheduling_options.evaluation_window` does not say when the window starts.'
    const hint = 'Write for example `{ "day_starts": "04:00", "timezone": "Asia/Tokyo" }`.'
    return report.refuse('window', message, window, hint)
  }
  return {
    seconds: lengthOf(window),
    isCumulative: true,
    every: unit === 'mo' ? evaluationFrequencyFor(lengthOf(window)) : 60,
    at: time => ({ from: lastReset(reset, time - delay), to: time - delay }),
  }
}
