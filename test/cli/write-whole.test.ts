import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeWhole } from '../../src/cli/write-whole.js'

const folder = () => mkdtempSync(join(tmpdir(), 'dogma-'))
const modeOf = (path: string) => statSync(path).mode & 0o777

describe('writing a file as a whole', () => {
  it('gives a new file its mode, and an old one keeps its own', async () => {
    const path = join(folder(), 'plan.json')
    await writeWhole(path, 'one', 0o600)
    expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['one', 0o600])
    // More than a usual umask lets through.
    chmodSync(path, 0o666)
    await writeWhole(path, 'two', 0o600)
    expect([readFileSync(path, 'utf8'), modeOf(path)]).toEqual(['two', 0o666])
  })

  it('writes where a link leads, and leaves the link', async () => {
    const root = folder()
    writeFileSync(join(root, 'real.ts'), 'old')
    symlinkSync(join(root, 'real.ts'), join(root, 'link.ts'))
    await writeWhole(join(root, 'link.ts'), 'new')
    expect(readFileSync(join(root, 'real.ts'), 'utf8')).toBe('new')
    expect(lstatSync(join(root, 'link.ts')).isSymbolicLink()).toBe(true)
  })

  it('rejects and leaves nothing behind when the name cannot be taken', async () => {
    const root = folder()
    mkdirSync(join(root, 'taken'))
    await expect(writeWhole(join(root, 'taken'), 'x')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/)
    expect(readdirSync(root)).toEqual(['taken'])
  })

  it('lets writers of one file at a time each write their whole text', async () => {
    const path = join(folder(), 'a.json')
    const texts = ['a', 'b', 'c'].map(letter => letter.repeat(100_000))
    await Promise.all(texts.map(text => writeWhole(path, text)))
    expect(texts).toContain(readFileSync(path, 'utf8'))
  })
})
