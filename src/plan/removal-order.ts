import type { ResourceDiagnostic } from '../model/index.js'
import { type LiveObject, titleOf } from '../wire/index.js'
import type { Change } from './plan.js'
import { indexUsers, type Users } from './removal.js'

export interface Removals {
  readonly changes: readonly Change[]
  readonly warnings: readonly ResourceDiagnostic[]
}

/**
 * The changes with what must happen before each object is removed: its users are changed or removed first. Users that
 * nothing in the plan touches are named.
 */
export function withRemovals(changes: readonly Change[], live: readonly LiveObject[]): Removals {
  if (!changes.some(isRemoval)) return { changes, warnings: [] }
  const users = indexUsers(live)
  const changeOfId = new Map(
    changes.filter(({ id }) => id !== undefined).map(change => [`${change.kind}:${change.id}`, change]),
  )
  const touched = (user: LiveObject) => changeOfId.get(`${user.kind}:${user.id}`)
  const warnings: ResourceDiagnostic[] = []
  const ordered = changes.map(change => {
    if (!isRemoval(change)) return change
    const { before, untouched } = splitUsers(change, users, touched)
    if (untouched.length > 0) warnings.push(stillUsed(change, untouched))
    return { ...change, removedAfter: before }
  })
  return { changes: ordered, warnings }
}

function isRemoval({ action }: Change): boolean {
  return action === 'delete' || action === 'replace'
}

function splitUsers(
  change: Change,
  users: Users,
  touched: (user: LiveObject) => Change | undefined,
): { before: string[]; untouched: LiveObject[] } {
  const before: string[] = []
  const untouched: LiveObject[] = []
  for (const user of users(change.kind, change.id ?? '')) {
    const other = touched(user)
    if (other === undefined) untouched.push(user)
    else if (other.address !== change.address) before.push(other.address)
  }
  return { before, untouched }
}

function stillUsed(change: Change, users: readonly LiveObject[]): ResourceDiagnostic {
  const shown = users.slice(0, 5).map(({ kind, id, payload }) => `${kind} ${id} “${titleOf(payload)}”`)
  const rest = users.length > shown.length ? ` and ${users.length - shown.length} more` : ''
  return {
    code: 'plan/still-used',
    severity: 'warning',
    address: change.address,
    message: `\`${change.address}\` (${change.kind} ${change.id}) will be deleted but is still used by ${shown.join(', ')}${rest}.`,
    hint: 'The account may refuse the deletion. Change those first.',
  }
}
