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
  const own = await loadOwn(bundle.packages, ownModules)
  const codeCache = readCodeCache(bundle)
  const wrapped = `(function (exports, require, module, __filename) {\n${bundle.code}\n})`
  const script = new Script(wrapped, {
    filename: bundle.path,
    // The wrapper's own line must not move the lines of the source map.
    lineOffset: -1,
    ...(codeCache && { cachedData: codeCache }),
  })
  const projectRequire = createRequire(join(root, 'dogma.config.ts'))
  const module = { exports: {} as Record<string, unknown> }
  const run = script.runInThisContext() as BundleFunction
  run(module.exports, id => own.get(id) ?? projectRequire(id), module, bundle.path)
  // After the run the cache also holds the functions that were compiled lazily.
  if (codeCache === undefined || script.cachedDataRejected)
    await keepCodeCache(bundle, script.createCachedData())
  return module.exports
}

/** The modules of the running command that the bundle asks for: it gets them at once, so they are loaded before. */
async function loadOwn(
  packages: readonly string[],
  ownModules: OwnModules,
): Promise<ReadonlyMap<string, unknown>> {
  const wanted = packages.filter(name => Object.hasOwn(ownModules, name))
  return new Map(await Promise.all(wanted.map(async name => [name, await ownModules[name]?.()] as const)))
}
