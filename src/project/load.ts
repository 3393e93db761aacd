import { isAcceptable } from '../diagnostic/index.js'
import { checkLinks, type Resource, referenceGraph } from '../model/index.js'
import { bundle, bundlePath } from './bundle.js'
import { schemaProblems } from './check-schema.js'
import type { Project } from './config.js'
import { failed, type Loaded, loaded, type ProjectProblem } from './failure.js'
import { findDeclarationFiles, findDefinitionFiles } from './files.js'
import { keptInputs } from './kept-bundle.js'
import { keepResult, readResult } from './kept-result.js'
import { refuseLate } from './late.js'
import { placeInFiles } from './places.js'
import { type OwnModules, runBundle } from './run.js'
import { describeAllThrown } from './thrown.js'
import { typeErrors } from './type-check.js'

export interface LoadOptions {
  readonly version: string
  readonly ownModules: OwnModules
  readonly typeCheck: boolean
  /** Gives resources also where definitions are wrong by their schema or name what is not there; the problems say so. */
  readonly withFaults?: boolean
}

/** Runs the project's definition files and gives every resource they define, in the order of the files. */
export async function loadResources(
  project: Project,
  options: LoadOptions,
): Promise<Loaded<readonly Resource[]>> {
  const files = await findDefinitionFiles(project.root, project.config.definitions)
  if (files.length === 0) return failed(noDefinitions(project))
  // The compiler runs in its own process while the files are bundled and run here.
  const types = options.typeCheck ? checkTypes(project, files, options) : Promise.resolve([])
  const result = await runDefinitions(project, files, options)
  const typeProblems = await types
  if (typeProblems.length > 0) return failed(...typeProblems)
  return result
}

async function checkTypes(
  project: Project,
  files: readonly string[],
  options: LoadOptions,
): Promise<ProjectProblem[]> {
  const { root, cacheFolder, config } = project
  const declarations = await findDeclarationFiles(root, config.definitions)
  return typeErrors(
    root,
    [...files, ...declarations],
    keptInputs(bundlePath('run', cacheFolder)),
    cacheFolder,
    options.version,
  )
}

async function runDefinitions(
  project: Project,
  files: readonly string[],
  options: LoadOptions,
): Promise<Loaded<readonly Resource[]>> {
  const code = await bundle('run', project.root, files, project.cacheFolder, options.version)
  if (!code.ok) return code
  const kept = readResult(code.value) as Result | undefined
  if (kept !== undefined) return loaded(kept.resources, kept.problems, code.value.id)
  try {
    const { resources, value } = await collectAlone(() =>
      runBundle(code.value, project.root, options.ownModules),
    )
    await value.keepCode()
    const placed = await placeInFiles(resources, code.value, project.root, value.isRepeatable)
    const problems = [...checkLinks(placed, referenceGraph(placed)), ...schemaProblems(placed)]
    if (!isAcceptable(problems)) {
      return options.withFaults ? loaded(placed, [...code.problems, ...problems]) : failed(...problems)
    }
    const result: Result = { resources: placed, problems: [...code.problems, ...problems] }
    if (value.isRepeatable) await keepResult(code.value, result)
    return loaded(result.resources, result.problems, value.isRepeatable ? code.value.id : undefined)
  } catch (error) {
    return failed(...describeAllThrown(error, code.value, project.root, 'project/definition'))
  } finally {
    await code.value.kept
  }
}

/** Plain data, so it is the same after it was kept as text. */
interface Result {
  readonly resources: readonly Resource[]
  readonly problems: readonly ProjectProblem[]
}

let lastCollection: Promise<unknown> = Promise.resolve()

/** Resources go to the one collector of the process, so two projects of one process are run one after the other. */
function collectAlone<T>(run: () => Promise<T>) {
  const collection = lastCollection.then(async () => {
    const { collectResources } = await import('../dsl/index.js')
    return collectResources(run, refuseLate)
  })
  lastCollection = collection.catch(() => undefined)
  return collection
}

function noDefinitions(project: Project) {
  return {
    code: 'project/no-definitions',
    severity: 'error',
    message: `There is no definition file below ${project.config.definitions.join('/, ')}/.`,
    hint: 'Write one, or name your folders in `definitions` of the configuration.',
    origin: { file: project.configFile, line: 1, column: 1 },
  } as const
}
