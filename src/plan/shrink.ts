import { type ResourceDiagnostic, type ResourceKind, resourceKinds } from '../model/index.js'
import { type LiveObject, readMark, usesOf } from '../wire/index.js'

/** How many objects of the project were listed, by kind. */
export type ExpectedCounts = Readonly<Partial<Record<ResourceKind, number>>>

export interface ListingInput {
  readonly project: string
  readonly live: readonly LiveObject[]
  readonly expected?: ExpectedCounts
  /** Kinds that were not listed at all; nothing follows from their absence. */
  readonly unread?: readonly ResourceKind[]
}

/** How many live objects of each kind carry the project's mark: what the next run should expect. */
export function countManaged(project: string, live: readonly LiveObject[]): Record<ResourceKind, number> {
  const counts = { monitor: 0, slo: 0, dashboard: 0 }
  for (const { kind, payload } of live) if (readMark(kind, payload)?.project === project) counts[kind] += 1
  return counts
}

/**
 * Signs that the account listed less than it holds, after which everything missing would be created a second time. There
 * are two, and no state is needed for the first:
 * - a kind is listed empty, yet monitors or SLOs of the project name objects of that kind by their ids. (Widgets do not
 *   count: the account lets them name what is long gone.)
 * - fewer than half of what was there last time, and at least five less.
 *
 * @example
 * checkListing({ project: 'shop', live, expected: { monitor: 120 } })
 */
export function checkListing(input: ListingInput): ResourceDiagnostic[] {
  return [...emptyButUsed(input), ...farFewer(input)]
}

function emptyButUsed({ project, live, unread = [] }: ListingInput): ResourceDiagnostic[] {
  const listed = new Set(live.map(({ kind }) => kind))
  const empty = resourceKinds.filter(kind => !listed.has(kind) && !unread.includes(kind))
  if (empty.length === 0 || live.length === 0) return []
  // Few objects name others, so that is asked before whose they are.
  const used = live.flatMap(({ kind, payload }) => {
    const uses = kind === 'dashboard' ? [] : usesOf(kind, payload)
    return uses.length > 0 && readMark(kind, payload)?.project === project ? uses : []
  })
  return empty.flatMap(kind => {
    const use = used.find(other => other.kind === kind)
    if (use === undefined) return []
    return [
      shrunk(`The account lists no ${kind}s at all, but objects of this project use the ${kind} ${use.id}.`),
    ]
  })
}

const smallestLoss = 5

function farFewer({ project, live, expected, unread = [] }: ListingInput): ResourceDiagnostic[] {
  if (expected === undefined) return []
  const counts = countManaged(project, live)
  return resourceKinds.flatMap(kind => {
    const before = expected[kind] ?? 0
    const now = counts[kind]
    if (unread.includes(kind) || now * 2 >= before || before - now < smallestLoss) return []
    return [shrunk(`The account lists ${now} ${kind}s of this project; last time there were ${before}.`)]
  })
}

function shrunk(message: string): ResourceDiagnostic {
  return {
    code: 'plan/listing-shrank',
    severity: 'error',
    message: `${message} Planning now would create the missing ones a second time.`,
    hint: 'Try again later, and check that the application key may see all objects.',
  }
}
