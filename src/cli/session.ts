import { resolve } from 'node:path'
import type { Resource } from '../model/index.js'
import {
  type Loaded,
  loadProject,
  loadResources,
  type Project,
  type ProjectProblem,
} from '../project/index.js'
import type { Context } from './context.js'
import { ownModules } from './own-modules.js'
import { reportWarnings } from './report.js'
import { noteUncheckedTypes } from './type-check-note.js'
import { buildId } from './version.js'

/** A project with everything its definition files define. */
export interface LoadedProject {
  readonly project: Project
  readonly resources: readonly Resource[]
  /** The same text only for the same resources, where it is known. */
  readonly fingerprint?: string
}

/** Reads the configuration of the folder the command was started in. */
export function openProject(context: Context): Promise<Loaded<Project>> {
  return loadProject(resolve(context.folder), buildId, ownModules)
}

/** Reads the configuration and runs the definition files. */
export async function openDefinitions(
  context: Context,
  flags: { readonly noTypeCheck: boolean },
): Promise<Loaded<LoadedProject>> {
  return openWith(context, flags, false)
}

/**
 * The same also where definitions are wrong by their schema or name what is not there. Those errors are the problems of
 * the result.
 */
export async function openFaultyDefinitions(
  context: Context,
  flags: { readonly noTypeCheck: boolean },
): Promise<Loaded<LoadedProject>> {
  return openWith(context, flags, true)
}

async function openWith(
  context: Context,
  flags: { readonly noTypeCheck: boolean },
  withFaults: boolean,
): Promise<Loaded<LoadedProject>> {
  const project = await openProject(context)
  if (!project.ok) return project
  const typeCheck = project.value.config.typeCheck && !flags.noTypeCheck
  if (typeCheck) await noteUncheckedTypes(context, project.value)
  const resources = await loadResources(project.value, {
    version: buildId,
    ownModules,
    typeCheck,
    withFaults,
  })
  if (!resources.ok) return resources
  const isError = ({ severity }: ProjectProblem) => severity === 'error'
  reportWarnings(
    context,
    resources.problems.filter(problem => !isError(problem)),
  )
  const { value, fingerprint } = resources
  const known = fingerprint === undefined ? {} : { fingerprint }
  return {
    ok: true,
    value: { project: project.value, resources: value, ...known },
    problems: resources.problems.filter(isError),
  }
}
