import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'

afterAll(removeProjectFolders)

const monitor = {
  name: 'Load ',
  type: 'query alert',
  query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
  message: 'Call\n@slack-sre-',
  tags: ['dogma:test/load', 'team:sre', 'env:prod', 'team:sre'],
  priority: 3,
  options: { thresholds: { critical: 5, critical_recovery: 3 } },
}

/** What `dogma lint` finds in the files: `place rule`, in order. */
async function lint(files: Readonly<Record<string, string>>, ...words: string[]) {
  const folder = projectFolder(files)
  const outcome = await dogma(['lint', ...words, '--format', 'json'], { folder })
  const { checked, unreadable, ruleFailures, findings } = JSON.parse(outcome.stdout)
  const found: string[] = findings.map(
    (finding: { place: string; rule: string }) => `${finding.place} ${finding.rule}`,
  )
  return { exitCode: outcome.exitCode, checked, unreadable, ruleFailures, found }
}

describe('lint of Datadog JSON', () => {
  it('finds the place of the value, and of the word in its text', async () => {
    const { found } = await lint({ 'a.json': JSON.stringify(monitor, null, 2) }, 'a.json')
    expect(found.sort()).toEqual([
      'a.json:10:5 repo/duplicate-tag',
      'a.json:15:19 threshold/mismatch',
      'a.json:2:11 message/name-blank',
      'a.json:5:21 message/handle-syntax',
    ])
  })

  it.each([
    ['a list', (json: string) => `[\n${json},\n${json}]`, ['a.json:2', 'a.json:3']],
    [
      'the answer about a list',
      (json: string) => `{"data": [\n${json},\n${json}]}`,
      ['a.json:2', 'a.json:3'],
    ],
    ['the answer about one', (json: string) => `{"data":\n${json}}`, ['a.json:2']],
  ])('reads %s', async (_, around, lines) => {
    const { found, checked } = await lint({ 'a.json': around(JSON.stringify(monitor)) }, 'a.json')
    const names = found.filter(each => each.endsWith('name-blank'))
    expect(checked).toBe(lines.length)
    expect(names.map(each => each.replace(/:\d+ .*/, ''))).toEqual(lines)
  })

  it('sees what the account would drop', async () => {
    const options = { silenced: { '*': null }, thresholds: { critical: 5 }, locked: true }
    const { found } = await lint({ 'a.json': JSON.stringify({ ...monitor, options }, null, 2) }, 'a.json')
    expect(found.filter(each => each.includes('options/'))).toEqual([
      'a.json:20:15 options/locked-deprecated',
      'a.json:14:17 options/silenced-present',
    ])
  })

  it('goes on after a file that does not parse, and fails', async () => {
    const files = {
      'x/a.json': '{\n  "a": 1,\n}',
      'x/b.json': JSON.stringify({ ...monitor, name: 'b' }),
      'x/c.json': '{"a":1}',
    }
    const outcome = await lint(files, 'x', '--fail-on', 'never')
    expect(outcome).toMatchObject({ exitCode: 1, checked: 1, unreadable: 2 })
    expect(outcome.found).toEqual(
      expect.arrayContaining(['x/a.json:3:1 lint/not-json', 'x/c.json:1:1 definition/unreadable']),
    )
  })

  it('leaves what packages and programs keep for themselves, unless it is named', async () => {
    const json = JSON.stringify(monitor)
    const files = {
      'a.json': json,
      '.dogma/cache.json': '{}',
      'x/node_modules/y/package.json': '{}',
      '.hidden/b.json': json,
    }
    expect((await lint(files, '.')).checked).toBe(1)
    expect((await lint(files, '.')).unreadable).toBe(0)
    expect((await lint(files, '.hidden')).checked).toBe(1)
  })

  it('says what it may not read', async () => {
    const folder = projectFolder({ 'a.json': '{}' })
    chmodSync(join(folder, 'a.json'), 0)
    const outcome = await dogma(['lint', 'a.json'], { folder })
    // The super user may read everything; then it is not a definition instead.
    expect(outcome.stdout).toMatch(/cannot be read: EACCES|neither a monitor/)
    expect(outcome.exitCode).toBe(1)
  })
})

const definition = (key: string, name = key) =>
  `import { monitor } from 'dogma'\nmonitor('${key}', { name: '${name}', alert: 'avg(last_5m):avg:web.latency{env:prod}>4', message: '@slack-sre', tags: ['team:sre'] })\n`

describe('lint of TypeScript', () => {
  const files = { 'monitors/a.ts': definition('a', 'A '), 'slos/b.ts': definition('b', 'B ') }

  it.each([
    [[], 2],
    [['monitors'], 1],
    [['monitors/a.ts'], 1],
    [['monitors/a.ts', 'slos/'], 2],
  ])('looks at %j only', async (paths, count) => {
    const { checked, found } = await lint(files, ...paths)
    expect(checked).toBe(count)
    expect(found.filter(each => each.endsWith('name-blank'))).toHaveLength(count)
  })

  it.each([
    ['is not there', 'monitors/nothing.ts', 'lint/no-such-file'],
    ['lies beside the definitions', 'other/a.ts', 'lint/not-a-definition'],
  ])('does not pass a file that %s', async (_, path, problem) => {
    const file = "import { monitor } from 'dogma'\n"
    const { exitCode, checked, found } = await lint({ 'monitors/b.ts': file, 'other/a.ts': file }, path)
    expect({ exitCode, checked }).toEqual({ exitCode: 1, checked: 0 })
    expect(found).toEqual([`files ${problem}`])
  })

  it('finds a file that does not compile', async () => {
    const { exitCode, found } = await lint({ ...files, 'monitors/c.ts': 'export const = 1' })
    expect({ exitCode, found }).toEqual({ exitCode: 1, found: ['monitors/c.ts:1:14 project/syntax'] })
  })

  it('finds a rule that fails, and goes on', async () => {
    const config = `import { defineConfig } from 'dogma'
import { defineRule } from 'dogma/lint'
const odd = defineRule({
  id: 'acme/odd', severity: 'info', kinds: ['monitor'], title: 'x', why: 'x', howToFix: 'x',
  examples: { good: [], bad: [] }, check() { throw new Error('Oh.') },
})
export default defineConfig({ project: 'test', typeCheck: false, lint: { custom: [odd] } })
`
    const { exitCode, found, ruleFailures } = await lint(
      { ...files, 'dogma.config.ts': config },
      '--fail-on',
      'never',
    )
    expect({ exitCode, ruleFailures }).toEqual({ exitCode: 1, ruleFailures: 2 })
    expect(found.map(each => each.replace(/.* /, ''))).toEqual(
      expect.arrayContaining(['lint/rule-failure', 'message/name-blank']),
    )
  })

  it('puts what is wrong with its own configuration into that file', async () => {
    const config =
      "import { defineConfig } from 'dogma'\nexport default defineConfig({ project: 'test', typeCheck: false, lint: { rules: { 'message/no-such': 'off' } } })\n"
    const { found } = await lint({ ...files, 'dogma.config.ts': config })
    expect(found).toContain('dogma.config.ts:1:1 lint/config')
  })
})

describe('lint --explain', () => {
  it('prints the page of a rule', async () => {
    const outcome = await dogma(['lint', '--explain', 'message/no-notification'], {
      folder: projectFolder({}),
    })
    expect(outcome.exitCode).toBe(0)
    expect(outcome.stdout).toMatch(/^# message\/no-notification\n/)
  })

  it('knows the nearest rule', async () => {
    const outcome = await dogma(['lint', '--explain', 'message/no-notificaton'], {
      folder: projectFolder({}),
    })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain('Did you mean `message/no-notification`?')
  })
})

describe('lint --routes', () => {
  const files = {
    'monitors/a.ts': definition('a'),
    'monitors/b.ts': definition('b').replace('@slack-sre', '{{#is_alert}}@pagerduty-a{{/is_alert}}'),
  }

  it('says who is told about which state', async () => {
    const outcome = await dogma(['lint', '--routes'], { folder: projectFolder(files) })
    expect(outcome.stdout).toBe(`monitor.a
  alert           @slack-sre
  alert recovery  @slack-sre

monitor.b
  alert           @pagerduty-a
  alert recovery  nobody
`)
  })

  it('as data', async () => {
    const outcome = await dogma(['lint', '--routes', '--format', 'json'], { folder: projectFolder(files) })
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      version: 1,
      routes: [{ monitor: 'monitor.a' }, {}, {}, {}],
    })
  })
})

describe('lint with a configuration that nobody type-checked', () => {
  const config = `export default { project: 'shop', typeCheck: false, lint: { rules: { 'repo/priority': 7 }, custom: [{ id: 'x' }] } }\n`
  const files = {
    'dogma.config.ts': config,
    'monitors/a.ts': `import { monitor } from 'dogma'
export const a = monitor('a', { name: 'A', alert: 'avg(last_5m):avg:a{b:c} > 4', message: '@slack-sre', tags: ['team:sre'], priority: 3, suppress: { 'message/name-blank': 'no' } as never })
`,
  }

  it('says what is wrong with it, and checks the definitions', async () => {
    const { found, checked } = await lint(files, '--min-severity', 'warning')
    expect(checked).toBe(1)
    expect(found).toEqual([
      'dogma.config.ts:1:1 lint/config',
      'dogma.config.ts:1:1 lint/config',
      'monitors/a.ts:2:18 repo/suppression-reason',
    ])
  })

  it('says so about an account, too', async () => {
    const { found } = await lint(files, '--account', 'sandbox')
    expect(found.filter(each => each.endsWith('lint/config'))).toHaveLength(2)
  })

  it('explains rules in spite of it', async () => {
    const words = ['lint', '--explain', 'message/name-blank']
    const { exitCode, stdout } = await dogma(words, { folder: projectFolder(files) })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('# message/name-blank')
  })
})

describe('lint of definitions that a plan would refuse', () => {
  const files = {
    'dogma.config.ts': `export default { project: 'shop', typeCheck: false }\n`,
    'monitors/a.ts': `import { monitor } from 'dogma'
export const a = monitor('a', { name: ' A', alert: 'avg(last_5m):avg:a{b:c} > 4', message: '@slack-sre', tags: ['team:sre'], priority: 3 })
`,
    'slos/b.ts': `import { rawSlo } from 'dogma'
export const b = rawSlo('b', { type: 'time_slice', name: 'B', thresholds: [{ timeframe: '7d', target: 99 }], sli_specification: { time_slice: { query: { formulas: [{ formula: 'x' }], queries: [{ name: 'x', data_source: 'metrics', query: 'avg:a{*}' }] }, comparator: '>', threshold: 1, query_interval_seconds: 120 } } })
`,
    'dashboards/c.ts': `import { rawDashboard } from 'dogma'
export const c = rawDashboard('c', { title: 'C', layout_type: 'ordered', widgets: [{ definition: { type: 'slo', view_type: 'detail', slo_id: '\${slo:nothing}' } }] })
`,
  }

  it('finds the wrong value and the wrong name, and what is to be said of all others', async () => {
    const { found, checked, unreadable, exitCode } = await lint(files)
    expect({ checked, unreadable, exitCode }).toEqual({ checked: 3, unreadable: 0, exitCode: 1 })
    expect(found).toEqual(
      expect.arrayContaining([
        'slos/b.ts:2:18 schema/enum',
        'dashboards/c.ts:2:18 project/dangling-reference',
        'monitors/a.ts:2:39 message/name-blank',
      ]),
    )
  })

  it('looks only at the files that are named', async () => {
    const { found, checked } = await lint(files, 'monitors')
    expect(checked).toBe(1)
    expect(found).toContain('monitors/a.ts:2:39 message/name-blank')
    expect(found.filter(each => !each.startsWith('monitors/'))).toEqual([])
  })

  it('leaves the refusing to build', async () => {
    const { exitCode, stderr } = await dogma(['build'], { folder: projectFolder(files) })
    expect(exitCode).toBe(1)
    expect(stderr).toContain('120 is not one of 60, 300.')
    expect(stderr).toContain('names the slo `nothing`')
  })
})
