import type { Step } from '../../query/index.js'

/** The argument of a step that has exactly one text. */
export function singleText(step: Step): string | undefined {
  const [argument] = step.arguments
  return step.arguments.length === 1 && argument?.kind === 'string' ? argument.value : undefined
}

/** The texts of a step; undefined when it has other arguments too. */
export function textsOf(step: Step): readonly string[] | undefined {
  const texts = step.arguments.flatMap(argument => (argument.kind === 'string' ? [argument.value] : []))
  return texts.length === step.arguments.length ? texts : undefined
}
