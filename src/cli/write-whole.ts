import type { Stats } from 'node:fs'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { resolve } from 'node:path'

let count = 0

/**
 * Writes a file as a whole or not at all. A full disk takes the beginning of a text before it takes no more, so only
 * what was written to its end and flushed gets the file's name. A file that exists keeps its mode and owner, and a link its target.
 * Rejects with the system's error, and then nothing is left behind.
 */
export async function writeWhole(path: string, text: string, mode = 0o666): Promise<void> {
  const target = await realpath(path).catch(() => resolve(path))
  const before = await stat(target).catch(() => undefined)
  count += 1
  const temporary = `${target}.${process.pid}.${count}.tmp`
  try {
    const file = await open(temporary, 'wx', mode)
    try {
      await file.writeFile(text)
      if (before !== undefined) await keepOwner(file, before)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** Only the superuser may give a file away; for everybody else it is theirs already, or stays as it is. */
async function keepOwner(file: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  await file.chown(uid, gid).catch(() => undefined)
  await file.chmod(mode)
}
