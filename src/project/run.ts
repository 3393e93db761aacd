import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { type Bundle, keepCodeCache, readCodeCache } from './bundle.js'

/** Modules that user code gets from the running command instead of from its own `node_modules`: always the same version. */
export type OwnModules = Readonly<Record<string, () => Promise<unknown>>>

type BundleFunction = (
  exports: Record<string, unknown>,
  require: (id: string) => unknown,
  module: { exports: Record<string, unknown> },
  filename: string,
) => void

/** Runs a bundle and gives what it exports. Throws what the user's code throws. */
export async function runBundle(
  bundle: Bundle,
  root: string,
  ownModules: OwnModules,
): Promise<Record<string, unknown>> {
  const { exports, keepCode } = await evaluate(bundle, root, ownModules)
  await keepCode()
  return exports
}

/** For so long nothing else is done; then the answers of an account are taken in, which otherwise would have to wait. */
const longestSliceMs = 8

/** Runs every file of a bundle that was made to run, in order. Throws what the user's code throws. */
export async function runFiles(bundle: Bundle, root: string, ownModules: OwnModules): Promise<void> {
  const { exports, keepCode } = await evaluate(bundle, root, ownModules)
  const { files = [] } = exports as { readonly files?: readonly (() => void)[] }
  let rested = performance.now()
  for (const runFile of files) {
    runFile()
    if (performance.now() - rested < longestSliceMs) continue
    await new Promise(resolve => setImmediate(resolve))
    rested = performance.now()
  }
  await keepCode()
}

async function evaluate(bundle: Bundle, root: string, ownModules: OwnModules) {
  const own = await loadOwn(bundle.packages, ownModules)
  const cachedData = readCodeCache(bundle)
  const script = new Script(bundle.code, { filename: bundle.path, ...(cachedData && { cachedData }) })
  const projectRequire = createRequire(join(root, 'dogma.config.ts'))
  const module = { exports: {} as Record<string, unknown> }
  const run = script.runInThisContext() as BundleFunction
  run(module.exports, id => own.get(id) ?? projectRequire(id), module, bundle.path)
  // After the run the cache also holds the functions that were compiled lazily.
  const keepCode = async () => {
    if (cachedData === undefined || script.cachedDataRejected)
      await keepCodeCache(bundle, script.createCachedData())
  }
  return { exports: module.exports, keepCode }
}

/** The modules of the running command that the bundle asks for: it gets them at once, so they are loaded before. */
async function loadOwn(
  packages: readonly string[],
  ownModules: OwnModules,
): Promise<ReadonlyMap<string, unknown>> {
  const wanted = packages.filter(name => Object.hasOwn(ownModules, name))
  return new Map(await Promise.all(wanted.map(async name => [name, await ownModules[name]?.()] as const)))
}
