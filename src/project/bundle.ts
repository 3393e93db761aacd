import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { BuildFailure, BuildOptions, Message, Metafile, OutputFile } from 'esbuild'
import { bundleText } from './bundle-text.js'
import { failed, type Loaded, loaded, type ProjectProblem } from './failure.js'
import {
  companionOf,
  draftOf,
  entryName,
  forgetDraft,
  hashOf,
  keepBundle,
  lookAt,
  readKept,
  writeWhole,
} from './kept-bundle.js'
import { outsideDefines, outsideParameter } from './outside.js'

/** Many TypeScript files as one piece of JavaScript that can be run at once. */
export interface Bundle {
  /** Where the code is kept; also its name in stack traces. */
  readonly path: string
  /** Tells this code from any other. */
  readonly id: string
  /** A function of `exports`, `require`, `module` and the outside world. */
  readonly code: () => string
  /** Modules that the code requires when it runs. */
  readonly packages: readonly string[]
  /** Source map, version 3, as JSON text; only read where a place is asked for. */
  readonly map: () => string
  /** Fulfilled once the bundle lies where the next run looks for it; never rejected. */
  readonly kept: Promise<void>
}

/** What a bundle is for: `run` runs every file, `export` gives what its one file exports. */
export type BundlePurpose = 'run' | 'export'

/**
 * Bundles the files, or takes the kept bundle when nothing that went into it has changed. The kept one lies in
 * `cacheFolder` and may be deleted at any time.
 */
export async function bundle(
  purpose: BundlePurpose,
  root: string,
  files: readonly string[],
  cacheFolder: string,
  version: string,
): Promise<Loaded<Bundle>> {
  const path = bundlePath(purpose, cacheFolder)
  const key = hashOf(JSON.stringify([version, process.versions.node, files]))
  const kept = await readKept(path, key)
  if (kept !== undefined) {
    const map = () => bundleText(readFileSync(`${path}.map`))
    return loaded({ path, ...kept, map, kept: Promise.resolve() })
  }
  return buildBundle(path, key, root, files, entryFor(purpose, root, files))
}

/** Where the bundle of a purpose is kept. */
export function bundlePath(purpose: BundlePurpose, cacheFolder: string): string {
  return join(cacheFolder, `${purpose}.cjs`)
}

/** V8's compiled form of an earlier run of this very code, where one was kept. */
export function readCodeCache({ path, id }: Bundle): Buffer | undefined {
  try {
    return readFileSync(companionOf(path, id, 'cache'))
  } catch {
    return undefined
  }
}

/** Keeps V8's compiled form beside the bundle, for the next run. A failure to write only costs time. */
export async function keepCodeCache({ path, id }: Bundle, data: Buffer): Promise<void> {
  await writeWhole(companionOf(path, id, 'cache'), data).catch(() => undefined)
}

async function buildBundle(
  path: string,
  key: string,
  root: string,
  files: readonly string[],
  entry: string,
): Promise<Loaded<Bundle>> {
  const seen = lookAt(files)
  try {
    const { code, map, metafile, warnings, isWritten } = await runBundler(path, root, entry)
    const { inputs } = metafile
    const fresh = { id: hashOf(code), packages: packagesIn(inputs) }
    const kept = isWritten ? keepBundle(path, key, root, { ...fresh, inputs }, seen) : Promise.resolve()
    const value = { path, ...fresh, code: () => bundleText(code), map: () => bundleText(map), kept }
    return loaded(
      value,
      warnings.map(message => problemFrom(message, root, 'warning')),
    )
  } catch (error) {
    if (!isBuildFailure(error)) throw error
    return failed(...error.errors.map(message => problemFrom(message, root, 'error')))
  }
}

/** What the bundler gives: through files, the fastest way for megabytes, or from its memory where none can be written. */
async function runBundler(path: string, root: string, entry: string) {
  const esbuild = await import('esbuild')
  const draft = draftOf(path)
  const options = optionsFor(draft, root, entry)
  try {
    const { metafile, warnings } = await startBusy(() => esbuild.build({ ...options, write: true }))
    const [code, map] = [readFileSync(draft), readFileSync(`${draft}.map`)]
    return { code, map, metafile, warnings, isWritten: true }
  } catch {
    await forgetDraft(path)
    const { outputFiles, metafile, warnings } = await esbuild.build({ ...options, write: false })
    const [code, map] = [endingIn('.tmp', outputFiles), endingIn('.map', outputFiles)]
    return { code, map, metafile, warnings, isWritten: false }
  }
}

/**
 * The bundler lives for a second and collects its garbage all that time: a fifth of its work for a tenth of its memory. It
 * is told to collect less often by the environment that it starts with. https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
function startBusy<T>(start: () => T): T {
  const { env } = process
  if (env.GOGC !== undefined) return start()
  env.GOGC = '400'
  try {
    return start()
  } finally {
    delete env.GOGC
  }
}

function endingIn(ending: string, files: readonly OutputFile[]): Uint8Array {
  return files.find(file => file.path.endsWith(ending))!.contents
}

function optionsFor(outfile: string, root: string, entry: string) {
  return {
    stdin: { contents: entry, resolveDir: root, sourcefile: entryName, loader: 'js' },
    absWorkingDir: root,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    // One function, ready to be compiled as it is read.
    banner: { js: `(function (exports, require, module, ${outsideParameter}) {` },
    define: { ...outsideDefines },
    footer: { js: '})' },
    packages: 'external',
    // Code that starts from V8's kept form cannot import dynamically.
    supported: { 'dynamic-import': false },
    sourcemap: 'external',
    sourcesContent: false,
    outfile,
    metafile: true,
    logLevel: 'silent',
    // A definition that nobody imports must run all the same, whatever the project's package.json says of side effects.
    treeShaking: false,
  } as const satisfies BuildOptions
}

function packagesIn(inputs: Metafile['inputs']): string[] {
  const imports = Object.values(inputs).flatMap(input => input.imports)
  return [...new Set(imports.filter(({ external }) => external).map(each => each.path))]
}

function entryFor(purpose: BundlePurpose, root: string, files: readonly string[]): string {
  const paths = files.map(file => JSON.stringify(`./${relative(root, file).replaceAll('\\', '/')}`))
  if (purpose === 'export') return paths.map(path => `export * as file from ${path}`).join('\n')
  // What is required becomes a function for each file. V8 looks for the place of a call from the start of its function, so
  // in one function with thousands of definitions that would take longer than everything else.
  // Where nobody takes what `require` returns, no object of exports is made for it.
  return `exports.files = [${paths.map(path => `() => { require(${path}) }`).join(',\n')}]`
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error
}

function problemFrom(message: Message, root: string, severity: 'error' | 'warning'): ProjectProblem {
  if (message.text.startsWith('Top-level await')) return { ...noAwait, ...placeOf(message, root) }
  const hint = message.notes[0]?.text
  return {
    code: 'project/syntax',
    severity,
    message: sentence(message.text),
    ...(hint && { hint: sentence(hint) }),
    ...placeOf(message, root),
  }
}

const noAwait = {
  code: 'project/syntax',
  severity: 'error',
  message: 'A definition file cannot wait with `await` outside a function.',
  hint: 'Read what it needs beforehand, for example into a JSON file to import, or with `readFileSync`.',
} as const

function placeOf({ location }: Message, root: string): Partial<ProjectProblem> {
  if (location === null) return {}
  const { file, line, column, length, lineText } = location
  return {
    origin: { file: relative(root, join(root, file)), line, column: column + 1 },
    text: lineText,
    span: { start: column, end: column + Math.max(1, length) },
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
