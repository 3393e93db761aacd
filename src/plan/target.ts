import { didYouMean } from '../diagnostic/index.js'
import type { ResourceDiagnostic } from '../model/index.js'
import type { Change, Plan } from './plan.js'

/** What a restriction gives: a smaller plan, or targets that name nothing. */
export type Restricted =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly diagnostics: readonly ResourceDiagnostic[] }

/**
 * Keeps only the changes of the targets and the changes those depend on. A target is an address (`monitor.checkout`), a
 * key of any kind (`checkout`), or either with `*` for any text.
 *
 * @example
 * restrictPlan(plan, ['monitor.checkout-*'], resources.map(addressOf))
 */
export function restrictPlan(
  plan: Plan,
  targets: readonly string[],
  addresses: readonly string[],
): Restricted {
  if (targets.length === 0) return { ok: true, plan }
  const known = [...new Set([...addresses, ...plan.changes.map(({ address }) => address)])]
  const unknown = targets.filter(target => !known.some(isMatchOf(target)))
  if (unknown.length > 0)
    return { ok: false, diagnostics: unknown.map(target => unknownTarget(target, known)) }
  const tests = targets.map(isMatchOf)
  const kept = withNeeded(
    plan,
    plan.changes.filter(({ address }) => tests.some(test => test(address))),
  )
  const restriction = [plan.restriction, `Only ${targets.join(', ')} and what it needs.`]
  return {
    ok: true,
    plan: {
      ...plan,
      changes: plan.changes.filter(change => kept.has(change)),
      restriction: restriction.filter(Boolean).join(' '),
    },
  }
}

function isMatchOf(target: string): (address: string) => boolean {
  const words = target.split('*').map(text => text.replace(/[.\\^$+?()[\]{}|]/g, '\\$&'))
  const pattern = new RegExp(`^(?:(?:monitor|slo|dashboard)\\.)?${words.join('.*')}$`)
  return address => pattern.test(address) || pattern.test(address.slice(address.indexOf('.') + 1))
}

/** The chosen changes with those that must be done before them. */
export function withNeeded(plan: Plan, chosen: readonly Change[]): ReadonlySet<Change> {
  const byAddress = new Map(plan.changes.map(change => [change.address, change]))
  const kept = new Set(chosen)
  // A set grows while it is walked, so what is added is looked at too.
  for (const change of kept) {
    for (const address of [...change.dependsOn, ...(change.removedAfter ?? [])]) {
      const needed = byAddress.get(address)
      if (needed !== undefined) kept.add(needed)
    }
  }
  return kept
}

function unknownTarget(target: string, known: readonly string[]): ResourceDiagnostic {
  const names = target.includes('.') ? known : known.map(address => address.slice(address.indexOf('.') + 1))
  const hint = didYouMean(target, names)
  const message = `No resource of this project is called \`${target}\`.`
  return { code: 'plan/unknown-target', severity: 'error', message, ...(hint && { hint }) }
}
