import { windowUnits } from '../catalog/index.js'
import type { Step, StepArgument, StringLiteral, Window } from '../query/index.js'

/** The length of a window in seconds. */
export function secondsOf(window: Window): number {
  return window.amount * windowUnits[window.unit].seconds
}

/** A window as it is written in a query. */
export function windowText(window: Window): string {
  const length = `${window.amount}${window.unit}`
  if (window.form === 'plain') return length
  return window.form === 'ago' ? `${length}_ago` : `${window.form}_${length}`
}

const plain = /^(?:(last|next|current)_)?(\d+)(mo|[smhdw])$/

/** A window that stands in quotes, `"5m"`; undefined for other text. */
export function windowIn(literal: StringLiteral): Window | undefined {
  const match = plain.exec(literal.value)
  if (match === null) return undefined
  return {
    kind: 'window',
    span: literal.span,
    form: (match[1] ?? 'plain') as Window['form'],
    amount: Number(match[2]),
    unit: match[3] as Window['unit'],
  }
}

/** The window an argument of a step stands for. */
export function windowOf(argument: StepArgument | undefined): Window | undefined {
  if (argument?.kind === 'window') return argument
  return argument?.kind === 'string' ? windowIn(argument) : undefined
}

/** The evaluation window that steps name with `.last(…)` or `.current(…)`. */
export function windowOfSteps(steps: readonly Step[]): Window | undefined {
  const step = steps.find(candidate => candidate.name === 'last' || candidate.name === 'current')
  return windowOf(step?.arguments[0])
}

/** `15 minutes`, in the largest unit that divides. */
export function durationText(seconds: number): string {
  for (const unit of ['w', 'd', 'h', 'm'] as const) {
    const size = windowUnits[unit].seconds
    if (seconds >= size && seconds % size === 0) return counted(seconds / size, windowUnits[unit].word)
  }
  return counted(seconds, 'second')
}

/** `last_15m`, in the largest unit that divides. */
export function lastWindow(seconds: number): string {
  for (const unit of ['w', 'd', 'h', 'm'] as const) {
    const size = windowUnits[unit].seconds
    if (seconds >= size && seconds % size === 0) return `last_${seconds / size}${unit}`
  }
  return `last_${Math.max(1, Math.ceil(seconds / 60))}m`
}

function counted(amount: number, word: string): string {
  return `${amount} ${word}${amount === 1 ? '' : 's'}`
}
