import { addressOf, type Resource } from '../model/index.js'
import { checkSchema } from '../schema/index.js'
import type { ProjectProblem } from './failure.js'

/**
 * What the shape of each definition has wrong by Datadog's own schema. A field or widget type that the schema does not know
 * passes unchanged and is told once, however many definitions hold it.
 */
export function schemaProblems(resources: readonly Resource[]): ProjectProblem[] {
  const told = new Set<string>()
  return resources.flatMap(resource =>
    checkSchema(resource.kind, resource.definition).flatMap(problem => {
      const { severity, code, message, hint } = problem
      if (severity !== 'error') {
        const what = `${code} ${message}`
        if (told.has(what)) return []
        told.add(what)
      }
      return [
        {
          code,
          severity,
          address: addressOf(resource),
          message: `${addressOf(resource)} · ${message}`,
          ...(hint && { hint }),
          ...(resource.origin && { origin: resource.origin }),
        },
      ]
    }),
  )
}
