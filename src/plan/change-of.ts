import {
  addressOf,
  type Definition,
  type JsonObject,
  type Reference,
  type ReferenceGraph,
  type Resource,
  resolveReferences,
} from '../model/index.js'
import {
  differences,
  encode,
  encodeUpdate,
  type LiveObject,
  readMark,
  titleOf,
  writable,
} from '../wire/index.js'
import { fingerprintOf } from './fingerprint.js'
import { inWords } from './in-words.js'
import type { Change } from './plan.js'
import type { PlanInput } from './plan-input.js'
import type { Target } from './targets.js'

/** What references can be resolved with. */
export interface Links {
  /** Ids of the live objects that stay, by address. */
  readonly ids: ReadonlyMap<string, string>
  readonly graph: ReferenceGraph
}

/** The ids that references can be resolved to already. */
export function knownIds(targets: readonly Target[]): Links['ids'] {
  const kept = targets.filter(({ replacement }) => replacement === undefined)
  return new Map(kept.map(({ resource, live }) => [addressOf(resource), live.id]))
}

function payloadOf(input: PlanInput, resource: Resource, { ids, graph }: Links): JsonObject {
  if (graph.size === 0 || !graph.has(addressOf(resource))) return encode(resource, input.project)
  const lookup = (reference: Reference) => ids.get(addressOf(reference))
  const definition: Definition = resolveReferences(resource.definition, lookup)
  return encode({ ...resource, definition } as Resource, input.project)
}

/** What has to change in a live object; empty when nothing has. */
export function changeOf(input: PlanInput, target: Target, links: Links): Change[] {
  const { resource, live, how, replacement } = target
  const { kind } = resource
  const desired = payloadOf(input, resource, links)
  const changes = differences(kind, desired, live.payload)
  if (changes.length === 0 && how === 'mark') return []
  const base = {
    ...baseOf(resource, desired),
    id: live.id,
    changes: changes.map(change => inWords(kind, desired, change, input.describeQueryChange)),
    before: writable(kind, live.payload),
    ...(!input.withoutFingerprints && { fingerprint: fingerprintOf(live) }),
  }
  if (replacement !== undefined)
    return [{ ...base, action: 'replace', after: desired, reasons: [replacement] }]
  const after = encodeUpdate(kind, desired, live.payload)
  return [{ ...base, action: actions[how], after, reasons: reasonsOf(target) }]
}

const actions = { mark: 'update', alias: 'rename', adopt: 'adopt' } as const

function reasonsOf({ resource, live, how }: Target): string[] {
  if (how === 'alias') return [`Was \`${readMark(live.kind, live.payload)?.key}\` before.`]
  return how === 'adopt' ? [`Takes over the existing ${resource.kind} ${live.id}.`] : []
}

/** A new object. */
export function creationOf(input: PlanInput, resource: Resource, links: Links): Change {
  const after = payloadOf(input, resource, links)
  return { ...baseOf(resource, after), action: 'create', changes: [], after, reasons: [] }
}

/** The end of a live object that the code does not want. */
export function deletionOf(live: LiveObject): Change {
  const mark = readMark(live.kind, live.payload)
  const key = mark?.key ?? live.id
  const address = addressOf({ kind: live.kind, key })
  const reason = mark?.replaced
    ? 'Left over from a replacement that was interrupted.'
    : 'No longer in the code.'
  return {
    action: 'delete',
    // The new object may have the same key.
    address: mark?.replaced ? `${address}#${live.id}` : address,
    kind: live.kind,
    key,
    title: titleOf(live.payload),
    id: live.id,
    changes: [],
    before: writable(live.kind, live.payload),
    fingerprint: fingerprintOf(live),
    reasons: [reason],
    dependsOn: [],
  }
}

function baseOf(resource: Resource, payload: JsonObject) {
  const { kind, key, origin } = resource
  const dependsOn: readonly string[] = []
  return {
    address: addressOf(resource),
    kind,
    key,
    title: titleOf(payload),
    dependsOn,
    ...(origin && { origin }),
  }
}
