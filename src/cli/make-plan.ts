import { readSnapshot, type Snapshot } from '../account/index.js'
import { addressOf, type Resource } from '../model/index.js'
import { type Plan, type PlanInput, planOf, restrictPlan } from '../plan/index.js'
import { type Loaded, loadResources, type Project } from '../project/index.js'
import { accountProblem } from './account-problem.js'
import type { Context } from './context.js'
import { type OpenAccount, openAccount } from './open-account.js'
import { ownModules } from './own-modules.js'
import { startProgress } from './progress.js'
import { reportWarnings } from './report.js'
import { openProject } from './session.js'
import { version } from './version.js'

export interface ReadFlags {
  readonly account?: string
  readonly noTypeCheck: boolean
}

export interface PlanFlags extends ReadFlags {
  /** Plans although the account lists suspiciously little. */
  readonly trustListing: boolean
  readonly target?: readonly string[]
}

/** A plan with all that it was made from. */
export interface Planned extends Comparison {
  readonly plan: Plan
}

/** Reads the code and the account at the same time and compares them. */
export async function makePlan(context: Context, flags: PlanFlags): Promise<Loaded<Planned>> {
  const comparison = await readBoth(context, flags)
  if (!comparison.ok) return comparison
  const planned = planOfBoth(comparison.value, flags)
  if (!planned.ok) await comparison.value.close()
  return planned
}

/** What the code says and what the account holds. The account stays open until `close`. */
export interface Comparison extends OpenAccount {
  readonly project: Project
  readonly resources: readonly Resource[]
  readonly live: Snapshot
}

/** Runs the definition files while the account is being listed. */
export async function readBoth(context: Context, flags: ReadFlags): Promise<Loaded<Comparison>> {
  const project = await openProject(context)
  if (!project.ok) return project
  const opened = await openAccount(context, {
    project: project.value,
    ...(flags.account && { name: flags.account }),
  })
  if (!opened.ok) return opened
  const both = await readWith(context, flags, project.value, opened.value)
  if (!both.ok) await opened.value.close()
  return both
}

async function readWith(
  context: Context,
  flags: ReadFlags,
  project: Project,
  opened: OpenAccount,
): Promise<Loaded<Comparison>> {
  const typeCheck = project.config.typeCheck && !flags.noTypeCheck
  const loading = loadResources(project, { version, ownModules, typeCheck })
  const listing = listAccount(context, project, opened, loading)
  const definitions = await loading
  const live = await listing
  if (!definitions.ok) return definitions
  reportWarnings(context, definitions.problems)
  if (!live.ok) return live
  return {
    ok: true,
    value: { ...opened, project, resources: definitions.value, live: live.value },
    problems: [],
  }
}

function planOfBoth(comparison: Comparison, flags: PlanFlags): Loaded<Planned> {
  const result = planOf(planInput(comparison, flags.trustListing))
  if (!result.ok) return { ok: false, problems: result.diagnostics }
  const restricted = restrictPlan(result.plan, flags.target ?? [], comparison.resources.map(addressOf))
  if (!restricted.ok) return { ok: false, problems: restricted.diagnostics }
  return { ok: true, value: { ...comparison, plan: restricted.plan }, problems: [] }
}

/** The comparison as the planner takes it. */
export function planInput(comparison: Comparison, trustListing: boolean): PlanInput {
  const { project, account, memory, resources, live } = comparison
  const expected = memory?.expected === undefined ? {} : { expected: memory.expected }
  return {
    project: project.config.project,
    account: account.name,
    resources,
    live,
    ...expected,
    trustListing,
  }
}

async function listAccount(
  context: Context,
  project: Project,
  opened: OpenAccount,
  loading: Promise<Loaded<readonly Resource[]>>,
): Promise<Loaded<Snapshot>> {
  const progress = await startProgress(context, `Reading account ${opened.account.name}`)
  const read = new Map<string, { readonly read: number; readonly total: number }>()
  const snapshot = await readSnapshot(opened.account, {
    project: project.config.project,
    resources: loading.then(
      loaded => (loaded.ok ? loaded.value : []),
      () => [],
    ),
    onProgress: ({ kind, read: done, total }) => {
      read.set(kind, { read: done, total: total ?? done })
      progress.update(sum(read, 'read'), sum(read, 'total'))
    },
  })
  progress.stop()
  if (!snapshot.ok) return { ok: false, problems: [accountProblem(snapshot.error, opened.account.name)] }
  return { ok: true, value: snapshot.value, problems: [] }
}

function sum<Field extends string>(
  counts: ReadonlyMap<string, Readonly<Record<Field, number>>>,
  field: Field,
): number {
  let total = 0
  for (const count of counts.values()) total += count[field]
  return total
}
