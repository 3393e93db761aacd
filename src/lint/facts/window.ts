import { windowUnits } from '../../catalog/index.js'
import { type MonitorDefinition, queryOf } from '../../model/index.js'
import type { Step, Window } from '../../query/index.js'
import { stepsOf } from './steps.js'

/** The length of a window in seconds. */
export function secondsOf(window: Window): number {
  return window.amount * windowUnits[window.unit].seconds
}

/** The window in a step such as `.last("5m")`, whether or not it was written with quotes. */
export function windowOfStep(step: Step | undefined): Window | undefined {
  return step?.arguments.find(argument => argument.kind === 'window')
}

/** How many seconds of data one evaluation reads; undefined where the query has no such window. */
export function evaluationSeconds(definition: MonitorDefinition): number | undefined {
  const query = queryOf(definition).node
  if (query?.kind === 'metric-monitor') return secondsOf(query.head.window)
  const window = windowOfStep(stepsOf(query).find(step => step.name === 'last' || step.name === 'current'))
  return window === undefined ? undefined : secondsOf(window)
}
