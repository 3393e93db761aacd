import type { Resource } from '../model/index.js'
import { type Loaded, loadResources, type Project } from '../project/index.js'
import type { Context } from './context.js'
import { accountNames } from './open-account.js'
import { ownModules } from './own-modules.js'
import { openProject } from './session.js'
import { noteUncheckedTypes } from './type-check-note.js'
import { buildId } from './version.js'

export interface ReadFlags {
  readonly account?: readonly string[]
  readonly noTypeCheck: boolean
  readonly verbose: boolean
}

/** A project whose definition files are being run, and the accounts that are wanted. */
export interface Reading {
  readonly project: Project
  readonly accounts: readonly string[]
  /** Settles while the first account is being listed. */
  readonly loading: Promise<Loaded<readonly Resource[]>>
}

/** Starts to run the definition files, once for all accounts. Accounts that do not exist stop it before anything is sent. */
export async function startReading(context: Context, flags: ReadFlags): Promise<Loaded<Reading>> {
  const project = await openProject(context)
  if (!project.ok) return project
  const accounts = accountNames(flags.account ?? [], project.value)
  if (!accounts.ok) return accounts
  const typeCheck = project.value.config.typeCheck && !flags.noTypeCheck
  if (typeCheck) await noteUncheckedTypes(context, project.value)
  const loading = loadResources(project.value, { version: buildId, ownModules, typeCheck })
  // Whoever fails first reports; the other result is still wanted then.
  loading.catch(() => undefined)
  return { ok: true, value: { project: project.value, accounts: accounts.value, loading }, problems: [] }
}
