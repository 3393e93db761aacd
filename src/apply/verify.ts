import type { Account, AccountError, Outcome } from '../account/index.js'
import { addressOf, type ResourceDiagnostic, resourceKinds } from '../model/index.js'
import { type Change, fingerprintOf, type Plan } from '../plan/index.js'
import { type LiveObject, readMark } from '../wire/index.js'

/**
 * Compares a saved plan with the account as it is now: every object that the plan would change must still have its
 * fingerprint, and what it would create must not exist. Empty means that the plan still holds.
 *
 * @example
 * const moved = await verifyPlan(plan, account)
 * if (moved.ok && moved.value.length === 0) await apply(plan, account)
 */
export async function verifyPlan(
  plan: Plan,
  account: Account,
): Promise<Outcome<readonly ResourceDiagnostic[]>> {
  const ids = new Set(plan.changes.map(change => `${change.kind}:${change.id ?? ''}`))
  const kinds = resourceKinds.filter(kind => plan.changes.some(change => change.kind === kind))
  const listed = await Promise.all(
    kinds.map(kind => account.list(kind, { wantsDetails: ({ id }) => ids.has(`${kind}:${id}`) })),
  )
  const live: LiveObject[] = []
  for (const outcome of listed) {
    if (!outcome.ok) return outcome
    live.push(...outcome.value)
  }
  return { ok: true, value: movedSince(plan, live) }
}

function movedSince(plan: Plan, live: readonly LiveObject[]): ResourceDiagnostic[] {
  const byId = new Map(live.map(object => [`${object.kind}:${object.id}`, object]))
  const owned = new Set(live.flatMap(object => markedAddress(plan.project, object)))
  return plan.changes.flatMap(change => {
    if (change.id === undefined) {
      return owned.has(change.address) ? [moved(change, 'was created since the plan was made')] : []
    }
    const object = byId.get(`${change.kind}:${change.id}`)
    if (object === undefined)
      return change.action === 'delete' ? [] : [moved(change, 'was deleted since the plan was made')]
    return fingerprintOf(object) === change.fingerprint
      ? []
      : [moved(change, 'was changed since the plan was made')]
  })
}

function markedAddress(project: string, object: LiveObject): string[] {
  const mark = readMark(object.kind, object.payload)
  return mark?.project === project && !mark.replaced ? [addressOf({ kind: object.kind, key: mark.key })] : []
}

function moved(change: Change, what: string): ResourceDiagnostic {
  const name =
    change.id === undefined ? `\`${change.address}\`` : `\`${change.address}\` (${change.kind} ${change.id})`
  return {
    code: 'apply/moved',
    severity: 'error',
    address: change.address,
    ...(change.origin && { origin: change.origin }),
    message: `${name} ${what}, so the plan no longer holds and nothing was written.`,
    hint: 'Plan again, and read what is different.',
  }
}

/** An account that cannot be listed, as a diagnostic. */
export function unreadableAccount(account: string, error: AccountError): ResourceDiagnostic {
  const request = `${error.request.method} ${error.request.path}`
  return {
    code: 'apply/unreadable-account',
    severity: 'error',
    message: `The account \`${account}\` could not be read, so nothing was written: ${error.messages.join(' ')} (${request})`,
  }
}
