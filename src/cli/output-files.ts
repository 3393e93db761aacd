import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Loaded } from '../project/index.js'
import { writeWhole } from './write-whole.js'
import { areAsLeft, rememberFiles } from './written-files.js'

/** A file to write, with a path relative to the output folder. */
export interface OutputFile {
  readonly path: string
  readonly text: string
}

/** The same, made only when it is needed. */
export interface LazyFile {
  readonly path: string
  readonly text: () => string
}

/** Where files go, and what they were made from: the same fingerprint stands for the same files. */
export interface Output {
  readonly folder: string
  readonly out: string
  readonly cacheFolder: string
  readonly fingerprint: string | undefined
}

const manifestName = 'manifest.json'

/**
 * Writes the files and takes away those that an earlier call wrote and this one does not. Other files in the folder are
 * left alone, and so are files that hold what they should already.
 */
export async function writeDefinitions(
  output: Output,
  files: readonly LazyFile[],
): Promise<Loaded<undefined>> {
  const { folder, out, cacheFolder, fingerprint } = output
  const root = resolve(folder, out)
  const paths = [...files.map(file => file.path), manifestName]
  if (fingerprint !== undefined && areAsLeft(cacheFolder, root, fingerprint, paths))
    return { ok: true, value: undefined, problems: [] }
  try {
    const wanted = new Set(paths)
    const stale = (await writtenBefore(root)).filter(path => !wanted.has(path))
    for (const path of stale) rmSync(join(root, path), { force: true })
    for (const each of new Set(paths.map(path => dirname(join(root, path)))))
      mkdirSync(each, { recursive: true })
    for (const { path, text } of files) writeUnlessSame(join(root, path), text())
    const manifest = { version: 1, files: files.map(file => file.path).sort() }
    await writeWhole(join(root, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
    if (fingerprint !== undefined) await rememberFiles(cacheFolder, root, fingerprint, paths)
    return { ok: true, value: undefined, problems: [] }
  } catch (error) {
    return { ok: false, problems: [notWritable(root, error as NodeJS.ErrnoException)] }
  }
}

/** Thousands of small files: one call after the other is several times faster than all at once, each with its own safety net. */
function writeUnlessSame(path: string, text: string): void {
  if (contentOf(path) === text) return
  try {
    writeFileSync(path, text)
  } catch (error) {
    // Half a definition must not be taken for a whole one.
    rmSync(path, { force: true })
    throw error
  }
}

function contentOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Writes one file as a whole or not at all. */
export async function writeOutputFile(
  folder: string,
  path: string,
  text: string,
): Promise<Loaded<undefined>> {
  try {
    await writeWhole(resolve(folder, path), text, 0o600)
    return { ok: true, value: undefined, problems: [] }
  } catch (error) {
    return { ok: false, problems: [notWritable(resolve(folder, path), error as NodeJS.ErrnoException)] }
  }
}

/** Paths of an earlier manifest; anything that leads out of the folder is not ours and is passed over. */
async function writtenBefore(root: string): Promise<string[]> {
  const text = await readFile(join(root, manifestName), 'utf8').catch(() => '{}')
  try {
    const { files } = JSON.parse(text) as { files?: unknown }
    if (!Array.isArray(files)) return []
    return files.filter(
      (path): path is string =>
        typeof path === 'string' && /^(monitors|slos|dashboards)\/[a-z0-9_.-]+\.json$/.test(path),
    )
  } catch {
    return []
  }
}

function notWritable(root: string, error: NodeJS.ErrnoException) {
  return {
    code: 'cli/not-writable',
    severity: 'error',
    message: `${root} cannot be written to: ${error.message}.`,
    hint: 'Name another place with --out.',
  } as const
}
