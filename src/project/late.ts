import type { Resource } from '../model/index.js'
import type { Bundle } from './bundle.js'
import type { ProjectProblem } from './failure.js'
import { describeThrown } from './thrown.js'

let last: { readonly bundle: Bundle; readonly root: string } | undefined

/** Remembers whose code is run: what it does later, in a timer or a promise, is told in its author's terms. */
export function rememberRun(bundle: Bundle, root: string): void {
  last = { bundle, root }
}

/** For a resource that definitions make when all are collected: it would be missing from the plan, so it throws. */
export function refuseLate(resource: Resource): void {
  if (last === undefined || resource.origin?.file !== last.bundle.path) return
  throw new Error(
    `\`${resource.kind}.${resource.key}\` was defined too late, after its file had ended, and is in no plan. ` +
      'Define it at once: read what it needs beforehand, for example into a JSON file to import.',
  )
}

/** What definitions threw after they had ended, with its place; undefined where the error is none of theirs. */
export function describeLate(thrown: unknown): ProjectProblem | undefined {
  if (last === undefined) return undefined
  const problem = describeThrown(thrown, last.bundle, last.root, 'project/late')
  return problem.origin && problem
}
