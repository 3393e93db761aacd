import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { isObject, type Json } from '../json.js'
import { writeWhole } from './write-whole.js'

/** Who serves a file. `url` is null while that server is starting. */
export interface Holder {
  readonly pid: number
  readonly url: string | null
  /** Different for each server, so that a port used again by another program is not mistaken for it. */
  readonly token: string
}

/** The lock of a file, held by this process. */
export interface Lock {
  readonly token: string
  /** Tells others where this server answers. */
  announce(url: string): void
  release(): void
}

export type Acquired =
  | { readonly kind: 'held'; readonly lock: Lock }
  | { readonly kind: 'busy'; readonly url: string }

const POLL_MILLISECONDS = 50
const START_MILLISECONDS = 5000

/**
 * Takes the lock beside `file`, or says which live server has it. A lock whose process is gone, or whose server does
 * not answer any more, is taken over.
 */
export async function acquireLock(file: string): Promise<Acquired> {
  const path = `${file}.lock`
  mkdirSync(dirname(path), { recursive: true })
  const until = Date.now() + START_MILLISECONDS
  for (;;) {
    const lock = create(path)
    if (lock) return { kind: 'held', lock }
    const text = read(path)
    const holder = text === undefined ? undefined : parse(text)
    if (holder?.url && (await isServing(holder))) return { kind: 'busy', url: holder.url }
    // A lock that cannot be read may be one that is just being written.
    const isStarting = holder === undefined || (holder.url === null && isAlive(holder.pid))
    if (text === undefined || (isStarting && Date.now() < until)) await wait(POLL_MILLISECONDS)
    else takeAway(path, text)
  }
}

/** Exclusive creation is what makes exactly one of two starting servers win. */
function create(path: string): Lock | undefined {
  const holder: Holder = { pid: process.pid, url: null, token: randomUUID() }
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined
    throw error
  }
  const isOurs = () => parse(read(path) ?? '')?.token === holder.token
  return {
    token: holder.token,
    announce: url => {
      if (!isOurs()) throw new Error(`Another sandbox took over ${path} while this one was starting.`)
      writeWhole(path, JSON.stringify({ ...holder, url }))
    },
    release: () => {
      if (isOurs()) unlinkSync(path)
    },
  }
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

function parse(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Json
    if (!isObject(value)) return undefined
    const { pid, url, token } = value
    if (typeof pid !== 'number' || typeof token !== 'string') return undefined
    return { pid, url: typeof url === 'string' ? url : null, token }
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // The process exists and belongs to somebody else.
    return codeOf(error) === 'EPERM'
  }
}

/** Asks the server itself: a process id may be in use again by another program. */
async function isServing(holder: Holder): Promise<boolean> {
  if (!isAlive(holder.pid)) return false
  try {
    const response = await fetch(`${holder.url}/sandbox/status`, { signal: AbortSignal.timeout(5000) })
    const status = (await response.json()) as Json
    return isObject(status) && status.token === holder.token
  } catch {
    return false
  }
}

/**
 * Removes a stale lock. Two processes may find the same one: the rename succeeds for one of them, and if it caught a
 * fresh lock by mistake, that is put back.
 */
function takeAway(path: string, staleText: string): void {
  const aside = `${path}.${process.pid}.stale`
  try {
    renameSync(path, aside)
    if (read(aside) !== staleText) linkSync(aside, path)
    unlinkSync(aside)
  } catch (error) {
    const code = codeOf(error)
    if (code !== 'ENOENT' && code !== 'EEXIST') throw error
  }
}
