import type { Step } from '../../query/index.js'
import { argumentTexts, stepWindow } from '../steps.js'
import type { WindowValue } from '../window.js'
import { change, type DraftChange, sameValue } from './change.js'
import { windowChanges } from './condition.js'
import type { DiffSentences } from './sentences.js'

type Role = DiffSentences['diff/window']['role']

/** Steps whose argument is a length of time, and what that time is. */
const windows: Readonly<Record<string, Role>> = {
  last: 'evaluation',
  current: 'evaluation',
  long_window: 'long',
  short_window: 'short',
  over: 'slo',
}

/** What changes between two chains of steps; `by` is said with the groups of the monitor. */
export function stepChanges(before: readonly Step[], after: readonly Step[]): readonly DraftChange[] {
  const [was, is] = [evaluationWindow(before), evaluationWindow(after)]
  // `.current(…)` instead of `.last(…)` is another window, not another step.
  const evaluation = was === undefined || is === undefined ? undefined : { was, is }
  const said = (name: string) => name === 'by' || (evaluation !== undefined && windows[name] === 'evaluation')
  const names = [...new Set([...before, ...after].map(step => step.name))].filter(name => !said(name))
  return [
    ...names.flatMap(name => stepChange(name, named(before, name), named(after, name))),
    ...(evaluation === undefined ? [] : windowChanges('query', 'evaluation', evaluation.was, evaluation.is)),
  ]
}

/** The window that each evaluation reads, where the steps name one that can be read. */
function evaluationWindow(steps: readonly Step[]): WindowValue | undefined {
  const [step, ...others] = steps.filter(({ name }) => windows[name] === 'evaluation')
  const window = step === undefined || others.length > 0 ? undefined : stepWindow(step)
  return window !== undefined && step?.name === 'current' ? { ...window, form: 'current' } : window
}

/** A step that is written twice counts as one with the arguments of both. */
function named(steps: readonly Step[], name: string): readonly Step[] {
  return steps.filter(step => step.name === name)
}

function stepChange(name: string, before: readonly Step[], after: readonly Step[]): readonly DraftChange[] {
  const [was, is] = [before.map(argumentTexts), after.map(argumentTexts)]
  if (sameValue(was, is)) return []
  const [old, now] = [before[0], after[0]]
  const role = windows[name]
  const [oldWindow, newWindow] = [old && stepWindow(old), now && stepWindow(now)]
  if (role !== undefined && oldWindow !== undefined && newWindow !== undefined)
    return windowChanges('query', role, oldWindow, newWindow)
  if (name === 'rollup' && old !== undefined && now !== undefined)
    return [change('query', 'diff/measured', { before: listed(was), after: listed(is) })]
  if (name === 'over' || name === 'exclude' || name === 'index') return [scopeStep(name, was, is)]
  if (now === undefined) return [change('query', 'diff/step-removed', { step: written(name, was) })]
  if (old === undefined) return [change('query', 'diff/step-added', { step: written(name, is) })]
  return [change('query', 'diff/step-changed', { step: name, before: listed(was), after: listed(is) })]
}

function scopeStep(
  name: string,
  was: readonly (readonly string[])[],
  is: readonly (readonly string[])[],
): DraftChange {
  return change('query', 'diff/step-changed', { step: name, before: listed(was), after: listed(is) })
}

function listed(texts: readonly (readonly string[])[]): string {
  return texts.flat().join(', ')
}

function written(name: string, texts: readonly (readonly string[])[]): string {
  return `.${name}(${listed(texts)})`
}
