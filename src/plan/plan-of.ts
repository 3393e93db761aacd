import { isAcceptable } from '../diagnostic/index.js'
import {
  addressOf,
  checkLinks,
  type ReferenceGraph,
  type ResourceDiagnostic,
  referenceGraph,
} from '../model/index.js'
import { changeOf, creationOf, deletionOf, knownIds } from './change-of.js'
import { checkUnknownIds } from './check-ids.js'
import { matchResources } from './match.js'
import { inOrder } from './order.js'
import type { Change, Plan } from './plan.js'
import type { PlanInput } from './plan-input.js'
import { withRemovals } from './removal-order.js'
import { checkListing } from './shrink.js'
import { replacementProblems, targetsOf } from './targets.js'

export type PlanResult =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly diagnostics: readonly ResourceDiagnostic[] }

/**
 * What has to be done so that the account says what the resources say. Pure: the same input gives the same plan.
 *
 * @example
 * const result = planOf({ project: 'shop', account: 'prod', resources, live })
 * if (result.ok) console.log(result.plan.changes.length)
 */
export function planOf(input: PlanInput): PlanResult {
  const { project, resources, live } = input
  const graph = referenceGraph(resources)
  const early = [...checkLinks(resources, graph), ...listingProblems(input)]
  if (!isAcceptable(early)) return { ok: false, diagnostics: early }
  const matching = matchResources(project, resources, live)
  const targets = targetsOf(matching.matches)
  const problems = [...early, ...matching.diagnostics, ...targets.flatMap(replacementProblems)]
  if (!isAcceptable(problems)) return { ok: false, diagnostics: problems }
  const ids = knownIds(targets)
  const writes = [
    ...targets.flatMap(target => changeOf(input, target, { ids, graph })),
    ...matching.unmatched.map(resource => creationOf(input, resource, { ids, graph })),
  ]
  const linked = withDependencies(writes, graph)
  const { changes, warnings } = withRemovals([...linked, ...matching.orphans.map(deletionOf)], live)
  const unknown = checkUnknownIds(resources, live, input.unread)
  return {
    ok: true,
    plan: {
      version: 1,
      project,
      account: input.account,
      ...(input.createdAt !== undefined && { createdAt: input.createdAt }),
      changes: inOrder(changes),
      unchanged: resources.length - writes.length,
      warnings: [...problems, ...unknown, ...warnings],
    },
  }
}

function listingProblems(input: PlanInput): ResourceDiagnostic[] {
  return input.trustListing ? [] : checkListing(input)
}

function withDependencies(changes: readonly Change[], graph: ReferenceGraph): Change[] {
  const changing = new Set(changes.map(({ address }) => address))
  return changes.map(change => {
    const dependsOn = (graph.get(change.address) ?? [])
      .map(addressOf)
      .filter(address => changing.has(address))
    return dependsOn.length === 0 ? change : { ...change, dependsOn }
  })
}
