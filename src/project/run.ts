import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Script } from 'node:vm'
import { type Bundle, keepCodeCache, readCodeCache } from './bundle.js'
import { withoutEarlyEnd } from './definition-world.js'
import { rememberRun } from './late.js'
import { watchOutside } from './outside.js'

/** Modules that user code gets from the running command instead of from its own `node_modules`: always the same version. */
export type OwnModules = Readonly<Record<string, () => Promise<unknown>>>

/** What running a bundle gave. */
export interface Ran {
  readonly exports: Readonly<Record<string, unknown>>
  /** False when the code looked at anything but its own files, so that it may give something else next time. */
  readonly isRepeatable: boolean
  /** Keeps V8's compiled form for the next run where that is of use. */
  readonly keepCode: () => Promise<void>
}

type BundleFunction = (
  exports: Record<string, unknown>,
  require: (id: string) => unknown,
  module: { exports: Record<string, unknown> },
  outside: object,
) => void

/** For so long nothing else is done; then the answers of an account are taken in, which otherwise would have to wait. */
const longestSliceMs = 8

/**
 * Runs a bundle: for one that was made to run, every file in order. Throws what the user's code throws.
 */
export async function runBundle(bundle: Bundle, root: string, ownModules: OwnModules): Promise<Ran> {
  const own = await loadOwn(bundle.packages, ownModules)
  const outside = watchOutside(bundle.path)
  const cachedData = readCodeCache(bundle)
  const script = new Script(bundle.code(), { filename: bundle.path, ...(cachedData && { cachedData }) })
  const projectRequire = createRequire(join(root, 'dogma.config.ts'))
  const require = (id: string) => {
    if (own.has(id)) return own.get(id)
    outside.see()
    return projectRequire(id)
  }
  const module = { exports: {} as Record<string, unknown> }
  const run = script.runInThisContext() as BundleFunction
  rememberRun(bundle, root)
  await withoutEarlyEnd(async () => {
    run(module.exports, require, module, outside.world)
    await runFiles(module.exports)
    // What promises of the files have begun is done first, and what they reject is heard of.
    await new Promise(resolve => setImmediate(resolve))
  })
  const isRepeatable = !outside.wasSeen()
  const keepCode = async () => {
    // After the run the compiled form also holds the functions that were compiled lazily. What need not be run again needs none.
    if (!isRepeatable && (cachedData === undefined || script.cachedDataRejected))
      await keepCodeCache(bundle, script.createCachedData())
  }
  return { exports: module.exports, isRepeatable, keepCode }
}

async function runFiles({ files }: { readonly files?: unknown }): Promise<void> {
  if (!Array.isArray(files)) return
  let rested = performance.now()
  for (const runFile of files as readonly (() => void)[]) {
    runFile()
    if (performance.now() - rested < longestSliceMs) continue
    await new Promise(resolve => setImmediate(resolve))
    rested = performance.now()
  }
}

/** The modules of the running command that the bundle asks for: it gets them at once, so they are loaded before. */
async function loadOwn(
  packages: readonly string[],
  ownModules: OwnModules,
): Promise<ReadonlyMap<string, unknown>> {
  const wanted = packages.filter(name => Object.hasOwn(ownModules, name))
  return new Map(await Promise.all(wanted.map(async name => [name, await ownModules[name]?.()] as const)))
}
