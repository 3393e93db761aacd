import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'
import { dogma, projectFolder, removeProjectFolders } from './harness.js'

afterAll(removeProjectFolders)

const definition = `import { avg, monitor } from 'dogma'
export const load = monitor('load', {
  name: 'Load is high', alert: avg('system.load.1').where({ env: 'prod' }).last('5m').above(4), message: '@slack-sre', tags: ['team:sre'],
})
`

/** A project that asks for the type check, with these files besides. */
function project(files: Readonly<Record<string, string>>, config = ''): string {
  return projectFolder({ 'dogma.config.ts': `export default { project: 'test'${config} }\n`, ...files })
}

const notes = (stderr: string) => stderr.match(/Types are not checked[^\n]*/g) ?? []

describe('a project without a compiler', () => {
  const folder = project({ 'monitors/load.ts': definition })

  it.each([['build'], ['lint'], ['plan'], ['apply', '--yes']])('is told so once by %s', async (...words) => {
    const { stdout, stderr } = await dogma(words, { folder })
    expect(notes(stderr)).toEqual([
      'Types are not checked, because this project has no `typescript`. Install it (npm install --save-dev typescript), or set `typeCheck: false` in the configuration.',
    ])
    expect(stdout).not.toContain('Types are not checked')
  })

  it.each([['build'], ['lint'], ['plan']])('gets the JSON of %s alone on stdout', async command => {
    const { stdout, stderr } = await dogma([command, '--format', 'json'], { folder })
    expect(JSON.parse(stdout)).toBeTypeOf('object')
    expect(stdout).not.toContain('typescript')
    expect(notes(stderr)).toHaveLength(1)
  })

  it('is told nothing where it wants no check', async () => {
    expect(notes((await dogma(['build', '--no-type-check'], { folder })).stderr)).toEqual([])
    const without = project({ 'monitors/load.ts': definition }, ', typeCheck: false')
    expect(notes((await dogma(['build'], { folder: without })).stderr)).toEqual([])
  })

  it('is told nothing where its definitions have no types', async () => {
    const plain = project({ 'monitors/load.js': definition })
    expect((await dogma(['build'], { folder: plain })).stderr).toBe('')
  })
})

describe('a project with a compiler', () => {
  it('hears nothing of it', async () => {
    const folder = project({ 'monitors/load.js': definition, 'monitors/empty.ts': 'export {}\n' })
    mkdirSync(join(folder, 'node_modules'))
    for (const name of ['typescript', '@typescript'])
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name))
    expect(notes((await dogma(['build'], { folder })).stderr)).toEqual([])
  })
})
