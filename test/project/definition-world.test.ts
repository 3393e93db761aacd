import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'
import { projectFolder, removeProjectFolders } from '../cli/harness.js'

afterAll(removeProjectFolders)

const load = (key: string) => `import { avg, composite, monitor } from 'dogma'
export const ${key} = monitor('${key}', { name: '${key}', alert: avg('system.load.1').last('5m').above(4), message: '@ops' })
`

/** The real command, over a project with these files and one monitor more. */
function build(files: Readonly<Record<string, string>>) {
  return run(projectFolder({ 'monitors/first.ts': load('first'), ...files }))
}

function run(folder: string) {
  const words = [join(root, 'dist/bin/dogma.cjs'), 'build', '--format', 'json', '--no-type-check']
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' })
  const built = () =>
    (JSON.parse(stdout) as { resources: { key: string; origin: { file: string } }[] }).resources
  return { status, stdout, stderr, built }
}

describe('what definitions print', () => {
  it('goes to stderr, so that the result on stdout stays JSON', () => {
    const said = build({
      'monitors/said.ts': "console.log('loud')\nconsole.table([1])\nprocess.stdout.write('direct\\n')\n",
      'dogma.config.ts': "console.info('early')\nexport default { project: 'test' }\n",
    })
    expect(said.built().map(({ key }) => key)).toEqual(['first'])
    expect(said.stderr).toMatch(/^early\nloud\n[\s\S]*direct\n$/)
    expect(said.status).toBe(0)
  })
})

describe('definitions that would end the command', () => {
  it.each(['process.exit(0)', 'process.exit(2)', 'process.exit()'])('are refused: %s', text => {
    const ended = build({ 'monitors/ended.ts': `\n${text}\n` })
    expect(ended.status).toBe(1)
    expect(ended.stdout).toContain(`\`${text}\` would end the command before anything is done.`)
    expect(ended.stdout).toContain('"line": 2')
  })

  it.each([0, 2])('through a package never look like success (%s)', code => {
    const ended = build({
      'monitors/ended.ts': "import 'quits'\n",
      'node_modules/quits/index.js': `process.exit(${code})\n`,
    })
    expect(ended.status).toBe(1)
    expect(ended.stderr).toContain('ended the command')
  })
})

describe('what definitions do after they have ended', () => {
  it('counts as long as it waits for nothing but promises', () => {
    const soon = build({
      'monitors/soon.ts': `void (async () => { await 1; await 2; ${inOneLine('soon')} })()`,
    })
    expect(soon.built().map(({ key }) => key)).toEqual(['first', 'soon'])
  })

  it.each([
    ['a timer', `setTimeout(() => { ${inOneLine('late')} }, 1)`],
    [
      'a file being read',
      `void (async () => { await readFile('dogma.config.ts'); await readFile('dogma.config.ts'); ${inOneLine('late')} })()`,
    ],
  ])('is refused where it defines a monitor, which no plan would hold: %s', (_, text) => {
    const late = build({ 'monitors/late.ts': `import { readFile } from 'node:fs/promises'\n${text}` })
    expect(late.status).toBe(1)
    expect(late.stderr).toContain('monitors/late.ts:2:')
    expect(late.stderr).toContain('`monitor.late` was defined too late')
  })

  it.each(["setTimeout(() => { throw new Error('late') })", "void Promise.reject(new Error('late'))"])(
    'is told with its place: %s',
    text => {
      const late = build({ 'monitors/late.ts': `\n${text}` })
      expect(late.status).toBe(1)
      expect(late.stderr).toMatch(/^monitors\/late\.ts:2:\d+ · error · project\/late\n {2}late\n$/)
    },
  )
})

describe('files are found and named', () => {
  it.each(['日本語.ts', 'a b#1.ts', '100%.ts', 'q?.ts', '[x].ts', "it's.ts"])('by any name: %s', name => {
    const { built } = build({ [`monitors/${name}`]: load('named') })
    expect(built().find(({ key }) => key === 'named')?.origin.file).toBe(`monitors/${name}`)
  })

  it.each(['x (copy)', '監視', 'a b'])('in a project in any folder: %s', name => {
    const folder = projectFolder({
      [`${name}/dogma.config.ts`]: "export default { project: 'test' }\n",
      [`${name}/monitors/first.ts`]: load('first'),
    })
    expect(run(join(folder, name)).built()[0]?.origin.file).toBe('monitors/first.ts')
    writeFileSync(join(folder, name, 'monitors/second.ts'), '\nthrow new Error("thrown")\n')
    expect(run(join(folder, name)).stdout).toContain('"line": 2')
  })

  it.each(['a.mts', 'a.cts', 'a.tsx', 'a.js', 'a.mjs', 'a.cjs', 'a.jsx'])('with any ending: %s', name => {
    const { built } = build({ [`monitors/${name}`]: load('other') })
    expect(built().map(({ key }) => key)).toContain('other')
  })

  it('behind links to folders, also where those go in a circle', () => {
    const folder = projectFolder({ 'shared/linked.ts': load('linked'), 'monitors/first.ts': load('first') })
    mkdirSync(join(folder, 'monitors/deep'))
    symlinkSync('../../shared', join(folder, 'monitors/deep/link'))
    symlinkSync('..', join(folder, 'monitors/deep/up'))
    symlinkSync('../monitors', join(folder, 'shared/back'))
    const keys = run(folder).built()
    expect(keys.map(({ key }) => key).sort()).toEqual(['first', 'linked'])
  })
})

describe('what cannot work is said in words of the author', () => {
  it.each([
    ['await 1', 'A definition file cannot wait with `await` outside a function.'],
    ["import 'left-pad/x.js'", 'npm install --save-dev left-pad"'],
    ["import '@sre/tools/x.js'", 'npm install --save-dev @sre/tools"'],
  ])('%s', (text, said) => {
    const { status, stdout } = build({ 'monitors/wrong.ts': `\n${text}` })
    expect(status).toBe(1)
    expect(stdout).toContain(said)
    expect(stdout).toContain('"line": 2')
    expect(stdout).not.toMatch(/cjs|Require stack/)
  })

  it('monitors of two files that import each other', () => {
    const both = (key: string, other: string) => `import { composite, monitor } from 'dogma'
import { ${other} } from './${other}.js'
export const ${key} = monitor('${key}', { name: '${key}', alert: composite(${other}), message: '@ops' })`
    const { stdout } = build({ 'monitors/a.ts': both('a', 'b'), 'monitors/b.ts': both('b', 'a') })
    expect(stdout).toContain('A composite takes monitors; this is undefined.')
    expect(stdout).toContain('Two files that import each other')
  })
})

function inOneLine(key: string): string {
  return `const { avg, monitor } = require('dogma'); ${load(key).split('\n')[1]?.replace('export ', '')}`
}
