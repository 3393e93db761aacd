import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquireLock } from '../../../src/sandbox/storage/lock.js'
import { startClient } from '../harness.js'

function freshFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'account.json')
}

const lockOf = (file: string) => JSON.parse(readFileSync(`${file}.lock`, 'utf8'))
// Above the largest process id that Linux gives out.
const DEAD_PID = 2 ** 22 + 1

describe('acquireLock', () => {
  it('writes who has it, and removes that again', async () => {
    const file = freshFile()
    const acquired = await acquireLock(file)
    if (acquired.kind !== 'held') throw new Error('The lock of a new file was not free.')
    acquired.lock.announce('http://127.0.0.1:1')
    expect(lockOf(file)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:1' })
    acquired.lock.release()
    expect(existsSync(`${file}.lock`)).toBe(false)
  })

  it('names the live server that has it', async () => {
    const file = freshFile()
    const { url } = await startClient({ file })
    expect(await acquireLock(file)).toEqual({ kind: 'busy', url })
  })

  it.each([
    ['its process is gone', { pid: DEAD_PID, url: 'http://127.0.0.1:9', token: 'x' }],
    ['its process was gone before it had an address', { pid: DEAD_PID, url: null, token: 'x' }],
    ['nobody answers there', { pid: process.pid, url: 'http://127.0.0.1:9', token: 'x' }],
  ])('takes it over when %s', async (_name, holder) => {
    const file = freshFile()
    writeFileSync(`${file}.lock`, JSON.stringify(holder))
    expect((await acquireLock(file)).kind).toBe('held')
  })

  it('takes it over when another sandbox answers at that address', async () => {
    const file = freshFile()
    const { url } = await startClient({ file: freshFile() })
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: process.pid, url, token: 'another' }))
    expect((await acquireLock(file)).kind).toBe('held')
  })

  it('waits for a server that is just starting', async () => {
    const file = freshFile()
    const first = await acquireLock(file)
    const second = acquireLock(file)
    if (first.kind === 'held') first.lock.release()
    expect((await second).kind).toBe('held')
  })

  it('does not release a lock that another took over', async () => {
    const file = freshFile()
    const acquired = await acquireLock(file)
    writeFileSync(`${file}.lock`, JSON.stringify({ pid: 1, url: null, token: 'another' }))
    if (acquired.kind === 'held') acquired.lock.release()
    expect(lockOf(file)).toMatchObject({ token: 'another' })
  })
})
