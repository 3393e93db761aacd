import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'
import { projectFolder, removeProjectFolders } from '../cli/harness.js'

afterAll(removeProjectFolders)

const monitor = (threshold: string, before = '') => `import { avg, monitor } from 'dogma'
${before}
monitor('load', { name: 'Load', alert: avg('system.load.1').last('5m').above(${threshold}), message: '@ops' })
`

/** The query that a project's one monitor has, built by the real command in a process of its own. */
function builtQuery(folder: string, environment: Readonly<Record<string, string>> = {}): string {
  const words = [join(root, 'dist/bin/dogma.cjs'), 'build', '--format', 'json', '--no-type-check']
  const env = { ...process.env, ...environment }
  const built = JSON.parse(execFileSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' })) as {
    resources: { definition: { query: string } }[]
  }
  return built.resources[0]!.definition.query
}

function project(text: string): { readonly folder: string; readonly write: (text: string) => void } {
  const folder = projectFolder({ 'monitors/load.ts': text })
  return { folder, write: next => writeFileSync(join(folder, 'monitors/load.ts'), next) }
}

function keptFiles(folder: string, ending: string): string[] {
  const names = readdirSync(join(folder, '.dogma/cache')).filter(name => name.endsWith(ending))
  return names.map(name => join(folder, '.dogma/cache', name))
}

describe('what is kept of definitions between runs', () => {
  it('is used again while nothing has changed', () => {
    const { folder } = project(monitor('4'))
    expect(builtQuery(folder)).toMatch(/> 4$/)
    const [result] = keptFiles(folder, '.result').filter(path => path.includes('run.cjs'))
    writeFileSync(result!, readFileSync(result!, 'utf8').replace('> 4', '> 44'))
    expect(builtQuery(folder)).toMatch(/> 44$/)
  })

  it('is the text that its author wrote, also beyond ASCII, where the bundler has no escape for it', () => {
    const { folder } = project(`import { avg, message, monitor } from 'dogma'
monitor('load', {
  name: 'Load ⚠️',
  alert: avg('a').last('5m').above(4),
  message: message(({ alert }) => [alert\`⚠️ 負荷 – see \${/^é$/.test('é') ? 'ü' : 'wrong'}\`]),
})
`)
    const words = [join(root, 'dist/bin/dogma.cjs'), 'build', '--format', 'json', '--no-type-check']
    for (const _ of ['built', 'kept']) {
      const text = execFileSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
      const { resources } = JSON.parse(text) as {
        resources: { definition: { name: string; message: string } }[]
      }
      expect(resources[0]?.definition.name).toBe('Load ⚠️')
      expect(resources[0]?.definition.message).toContain('⚠️ 負荷 – see ü')
    }
  })

  it('is not used after any change, also one of the same length in the same moment', () => {
    const { folder, write } = project(monitor('4'))
    for (const threshold of ['4', '5', '6', '7', '4']) {
      write(monitor(threshold))
      expect(builtQuery(folder)).toMatch(new RegExp(`> ${threshold}$`))
    }
  })

  it('is not used after a change of a file that another one imports', () => {
    const { folder, write } = project(monitor('limit', "import { limit } from '../lib/limit.js'"))
    mkdirSync(join(folder, 'lib'))
    for (const limit of [1, 2, 3]) {
      writeFileSync(join(folder, 'lib/limit.ts'), `export const limit = ${limit}\n`)
      expect(builtQuery(folder)).toMatch(new RegExp(`> ${limit}$`))
    }
    write(monitor('9'))
    expect(builtQuery(folder)).toMatch(/> 9$/)
  })

  it.each([
    ['the environment', 'Number(process.env.LIMIT)'],
    ['the environment by another way', "Number(globalThis['process'].env.LIMIT)"],
    ['the environment by a package of Node', "Number(require('node:process').env.LIMIT)"],
  ])('is not used for definitions that look at %s', (_, expression) => {
    const { folder } = project(monitor(expression))
    for (const LIMIT of ['1', '2', '3'])
      expect(builtQuery(folder, { LIMIT })).toMatch(new RegExp(`> ${LIMIT}$`))
    expect(keptFiles(folder, '.result').filter(path => path.includes('run.cjs'))).toEqual([])
  })

  it.each([
    ['the time', 'new Date().getTime() % 1 + 4'],
    ['chance', 'Math.floor(Math.random()) + 4'],
    ['a file', "Number(require('node:fs').readFileSync('limit.txt', 'utf8'))"],
    ['nothing, but say something', '(console.log, 4)'],
  ])('is not made for definitions that look at %s', (_, expression) => {
    const { folder } = project(monitor(expression))
    writeFileSync(join(folder, 'limit.txt'), '4')
    expect(builtQuery(folder)).toMatch(/> 4$/)
    expect(keptFiles(folder, '.result').filter(path => path.includes('run.cjs'))).toEqual([])
  })

  it('does not mind words in texts', () => {
    const { folder } = project(
      monitor('4').replace('@ops', 'The process of the Date, globalThis and fetch @ops'),
    )
    builtQuery(folder)
    expect(keptFiles(folder, '.result').filter(path => path.includes('run.cjs'))).toHaveLength(1)
  })

  it('never runs the compiled form of another code of the same length', () => {
    const { folder, write } = project(monitor('Number(process.env.NONE ?? 4)'))
    builtQuery(folder)
    const old = keptFiles(folder, '.cache').filter(path => path.includes('run.cjs'))
    const content = old.map(path => readFileSync(path))
    write(monitor('Number(process.env.NONE ?? 5)'))
    expect(builtQuery(folder)).toMatch(/> 5$/)
    for (const [index, path] of old.entries()) writeFileSync(path, content[index]!)
    expect(builtQuery(folder)).toMatch(/> 5$/)
  })

  it('may be deleted, damaged or not be writable', () => {
    const { folder } = project(monitor('4'))
    builtQuery(folder)
    for (const path of keptFiles(folder, '')) if (!path.endsWith('accounts')) writeFileSync(path, '{ damaged')
    expect(builtQuery(folder)).toMatch(/> 4$/)
  })
})

describe('building again', () => {
  const build = (folder: string) =>
    spawnSync(process.execPath, [join(root, 'dist/bin/dogma.cjs'), 'build', '--no-type-check'], {
      cwd: folder,
    })

  it('puts right what somebody changed or deleted in the folder, and leaves the rest alone', () => {
    const { folder } = project(monitor('4'))
    build(folder)
    const path = join(folder, 'generated/monitors/load.json')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('> 4', '> 5'))
    build(folder)
    expect(readFileSync(path, 'utf8')).toBe(text)
    execFileSync('rm', [path])
    build(folder)
    expect(readFileSync(path, 'utf8')).toBe(text)
  })
})
