import type { ResourceDiagnostic } from '../model/index.js'
import type { Plan } from './plan.js'

/** How many live objects a plan takes away: deletions, and the old objects of replacements. */
export function countDeletions(plan: Plan): number {
  return plan.changes.filter(({ action }) => action === 'delete' || action === 'replace').length
}

/**
 * An error when a plan deletes more than was allowed.
 *
 * @example
 * checkDeletions(plan, 0)[0]?.message // 'The plan deletes 2 objects, and none is allowed.'
 */
export function checkDeletions(plan: Plan, allowed: number): ResourceDiagnostic[] {
  const count = countDeletions(plan)
  if (count <= allowed) return []
  const message = `The plan deletes ${count} ${count === 1 ? 'object' : 'objects'}, and ${allowed === 0 ? 'none is' : `only ${allowed} ${allowed === 1 ? 'is' : 'are'}`} allowed.`
  const hint = `Read the plan, and allow it with \`--allow-delete ${count}\`.`
  return [{ code: 'plan/too-many-deletions', severity: 'error', message, hint }]
}
