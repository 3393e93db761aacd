import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openJournal, replayJournal } from './journal.js'
import { readSnapshot, writeSnapshot } from './snapshot.js'
import type { Store } from './store.js'

/** Makes the pending changes of a store durable. */
export interface Storage {
  /** Called before a change is answered; throws when it cannot be kept. */
  commit(): void
  close(): void
}

/** A journal longer than this is folded into the snapshot while the account runs. */
const JOURNAL_LIMIT = 64 * 1024 * 1024

/** Memory only. */
export function volatileStorage(store: Store): Storage {
  return { commit: () => store.settle(), close: () => undefined }
}

/**
 * Loads the account from `file` and its journal beside it, and keeps it there: a snapshot written atomically, and one
 * appended line per commit, so that a write costs the same in an account of any size.
 */
export function fileStorage(file: string, store: Store): Storage {
  mkdirSync(dirname(file), { recursive: true })
  const journalFile = `${file}.journal`
  const snapshotSequence = readSnapshot(file, store)
  let sequence = replayJournal(journalFile, store, snapshotSequence)
  store.settle()
  const journal = openJournal(journalFile)
  const compact = () => {
    writeSnapshot(file, store, sequence)
    journal.clear()
  }
  // Opening an account that nothing happened to costs no write.
  if (journal.size() > 0) compact()
  return {
    commit() {
      const changes = store.pending()
      if (changes.length === 0) return
      journal.append(sequence + 1, changes)
      sequence += 1
      store.settle()
      if (journal.size() > JOURNAL_LIMIT) compact()
    },
    close() {
      if (journal.size() > 0) compact()
      journal.close()
    },
  }
}
