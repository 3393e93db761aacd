import { addressOf, type JsonObject, type ResourceKind, referencesIn, referenceText } from '../model/index.js'
import {
  differences,
  encodeUpdate,
  type LiveObject,
  readMark,
  titleOf,
  type Use,
  withReferences,
  writable,
} from '../wire/index.js'
import { fingerprintOf } from './fingerprint.js'
import { type DescribeQueryChange, inWords } from './in-words.js'
import { inOrder } from './order.js'
import type { Change, Plan } from './plan.js'
import { withRemovals } from './removal-order.js'
import { replacementReason } from './replacement.js'

export interface RollbackInput {
  readonly project: string
  readonly account: string
  /** The objects as a backup kept them; of several states of one object the first, which is the oldest, counts. */
  readonly kept: readonly LiveObject[]
  /** What the account holds of them now: found by id or, where another object took the place, by mark. */
  readonly live: readonly LiveObject[]
  readonly describeQueryChange?: DescribeQueryChange
}

/**
 * A plan that makes kept objects say what they said: those that are there are updated, those that are gone are created
 * again under their mark. What was only created since is left alone.
 *
 * @example
 * rollbackPlanOf({ project: 'shop', account: 'prod', kept, live })
 */
export function rollbackPlanOf(input: RollbackInput): Plan {
  const targets = targetsIn(input)
  const changes = targets.flatMap(target => changeOf(target, targets, input.describeQueryChange))
  const removals = withRemovals(withDependencies(changes), input.live)
  return {
    version: 1,
    project: input.project,
    account: input.account,
    changes: inOrder(removals.changes),
    unchanged: targets.length - changes.length,
    warnings: removals.warnings,
  }
}

/** A kept object and what stands in its place now. */
interface Target {
  readonly kept: LiveObject
  readonly key: string
  readonly address: string
  readonly live: LiveObject | undefined
  readonly replacement: string | undefined
}

function targetsIn({ kept, live }: RollbackInput): Target[] {
  const targets = new Map<string, Target>()
  const addresses = new Set<string>()
  for (const object of kept) {
    const mark = readMark(object.kind, object.payload)
    // An object that only waited for its deletion after a replacement is nothing to go back to.
    if (mark?.replaced || targets.has(nameOf(object))) continue
    const key = mark?.key ?? object.id
    const plain = addressOf({ kind: object.kind, key })
    const address = addresses.has(plain) ? `${plain}#${object.id}` : plain
    addresses.add(address)
    const now = findLive(object, live)
    const replacement = now && replacementReason(object.kind, object.payload, now.payload)
    targets.set(nameOf(object), { kept: object, key, address, live: now, replacement })
  }
  return [...targets.values()]
}

function nameOf({ kind, id }: Use): string {
  return `${kind}:${id}`
}

function findLive(kept: LiveObject, live: readonly LiveObject[]): LiveObject | undefined {
  const same = live.find(({ kind, id }) => kind === kept.kind && id === kept.id)
  const mark = readMark(kept.kind, kept.payload)
  if (same !== undefined || mark === undefined) return same
  return live.find(({ kind, payload }) => {
    const other = kind === kept.kind ? readMark(kind, payload) : undefined
    return other?.project === mark.project && other.key === mark.key && !other.replaced
  })
}

function changeOf(
  target: Target,
  targets: readonly Target[],
  describe: DescribeQueryChange | undefined,
): Change[] {
  const { kept, live, replacement } = target
  const { kind } = kept
  const desired = linked(kind, kept.payload, targets)
  const base = baseOf(target, desired)
  if (live === undefined) {
    const reasons = [
      `It is gone from the account: it is created again and gets a new id (it was ${kept.id}).`,
    ]
    return [{ ...base, action: 'create', changes: [], after: desired, reasons }]
  }
  const changes = differences(kind, desired, live.payload)
  if (changes.length === 0) return []
  const rest = {
    ...base,
    id: live.id,
    changes: changes.map(change => inWords(kind, desired, change, describe)),
    before: writable(kind, live.payload),
    fingerprint: fingerprintOf(live),
  }
  if (replacement !== undefined)
    return [{ ...rest, action: 'replace', after: desired, reasons: [replacement] }]
  return [{ ...rest, action: 'update', after: encodeUpdate(kind, desired, live.payload), reasons: [] }]
}

/** The payload with the ids of objects that get another id: references where that one is not known yet. */
function linked(kind: ResourceKind, payload: JsonObject, targets: readonly Target[]): JsonObject {
  return withReferences(kind, payload, use => {
    const target = targets.find(({ kept }) => kept.kind === use.kind && kept.id === use.id)
    if (target === undefined || target.live?.id === use.id) return undefined
    const { live, replacement, key } = target
    return live !== undefined && replacement === undefined ? live.id : referenceText({ kind: use.kind, key })
  })
}

function baseOf({ kept, key, address }: Target, payload: JsonObject) {
  const dependsOn: readonly string[] = []
  return { address, kind: kept.kind, key, title: titleOf(payload), dependsOn }
}

function withDependencies(changes: readonly Change[]): Change[] {
  const changing = new Set(changes.map(({ address }) => address))
  return changes.map(change => {
    const named = referencesIn(JSON.stringify(change.after ?? {})).map(addressOf)
    return {
      ...change,
      dependsOn: [...new Set(named)].filter(address => changing.has(address) && address !== change.address),
    }
  })
}
