import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import type { Metafile } from 'esbuild'
import { bundleText } from './bundle-text.js'

/** What is known of a kept bundle without reading it. */
interface Manifest {
  /** What it was made from and for: another version of anything has another key. */
  readonly key: string
  /** The hash of the code; part of the names of the files that only fit that code. */
  readonly id: string
  /** Every file that went into the bundle, by absolute path. */
  readonly inputs: Readonly<Record<string, Input>>
  /** Which of them imports which, by path relative to the project. */
  readonly imports: Readonly<Record<string, readonly string[]>>
  /** Modules that the code requires when it runs. */
  readonly packages: readonly string[]
  /** When the inputs were looked at, by the clock that also dates files. */
  readonly seenAt: number
}

/** A file as it was: if none of the first four differs and none is too young to tell, nor does the hash. */
interface Input {
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  readonly ino: number
  readonly hash: string
}

/** A bundle that was kept earlier and still says what its files say. */
export interface KeptBundle {
  readonly id: string
  readonly code: () => string
  readonly packages: readonly string[]
}

/** The kept bundle, when nothing that went into it has changed. Missing, half-written or outdated ones give nothing. */
export async function readKept(path: string, key: string): Promise<KeptBundle | undefined> {
  try {
    const manifest = JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Manifest
    if (manifest.key !== key || !(await isCurrent(path, manifest))) return undefined
    const { id, packages } = manifest
    return { id, packages, code: () => bundleText(readFileSync(path)) }
  } catch {
    return undefined
  }
}

/** Every file that went into the bundle kept last, or none. */
export function keptInputs(path: string): readonly string[] {
  try {
    return Object.keys((JSON.parse(readFileSync(`${path}.json`, 'utf8')) as Manifest).inputs)
  } catch {
    return []
  }
}

/** Two changes within this time may give a file the same times: no file system in use is less exact. */
const coarsestClockMs = 2_000

/** File systems date a change by the kernel's last tick, which may lie so far back. */
const clockTickMs = 20

function latestChange({ mtimeMs, ctimeMs }: Input): number {
  return Math.max(mtimeMs, ctimeMs)
}

async function isCurrent(path: string, manifest: Manifest): Promise<boolean> {
  const young: string[] = []
  for (const [file, known] of Object.entries(manifest.inputs)) {
    const { size, mtimeMs, ctimeMs, ino } = statSync(file)
    const isSame =
      size === known.size && mtimeMs === known.mtimeMs && ctimeMs === known.ctimeMs && ino === known.ino
    if (!isSame || latestChange(known) > manifest.seenAt - coarsestClockMs) young.push(file)
  }
  if (young.length === 0) return true
  const seenAt = Date.now()
  const inputs = await readInputs(young)
  if (young.some(file => inputs[file]?.hash !== manifest.inputs[file]?.hash)) return false
  // The same content at another time, as after a checkout: from now on their times tell.
  const renewed = { ...manifest, inputs: { ...manifest.inputs, ...inputs }, seenAt }
  await writeWhole(`${path}.json`, JSON.stringify(renewed)).catch(() => undefined)
  return true
}

/** Inputs as they were before the bundler read them: what changes meanwhile is found changed by the next run. */
export interface Seen {
  readonly at: number
  readonly inputs: Promise<Manifest['inputs']>
}

/** Looks at the files that are known before the bundler runs, while it runs. */
export function lookAt(files: readonly string[]): Seen {
  const inputs = readInputs(files)
  // It fails again, and is told, when the bundler reads the same files.
  inputs.catch(() => undefined)
  return { at: Date.now(), inputs }
}

async function readInputs(files: readonly string[]): Promise<Manifest['inputs']> {
  const entries = files.map(async file => {
    // Times first: a change after them shows as a change.
    const { size, mtimeMs, ctimeMs, ino } = statSync(file)
    return [file, { size, mtimeMs, ctimeMs, ino, hash: hashOf(await readFile(file)) }] as const
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** What the bundler told of the bundle that it wrote. */
export interface FreshBundle {
  readonly id: string
  readonly packages: readonly string[]
  readonly inputs: Metafile['inputs']
}

/** Where the bundler writes first: two runs at once do not see each other's half-written files. */
export function draftOf(path: string): string {
  return `${path}.${process.pid}.tmp`
}

/** Takes away what the bundler wrote first, where it is still there. */
export async function forgetDraft(path: string): Promise<void> {
  const draft = draftOf(path)
  for (const name of [draft, `${draft}.map`]) await rm(name, { force: true }).catch(() => undefined)
}

/** Keeps the drafted bundle for the next run. A failure only costs time. */
export async function keepBundle(
  path: string,
  key: string,
  root: string,
  { id, packages, inputs }: FreshBundle,
  seen: Seen,
): Promise<void> {
  const draft = draftOf(path)
  try {
    const known = await seen.inputs
    const files = Object.keys(inputs).filter(input => input !== entryName)
    const imported = await readInputs(files.map(input => join(root, input)).filter(file => !(file in known)))
    // Until the new manifest is there, nothing says that another code is that of the old files.
    await rm(`${path}.json`, { force: true })
    await Promise.all([rename(draft, path), rename(`${draft}.map`, `${path}.map`), forgetOthers(path, id)])
    const manifest: Manifest = {
      key,
      id,
      inputs: { ...known, ...doubtful(imported, seen.at) },
      imports: importsIn(inputs),
      packages,
      seenAt: seen.at,
    }
    // The manifest comes last: it says that the rest is complete.
    await writeWhole(`${path}.json`, JSON.stringify(manifest))
  } catch {
    // A folder that cannot be written to costs the next run its head start, nothing else.
  } finally {
    await forgetDraft(path)
  }
}

/** What was changed since a moment may have been read before or after: it is known by no content, so the next run bundles again. */
function doubtful(inputs: Manifest['inputs'], since: number): Manifest['inputs'] {
  const entries = Object.entries(inputs).map(([file, input]) => [
    file,
    latestChange(input) > since - clockTickMs ? { ...input, hash: '' } : input,
  ])
  return Object.fromEntries(entries)
}

/** The name under which the bundler sees the list of files. */
export const entryName = 'dogma-entry.js'

function importsIn(inputs: Metafile['inputs']): Manifest['imports'] {
  const entries = Object.entries(inputs).map(([file, { imports }]) => [
    file,
    imports.filter(({ external }) => !external).map(({ path }) => path),
  ])
  return Object.fromEntries(entries)
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

/**
 * Where something is kept that only fits one code: V8 itself tells two codes apart by nothing but their length.
 */
export function companionOf(path: string, id: string, what: 'cache' | 'places' | 'result'): string {
  return `${path}.${id}.${what}`
}

async function forgetOthers(path: string, id: string): Promise<void> {
  const prefix = `${basename(path)}.`
  const stale = (await readdir(dirname(path))).filter(
    name =>
      name.startsWith(prefix) && /\.(cache|places|result)$/.test(name) && !name.startsWith(`${prefix}${id}.`),
  )
  await Promise.all(stale.map(name => rm(join(dirname(path), name), { force: true })))
}

/** Writes a file as a whole or not at all. */
export async function writeWhole(path: string, data: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`
  try {
    await writeFile(temporary, data)
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** A content hash, as text. */
export function hashOf(data: string | Uint8Array): string {
  return createHash('sha1').update(data).digest('hex')
}
