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
  /** Present while one of several types is only tried: problems are counted, not told. */
  readonly count?: Count
}

/** How badly a value fits a type. */
export interface Count {
  /** Path length of the value that is tried. */
  readonly depth: number
  errors: number
  warnings: number
  /** Fields of the value itself that are missing, or that the type does not know. */
  misshapen: number
}

/** What a problem says, without its place. */
interface Finding {
  readonly message: string
  readonly hint?: string | undefined
}

/** Adds a problem at the current place, or at one of its fields. The words are only made when they are wanted. */
export function report(
  walk: Walk,
  code: SchemaProblem['code'],
  severity: 'error' | 'warning',
  tell: () => Finding,
  field?: string,
): void {
  if (walk.count !== undefined) countProblem(walk, walk.count, severity, field)
  else walk.problems.push({ code, severity, ...words(walk, tell()), path: pathTo(walk, field) })
}

function words(walk: Walk, { message, hint }: Finding): Pick<SchemaProblem, 'message' | 'hint'> {
  const place = placeOf(walk.kind, walk.definition, walk.path)
  return { message: `${place}: ${message}`, ...(hint !== undefined && { hint }) }
}

function pathTo(walk: Walk, field: string | undefined): SchemaProblem['path'] {
  return field === undefined ? [...walk.path] : [...walk.path, field]
}

function countProblem(
  walk: Walk,
  count: Count,
  severity: 'error' | 'warning',
  field: string | undefined,
): void {
  if (severity === 'error') count.errors += 1
  else count.warnings += 1
  if (field !== undefined && walk.path.length === count.depth) count.misshapen += 1
}

/** True the first time it is asked; while counting, every time. */
export function isNews(walk: Walk, subject: string): boolean {
  if (walk.count !== undefined) return true
  if (walk.told.has(subject)) return false
  walk.told.add(subject)
  return true
}
