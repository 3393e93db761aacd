import { eventMethods, eventMethodsElsewhere } from '../catalog/index.js'
import { nearest, type TextEdit } from '../diagnostic/index.js'
import type { Step, StringLiteral } from '../query/index.js'
import { aggregatorMeant } from './names-meant.js'

type StepArgument = Step['arguments'][number]

/** `average`, `p95`, `cout`: the method of `.rollup("…")` that is meant. */
function methodMeant(written: string): string | undefined {
  const percentile = /^p(\d\d)$/i.exec(written)
  const distinct = eventMethodsElsewhere.get(written.toLowerCase().replace(/[-_\s]/g, ''))
  const name = distinct ?? (percentile === null ? aggregatorMeant(written, []) : `pc${percentile[1]}`)
  return name !== undefined && Object.hasOwn(eventMethods, name)
    ? name
    : nearest(written, Object.keys(eventMethods))
}

/** `sum(@duration)`, `sum:@duration`, `sum of @duration`: the method with its attribute in one text; or behind its attribute. */
function calledMethod({ value }: StringLiteral, second: StepArgument | undefined): string | undefined {
  const swapped = value.startsWith('@') && second?.kind === 'string' ? ['', second.value, value] : undefined
  const [, name, measure] = swapped ?? /^(\w+)(?:\s*[(:,=]\s*|\s+(?:of\s+)?)(@?[\w.-]+)\)?$/.exec(value) ?? []
  const method = name === undefined ? undefined : methodMeant(name)
  return method === undefined ? undefined : `"${method}", "${measure}"`
}

/** The advice for an unknown method, and the repair that belongs to it. */
export function methodAdvice(
  method: StringLiteral,
  second: StepArgument | undefined,
): { hint?: string; repair?: TextEdit[] } {
  const { value, span } = method
  const called = calledMethod(method, second)
  if (called !== undefined) {
    const whole = { start: span.start, end: (second ?? method).span.end }
    return { hint: `Write \`.rollup(${called})\`.`, repair: [{ span: whole, text: called }] }
  }
  const meant = methodMeant(value)
  return meant === undefined
    ? {}
    : { hint: `Did you mean \`${meant}\`?`, repair: [{ span, text: `"${meant}"` }] }
}
