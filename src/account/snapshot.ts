import { type Resource, type ResourceKind, resourceKinds } from '../model/index.js'
import type { LiveObject } from '../wire/index.js'
import type { Account, ListProgress } from './account.js'
import { markIn, objectsInNeed } from './details.js'
import { failed, type Outcome, succeeded } from './outcome.js'

/** Everything of an account that a plan needs to know. */
export type Snapshot = readonly LiveObject[]

export interface SnapshotOptions {
  readonly project: string
  /** What the project wants. May still be on its way: listing does not wait for it. */
  readonly resources: readonly Resource[] | Promise<readonly Resource[]>
  readonly kinds?: readonly ResourceKind[]
  /** Reads every dashboard with its widgets, not only those of the project. */
  readonly allDashboards?: boolean
  readonly onProgress?: (progress: ListProgress) => void
}

/**
 * Lists all kinds at once. Dashboards are read with their widgets when they belong to the project or are to be adopted;
 * all of them when a monitor or SLO of the project is no longer wanted, because a widget may still use it.
 *
 * @example
 * const snapshot = await readSnapshot(account, { project: 'shop', resources })
 */
export async function readSnapshot(account: Account, options: SnapshotOptions): Promise<Outcome<Snapshot>> {
  const listed = await Promise.all(
    (options.kinds ?? resourceKinds).map(kind => listKind(account, kind, options)),
  )
  const objects: LiveObject[] = []
  for (const outcome of listed) {
    if (!outcome.ok) return outcome
    objects.push(...outcome.value)
  }
  return withDetails(account, objects, options)
}

function listKind(account: Account, kind: ResourceKind, options: SnapshotOptions) {
  const { project, allDashboards, onProgress } = options
  const wantsDetails = (summary: LiveObject) =>
    allDashboards === true || markIn(project, summary) !== undefined
  return account.list(kind, { wantsDetails, ...(onProgress && { onProgress }) })
}

/** Reads what listings leave out, for the objects where it matters. */
async function withDetails(
  account: Account,
  objects: readonly LiveObject[],
  options: SnapshotOptions,
): Promise<Outcome<Snapshot>> {
  const resources = await options.resources
  const needed = objectsInNeed(objects, resources, options.project)
  const [monitors, dashboards] = await Promise.all([
    Promise.all(needed.filter(({ kind }) => kind === 'monitor').map(({ kind, id }) => account.get(kind, id))),
    needed.some(({ kind }) => kind === 'dashboard') ? listAgain(account, needed) : succeeded([]),
  ])
  if (!dashboards.ok) return dashboards
  const completed = new Map<string, LiveObject>()
  for (const object of dashboards.value) completed.set(`${object.kind}:${object.id}`, object)
  for (const outcome of monitors) {
    if (outcome.ok) completed.set(`monitor:${outcome.value.id}`, outcome.value)
    else if (outcome.error.code !== 'not-found') return failed(outcome.error)
  }
  return succeeded(objects.map(object => completed.get(`${object.kind}:${object.id}`) ?? object))
}

/** Through the listing, because only that one knows the cache. */
function listAgain(account: Account, needed: readonly LiveObject[]): Promise<Outcome<readonly LiveObject[]>> {
  const ids = new Set(needed.map(({ id }) => id))
  return account.list('dashboard', { wantsDetails: ({ id }) => ids.has(id) })
}
