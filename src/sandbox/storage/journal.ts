import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import type { Json } from '../json.js'
import { isArray, isObject } from '../json.js'
import { unreadable } from './snapshot.js'
import { type Change, COLLECTIONS, type Collection, type Store } from './store.js'

const NAMES: ReadonlySet<string> = new Set(COLLECTIONS)

function isCollection(name: Json | undefined): name is Collection {
  return typeof name === 'string' && NAMES.has(name)
}

/**
 * Replays the commits that came after the snapshot and returns the number of the last one. A last line without its
 * newline was cut off by a crash; its request was never answered, so it is removed.
 */
export function replayJournal(file: string, store: Store, sequence: number): number {
  if (!existsSync(file)) return sequence
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end < bytes.length) truncateSync(file, end)
  let last = sequence
  for (const line of bytes.subarray(0, end).toString('utf8').split('\n')) {
    if (line !== '') last = replayLine(file, line, store, last)
  }
  return last
}

function replayLine(file: string, line: string, store: Store, last: number): number {
  const commit = parse(file, line)
  // Lines up to the snapshot's own number remain when a crash came between writing it and emptying the journal.
  if (commit.sequence <= last) return last
  if (commit.sequence !== last + 1) throw unreadable(file, `commit ${last + 1} is missing`)
  for (const [collection, id, value] of commit.changes) {
    if (value) store.put(collection, id, value)
    else store.remove(collection, id)
  }
  return commit.sequence
}

function parse(file: string, line: string): { sequence: number; changes: readonly Change[] } {
  const commit = parseJson(line)
  if (!isObject(commit)) throw unreadable(file, 'a line of it is not complete JSON')
  const { sequence, changes } = commit
  if (typeof sequence !== 'number' || !isArray(changes))
    throw unreadable(file, 'a line of it is not a commit')
  return { sequence, changes: changes.map(change => changeOf(file, change)) }
}

function parseJson(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json
  } catch {
    return undefined
  }
}

function changeOf(file: string, change: Json): Change {
  const [collection, id, value] = isArray(change) ? change : []
  if (isCollection(collection) && typeof id === 'string' && (value === null || isObject(value))) {
    return [collection, id, value]
  }
  throw unreadable(file, 'a line of it holds a change that makes no sense')
}

/** The open journal of a running account. */
export interface Journal {
  /** Bytes in it. */
  size(): number
  append(sequence: number, changes: readonly Change[]): void
  clear(): void
  close(): void
}

/**
 * Opens the journal for appending. `append` hands the whole line to the operating system before it returns, so an
 * answered write survives the end of this process (not a power cut: that would cost one disk flush per write).
 */
export function openJournal(file: string): Journal {
  const descriptor = openSync(file, 'a', 0o600)
  let size = fstatSync(descriptor).size
  return {
    size: () => size,
    append(sequence, changes) {
      const line = Buffer.from(`${JSON.stringify({ sequence, changes })}\n`)
      try {
        for (let done = 0; done < line.length; ) done += writeSync(descriptor, line, done)
      } catch (error) {
        // Half a line in the middle would make every later commit unreadable.
        ftruncateSync(descriptor, size)
        throw error
      }
      size += line.length
    },
    clear() {
      ftruncateSync(descriptor, 0)
      size = 0
    },
    close: () => closeSync(descriptor),
  }
}
