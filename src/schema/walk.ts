import type { JsonObject, ResourceKind } from '../model/index.js'
import { placeOf } from './place.js'
import type { SchemaProblem } from './problem.js'

/** One check under way. The path is kept up to date while values are entered and left. */
export interface Walk {
  readonly kind: ResourceKind
  readonly definition: JsonObject
  readonly path: (string | number)[]
  readonly problems: SchemaProblem[]
  /** What has been said once and is not said again: unknown fields, values and widget types. */
  readonly told: Set<string>
}

/** A walk from the same place that reports elsewhere, to try one of several types. */
export function trial(walk: Walk): Walk {
  return { ...walk, problems: [], told: new Set(walk.told) }
}

/** What a problem says, without its place. */
export type Finding = Pick<SchemaProblem, 'code' | 'severity' | 'message'> & {
  readonly hint?: string | undefined
}

/** Adds a problem at the current place, or at one of its fields. */
export function report(walk: Walk, finding: Finding, field?: string): void {
  const { code, severity, message, hint } = finding
  walk.problems.push({
    code,
    severity,
    message: `${placeOf(walk.kind, walk.definition, walk.path)}: ${message}`,
    ...(hint !== undefined && { hint }),
    path: field === undefined ? [...walk.path] : [...walk.path, field],
  })
}

/** True the first time it is asked. */
export function isNews(walk: Walk, subject: string): boolean {
  if (walk.told.has(subject)) return false
  walk.told.add(subject)
  return true
}
