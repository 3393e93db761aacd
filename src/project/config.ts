import { access } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { didYouMean } from '../diagnostic/index.js'
import { bundle } from './bundle.js'
import { failed, type Loaded, loaded, type ProjectProblem } from './failure.js'
import { type OwnModules, runBundle } from './run.js'
import { describeThrown } from './thrown.js'

/** An account that the commands can talk to. Keys never stand here: only the names of the environment variables. */
const accountSchema = z.strictObject({
  /** `datadoghq.com`, `datadoghq.eu`, `us3.datadoghq.com` …; the environment variable `DD_SITE` when absent. */
  site: z.string().min(1).optional(),
  /** A whole address such as `http://127.0.0.1:8126`, instead of a site. */
  url: z.url().optional(),
  /** Name of the environment variable that holds the API key. */
  apiKeyEnv: z.string().min(1).default('DD_API_KEY'),
  /** Name of the environment variable that holds the application key. */
  appKeyEnv: z.string().min(1).default('DD_APP_KEY'),
})

const configSchema = z.strictObject({
  /** Part of the mark on every live object; two projects with different names never touch each other's objects. */
  project: z
    .string()
    .regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/, 'must be lower-case letters, digits, `_`, `.` or `-`'),
  /** Folders that hold definition files, relative to the configuration. */
  definitions: z.array(z.string().min(1)).min(1).default(['monitors', 'slos', 'dashboards']),
  accounts: z.record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]*$/), accountSchema).default({}),
  /** The account used without `--account`. */
  defaultAccount: z.string().default('sandbox'),
  /** Where the embedded sandbox account keeps its objects, relative to the configuration. */
  sandboxFile: z.string().min(1).default('.dogma/sandbox.json'),
  /** Whether definition files are type-checked before they are used; needs `typescript` in the project. */
  typeCheck: z.boolean().default(true),
  /** Severities and options of the lint rules. Checked by the linter, which knows the rules. */
  lint: z.record(z.string(), z.unknown()).default({}),
})

/** The configuration with every default filled in. */
export type ResolvedConfig = z.output<typeof configSchema>

const configNames = ['dogma.config.ts', 'dogma.config.mts', 'dogma.config.js', 'dogma.config.mjs']

/** A project's folder and its configuration. */
export interface Project {
  readonly root: string
  /** Path of the configuration file relative to the root. */
  readonly configFile: string
  readonly config: ResolvedConfig
  /** Where things are kept that may be deleted at any time. */
  readonly cacheFolder: string
}

/** Finds and reads the configuration in `folder`. */
export async function loadProject(
  folder: string,
  version: string,
  ownModules: OwnModules,
): Promise<Loaded<Project>> {
  const file = await findConfig(folder)
  if (file === undefined) return failed(missingConfig(folder))
  const cacheFolder = join(folder, '.dogma', 'cache')
  const code = await bundle('export', folder, [file], cacheFolder, version)
  if (!code.ok) return code
  const configFile = relative(folder, file)
  try {
    const exported = await runBundle(code.value, folder, ownModules)
    const config = checkConfig((exported.file as { readonly default?: unknown }).default, configFile)
    if (!config.ok) return config
    return loaded({ root: folder, configFile, config: config.value, cacheFolder })
  } catch (error) {
    return failed(describeThrown(error, code.value, folder, 'project/config'))
  }
}

async function findConfig(folder: string): Promise<string | undefined> {
  for (const name of configNames) {
    const path = join(folder, name)
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  return undefined
}

function missingConfig(folder: string): ProjectProblem {
  return {
    code: 'project/no-config',
    severity: 'error',
    message: `There is no dogma.config.ts in ${folder}.`,
    hint: "Create one with: import { defineConfig } from 'dogma'; export default defineConfig({ project: 'my-team' })",
  }
}

function checkConfig(exported: unknown, file: string): Loaded<ResolvedConfig> {
  if (exported === undefined) {
    return failed({
      code: 'project/config',
      severity: 'error',
      message: `${file} has no default export.`,
      hint: "End it with: export default defineConfig({ project: 'my-team' })",
      origin: { file, line: 1, column: 1 },
    })
  }
  const result = configSchema.safeParse(exported)
  if (result.success) return loaded(result.data)
  return failed(...result.error.issues.map(issue => configProblem(issue, file)))
}

function configProblem(issue: z.core.$ZodIssue, file: string): ProjectProblem {
  const place = issue.path.length === 0 ? 'The configuration' : `\`${issue.path.join('.')}\``
  if (issue.code === 'unrecognized_keys') {
    const known = issue.path.length === 0 ? Object.keys(configSchema.shape) : Object.keys(accountSchema.shape)
    const hint = didYouMean(issue.keys[0] ?? '', known) ?? `Known here: ${known.join(', ')}.`
    return problem(`${place} has the unknown setting \`${issue.keys.join('`, `')}\`.`, file, hint)
  }
  return problem(`${place}: ${issue.message}.`, file)
}

function problem(message: string, file: string, hint?: string): ProjectProblem {
  const origin = { file, line: 1, column: 1 }
  return { code: 'project/config', severity: 'error', message, origin, ...(hint && { hint }) }
}
