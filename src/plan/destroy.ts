import { addressOf, type Resource, type ResourceDiagnostic } from '../model/index.js'
import type { LiveObject } from '../wire/index.js'
import type { Change } from './plan.js'
import { type PlanResult, planOf } from './plan-of.js'

export interface DestroyInput {
  readonly project: string
  readonly account: string
  /** What the code says, for `protect` only. */
  readonly resources: readonly Resource[]
  readonly live: readonly LiveObject[]
  readonly createdAt?: string
}

/**
 * A plan that deletes every object with the project's mark. Protected resources make it an error.
 *
 * @example
 * destroyPlanOf({ project: 'shop', account: 'prod', resources, live })
 */
export function destroyPlanOf(input: DestroyInput): PlanResult {
  const result = planOf({ ...input, resources: [], trustListing: true })
  if (!result.ok) return result
  const leaving = new Set(result.plan.changes.map(({ address }) => address))
  const kept = input.resources.filter(
    resource => resource.management.protect && leaving.has(addressOf(resource)),
  )
  if (kept.length > 0) return { ok: false, diagnostics: kept.map(protectedError) }
  const inCode = new Set(input.resources.map(addressOf))
  const changes = result.plan.changes.map(change =>
    inCode.has(change.address) ? stillInCode(change) : change,
  )
  return { ...result, plan: { ...result.plan, changes } }
}

function stillInCode(change: Change): Change {
  return { ...change, reasons: ['Still in the code: the next apply creates it again.'] }
}

function protectedError(resource: Resource): ResourceDiagnostic {
  const address = addressOf(resource)
  return {
    code: 'plan/protected',
    severity: 'error',
    address,
    ...(resource.origin && { origin: resource.origin }),
    message: `\`${address}\` is protected, so it is not destroyed.`,
    hint: 'Take `protect` out of its definition first.',
  }
}
