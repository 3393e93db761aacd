import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyPatch } from 'diff'
import { afterAll, describe, expect, it } from 'vitest'
import { expectGolden } from '../../golden.js'
import { dogma, projectFolder, removeProjectFolders, transcript } from '../harness.js'

afterAll(removeProjectFolders)

const other = "import { monitor } from 'dogma'\n"

const typescript = `import { avg, dashboard, message, monitor, note, query, rawMonitor, variable } from 'dogma'

const shared = ['team:sre', 'team:sre']

// Who looks at it: the team of the week.
export const load = monitor('load', {
  name: ' Load ', // shown in the list
  alert: query('avg:system.load.1{env:prod} by {host}').last('5m').above({ critical: 8, criticalRecovery: 7 }),
  message: message(({ alert, recovery }) => [
    alert\`
      It's {{check_message}}.
      @slack-sre
    \`,
    recovery\`Fine. @slack-sre\`,
  ]),
  tags: ['team:sre', 'env:prod', 'team:sre'],
  priority: 2,
  notifyNoData: true,
  noDataTimeframe: 2,
})

export const shares = monitor('shares', {
  name: 'Shares its tags',
  alert: avg('system.load.5').where({ env: 'prod' }).last('5m').above({ critical: 8, criticalRecovery: 7 }),
  message: '@slack-sre',
  tags: shared,
  priority: 2,
})

for (const kind of ['a', 'b']) {
  monitor(\`loop-\${kind}\`, {
    name: \`Loop \${kind} \`,
    alert: avg('system.load.15').where({ env: 'prod' }).last('5m').above({ critical: 8, criticalRecovery: 7 }),
    message: '@slack-sre',
    tags: shared,
    priority: 2,
  })
}

export const raw = rawMonitor('raw', {
  "name": "Raw",
  "type": "query alert",
  "query": "avg(last_5m):avg:web.latency{env:prod} > 4",
  "message": "@slack-sre",
  "tags": ["team:sre"],
  "priority": 3,
  "options": {
    "thresholds": { "critical": 5, "critical_recovery": 3 },
    "locked": false
  }
})

export const board = dashboard('board', {
  title: 'Board',
  templateVariables: [variable('env'), variable('host')],
  widgets: [note('Nothing yet.')],
})
`

describe('--fix in TypeScript', () => {
  it('repairs what it can, says what it cannot, and keeps the rest as it is', async () => {
    const folder = projectFolder({ 'monitors/web.ts': typescript, 'monitors/other.ts': other })
    const path = join(folder, 'monitors/web.ts')

    const dry = await dogma(['lint', '--fix', '--dry-run'], { folder })
    expect(readFileSync(path, 'utf8')).toBe(typescript)
    const outcome = await dogma(['lint', '--fix'], { folder })
    expect(applyPatch(typescript, dry.stdout)).toBe(readFileSync(path, 'utf8'))
    expectGolden(
      'lint/fix.txt',
      `${transcript(['lint', '--fix', '--dry-run'], dry)}\n${transcript(['lint', '--fix'], outcome)}`,
    )

    const again = await dogma(['lint', '--fix', '--format', 'json'], { folder })
    expect(JSON.parse(again.stdout).fixes.made).toEqual([])
  })

  it('takes back what does not load any more', async () => {
    const source = `import { defineRule } from 'dogma/lint'
import { defineConfig } from 'dogma'
const broken = defineRule({
  id: 'acme/broken', severity: 'error', kinds: ['monitor'], title: 'x', why: 'x', howToFix: 'x',
  examples: { good: [], bad: [] },
  check: () => ({ message: 'Wrong.', path: ['query'], fixes: [{ title: 'Break it.', edits: [{ kind: 'set', path: ['query'], value: 'no query' }] }] }),
})
export default defineConfig({ project: 'test', typeCheck: false, lint: { custom: [broken] } })
`
    const definition = `import { monitor } from 'dogma'
export const a = monitor('a', { name: 'A', alert: 'avg(last_5m):avg:web.latency{env:prod}>4', message: '@slack-sre' })
`
    const folder = projectFolder({
      'dogma.config.ts': source,
      'monitors/a.ts': definition,
      'monitors/other.ts': other,
    })
    const outcome = await dogma(['lint', '--fix'], { folder })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stdout).toContain('Not done, because with the fixes of this file it is not readable')
    expect(readFileSync(join(folder, 'monitors/a.ts'), 'utf8')).toBe(definition)
  })

  it('does not touch a file that changed while it ran', async () => {
    const definition =
      "import { monitor } from 'dogma'\nmonitor('a', { name: 'A ', alert: 'avg(last_5m):avg:b{c:d} > 4' })\n"
    const config = `import { writeFileSync } from 'node:fs'
import { defineConfig } from 'dogma'
import { defineRule } from 'dogma/lint'
const saves = defineRule({
  id: 'acme/saves', severity: 'info', kinds: ['monitor'], title: 'x', why: 'x', howToFix: 'x',
  examples: { good: [], bad: [] },
  check: () => writeFileSync(process.env.DOGMA_TEST_FILE ?? '', '// saved by somebody'),
})
export default defineConfig({ project: 'test', typeCheck: false, lint: { custom: [saves] } })
`
    const folder = projectFolder({
      'dogma.config.ts': config,
      'monitors/a.ts': definition,
      'monitors/other.ts': other,
    })
    const path = join(folder, 'monitors/a.ts')
    process.env.DOGMA_TEST_FILE = path
    const outcome = await dogma(['lint', '--fix'], { folder })
    delete process.env.DOGMA_TEST_FILE
    expect(outcome.stdout).toContain('the file changed since it was read')
    expect(readFileSync(path, 'utf8')).toBe('// saved by somebody')
  })
})

describe('--fix in JSON', () => {
  const monitor = `{
    "name" : "Caf\\u00e9 ",
    "type": "query alert",
    "query": "avg(last_5m):avg:web.latency{env:prod} > 4",
    "message": "\\"{{check_message}}\\"\\n@slack-sre",
    "tags": ["dogma:test/cafe", "team:sre", "team:sre"],
    "priority": 3,
    "options": {
        "thresholds": {"critical": 5, "critical_recovery": 3},
        "notify_no_data": false,
        "no_data_timeframe": 10
    }
}
`
  const fixed = `{
    "name" : "Café",
    "type": "query alert",
    "query": "avg(last_5m):avg:web.latency{env:prod} > 4",
    "message": "\\"{{{check_message}}}\\"\\n@slack-sre",
    "tags": ["dogma:test/cafe", "team:sre"],
    "priority": 3,
    "options": {
        "thresholds": {"critical": 4, "critical_recovery": 3},
        "notify_no_data": false
    }
}
`

  it.each([
    ['alone', (text: string) => text],
    [
      'in a list',
      (text: string) => `[${text}, ${text.replace('Caf\\u00e9 ', 'Other').replace('Café', 'Other')}]`,
    ],
    ['behind a byte order mark', (text: string) => `\uFEFF${text}`],
  ])('edits the text in place, %s', async (_, around) => {
    const folder = projectFolder({ 'a.json': around(monitor) })
    await dogma(['lint', 'a.json', '--fix'], { folder })
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(around(fixed))
  })

  it('says that a Terraform plan is not the place for it', async () => {
    const values = {
      name: ' x',
      type: 'query alert',
      query: 'avg(last_5m):avg:a{b:c} > 1',
      message: '@slack-a',
    }
    const resource = { address: 'datadog_monitor.x', mode: 'managed', type: 'datadog_monitor', values }
    const plan = { format_version: '1.2', planned_values: { root_module: { resources: [resource] } } }
    const folder = projectFolder({ 'plan.json': JSON.stringify(plan) })
    const outcome = await dogma(['lint', 'plan.json', '--fix'], { folder })
    expect(outcome.stdout).toContain('✗ datadog_monitor.x · message/name-blank')
    expect(readFileSync(join(folder, 'plan.json'), 'utf8')).toBe(JSON.stringify(plan))
  })
})

describe('what goes with --fix', () => {
  it.each([
    [['lint', '--dry-run'], '--dry-run only shows what --fix would do.'],
    [['lint', '--fix', '--watch'], '--fix and --watch would answer each other.'],
    [['lint', '--update-baseline'], '--update-baseline does not say which baseline.'],
    [['lint', '--routes', '--format', 'junit'], 'The routes cannot be written as junit.'],
    [['lint', '--routes', '--fix'], '--routes shows who is told by every monitor'],
    [['lint', '--routes', '--summary'], '--routes shows who is told by every monitor'],
    [['lint', '--routes', '--baseline', 'known.json'], '--routes shows who is told by every monitor'],
    [['lint', '--routes', '--changed-since', 'main'], '--routes shows who is told by every monitor'],
  ])('%j is refused', async (words, message) => {
    const outcome = await dogma(words, { folder: projectFolder({}) })
    expect(outcome.exitCode).toBe(1)
    expect(outcome.stderr).toContain(message)
  })

  it('nothing is written when there is nothing to fix', async () => {
    const folder = projectFolder({ 'monitors/other.ts': other, 'monitors/more.ts': other })
    writeFileSync(join(folder, 'monitors/other.ts'), other)
    const outcome = await dogma(['lint', '--fix'], { folder })
    expect(outcome).toMatchObject({
      exitCode: 0,
      stdout: 'Nothing to fix.\n\n0 definitions checked: nothing found.\n',
    })
  })
})
