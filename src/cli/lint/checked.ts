import { stat } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import type { LintConfig, LiveFacts } from '../../lint/index.js'
import { addressOf, type Resource } from '../../model/index.js'
import type { Loaded, Project, ProjectProblem } from '../../project/index.js'
import type { Context } from '../context.js'
import { noSuchFile, readJsonDefinitions } from '../json-definitions.js'
import { openFaultyDefinitions, openProject } from '../session.js'
import { definitionTexts } from './definition-texts.js'
import { type Fault, jsonFaults } from './json-faults.js'
import type { Source } from './source.js'

/** What a run of lint looks at. */
export interface Checked {
  readonly resources: readonly Resource[]
  readonly config: LintConfig
  /** Where resources that are not TypeScript come from, by their address. */
  readonly sources: ReadonlyMap<string, Source>
  /** What was noticed while reading: errors are about what could not be read; the rest is checked all the same. */
  readonly problems: readonly ProjectProblem[]
  /** What is wrong with resources by their schema or their references; they are checked all the same. */
  readonly faults: readonly Fault[]
  /** The project, where there is one. */
  readonly project?: Project
  /** The definition files as they were before they ran; only where they may be edited. */
  readonly texts: ReadonlyMap<string, string>
  /** What the account knows, where one was read. */
  readonly live?: LiveFacts
}

export interface CheckOptions {
  /** Reads this account instead of files. */
  readonly account?: string
  /** Datadog JSON files, Terraform plans, definition files and folders; none for the whole project. */
  readonly paths: readonly string[]
  readonly noTypeCheck: boolean
  /** Keeps the texts of the definition files. */
  readonly fix: boolean
}

/** Reads everything that is to be checked. */
export async function readChecked(context: Context, options: CheckOptions): Promise<Loaded<Checked>> {
  const project = await openProject(context)
  const isBroken = !project.ok && project.problems.some(problem => problem.code !== 'project/no-config')
  if (isBroken) return project
  if (options.account !== undefined) {
    // Most runs ask no account and must not wait for what talks to one.
    const { readLive } = await import('./live.js')
    const own = project.ok ? { project: project.value } : {}
    const read = await readLive(context, options.account, own.project)
    return read.ok ? { ...read, value: { ...read.value, ...own, faults: [], texts: new Map() } } : read
  }
  const own = options.paths.filter(path => project.ok && isDefinitionPath(context, project.value, path))
  const others = options.paths.filter(path => !own.includes(path))
  const empty = { resources: [], sources: new Map(), problems: [], faults: [], texts: new Map() } as const
  const json = others.length > 0 ? await readJson(context, others) : empty
  const astray = project.ok ? await strayPaths(context, project.value, own) : []
  const needsDefinitions = own.length > 0 || options.paths.length === 0
  const defined = needsDefinitions ? await readDefinitions(context, project, options, own) : empty
  if ('ok' in defined) return defined
  const checked: Checked = {
    resources: [...defined.resources, ...json.resources],
    sources: json.sources,
    problems: [...astray, ...defined.problems, ...json.problems],
    faults: [...defined.faults, ...json.faults],
    texts: defined.texts,
    config: project.ok ? project.value.config.lint : {},
    ...(project.ok && { project: project.value }),
  }
  return { ok: true, value: checked, problems: [] }
}

type Part = Pick<Checked, 'resources' | 'sources' | 'problems' | 'faults' | 'texts'>

async function readJson(context: Context, paths: readonly string[]): Promise<Part> {
  const { resources, problems } = await readJsonDefinitions(context.folder, paths)
  return {
    resources: resources.map(({ resource }) => resource),
    sources: new Map(resources.map(({ resource, source }) => [addressOf(resource), source])),
    problems,
    faults: jsonFaults(resources.filter(({ source }) => source.kind === 'json')),
    texts: new Map(),
  }
}

async function readDefinitions(
  context: Context,
  project: Loaded<Project>,
  options: CheckOptions,
  paths: readonly string[],
): Promise<Part | Extract<Loaded<never>, { readonly ok: false }>> {
  if (!project.ok) return project
  const { root, config } = project.value
  const texts = options.fix ? await definitionTexts(root, config.definitions) : new Map<string, string>()
  const definitions = await openFaultyDefinitions(context, options)
  const none = { resources: [], sources: new Map(), problems: [], faults: [], texts }
  if (definitions.ok) {
    const resources = definitions.value.resources.filter(each => isBelow(context, each, paths))
    return { ...none, resources, faults: faultsOf(resources, definitions.problems) }
  }
  // A file that does not compile is something that lint found; a project without any file is not.
  const isAboutFiles = definitions.problems.every(
    problem => problem.origin !== undefined && problem.code !== 'project/no-definitions',
  )
  return isAboutFiles ? { ...none, problems: definitions.problems } : definitions
}

/** Faults of other resources are none of what is looked at. */
function faultsOf(
  resources: readonly Resource[],
  problems: readonly ProjectProblem[],
): readonly ProjectProblem[] {
  const addresses = new Set(resources.map(addressOf))
  return problems.filter(({ address }) => address === undefined || addresses.has(address))
}

/** Definition files, and folders of them, are run; everything else is read as JSON. */
function isDefinitionPath(context: Context, { root, config }: Project, path: string): boolean {
  if (/\.[cm]?[jt]s$/.test(path)) return true
  const whole = resolve(context.folder, path)
  return config.definitions.some(folder => whole === resolve(root, folder))
}

/** A path that names nothing, or something that is not loaded, must not look as if all were well with it. */
async function strayPaths(
  context: Context,
  { root, config }: Project,
  paths: readonly string[],
): Promise<ProjectProblem[]> {
  const folders = config.definitions.map(folder => resolve(root, folder))
  const problems = await Promise.all(
    paths.map(async path => {
      const whole = resolve(context.folder, path)
      const exists = await stat(whole).then(Boolean, () => false)
      if (!exists) return noSuchFile(path)
      const isLoaded = folders.some(folder => whole === folder || whole.startsWith(`${folder}${sep}`))
      return isLoaded ? undefined : notADefinition(path, config.definitions)
    }),
  )
  return problems.filter(problem => problem !== undefined)
}

function notADefinition(path: string, folders: readonly string[]): ProjectProblem {
  return {
    code: 'lint/not-a-definition',
    severity: 'error',
    message: `${path} lies in none of the folders of definitions, so nothing in it was checked.`,
    hint: `They are: ${folders.join(', ')}. Name others under \`definitions\` in the configuration.`,
  }
}

function isBelow(context: Context, { origin }: Resource, paths: readonly string[]): boolean {
  if (paths.length === 0) return true
  const file = origin === undefined ? undefined : resolve(context.folder, origin.file)
  return paths.some(path => {
    const whole = resolve(context.folder, path)
    return file === whole || file?.startsWith(`${whole}${sep}`) === true
  })
}

/** What could not be read. */
export function unreadable({ problems }: Checked): readonly ProjectProblem[] {
  return problems.filter(problem => problem.severity === 'error')
}

/** What could not be read, and what a plan would refuse. */
export function wrong(checked: Checked): readonly ProjectProblem[] {
  return [...unreadable(checked), ...checked.faults]
}
