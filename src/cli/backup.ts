import { appendFile, mkdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { LiveObject } from '../wire/index.js'
import type { Context } from './context.js'

/** Keeps every object as it was before this run changes or deletes it, one JSON object per line. */
export interface Backup {
  readonly save: (object: LiveObject) => Promise<void>
  /** Where it lies, relative to the folder of the command; undefined while nothing was saved. */
  readonly path: () => string | undefined
}

/** A backup of this run. No file is made before the first object is saved. */
export function openBackup(context: Context): Backup {
  const name = `${context.now().toISOString().replaceAll(/[:.]/g, '-')}.jsonl`
  const path = join(context.folder, '.dogma', 'backups', name)
  let isUsed = false
  return {
    save: async object => {
      if (!isUsed) await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      isUsed = true
      await appendFile(path, `${JSON.stringify(object)}\n`, { mode: 0o600, flush: true })
    },
    path: () => (isUsed ? relative(context.folder, path) : undefined),
  }
}
