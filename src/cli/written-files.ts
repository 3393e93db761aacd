import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { version } from './version.js'

/** How the files of a folder were left by the last build, so that the next one need not write them again. */
interface Left {
  readonly fingerprint: string
  readonly files: Readonly<Record<string, readonly [size: number, modified: number, changed: number]>>
}

/** True when the folder holds, untouched, the files that were written for the same definitions. */
export function areAsLeft(
  cacheFolder: string,
  root: string,
  fingerprint: string,
  paths: readonly string[],
): boolean {
  try {
    const left = JSON.parse(readFileSync(stampPath(cacheFolder, root), 'utf8')) as Left
    if (left.fingerprint !== `${version} ${fingerprint}` || Object.keys(left.files).length !== paths.length)
      return false
    return paths.every(path => {
      const [size, modified, changed] = left.files[path] ?? []
      const now = statSync(join(root, path))
      return now.size === size && now.mtimeMs === modified && now.ctimeMs === changed
    })
  } catch {
    // Nothing is known, or a file is gone.
    return false
  }
}

/** Remembers the files as they are now. A failure only costs time. */
export async function rememberFiles(
  cacheFolder: string,
  root: string,
  fingerprint: string,
  paths: readonly string[],
): Promise<void> {
  try {
    const entries = paths.map(path => {
      const { size, mtimeMs, ctimeMs } = statSync(join(root, path))
      return [path, [size, mtimeMs, ctimeMs]] as const
    })
    const left: Left = { fingerprint: `${version} ${fingerprint}`, files: Object.fromEntries(entries) }
    const path = stampPath(cacheFolder, root)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, JSON.stringify(left))
  } catch {
    // The next build writes all of them again.
  }
}

function stampPath(cacheFolder: string, root: string): string {
  return join(cacheFolder, `built-${createHash('sha1').update(root).digest('hex').slice(0, 12)}.json`)
}
