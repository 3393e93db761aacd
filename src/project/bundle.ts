import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { BuildFailure, Message, Metafile } from 'esbuild'
import { failed, type Loaded, loaded, type ProjectProblem } from './failure.js'

/** Many TypeScript files as one piece of JavaScript that can be run at once. */
export interface Bundle {
  /** Where the code is kept; also its name in stack traces. */
  readonly path: string
  readonly code: string
  /** Source map, version 3, as JSON text. */
  readonly map: string
  /** V8's compiled form of an earlier run, where one was kept. */
  readonly codeCache?: Buffer
}

interface Manifest {
  readonly key: string
  /** Content hash by absolute path of every file that went into the bundle. */
  readonly inputs: Readonly<Record<string, string>>
  /** Which of them imports which, by path relative to the project. */
  readonly imports: Readonly<Record<string, readonly string[]>>
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
  const path = join(cacheFolder, `${purpose}.cjs`)
  const key = hash(JSON.stringify([version, process.versions.node, files]))
  const kept = await readKept(path, key)
  if (kept !== undefined) return loaded(kept)
  return buildBundle(path, key, root, entryFor(purpose, root, files))
}

/** Keeps V8's compiled form beside the bundle, for the next run. A failure to write only costs time. */
export async function keepCodeCache(path: string, data: Buffer): Promise<void> {
  await writeWhole(`${path}.cache`, data).catch(() => undefined)
}

async function readKept(path: string, key: string): Promise<Bundle | undefined> {
  try {
    const manifest = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Manifest
    if (manifest.key !== key || !(await isCurrent(manifest.inputs))) return undefined
    const [code, map, codeCache] = await Promise.all([
      readFile(path, 'utf8'),
      readFile(`${path}.map`, 'utf8'),
      readFile(`${path}.cache`).catch(() => undefined),
    ])
    return { path, code, map, ...(codeCache && { codeCache }) }
  } catch {
    // Missing, half-written or of another version: all mean that there is nothing to take.
    return undefined
  }
}

/** Who imports whom in the kept bundle of definitions, by path relative to the project; undefined where none is kept. */
export async function readImports(
  root: string,
  cacheFolder: string,
): Promise<ReadonlyMap<string, readonly string[]> | undefined> {
  try {
    const { imports } = JSON.parse(await readFile(join(cacheFolder, 'run.cjs.json'), 'utf8')) as Manifest
    const inRoot = (file: string) => relative(root, join(root, file)).replaceAll('\\', '/')
    return new Map(Object.entries(imports).map(([file, targets]) => [inRoot(file), targets.map(inRoot)]))
  } catch {
    return undefined
  }
}

async function isCurrent(inputs: Manifest['inputs']): Promise<boolean> {
  const same = await Promise.all(
    Object.entries(inputs).map(async ([file, known]) => hash(await readFile(file)) === known),
  )
  return same.every(Boolean)
}

async function buildBundle(path: string, key: string, root: string, entry: string): Promise<Loaded<Bundle>> {
  const esbuild = await import('esbuild')
  try {
    const result = await esbuild.build({
      stdin: {
        contents: entry,
        resolveDir: root,
        sourcefile: 'dogma-entry.js',
        loader: 'js',
      },
      absWorkingDir: root,
      bundle: true,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      packages: 'external',
      // Code that starts from V8's kept form cannot import dynamically.
      supported: { 'dynamic-import': false },
      sourcemap: 'external',
      sourcesContent: false,
      outfile: path,
      metafile: true,
      write: false,
      logLevel: 'silent',
      // A definition that nobody imports must run all the same, whatever the project's package.json says of side effects.
      treeShaking: false,
      ignoreAnnotations: true,
    })
    const code = result.outputFiles.find(file => file.path.endsWith('.cjs'))!.text
    const map = result.outputFiles.find(file => file.path.endsWith('.map'))!.text
    await keep(path, key, root, code, map, result.metafile.inputs)
    return loaded(
      { path, code, map },
      result.warnings.map(message => problemFrom(message, root, 'warning')),
    )
  } catch (error) {
    if (!isBuildFailure(error)) throw error
    return failed(...error.errors.map(message => problemFrom(message, root, 'error')))
  }
}

function entryFor(purpose: BundlePurpose, root: string, files: readonly string[]): string {
  const paths = files.map(file => JSON.stringify(`./${relative(root, file).replaceAll('\\', '/')}`))
  if (purpose === 'export') return paths.map(path => `export * as file from ${path}`).join('\n')
  // What is required becomes a function for each file. V8 looks for the place of a call from the start of its function, so
  // in one function with thousands of definitions that would take longer than everything else.
  return paths.map(path => `require(${path})`).join('\n')
}

async function keep(
  path: string,
  key: string,
  root: string,
  code: string,
  map: string,
  inputs: Metafile['inputs'],
): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    const sources = Object.keys(inputs)
      .filter(input => input !== 'dogma-entry.js')
      .map(input => join(root, input))
    const hashes = await Promise.all(sources.map(async file => [file, hash(await readFile(file))] as const))
    await Promise.all([writeWhole(path, code), writeWhole(`${path}.map`, map)])
    // The manifest comes last: it says that the rest is complete.
    await writeWhole(
      `${path}.json`,
      JSON.stringify({
        key,
        inputs: Object.fromEntries(hashes),
        imports: importsIn(inputs),
      } satisfies Manifest),
    )
  } catch {
    // A read-only folder costs the next run its head start, nothing else.
  }
}

function importsIn(inputs: Metafile['inputs']): Manifest['imports'] {
  const entries = Object.entries(inputs).map(([file, { imports }]) => [
    file,
    imports.filter(({ external }) => !external).map(({ path }) => path),
  ])
  return Object.fromEntries(entries)
}

async function writeWhole(path: string, data: string | Buffer): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  await writeFile(temporary, data)
  await rename(temporary, path)
}

function hash(data: string | Buffer): string {
  return createHash('sha1').update(data).digest('hex')
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error
}

function problemFrom(message: Message, root: string, severity: 'error' | 'warning'): ProjectProblem {
  const place = message.location
  const hint = message.notes[0]?.text
  return {
    code: 'project/syntax',
    severity,
    message: sentence(message.text),
    ...(hint && { hint: sentence(hint) }),
    ...(place && {
      origin: { file: relative(root, join(root, place.file)), line: place.line, column: place.column + 1 },
      text: place.lineText,
      span: { start: place.column, end: place.column + Math.max(1, place.length) },
    }),
  }
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`
}
