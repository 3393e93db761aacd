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

/** `5 minutes`, `1 hour`: in the largest unit that gives a whole number. */
export function durationText(seconds: number): string {
  const { size, word } = spokenUnits.find(unit => seconds % unit.size === 0) ?? { size: 1, word: 'second' }
  const amount = seconds / size
  return `${amount} ${word}${amount === 1 ? '' : 's'}`
}

const spokenUnits = [
  { size: 86_400, word: 'day' },
  { size: 3_600, word: 'hour' },
  { size: 60, word: 'minute' },
]
