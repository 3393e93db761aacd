import { addressOf, type Resource, type ResourceDiagnostic, type ResourceKind } from '../model/index.js'
import { type LiveObject, usesOf } from '../wire/index.js'

/** Ids written into definitions that the account does not list. */
export function checkUnknownIds(
  resources: readonly Resource[],
  live: readonly LiveObject[],
  unread: readonly ResourceKind[] = [],
): ResourceDiagnostic[] {
  const used = resources.flatMap(resource =>
    usesOf(resource.kind, resource.definition).map(use => ({ resource, use })),
  )
  if (used.length === 0) return []
  const known = new Set(live.map(({ kind, id }) => `${kind}:${id}`))
  return used
    .filter(({ use }) => !unread.includes(use.kind) && !known.has(`${use.kind}:${use.id}`))
    .map(({ resource, use }) => ({
      code: 'plan/unknown-id',
      severity: 'warning',
      address: addressOf(resource),
      ...(resource.origin && { origin: resource.origin }),
      message: `\`${addressOf(resource)}\` names the ${use.kind} ${use.id}, which the account does not list.`,
      hint: 'Check the id, and that the application key may see the object.',
    }))
}
