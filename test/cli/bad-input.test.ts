import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/imports.js'
import { expectGolden } from '../golden.js'
import { dogma, projectFolder, removeProjectFolders, type Situation, transcript } from './harness.js'

afterAll(removeProjectFolders)

const good = `import { avg, monitor } from 'dogma'
export const m = monitor('load', { name: 'Load', alert: avg('system.load.1').last('5m').above(4), message: '@ops' })
`
const account = (text: string) =>
  `import { defineConfig } from 'dogma'\nexport default defineConfig({ project: 'test', typeCheck: false, accounts: { prod: ${text} } })\n`

interface Case {
  readonly title: string
  readonly words: readonly string[]
  readonly files?: Readonly<Record<string, string>>
  readonly situation?: Situation
}

const cases: readonly Case[] = [
  {
    title: 'a syntax error in a definition',
    words: ['plan'],
    files: { 'monitors/a.ts': 'export const a = {\n' },
  },
  {
    title: 'a wrong query',
    words: ['plan'],
    files: {
      'monitors/a.ts': good.replace(
        "avg('system.load.1').last('5m').above(4)",
        "'avg(last_5m):avg:system.load.1{env=prod} > 4'",
      ),
    },
  },
  { title: 'a duplicate key', words: ['plan'], files: { 'monitors/a.ts': good, 'monitors/b.ts': good } },
  {
    title: 'a dangling reference',
    words: ['plan'],
    files: {
      'monitors/a.ts': good,
      'slos/a.ts':
        "import { rawSlo } from 'dogma'\nrawSlo('up', { type: 'monitor', name: 'Up', thresholds: [{ timeframe: '30d', target: 99 }], monitor_ids: ['${monitor:laod}'] })\n",
    },
  },
  {
    title: 'references in a circle',
    words: ['plan'],
    files: {
      'monitors/a.ts':
        "import { rawMonitor } from 'dogma'\nrawMonitor('a', { type: 'composite', query: '${monitor:b}', name: 'A' })\nrawMonitor('b', { type: 'composite', query: '!${monitor:a}', name: 'B' })\n",
    },
  },
  { title: 'an unknown command', words: ['plam'] },
  { title: 'an unknown flag', words: ['plan', '--acount', 'prod'] },
  { title: 'a wrong value of a flag', words: ['apply', '--allow-delete', 'many'] },
  {
    title: 'an unknown account',
    words: ['plan', '--account', 'prdo'],
    files: { 'dogma.config.ts': account('{}'), 'monitors/a.ts': good },
  },
  {
    title: 'missing keys',
    words: ['plan', '--account', 'prod'],
    files: { 'dogma.config.ts': account('{}'), 'monitors/a.ts': good },
  },
  {
    title: 'an account that does not answer',
    words: ['plan', '--account', 'prod'],
    files: { 'dogma.config.ts': account("{ url: 'http://127.0.0.1:9' }"), 'monitors/a.ts': good },
    situation: { environment: { DD_API_KEY: 'key-one-secret', DD_APP_KEY: 'key-two-secret' } },
  },
  {
    title: 'a target that names nothing',
    words: ['plan', '--target', 'monitor.laod'],
    files: { 'monitors/a.ts': good },
  },
  {
    title: 'a plan file that is none',
    words: ['apply', 'dogma.config.ts', '--yes'],
    files: { 'monitors/a.ts': good },
  },
  {
    title: 'a plan file that is not there',
    words: ['apply', 'nowhere.json', '--yes'],
    files: { 'monitors/a.ts': good },
  },
  { title: 'nothing to explain', words: ['explain'] },
  {
    title: 'a broken query to explain',
    words: ['explain', '--lang', 'en', 'avg(last_5m):avg:system.load.1{* > 4'],
  },
  {
    title: 'an unknown definition to explain',
    words: ['explain', '--key', 'laod'],
    files: { 'monitors/a.ts': good },
  },
  {
    title: 'an unknown object to explain',
    words: ['explain', '--id', 'monitor/1'],
    files: { 'monitors/a.ts': good },
  },
  {
    title: 'JSON of something else to lint',
    words: ['lint', 'a.json'],
    files: { 'a.json': '{"hello":"world"}' },
  },
  { title: 'a file to lint that is not JSON', words: ['lint', 'a.json'], files: { 'a.json': '{' } },
  { title: 'a file to lint that is not there', words: ['lint', 'nowhere.json'] },
]

const shown: string[] = []

describe('bad input gets one clear message, exit code 1, and nothing is written', () => {
  it.each(cases)('$title', async ({ title, words, files, situation }) => {
    const folder = projectFolder(files ?? {})
    const before = readdirSync(folder).filter(name => name !== '.dogma')
    const outcome = await dogma(words, { ...situation, folder })
    shown.push(`## ${title}\n${transcript(words, outcome).replaceAll(folder, '/project')}`)
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stdout + outcome.stderr).not.toMatch(/\n\s+at .*:\d+:\d+\)?/)
    expect(outcome.stdout + outcome.stderr).not.toContain('secret')
    expect(readdirSync(folder).filter(name => name !== '.dogma')).toEqual(before)
  })

  it('no configuration', async () => {
    const folder = projectFolder({})
    const outcome = await dogma(['plan'], { folder: join(folder, 'monitors') })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain('There is no dogma.config.ts')
    expect(existsSync(join(folder, 'monitors'))).toBe(false)
  })

  it.each(['build', 'plan', 'lint'])(
    'a type error, at its place, with the compiler of the project: %s',
    async command => {
      const folder = projectFolder({ 'monitors/a.ts': good })
      writeFileSync(
        join(folder, 'dogma.config.ts'),
        "import { defineConfig } from 'dogma'\nexport default defineConfig({ project: 'test' })\n",
      )
      // The repository's own compiler and types stand in for an installed package.
      mkdirSync(join(folder, 'node_modules'))
      symlinkSync(root, join(folder, 'node_modules', 'dogma'))
      symlinkSync(join(root, 'node_modules', 'typescript'), join(folder, 'node_modules', 'typescript'))
      writeFileSync(join(folder, 'monitors/a.ts'), good.replace('above(4)', "above('4')"))
      const outcome = await dogma([command], { folder })
      expect(outcome.exitCode).toBe(1)
      expect(outcome.stdout + outcome.stderr).toMatch(/monitors\/a\.ts:2:\d+ · error · project\/type/)
    },
  )

  it('reads like this', () => {
    expectGolden('cli/bad-input.txt', shown.join('\n'))
  })
})
