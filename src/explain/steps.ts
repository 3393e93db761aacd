import type { Step, StepArgument } from '../query/index.js'
import { print } from '../query/index.js'
import { readWindow, type WindowValue, windowValue } from './window.js'

/** A step's argument as text, without quotes. */
export function argumentText(argument: StepArgument): string {
  switch (argument.kind) {
    case 'string':
      return argument.value
    case 'word':
    case 'number':
      return argument.text
    case 'window':
      return print(argument)
    case 'step-named-argument':
      return `${argument.name}=${argumentText(argument.value)}`
  }
}

export function argumentTexts(step: Step): readonly string[] {
  return step.arguments.map(argumentText)
}

/** The window in a step such as `.last("5m")`. */
export function stepWindow(step: Step): WindowValue | undefined {
  const [argument] = step.arguments
  if (argument === undefined) return undefined
  return argument.kind === 'window' ? windowValue(argument) : readWindow(argumentText(argument))
}

/** A step's text with its dot: `.by("host")`. */
export function stepText(text: string, step: Step): string {
  const from = text.lastIndexOf('.', step.nameSpan.start)
  return text.slice(from === -1 ? step.span.start : from, step.span.end)
}

export function stepNamed(steps: readonly Step[], ...names: readonly string[]): Step | undefined {
  return steps.find(step => names.includes(step.name))
}

/** Group keys stand in one string, joined by commas, or one by one. */
export function stepKeys(step: Step | undefined): readonly string[] {
  if (step === undefined) return []
  return argumentTexts(step)
    .flatMap(text => text.split(','))
    .map(key => key.trim())
    .filter(key => key !== '')
}

/** What one wants of the steps and rollups that there is a reason to explain. */
export const stepReasons = [
  'count',
  'cardinality',
  'percentile',
  'avg',
  'sum',
  'max',
  'min',
  'by',
  'last',
  'current',
  'index',
  'source',
  'new',
  'impact',
] as const

export type StepReason = (typeof stepReasons)[number]
