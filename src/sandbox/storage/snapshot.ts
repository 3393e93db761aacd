import { existsSync, readFileSync } from 'node:fs'
import type { Json, JsonObject } from '../json.js'
import { isArray, isObject } from '../json.js'
import { COLLECTIONS, type Collection, type Store } from './store.js'
import { writeWhole } from './write-whole.js'

const FORMAT = 'dogma-sandbox'
const VERSION = 1

/** An unreadable file is never overwritten: the error says which one it is and how to go on. */
export function unreadable(file: string, why: string): Error {
  return new Error(
    `The sandbox account in ${file} cannot be read: ${why}. Restore the file from a copy, or run ` +
      '`dogma sandbox reset` to start again with an empty account.',
  )
}

/** Fills the store from the snapshot and returns the number of the last commit in it (0 without a file). */
export function readSnapshot(file: string, store: Store): number {
  if (!existsSync(file)) return 0
  const snapshot = parse(file)
  if (snapshot.format !== FORMAT) throw unreadable(file, 'it is not a sandbox account')
  if (snapshot.version !== VERSION) throw unreadable(file, `its version is not ${VERSION}`)
  const { sequence, collections } = snapshot
  if (typeof sequence !== 'number' || !isObject(collections))
    throw unreadable(file, 'parts of it are missing')
  for (const collection of COLLECTIONS) fill(file, store, collection, collections[collection])
  return sequence
}

function parse(file: string): JsonObject {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Json
    if (isObject(value)) return value
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw unreadable(file, 'it is not complete JSON')
}

function fill(file: string, store: Store, collection: Collection, rows: Json | undefined): void {
  // A collection that this version knows and an older file does not is simply empty.
  if (rows === undefined) return
  if (!isArray(rows)) throw unreadable(file, `its list of ${collection} objects is broken`)
  for (const row of rows) {
    const [id, value] = isArray(row) ? row : []
    if (typeof id !== 'string' || !isObject(value))
      throw unreadable(file, `one of its ${collection} objects is broken`)
    store.put(collection, id, value)
  }
}

/** Writes the whole store, readable by its owner only, so that a crash leaves either the old file or the new one. */
export function writeSnapshot(file: string, store: Store, sequence: number): void {
  // One object per line: the file stays readable and comparable, and no single string holds every line.
  const parts = COLLECTIONS.map(collection => {
    const rows = [...store.entries(collection)].map(row => JSON.stringify(row))
    return `${JSON.stringify(collection)}:[\n${rows.join(',\n')}\n]`
  })
  const head = `{"format":"${FORMAT}","version":${VERSION},"sequence":${sequence},"collections":{\n`
  writeWhole(file, `${head}${parts.join(',\n')}\n}}\n`)
}
