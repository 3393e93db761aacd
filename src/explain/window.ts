import { evaluationFrequencyFor, windowUnits } from '../catalog/index.js'
import type { Window } from '../query/index.js'

/** A length of time as it is written in queries and options: `last_15m`, `current_1d`, `5m`. */
export type WindowValue = Pick<Window, 'form' | 'amount' | 'unit'>
export type TimeUnit = Window['unit']

const written = /^(?:(last|current|next)_)?(\d+)(mo|[smhdw])(_ago)?$/

/** Reads `last_15m`, `60m`, `1d_ago`; undefined for anything else. */
export function readWindow(text: string): WindowValue | undefined {
  const match = written.exec(text)
  if (match === null) return undefined
  const form = match[4] !== undefined ? 'ago' : ((match[1] ?? 'plain') as WindowValue['form'])
  return { form, amount: Number(match[2]), unit: match[3] as TimeUnit }
}

/** The window without its place in a text. */
export function windowValue(window: Window): WindowValue {
  return { form: window.form, amount: window.amount, unit: window.unit }
}

export function secondsOf(window: WindowValue): number {
  return window.amount * windowUnits[window.unit].seconds
}

/** How many points of `interval` seconds a window holds; undefined when they do not fit in evenly. */
export function pointsIn(window: WindowValue, interval: number): number | undefined {
  const points = secondsOf(window) / interval
  return Number.isInteger(points) && points > 0 ? points : undefined
}

/** Every how many minutes a monitor with this window is evaluated; the documentation is silent about growing windows. */
export function evaluationMinutes(window: WindowValue): number | undefined {
  if (window.form !== 'last' && window.form !== 'plain') return undefined
  return evaluationFrequencyFor(secondsOf(window)) / 60
}
