import { eventMethods, eventMethodsElsewhere } from '../catalog/index.js'
import { nearest, type TextEdit } from '../diagnostic/index.js'
import type { StringLiteral } from '../query/index.js'
import { aggregatorMeant } from './names-meant.js'

/** `average`, `p95`, `cout`: the method of `.rollup("…")` that is meant. */
function methodMeant(written: string): string | undefined {
  const percentile = /^p(\d\d)$/i.exec(written)
  const distinct = eventMethodsElsewhere.get(written.toLowerCase().replace(/[-_\s]/g, ''))
  const name = distinct ?? (percentile === null ? aggregatorMeant(written, []) : `pc${percentile[1]}`)
  return name !== undefined && Object.hasOwn(eventMethods, name)
    ? name
    : nearest(written, Object.keys(eventMethods))
}

/** `sum(@duration)`, `sum:@duration`, `sum of @duration`: the method with its attribute in one text. */
function calledMethod(written: string): string | undefined {
  const [, name, measure] = /^(\w+)(?:\s*[(:,=]\s*|\s+(?:of\s+)?)(@?[\w.-]+)\)?$/.exec(written) ?? []
  const method = name === undefined ? undefined : methodMeant(name)
  return method === undefined ? undefined : `"${method}", "${measure}"`
}

/** The advice for an unknown method. */
export function methodHint(written: string): string | undefined {
  const meant = methodMeant(written)
  const called = calledMethod(written)
  if (called !== undefined) return `Write \`.rollup(${called})\`.`
  return meant === undefined ? undefined : `Did you mean \`${meant}\`?`
}

/** The repair that belongs to it. */
export function methodRepair({ value, span }: StringLiteral): { repair: TextEdit[] } | Record<string, never> {
  const meant = methodMeant(value)
  const text = calledMethod(value) ?? (meant === undefined ? undefined : `"${meant}"`)
  return text === undefined ? {} : { repair: [{ span, text }] }
}
