import { readSnapshot, type Snapshot } from '../account/index.js'
import { describeQueryChange } from '../explain/index.js'
import { addressOf, type Resource, type ResourceKind, resourceKinds } from '../model/index.js'
import { type Plan, type PlanInput, planOf, restrictPlan, restrictToAddresses } from '../plan/index.js'
import type { Loaded, Project, ProjectProblem } from '../project/index.js'
import { accountProblem } from './account-problem.js'
import { addressesChangedSince } from './changed-since.js'
import type { Context } from './context.js'
import { type OpenAccount, openAccount } from './open-account.js'
import { startProgress } from './progress.js'
import type { ReadFlags, Reading } from './start-reading.js'

export interface PlanFlags extends ReadFlags {
  /** Plans although the account lists suspiciously little. */
  readonly trustListing: boolean
  readonly target?: readonly string[]
  readonly changedSince?: string
}

/** A plan with all that it was made from. */
export interface Planned extends Comparison {
  readonly plan: Plan
}

/** What the code says and what one account holds. The account stays open until `close`. */
export interface Comparison extends OpenAccount {
  readonly project: Project
  readonly resources: readonly Resource[]
  readonly live: Snapshot
  /** Kinds that the keys may not list and the project does not define. */
  readonly unread: readonly ResourceKind[]
  /** What is worth telling about the definitions and the account. */
  readonly warnings: readonly ProjectProblem[]
}

/**
 * Reads one account, while the code is still being run where it is the first, and compares the two. A plan that is kept
 * for later holds the fingerprints by which it is checked then.
 */
export async function makePlan(
  context: Context,
  flags: PlanFlags,
  reading: Reading,
  name: string,
  { isKept = false }: { readonly isKept?: boolean } = {},
): Promise<Loaded<Planned>> {
  const comparison = await readAccount(context, flags, reading, name)
  if (!comparison.ok) return comparison
  const planned = await planOfBoth(context, comparison.value, flags, isKept)
  if (!planned.ok) await comparison.value.close()
  return planned
}

/** Lists one account. */
export async function readAccount(
  context: Context,
  flags: ReadFlags,
  { project, loading }: Reading,
  name: string,
): Promise<Loaded<Comparison>> {
  const opened = await openAccount(context, { project, name, verbose: flags.verbose })
  if (!opened.ok) return opened
  const listing = listAccount(context, project, opened.value, loading)
  const definitions = await loading
  const listed = await listing
  if (definitions.ok && listed.ok) {
    const { live, unread } = listed.value
    const warnings = [...definitions.problems, ...listed.problems]
    const value = { ...opened.value, project, resources: definitions.value, live, unread, warnings }
    return { ok: true, value, problems: [] }
  }
  await opened.value.close()
  return definitions.ok ? (listed as Loaded<never>) : definitions
}

async function planOfBoth(
  context: Context,
  comparison: Comparison,
  flags: PlanFlags,
  isKept: boolean,
): Promise<Loaded<Planned>> {
  const input = planInput(comparison, flags.trustListing)
  const result = planOf({ ...input, withoutFingerprints: !isKept })
  if (!result.ok) return { ok: false, problems: result.diagnostics }
  const changed = await restrictedToChanges(context, result.plan, comparison, flags.changedSince)
  if (!changed.ok) return changed
  const restricted = restrictPlan(changed.value, flags.target ?? [], comparison.resources.map(addressOf))
  if (!restricted.ok) return { ok: false, problems: restricted.diagnostics }
  return { ok: true, value: { ...comparison, plan: restricted.plan }, problems: [] }
}

async function restrictedToChanges(
  context: Context,
  plan: Plan,
  { project, resources }: Comparison,
  revision: string | undefined,
): Promise<Loaded<Plan>> {
  if (revision === undefined) return { ok: true, value: plan, problems: [] }
  const changed = await addressesChangedSince(context.folder, revision, project, resources)
  if (!changed.ok) return changed
  const restriction = `Only what was changed since ${revision}, and what refers to it; nothing is deleted.`
  return { ok: true, value: restrictToAddresses(plan, changed.value, restriction), problems: [] }
}

/** The comparison as the planner takes it. */
export function planInput(comparison: Comparison, trustListing: boolean): PlanInput {
  const { project, account, memory, resources, live, unread } = comparison
  const expected = memory?.expected === undefined ? {} : { expected: memory.expected }
  return {
    project: project.config.project,
    account: account.name,
    resources,
    live,
    unread,
    describeQueryChange,
    ...expected,
    trustListing,
  }
}

interface Listed {
  readonly live: Snapshot
  readonly unread: readonly ResourceKind[]
}

async function listAccount(
  context: Context,
  project: Project,
  opened: OpenAccount,
  loading: Promise<Loaded<readonly Resource[]>>,
): Promise<Loaded<Listed>> {
  const resources = loading.then(
    loaded => (loaded.ok ? loaded.value : []),
    () => [],
  )
  const progress = await startProgress(context, `Reading account ${opened.account.name}`)
  const read = new Map<string, { readonly read: number; readonly total: number }>()
  const list = (kinds: readonly ResourceKind[]) =>
    readSnapshot(opened.account, {
      project: project.config.project,
      resources,
      kinds,
      onProgress: ({ kind, read: done, total }) => {
        read.set(kind, { read: done, total: total ?? done })
        progress.update(sum(read, 'read'), sum(read, 'total'))
      },
    })
  const unread: ResourceKind[] = []
  const problems: ProjectProblem[] = []
  for (;;) {
    const snapshot = await list(resourceKinds.filter(kind => !unread.includes(kind)))
    if (snapshot.ok) {
      progress.stop()
      return { ok: true, value: { live: snapshot.value, unread }, problems }
    }
    const kind = forbiddenKind(snapshot.error.code, snapshot.error.request.path)
    const isWanted = (await resources).some(resource => resource.kind === kind)
    if (kind === undefined || isWanted || unread.length === resourceKinds.length - 1) {
      progress.stop()
      return { ok: false, problems: [accountProblem(snapshot.error, opened.account.name, kind)] }
    }
    unread.push(kind)
    problems.push(leftOut(kind, opened.account.name))
  }
}

const listPaths: Readonly<Record<ResourceKind, string>> = {
  monitor: '/api/v1/monitor',
  slo: '/api/v1/slo',
  dashboard: '/api/v1/dashboard',
}

function forbiddenKind(code: string, path: string): ResourceKind | undefined {
  if (code !== 'forbidden') return undefined
  return resourceKinds.find(kind => path.startsWith(listPaths[kind]))
}

/** A kind that the project does not define cannot be created twice; all that is lost is its deletion, and a warning. */
function leftOut(kind: ResourceKind, account: string): ProjectProblem {
  return {
    code: 'account/kind-not-readable',
    severity: 'warning',
    message: `Account ${account}: the application key may not list ${kind}s, so they are left out of the plan. The project defines none.`,
    hint: `Nothing of that kind is deleted, and ${kind}s that use what is deleted are not named. The scope is called \`${kind}s_read\`.`,
  }
}

function sum<Field extends string>(
  counts: ReadonlyMap<string, Readonly<Record<Field, number>>>,
  field: Field,
): number {
  let total = 0
  for (const count of counts.values()) total += count[field]
  return total
}
