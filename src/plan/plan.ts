import type { JsonObject, Origin, ResourceDiagnostic, ResourceKind } from '../model/index.js'
import type { FieldChange } from '../wire/index.js'

/**
 * - `adopt`: an object that nobody's mark claimed becomes ours. `rename`: ours, under an earlier key.
 * - `replace`: a new object takes the place of the old one, because the API cannot change a field of it.
 */
export type Action = 'create' | 'update' | 'replace' | 'delete' | 'adopt' | 'rename'

/** One thing to do. Plain data: a saved plan is a list of these. */
export interface Change {
  readonly action: Action
  /** Unique in the plan: `monitor.checkout-errors`. */
  readonly address: string
  readonly kind: ResourceKind
  readonly key: string
  /** The name or title, for people. */
  readonly title: string
  /** The live object's id; absent for `create`. */
  readonly id?: string
  readonly changes: readonly FieldChange[]
  /** The live object without its read-only fields; absent for `create`. */
  readonly before?: JsonObject
  /** What is sent; absent for `delete`. May hold references that are resolved while it is applied. */
  readonly after?: JsonObject
  /** Of the live object when the plan was made; absent for `create`. */
  readonly fingerprint?: string
  readonly origin?: Origin
  /** Why, in full sentences; empty when the field changes say it all. */
  readonly reasons: readonly string[]
  /** Addresses of changes that must be done before this one. */
  readonly dependsOn: readonly string[]
  /** Addresses of changes that must be done before the old object is deleted; for `delete` and `replace`. */
  readonly removedAfter?: readonly string[]
}

/** What to do in one account so that it says what the code says. Changes stand in an order that works. */
export interface Plan {
  readonly version: 1
  readonly project: string
  readonly account: string
  /** ISO time; absent where the caller gave none. */
  readonly createdAt?: string
  /** What the plan is limited to, in sentences; absent for a plan of everything. */
  readonly restriction?: string
  readonly changes: readonly Change[]
  readonly unchanged: number
  readonly warnings: readonly ResourceDiagnostic[]
}

/** How many changes of each action a plan holds. */
export function countActions(plan: Plan): Readonly<Record<Action, number>> {
  const counts = { create: 0, update: 0, replace: 0, delete: 0, adopt: 0, rename: 0 }
  for (const { action } of plan.changes) counts[action] += 1
  return counts
}
