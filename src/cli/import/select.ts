import { addressOf, type Resource, type ResourceKind } from '../../model/index.js'
import { foreignManagerOf } from '../../plan/index.js'
import type { ProjectProblem } from '../../project/index.js'
import { decode, keyFrom, type LiveObject, readMark, titleOf } from '../../wire/index.js'
import type { Found, Skipped } from './found.js'

export interface SelectOptions {
  /** The project that imports; its own mark is kept. */
  readonly project: string | undefined
  /** Takes over what another tool manages, too. */
  readonly includeManaged: boolean
  /** Only objects with all of these tags. */
  readonly tags: readonly string[]
  /** Whether the first plan takes over the live objects. */
  readonly adopts: boolean
  /** What the project's files define already, by address and by `kind/id` of what they adopt. */
  readonly existing: ReadonlySet<string>
}

/** What is imported, what is left out, and what could not be read. */
export interface Selection {
  readonly resources: readonly Resource[]
  readonly skipped: readonly Skipped[]
  readonly problems: readonly ProjectProblem[]
}

/** Decides about each object that was found. Nothing is lost without a word. */
export function select(found: readonly Found[], options: SelectOptions): Selection {
  const resources: Resource[] = []
  const skipped: Skipped[] = []
  const problems: ProjectProblem[] = []
  const seen = new Map<string, Found>()
  for (const each of found) {
    if (!hasTags(each, options.tags)) continue
    const decision = decide(each, options, seen)
    if ('resource' in decision) resources.push(decision.resource)
    else if ('reason' in decision) skipped.push(decision)
    else problems.push(...decision.problems)
  }
  return { resources, skipped, problems }
}

type Decision = { readonly resource: Resource } | Skipped | { readonly problems: readonly ProjectProblem[] }

function decide(each: Found, options: SelectOptions, seen: Map<string, Found>): Decision {
  const decoded = decode(each.payload, each.kind === undefined ? {} : { kind: each.kind })
  if (!decoded.ok) return { problems: decoded.diagnostics.map(diagnostic => placed(each, diagnostic)) }
  const { resource } = decoded
  const repeated = repetitionOf(each, resource.kind, seen)
  if (repeated !== undefined) return { problems: [repeated] }
  const reason = reasonToSkip(each, resource, options)
  if (reason !== undefined) return { what: nameOf(each, resource.kind), reason }
  return { resource: taken(each, resource, options) }
}

/** Whether it carries all of the tags, in whatever case. */
export function hasTags({ payload }: Found, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true
  const tags = Array.isArray(payload.tags) ? payload.tags.map(tag => String(tag).toLowerCase()) : []
  return wanted.every(tag => tags.includes(tag.toLowerCase()))
}

/** The same object twice would become two definitions of one live object. */
function repetitionOf(each: Found, kind: ResourceKind, seen: Map<string, Found>): ProjectProblem | undefined {
  if (each.id === undefined) return undefined
  const name = `${kind}/${each.id}`
  const first = seen.get(name)
  if (first === undefined) {
    seen.set(name, each)
    return undefined
  }
  const where = first.origin === undefined ? '' : ` in ${first.origin.file}:${first.origin.line}`
  return placed(each, {
    code: 'import/duplicate-id',
    severity: 'error',
    message: `The ${kind} ${each.id} stands here a second time; the first one${where} was taken.`,
    hint: 'Remove one of the two, or its `id`.',
  })
}

function reasonToSkip(each: Found, resource: Resource, options: SelectOptions): string | undefined {
  const { payload, id } = each
  if (payload.type === 'synthetics alert') return 'belongs to a Synthetics test, which is not managed here'
  const mark = readMark(resource.kind, payload)
  if (mark?.replaced) return 'was replaced and only waits to be deleted'
  const own = mark !== undefined && mark.project === options.project
  if (own && options.existing.has(addressOf({ kind: resource.kind, key: mark.key })))
    return 'is defined already'
  if (id !== undefined && options.existing.has(`${resource.kind}/${id}`)) return 'is defined already'
  if (mark !== undefined && !own) return `is managed by the project \`${mark.project}\``
  const manager = foreignManagerOf(liveObject(each, resource.kind))
  if (manager === undefined || options.includeManaged) return undefined
  return `is managed by ${manager}; --include-managed takes it over`
}

function liveObject({ payload, id = '' }: Found, kind: ResourceKind): LiveObject {
  return { kind, id, payload }
}

/** The resource with a key of its own and the id that its first plan takes over. */
function taken(each: Found, resource: Resource, { adopts }: SelectOptions): Resource {
  const mark = readMark(resource.kind, each.payload)
  if (mark !== undefined) return resource
  const key = keyFrom(titleOf(each.payload)) ?? keyWithoutTitle(resource.kind, each.id)
  const management = adopts && each.id !== undefined ? { adopt: adoptableId(each.id) } : {}
  return { ...resource, key, management } as Resource
}

/** A title without a single latin letter or digit gives no key; its id does. */
function keyWithoutTitle(kind: ResourceKind, id: string | undefined): string {
  return (id === undefined ? undefined : keyFrom(`${kind} ${id}`)) ?? kind
}

function adoptableId(id: string): string | number {
  return /^\d{1,15}$/.test(id) ? Number(id) : id
}

function nameOf({ payload, id }: Found, kind: ResourceKind): string {
  const title = titleOf(payload)
  return `${kind}${id === undefined ? '' : `/${id}`}${title === '' ? '' : ` “${title}”`}`
}

function placed(each: Found, diagnostic: ProjectProblem): ProjectProblem {
  return each.origin === undefined ? diagnostic : { ...diagnostic, origin: each.origin }
}
