import { mkdir, readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import type { Loaded } from '../project/index.js'

/** A file to write, with a path relative to the output folder. */
export interface OutputFile {
  readonly path: string
  readonly text: string
}

const manifestName = 'manifest.json'

/**
 * Writes the files and takes away those that an earlier call wrote and this one does not. Other files in the folder are
 * left alone.
 */
export async function writeDefinitions(
  folder: string,
  out: string,
  files: readonly OutputFile[],
): Promise<Loaded<undefined>> {
  const root = resolve(folder, out)
  try {
    const stale = (await writtenBefore(root)).filter(path => !files.some(file => file.path === path))
    await Promise.all(stale.map(path => rm(join(root, path), { force: true })))
    await Promise.all(
      [...new Set(files.map(file => dirname(join(root, file.path))))].map(each =>
        mkdir(each, { recursive: true }),
      ),
    )
    await mkdir(root, { recursive: true })
    await Promise.all(files.map(file => writeFileAtomic(join(root, file.path), file.text)))
    const manifest = { version: 1, files: files.map(file => file.path).sort() }
    await writeFileAtomic(join(root, manifestName), `${JSON.stringify(manifest, null, 2)}\n`)
    return { ok: true, value: undefined, problems: [] }
  } catch (error) {
    return { ok: false, problems: [notWritable(root, error as NodeJS.ErrnoException)] }
  }
}

/** Writes one file as a whole or not at all. */
export async function writeOutputFile(
  folder: string,
  path: string,
  text: string,
): Promise<Loaded<undefined>> {
  try {
    await writeFileAtomic(resolve(folder, path), text, { mode: 0o600 })
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
