import { addressOf, type Resource, referenceGraph } from '../model/index.js'
import type { Change, Plan } from './plan.js'
import { withNeeded } from './target.js'

/**
 * The addresses together with those of every resource that refers to one of them, directly or through others.
 *
 * @example
 * withDependants(resources, new Set(['monitor.load'])) // monitor.load, and the composites, SLOs and dashboards over it
 */
export function withDependants(
  resources: readonly Resource[],
  addresses: ReadonlySet<string>,
): ReadonlySet<string> {
  const users = new Map<string, string[]>()
  for (const [address, references] of referenceGraph(resources)) {
    for (const reference of references) {
      const used = addressOf(reference)
      users.set(used, [...(users.get(used) ?? []), address])
    }
  }
  const all = new Set(addresses)
  // A set grows while it is walked, so what is added is looked at too.
  for (const address of all) for (const user of users.get(address) ?? []) all.add(user)
  return all
}

/** Keeps the changes of some resources and what those depend on. It deletes nothing: what is gone from the code has no file. */
export function restrictToAddresses(plan: Plan, addresses: ReadonlySet<string>, restriction: string): Plan {
  const isKept = ({ address, action }: Change) => action !== 'delete' && addresses.has(address)
  const kept = withNeeded(plan, plan.changes.filter(isKept))
  const changes = plan.changes.filter(change => kept.has(change) && change.action !== 'delete')
  return { ...plan, changes, restriction }
}
