import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ownModules } from '../../src/cli/own-modules.js'
import { loadProject, loadResources, type ProjectProblem } from '../../src/project/index.js'
import { projectFolder, removeProjectFolders } from '../cli/harness.js'

afterAll(removeProjectFolders)

const load = (key: string, name: string) => `import { avg, monitor } from 'dogma'
export const m = monitor('${key}', { name: '${name}', alert: avg('system.load.1').last('5m').above(4), message: '@ops' })
`

async function problemsOf(files: Readonly<Record<string, string>>): Promise<readonly ProjectProblem[]> {
  const result = await resourcesOf(projectFolder(files))
  return result.problems
}

async function resourcesOf(folder: string, typeCheck = false) {
  const project = await loadProject(folder, 'test', ownModules)
  if (!project.ok) return project
  return loadResources(project.value, { version: 'test', ownModules, typeCheck })
}

describe('a project', () => {
  it('is all that its definition files define, also what they do not export', async () => {
    const folder = projectFolder({
      'monitors/a.ts': load('a', 'A'),
      'monitors/deep/b.ts': `import { helper } from '../../lib/helper'\nhelper('b')\n`,
      'lib/helper.ts': `import { avg, monitor } from 'dogma'\nexport const helper = (key: string) => monitor(key, { name: key, alert: avg('x.y').last('5m').above(1), message: '' })\n`,
      'monitors/a.test.ts': 'throw new Error("tests are not definitions")',
    })
    const result = await resourcesOf(folder)
    expect(result.ok && result.value.map(each => each.key)).toEqual(['a', 'b'])
  })

  it('loses nothing in a package that says it has no side effects', async () => {
    const files = {
      'monitors/a.ts': `import '../lib/more'\n${load('a', 'A')}`,
      'monitors/pure.ts': load('pure', 'Pure').replace('monitor(', '/* @__PURE__ */ monitor('),
      'lib/more.ts': load('more', 'More'),
      'package.json': '{ "sideEffects": false }',
    }
    const result = await resourcesOf(projectFolder(files))
    expect(result.ok && result.value.map(each => each.key).sort()).toEqual(['a', 'more', 'pure'])
  })

  it('knows where the author wrote each resource', async () => {
    const result = await resourcesOf(projectFolder({ 'monitors/a.ts': `\n\n${load('a', 'A')}` }))
    expect(result.ok && result.value[0]!.origin).toMatchObject({ file: 'monitors/a.ts', line: 4 })
  })

  it('takes the kept bundle when nothing changed, and sees every change', async () => {
    const folder = projectFolder({ 'monitors/a.ts': load('a', 'first') })
    const nameNow = async () => {
      const result = await resourcesOf(folder)
      return result.ok && (result.value[0]!.definition as { name?: string }).name
    }
    expect(await nameNow()).toBe('first')
    expect(await nameNow()).toBe('first')
    writeFileSync(join(folder, 'monitors/a.ts'), load('a', 'second'))
    expect(await nameNow()).toBe('second')
  })
})

describe('what is wrong with a project is said with place and way out', () => {
  it('no configuration', async () => {
    const result = await loadProject('/nowhere/at/all', 'test', ownModules)
    expect(result.problems[0]).toMatchObject({
      code: 'project/no-config',
      hint: expect.stringContaining('defineConfig'),
    })
  })

  it('a configuration in a folder above', async () => {
    const folder = projectFolder({})
    const result = await loadProject(join(folder, 'monitors', 'deep'), 'test', ownModules)
    expect(result.problems[0]).toMatchObject({
      code: 'project/no-config',
      hint: `There is one in ${folder}: run the command there.`,
    })
  })

  it.each([
    [
      'an unknown setting',
      "export default { project: 'x', acounts: {} }",
      /unknown setting `acounts`/,
      /Did you mean `accounts`/,
    ],
    ['a wrong value', "export default { project: 'Not Allowed' }", /`project` must be lower-case/, undefined],
    ['no name', 'export default {}', /^`project` is missing\.$/, /project: 'my-team'/],
    ['a number as name', 'export default { project: 5 }', /^`project` must be a text\.$/, undefined],
    [
      'a text as list',
      "export default { project: 'x', definitions: 'monitors' }",
      /^`definitions` must be a list of texts\.$/,
      undefined,
    ],
    [
      'a text as switch',
      "export default { project: 'x', typeCheck: 'no' }",
      /^`typeCheck` must be true or false\.$/,
      undefined,
    ],
    [
      'a wrong name of a variable',
      "export default { project: 'x', accounts: { prod: { apiKeyEnv: 3 } } }",
      /^`accounts\.prod\.apiKeyEnv` must be a text\.$/,
      undefined,
    ],
    ['nothing in it', 'export default null', /^The configuration must be an object\.$/, undefined],
    ['no default export', 'export const config = {}', /has no default export/, /export default defineConfig/],
    ['a throw', 'throw new Error("boom")', /boom/, undefined],
  ])('a configuration with %s', async (_, config, message, hint) => {
    const [problem] = await problemsOf({ 'dogma.config.ts': config, 'monitors/a.ts': load('a', 'A') })
    expect(problem).toMatchObject({
      code: 'project/config',
      message: expect.stringMatching(message),
      origin: { file: 'dogma.config.ts' },
    })
    if (hint !== undefined) expect(problem!.hint).toMatch(hint)
  })

  it('no definition file', async () => {
    expect(await problemsOf({})).toMatchObject([{ code: 'project/no-definitions' }])
  })

  it('a syntax error, at its place', async () => {
    const [problem] = await problemsOf({ 'monitors/a.ts': 'export const a = 1\nconst = 2\n' })
    expect(problem).toMatchObject({
      code: 'project/syntax',
      origin: { file: 'monitors/a.ts', line: 2, column: 7 },
    })
  })

  it('an import of a file that is not there', async () => {
    const [problem] = await problemsOf({ 'monitors/a.ts': "import { x } from './missing'\nx()\n" })
    expect(problem).toMatchObject({ code: 'project/syntax', message: expect.stringContaining('./missing') })
  })

  it('a throw while a file runs, at the line that threw', async () => {
    const [problem] = await problemsOf({
      'monitors/a.ts': '\nconst nothing = undefined as unknown as { key: string }\nnothing.key\n',
    })
    expect(problem).toMatchObject({ code: 'project/definition', origin: { file: 'monitors/a.ts', line: 3 } })
  })

  it('two resources with one key, naming both places', async () => {
    const [problem] = await problemsOf({
      'monitors/a.ts': load('same', 'A'),
      'monitors/b.ts': load('same', 'B'),
    })
    expect(problem).toMatchObject({
      code: 'project/duplicate-key',
      message: expect.stringContaining('monitors/a.ts:2'),
      origin: { file: 'monitors/b.ts' },
    })
  })

  it('a wrong query, with the query itself', async () => {
    const file = `import { monitor } from 'dogma'\nmonitor('a', { name: 'A', alert: 'avg(last_5m):avg:system.load.1{env=prod} > 4', message: '' })\n`
    const [problem] = await problemsOf({ 'monitors/a.ts': file })
    expect(problem).toMatchObject({
      text: expect.stringContaining('env=prod'),
      origin: { file: 'monitors/a.ts', line: 2 },
    })
    expect(problem!.span).toBeDefined()
  })
})
