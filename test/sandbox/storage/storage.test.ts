import { appendFileSync, existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { fileStorage, type Storage } from '../../../src/sandbox/storage/storage.js'
import { createStore, type Store } from '../../../src/sandbox/storage/store.js'

let file = ''
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'account.json')
})

interface Opened {
  readonly store: Store
  readonly storage: Storage
}

function open(): Opened {
  const store = createStore()
  return { store, storage: fileStorage(file, store) }
}

function add({ store, storage }: Opened, id: string): void {
  store.put('monitor', id, { name: id })
  storage.commit()
}

const ids = ({ store }: Opened) => store.all('monitor').map(monitor => monitor.name)
const journal = () => readFileSync(`${file}.journal`, 'utf8')

describe('fileStorage', () => {
  it('writes one journal line per commit and leaves the snapshot alone', () => {
    const account = open()
    for (const id of ['1', '2', '3']) add(account, id)
    expect(journal().trimEnd().split('\n')).toHaveLength(3)
    expect(existsSync(file)).toBe(false)
  })

  it('finds every commit again without having been closed', () => {
    const account = open()
    for (const id of ['1', '2']) add(account, id)
    account.store.remove('monitor', '1')
    account.storage.commit()
    expect(ids(open())).toEqual(['2'])
  })

  it('folds the journal into the snapshot when it opens and when it closes', () => {
    const first = open()
    add(first, '1')
    const second = open()
    expect(journal()).toBe('')
    add(second, '2')
    second.storage.close()
    expect(journal()).toBe('')
    expect(ids(open())).toEqual(['1', '2'])
  })

  it('does not write anything for a commit without changes', () => {
    const account = open()
    account.storage.commit()
    expect(journal()).toBe('')
  })

  it('ignores and removes a line that a crash cut off', () => {
    const account = open()
    add(account, '1')
    appendFileSync(`${file}.journal`, '{"sequence":2,"changes":[["monitor","2",{"na')
    const again = open()
    expect(ids(again)).toEqual(['1'])
    add(again, '3')
    expect(ids(open())).toEqual(['1', '3'])
  })

  it('skips lines that the snapshot already holds', () => {
    const account = open()
    add(account, '1')
    const lines = journal()
    account.storage.close()
    // A crash between writing the snapshot and emptying the journal leaves both.
    writeFileSync(`${file}.journal`, lines)
    expect(ids(open())).toEqual(['1'])
  })

  it('keeps objects in the order in which they were made', () => {
    const account = open()
    for (const id of ['30', '4', '100']) add(account, id)
    account.storage.close()
    expect(ids(open())).toEqual(['30', '4', '100'])
  })

  it('keeps both files for their owner alone', () => {
    const account = open()
    add(account, '1')
    account.storage.close()
    expect([file, `${file}.journal`].map(path => statSync(path).mode & 0o777)).toEqual([0o600, 0o600])
  })

  it.each([
    ['cut off', '{"format":"dogma-sandbox","version":1,"seq'],
    ['empty', ''],
    ['something else', '{"name":"package"}'],
    ['of a later version', '{"format":"dogma-sandbox","version":99,"sequence":0,"collections":{}}'],
    ['incomplete', '{"format":"dogma-sandbox","version":1,"sequence":0}'],
    ['holding nonsense', '{"format":"dogma-sandbox","version":1,"sequence":0,"collections":{"monitor":[1]}}'],
  ])('names a snapshot that is %s, the way out, and leaves it as it is', (_name, text) => {
    writeFileSync(file, text)
    expect(open).toThrow(file)
    expect(open).toThrow('dogma sandbox reset')
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it.each([
    ['a broken line', 'nonsense\n'],
    ['a line that is no commit', '{}\n'],
    ['an unknown collection', '{"sequence":1,"changes":[["secrets","1",{}]]}\n'],
    ['a missing commit', '{"sequence":2,"changes":[]}\n'],
  ])('refuses a journal with %s', (_name, text) => {
    writeFileSync(`${file}.journal`, text)
    expect(open).toThrow(`${file}.journal`)
  })
})
