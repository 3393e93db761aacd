import { appendFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { isJsonObject, type Json, resourceKinds } from '../model/index.js'
import type { Loaded, ProjectProblem } from '../project/index.js'
import type { LiveObject } from '../wire/index.js'
import type { Context } from './context.js'

/** Whose objects a backup holds: its first line. */
export interface BackupHeader {
  readonly version: 1
  readonly account: string
  readonly project: string
}

/** Keeps every object as it was before this run changes or deletes it, one JSON object per line. */
export interface Backup {
  /** Makes the file, so that a disk that takes nothing stops the run before anything is written to the account. */
  readonly prepare: () => Promise<Loaded<undefined>>
  readonly save: (object: LiveObject) => Promise<void>
  /** Where it lies, relative to the folder of the command; undefined when nothing was saved. */
  readonly path: () => string | undefined
  /** Takes the file away when it is not used. */
  readonly close: () => Promise<void>
}

/** A backup of this run. Two runs never share a file, even if the clock stands still. */
export function openBackup(context: Context, { account, project }: Omit<BackupHeader, 'version'>): Backup {
  const folder = join(context.folder, '.dogma', 'backups')
  const name = context.now().toISOString().replaceAll(/[:.]/g, '-')
  let path: string | undefined
  let isUsed = false
  return {
    async prepare() {
      const header: BackupHeader = { version: 1, account, project }
      try {
        path = await createFile(join(folder, name), `${JSON.stringify(header)}\n`)
        return { ok: true, value: undefined, problems: [] }
      } catch (error) {
        return { ok: false, problems: [notKept(folder, error as Error)] }
      }
    },
    async save(object) {
      if (path === undefined) throw new Error('The backup was not prepared.')
      await appendFile(path, `${JSON.stringify(object)}\n`, { flush: true })
      isUsed = true
    },
    path: () => (path !== undefined && isUsed ? relative(context.folder, path) : undefined),
    async close() {
      if (path !== undefined && !isUsed) await rm(path, { force: true })
    },
  }
}

async function createFile(base: string, text: string): Promise<string> {
  await mkdir(dirname(base), { recursive: true, mode: 0o700 })
  for (let copy = 1; ; copy += 1) {
    const path = `${base}${copy === 1 ? '' : `-${copy}`}.jsonl`
    try {
      await writeFile(path, text, { mode: 0o600, flag: 'wx', flush: true })
      return path
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      await rm(path, { force: true })
      throw error
    }
  }
}

function notKept(folder: string, error: Error): ProjectProblem {
  return {
    code: 'backup/not-writable',
    severity: 'error',
    message: `Nothing was changed, because the objects could not be backed up in ${folder}: ${error.message}.`,
    hint: 'Make room, or make the folder writable. Without a backup nothing is changed or deleted.',
  }
}

/** What a backup file holds. */
export interface KeptObjects extends BackupHeader {
  readonly objects: readonly LiveObject[]
}

/**
 * Reads a backup. A last line that was cut off is passed over: an object is only changed after its whole line is on the
 * disk.
 */
export function parseBackup(text: string, file: string): Loaded<KeptObjects> {
  const lines = text.split('\n').slice(0, -1)
  const [header, ...objects] = lines.map(jsonOf)
  if (!isJsonObject(header) || typeof header.account !== 'string' || typeof header.project !== 'string')
    return unreadable(`${file} is not a backup of dogma.`)
  if (header.version !== 1)
    return unreadable(`${file} is a backup of version ${String(header.version)}; this dogma reads version 1.`)
  const wrong = objects.findIndex(object => !isLiveObject(object))
  if (wrong !== -1) return unreadable(`Line ${wrong + 2} of ${file} is damaged; nothing was restored.`)
  const { account, project } = header
  return {
    ok: true,
    value: { version: 1, account, project, objects: objects.filter(isLiveObject) },
    problems: [],
  }
}

function jsonOf(line: string): Json {
  try {
    return JSON.parse(line) as Json
  } catch {
    return null
  }
}

function isLiveObject(value: Json): value is Json & LiveObject {
  if (!isJsonObject(value)) return false
  const { kind, id, payload } = value
  return resourceKinds.some(known => known === kind) && typeof id === 'string' && isJsonObject(payload)
}

function unreadable(message: string): Loaded<never> {
  const hint = 'Backups lie in .dogma/backups; apply, destroy and rollback name theirs when they are done.'
  return { ok: false, problems: [{ code: 'backup/unreadable', severity: 'error', message, hint }] }
}
