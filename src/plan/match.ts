import { addressOf, type Resource, type ResourceDiagnostic } from '../model/index.js'
import { createdAt, type LiveObject, type Mark, markText, readMark, titleOf } from '../wire/index.js'
import { foreignManagerOf } from './foreign-manager.js'

/** A resource and the live object that is it. */
export interface Match {
  readonly resource: Resource
  readonly live: LiveObject
  readonly how: 'mark' | 'alias' | 'adopt'
}

/** A live object with the mark of an older one: somebody copied it. */
export interface Clone {
  readonly live: LiveObject
  readonly original: LiveObject
  readonly mark: Mark
}

export interface Matching {
  readonly matches: readonly Match[]
  readonly unmatched: readonly Resource[]
  /** Ours by mark, but no longer wanted. */
  readonly orphans: readonly LiveObject[]
  readonly clones: readonly Clone[]
  readonly diagnostics: readonly ResourceDiagnostic[]
}

/**
 * Finds the live object of each resource: by its mark, by the mark of an earlier key, or by the id it adopts. Objects
 * without this project's mark are never matched otherwise.
 */
export function matchResources(
  project: string,
  resources: readonly Resource[],
  live: readonly LiveObject[],
): Matching {
  const { owned, replaced, clones } = indexMarks(project, live)
  const adoptable = indexAdoptable(resources, live)
  const taken = new Set<LiveObject>()
  const matches: Match[] = []
  const unmatched: Resource[] = []
  const diagnostics: ResourceDiagnostic[] = clones.map(cloneWarning)
  for (const resource of resources) {
    const match = matchByMark(resource, owned) ?? matchByAdoption(project, resource, adoptable, diagnostics)
    if (match === undefined || taken.has(match.live)) unmatched.push(resource)
    else {
      taken.add(match.live)
      matches.push(match)
    }
  }
  const orphans = [...owned.values(), ...replaced].filter(object => !taken.has(object))
  return { matches, unmatched, orphans, clones, diagnostics }
}

interface MarkIndex {
  readonly owned: ReadonlyMap<string, LiveObject>
  readonly replaced: readonly LiveObject[]
  readonly clones: readonly Clone[]
}

function indexMarks(project: string, live: readonly LiveObject[]): MarkIndex {
  const owned = new Map<string, LiveObject>()
  const replaced: LiveObject[] = []
  const copies = new Map<string, LiveObject[]>()
  for (const object of live) {
    const mark = readMark(object.kind, object.payload)
    if (mark?.project !== project) continue
    if (mark.replaced) {
      replaced.push(object)
      continue
    }
    const address = addressOf({ kind: object.kind, key: mark.key })
    const other = owned.get(address)
    if (other === undefined) owned.set(address, object)
    else copies.set(address, [...(copies.get(address) ?? [other]), object])
  }
  const clones = [...copies].flatMap(([address, objects]) => separate(address, objects, owned))
  return { owned, replaced, clones }
}

/** Makes the oldest of several objects with one mark ours, and gives the others. */
function separate(address: string, objects: readonly LiveObject[], owned: Map<string, LiveObject>): Clone[] {
  const [original, ...younger] = [...objects].sort(byAge)
  if (original === undefined) return []
  owned.set(address, original)
  return younger.map(live => ({ live, original, mark: readMark(live.kind, live.payload)! }))
}

/** Oldest first; objects of the same second by id, which increases for monitors and is at least stable for the others. */
function byAge(a: LiveObject, b: LiveObject): number {
  const difference = createdAt(a) - createdAt(b)
  if (difference !== 0 && !Number.isNaN(difference)) return difference
  return a.id.length - b.id.length || (a.id < b.id ? -1 : 1)
}

function matchByMark(resource: Resource, owned: ReadonlyMap<string, LiveObject>): Match | undefined {
  const { kind, key, management } = resource
  const own = owned.get(addressOf(resource))
  if (own !== undefined) return { resource, live: own, how: 'mark' }
  for (const alias of management.aliases ?? []) {
    if (alias === key) continue
    const earlier = owned.get(addressOf({ kind, key: alias }))
    if (earlier !== undefined) return { resource, live: earlier, how: 'alias' }
  }
  return undefined
}

function indexAdoptable(
  resources: readonly Resource[],
  live: readonly LiveObject[],
): ReadonlyMap<string, LiveObject> {
  const wanted = new Set(
    resources.filter(hasAdoption).map(({ kind, management }) => `${kind}:${management.adopt}`),
  )
  if (wanted.size === 0) return new Map()
  const entries = live.map(object => [`${object.kind}:${object.id}`, object] as const)
  return new Map(entries.filter(([id]) => wanted.has(id)))
}

function hasAdoption({ management }: Resource): boolean {
  return management.adopt !== undefined
}

function matchByAdoption(
  project: string,
  resource: Resource,
  adoptable: ReadonlyMap<string, LiveObject>,
  diagnostics: ResourceDiagnostic[],
): Match | undefined {
  if (!hasAdoption(resource)) return undefined
  const live = adoptable.get(`${resource.kind}:${resource.management.adopt}`)
  if (live === undefined) {
    diagnostics.push(
      about(
        resource,
        'plan/adopt-missing',
        `The account has no ${resource.kind} with the id ${resource.management.adopt} to adopt.`,
        'Correct `adopt`, choose the account that has it, or take `adopt` out to create a new one.',
      ),
    )
    return undefined
  }
  const mark = readMark(live.kind, live.payload)
  if (mark !== undefined) {
    diagnostics.push(about(resource, 'plan/adopt-managed', managedMessage(project, live, mark)))
    return undefined
  }
  const manager = foreignManagerOf(live)
  if (manager !== undefined) {
    const message = `“${titleOf(live.payload)}” (${live.kind} ${live.id}) looks managed by ${manager}; two tools would overwrite each other.`
    const hint = `Take it out of ${manager} without deleting it there.`
    diagnostics.push({ ...about(resource, 'plan/adopt-foreign', message), severity: 'warning', hint })
  }
  return { resource, live, how: 'adopt' }
}

function managedMessage(project: string, live: LiveObject, mark: Mark): string {
  const owner =
    mark.project === project ? `as \`${mark.key}\` of this project` : `by the project \`${mark.project}\``
  return `The ${live.kind} ${live.id} cannot be adopted: it is managed already ${owner} (\`${markText(mark)}\`).`
}

function about(resource: Resource, code: string, message: string, hint?: string): ResourceDiagnostic {
  const { origin } = resource
  const address = addressOf(resource)
  return { code, severity: 'error', message, ...(hint && { hint }), address, ...(origin && { origin }) }
}

function cloneWarning({ live, original, mark }: Clone): ResourceDiagnostic {
  return {
    code: 'plan/clone',
    severity: 'warning',
    address: addressOf({ kind: live.kind, key: mark.key }),
    message: `“${titleOf(live.payload)}” (${live.kind} ${live.id}) carries the mark of the older ${live.kind} ${original.id}: it is a copy, and it is left alone.`,
    hint: `Remove \`${markText(mark)}\` from the copy, or delete it.`,
  }
}
