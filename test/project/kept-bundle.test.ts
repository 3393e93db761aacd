import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bundle } from '../../src/project/bundle.js'
import { draftOf, keepBundle, readKept } from '../../src/project/kept-bundle.js'

const folder = () => mkdtempSync(join(tmpdir(), 'dogma-kept-'))

/** Keeps a bundle that imported one file, which was last changed just now; the bundler began at `at`. */
async function keptWhenBegunAt(at: number): Promise<boolean> {
  const root = folder()
  const path = join(root, 'run.cjs')
  writeFileSync(join(root, 'shared.ts'), 'export const limit = 4')
  for (const draft of [draftOf(path), `${draftOf(path)}.map`]) writeFileSync(draft, '')
  const inputs = { 'shared.ts': { bytes: 22, imports: [] } }
  await keepBundle(path, 'key', root, { id: 'id', packages: [], inputs }, { at, inputs: Promise.resolve({}) })
  return (await readKept(path, 'key')) !== undefined
}

describe('a kept bundle', () => {
  it('is used when its files were last changed before the bundler read them', async () => {
    expect(await keptWhenBegunAt(Date.now() + 60_000)).toBe(true)
  })

  it('is not used when a file was changed while the bundler worked', async () => {
    expect(await keptWhenBegunAt(Date.now() - 60_000)).toBe(false)
  })

  it('leaves no draft where the bundler cannot write all of it, and is made in memory', async () => {
    const root = folder()
    const path = join(root, 'cache', 'run.cjs')
    mkdirSync(`${draftOf(path)}.map`, { recursive: true })
    writeFileSync(join(root, 'a.ts'), 'export const limit = 4')
    const made = await bundle('run', root, [join(root, 'a.ts')], join(root, 'cache'), '1')
    expect(made.ok && made.value.code()).toContain('limit = 4')
    expect(readdirSync(join(root, 'cache')).filter(name => name.endsWith('.tmp'))).toEqual([])
  })
})

describe('the bundler', () => {
  it.each([undefined, '50'])('leaves the environment as it was: GOGC=%s', async before => {
    const { GOGC } = process.env
    const set = (value: string | undefined) => {
      if (value === undefined) delete process.env.GOGC
      else process.env.GOGC = value
    }
    set(before)
    try {
      const root = folder()
      writeFileSync(join(root, 'a.ts'), 'export const limit = 4')
      expect((await bundle('run', root, [join(root, 'a.ts')], join(root, 'cache'), '1')).ok).toBe(true)
      expect(process.env.GOGC).toBe(before)
    } finally {
      set(GOGC)
    }
  })
})
