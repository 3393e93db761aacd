import { access } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { bundle } from './bundle.js'
import type { ResolvedConfig } from './config-schema.js'
import { failed, type Loaded, loaded, type ProjectProblem } from './failure.js'
import { keepResult, readResult } from './kept-result.js'
import { type OwnModules, runBundle } from './run.js'
import { describeThrown } from './thrown.js'

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
  if (file === undefined) return failed(missingConfig(folder, await projectAbove(folder)))
  const cacheFolder = join(folder, '.dogma', 'cache')
  const code = await bundle('export', folder, [file], cacheFolder, version)
  if (!code.ok) return code
  const configFile = relative(folder, file)
  const kept = readResult(code.value) as ResolvedConfig | undefined
  if (kept !== undefined) return loaded({ root: folder, configFile, config: kept, cacheFolder })
  try {
    const { exports, isRepeatable, keepCode } = await runBundle(code.value, folder, ownModules)
    await keepCode()
    const { checkConfig } = await import('./config-schema.js')
    const config = checkConfig((exports.file as { readonly default?: unknown }).default, configFile)
    if (!config.ok) return config
    if (isRepeatable && isPlainData(config.value)) await keepResult(code.value, config.value)
    return loaded({ root: folder, configFile, config: config.value, cacheFolder })
  } catch (error) {
    return failed(describeThrown(error, code.value, folder, 'project/config'))
  } finally {
    await code.value.kept
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

/** The nearest folder above that holds a configuration: people often stand in `monitors/`. */
async function projectAbove(folder: string): Promise<string | undefined> {
  for (let above = dirname(folder), at = folder; above !== at; at = above, above = dirname(above)) {
    if ((await findConfig(above)) !== undefined) return above
  }
  return undefined
}

function missingConfig(folder: string, above: string | undefined): ProjectProblem {
  const write =
    "Run `dogma init`, or write one: import { defineConfig } from 'dogma'; export default defineConfig({ project: 'my-team' })"
  return {
    code: 'project/no-config',
    severity: 'error',
    message: `There is no dogma.config.ts in ${folder}.`,
    hint: above === undefined ? write : `There is one in ${above}: run the command there.`,
  }
}

/** Options of lint rules may be anything; what is not the same after it was text cannot be kept as text. */
function isPlainData(value: unknown): boolean {
  return isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value)
}
