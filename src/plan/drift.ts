import { addressOf, type Origin, type ResourceDiagnostic, type ResourceKind } from '../model/index.js'
import { type FieldChange, titleOf } from '../wire/index.js'
import { type Clone, matchResources } from './match.js'
import type { PlanInput } from './plan-input.js'
import { planOf } from './plan-of.js'

/** A managed object that says something else than the code. `before` of a change is the code, `after` the account. */
export interface Drifted {
  readonly address: string
  readonly kind: ResourceKind
  readonly id: string
  readonly title: string
  readonly changes: readonly FieldChange[]
  readonly origin?: Origin
}

/** A resource that the account does not hold: deleted there, or never applied. */
export interface Missing {
  readonly address: string
  readonly kind: ResourceKind
  readonly title: string
  readonly origin?: Origin
}

/** A managed object that the code does not know. */
export interface Unknown {
  readonly address: string
  readonly kind: ResourceKind
  readonly id: string
  readonly title: string
}

export interface Drift {
  readonly version: 1
  readonly project: string
  readonly account: string
  readonly drifted: readonly Drifted[]
  readonly missing: readonly Missing[]
  readonly unknown: readonly Unknown[]
  /** Copies of managed objects. */
  readonly clones: readonly Unknown[]
  readonly unchanged: number
}

export type DriftResult =
  | { readonly ok: true; readonly drift: Drift }
  | { readonly ok: false; readonly diagnostics: readonly ResourceDiagnostic[] }

/**
 * What the account says otherwise than the code, seen from the account's side. Takes the same input as a plan.
 *
 * @example
 * const result = driftOf({ project: 'shop', account: 'prod', resources, live })
 * if (result.ok) for (const { address, changes } of result.drift.drifted) console.log(address, changes.length)
 */
export function driftOf(input: PlanInput): DriftResult {
  const result = planOf(input)
  if (!result.ok) return result
  const { plan } = result
  const drifted = plan.changes.flatMap(change => {
    if (change.id === undefined || change.action === 'delete' || change.action === 'adopt') return []
    const { address, kind, id, title, origin } = change
    return [{ address, kind, id, title, changes: change.changes.map(reversed), ...(origin && { origin }) }]
  })
  const missing = plan.changes
    .filter(({ action }) => action === 'create' || action === 'adopt')
    .map(({ address, kind, title, origin }) => ({ address, kind, title, ...(origin && { origin }) }))
  const unknown = plan.changes
    .filter(({ action }) => action === 'delete')
    .map(({ address, kind, id, title }) => ({ address, kind, id: id ?? '', title }))
  const { clones } = matchResources(input.project, input.resources, input.live)
  const { project, account, unchanged } = plan
  return {
    ok: true,
    drift: { version: 1, project, account, drifted, missing, unknown, clones: clones.map(copyOf), unchanged },
  }
}

function copyOf({ live, mark }: Clone): Unknown {
  const { kind, id, payload } = live
  return { address: addressOf({ kind, key: mark.key }), kind, id, title: titleOf(payload) }
}

function reversed({ before, after, kind, path }: FieldChange): FieldChange {
  return {
    path,
    kind: kind === 'add' ? 'remove' : kind === 'remove' ? 'add' : 'change',
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  }
}
