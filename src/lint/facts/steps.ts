import { type MonitorDefinition, queryOf } from '../../model/index.js'
import type { MonitorQuery, Step, StepArgument } from '../../query/index.js'

/** The `.name(…)` steps of a query; none for a metric monitor or a composite. */
export function stepsOf(query: MonitorQuery | undefined): readonly Step[] {
  return query !== undefined && 'steps' in query ? query.steps : []
}

/** The step of this name, if the monitor's query has it. */
export function stepNamed(definition: MonitorDefinition, name: string): Step | undefined {
  return stepsOf(queryOf(definition).node).find(step => step.name === name)
}

/** The texts among the arguments of a step. `.by("a,b")` and `.by("a","b")` give the same. */
export function textsOf(step: Step | undefined): string[] {
  return (step?.arguments ?? [])
    .flatMap(textOf)
    .flatMap(text => text.split(','))
    .map(text => text.trim())
}

function textOf(argument: StepArgument): string[] {
  if (argument.kind === 'string') return [argument.value]
  return argument.kind === 'word' ? [argument.text] : []
}
