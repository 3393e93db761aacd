import type { Step } from '../query/index.js'

/** The texts among the arguments of a step, quoted or bare: `["host"]` of `.by("host")`. */
export function textsOf(steps: readonly Step[], name: string): string[] {
  return steps
    .filter(step => step.name === name)
    .flatMap(step => step.arguments)
    .flatMap(argument => {
      if (argument.kind === 'string') return [argument.value]
      return argument.kind === 'word' ? [argument.text] : []
    })
}
