import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dogma, type Outcome, projectFolder, removeProjectFolders } from './harness.js'

const query = 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 8'

const definitions = {
  'monitors/web.ts': `import { avg, monitor } from 'dogma'

export const load = monitor('load', {
  name: 'Load is high',
  alert: avg('system.load.1').where({ env: 'prod' }).by('host').last('5m').above(8),
  message: 'High. @slack-sre',
})

export const higher = monitor('higher', {
  name: 'Load is high',
  alert: avg('system.load.1').where({ env: 'prod' }).last('10m').above(9),
  message: 'High. @slack-sre @pagerduty-sre',
})
`,
  'slos/web.ts': `import { slo, sum } from 'dogma'

export const answers = slo('answers', {
  name: 'Answers',
  good: sum('web.good').asCount(),
  total: sum('web.hits').asCount(),
  target: { '30d': 99.9 },
})
`,
  'dashboards/web.ts': `import { avg, dashboard, timeseries } from 'dogma'

export const board = dashboard('web', { title: 'Web', widgets: [timeseries('Load', [avg('system.load.1')])] })
`,
}

let folder: string
const run = (...words: string[]): Promise<Outcome> => dogma(['explain', '--lang', 'en', ...words], { folder })

beforeAll(async () => {
  folder = projectFolder(definitions)
  expect((await dogma(['apply', '--yes'], { folder })).exitCode).toBe(0)
})
afterAll(removeProjectFolders)

/** The ids of the sandbox account, by kind and title. */
async function idOf(address: string): Promise<string> {
  const { stdout } = await dogma(['sandbox', 'show', '--format', 'json'], { folder })
  const { objects } = JSON.parse(stdout) as {
    readonly objects: readonly { readonly address: string | null; readonly id: string }[]
  }
  return objects.find(one => one.address === address)!.id
}

describe('a definition of the project', () => {
  it('is explained by its key', async () => {
    const { stdout, exitCode } = await run('--key', 'monitor.load')
    expect(stdout).toContain('`system.load.1`')
    expect(stdout).toContain('@slack-sre')
    expect(exitCode).toBe(0)
  })

  it('is explained by its key alone', async () => {
    expect((await run('--key', 'load')).stdout).toBe((await run('--key', 'monitor.load')).stdout)
  })

  it('names the nearest key where there is none', async () => {
    const { stderr, exitCode } = await run('--key', 'monitor.laod')
    expect(stderr).toContain('Did you mean `monitor.load`?')
    expect(exitCode).toBe(1)
  })
})

describe('a live object', () => {
  it.each([
    ['monitor.load', (id: string) => `https://app.datadoghq.com/monitors/${id}`],
    ['monitor.load', (id: string) => `https://app.datadoghq.eu/monitors/${id}?group=host%3Aa#status`],
    ['monitor.load', (id: string) => `monitor/${id}`],
    [
      'slo.answers',
      (id: string) => `https://app.datadoghq.com/slo/manage?query=web&slo_id=${id}&timeframe=7d`,
    ],
    ['slo.answers', (id: string) => `https://app.datadoghq.com/slo/${id}/edit`],
    ['dashboard.web', (id: string) => `https://app.datadoghq.com/dashboard/${id}/web?from_ts=1`],
  ])('%s is found by page and id', async (address, page) => {
    const { stdout, stderr, exitCode } = await run('--id', page(await idOf(address)))
    expect(stderr).toBe('')
    // The first block says what it is; the account fills in settings further down.
    const [first] = (await run('--key', address)).stdout.split('\n\n')
    expect(stdout.split('\n\n')[0]).toBe(first)
    expect(exitCode).toBe(0)
  })
})

describe('what is no text to explain', () => {
  it.each([
    ['monitors', 'explain/is-folder', 'monitors is a folder.'],
    ['dogma.config.ts', 'explain/not-data', 'dogma explain --key'],
    ['missing.json', 'explain/no-such-file', 'There is no file missing.json.'],
    ['missing/monitor.ts', 'explain/no-such-file', 'There is no file missing/monitor.ts.'],
  ])('%s: %s', async (text, code, said) => {
    for (const words of [[text], ['--diff', text, 'avg:a.b{*}'], ['--diff', 'avg:a.b{*}', text]]) {
      const { stdout, stderr, exitCode } = await run(...words)
      expect([stdout, exitCode]).toEqual(['', 1])
      expect(stderr).toContain(code)
      expect(stderr).toContain(said)
    }
  })

  it('is not of a type that there is none of', async () => {
    const { stderr, exitCode } = await run('--type', 'log alrt', 'avg:a.b{*}')
    expect(stderr).toContain('There is no monitor type `log alrt`.')
    expect(stderr).toContain('Did you mean `log alert`?')
    expect(exitCode).toBe(1)
    expect((await run('--type', 'query alert', 'avg(last_5m):avg:a.b{*} > 1')).exitCode).toBe(0)
  })

  it('is not the name of a metric, of which one like a key gets a note', async () => {
    const { stdout, stderr, exitCode } = await run('monitor.load')
    expect(stderr).toBe(
      'Read as the name of a metric. For the definition: dogma explain --key monitor.load\n',
    )
    expect(stdout).toContain('`monitor.load`')
    expect(exitCode).toBe(0)
    expect((await run('system.load.1')).stderr).toBe('')
  })
})

describe('depth and formats', () => {
  it('brief is one sentence', async () => {
    const { stdout } = await run('--level', 'brief', query)
    expect(stdout.match(/[.](\s|$)/g)).toHaveLength(1)
  })

  it('HTML is a fragment with the language and the places of the parts', async () => {
    const { stdout } = await run('--format', 'html', query)
    expect(stdout).toMatch(/^<article class="explanation" lang="en" data-kind="monitor-query">\n/)
    expect(stdout).toContain('data-start=')
    expect(stdout).toMatch(/<\/article>\n$/)
  })
})

describe('--diff', () => {
  it('compares two texts', async () => {
    expect(await run('--diff', query, query.replace('> 8', '> 9'))).toEqual({
      stdout: 'What changes: the threshold.\n  • Alerts above 9 instead of 8.\n',
      stderr: '',
      exitCode: 0,
    })
  })

  it('says when nothing changes in behaviour', async () => {
    const { stdout, exitCode } = await run('--diff', query, query.replace('> 8', '>8'))
    expect(stdout).toBe('Nothing changes in behaviour: only the spelling differs.\n')
    expect(exitCode).toBe(0)
  })

  it('compares definitions, files and live objects', async () => {
    const definition = { type: 'query alert', name: 'Load is high', query, message: 'High. @slack-sre' }
    writeFileSync(join(folder, 'load.json'), JSON.stringify(definition))
    const id = await idOf('monitor.load')
    const others = ['monitor.load', 'load.json', `https://app.datadoghq.com/monitors/${id}`, id]
    for (const other of others) {
      const { stdout } = await run('--diff', other, 'monitor.higher')
      expect(stdout, other).toContain('  • Alerts above 9 instead of 8.\n')
      expect(stdout, other).toContain('  • Now one alert for everything.\n')
      expect(stdout, other).toContain('  • Window 5 → 10 minutes.\n')
      expect(stdout, other).toContain('  • `@pagerduty-sre` is now told on every change of state.\n')
      expect(stdout, other).not.toContain('Tags')
    }
    expect(readFileSync(join(folder, 'load.json'), 'utf8')).toBe(JSON.stringify(definition))
  })

  it('finds no difference between code and account after an apply', async () => {
    for (const address of ['monitor.load', 'slo.answers', 'dashboard.web']) {
      const { stdout } = await run('--diff', address, await idOf(address))
      expect(stdout, address).toMatch(/^(The two are the same|Nothing changes in behaviour)/)
    }
  })

  it.each([
    [['--diff', query], '--diff compares two things, and fewer were given.'],
    [['--diff', query, 'monitor.nothing'], 'No definition of this project is called `monitor.nothing`.'],
    [[query, query], 'Two texts were given, and one can be explained at a time.'],
  ])('refuses %j', async (words, message) => {
    const { stderr, stdout, exitCode } = await run(...words)
    expect(stderr).toContain(message)
    expect(stdout).toBe('')
    expect(exitCode).toBe(1)
  })

  it('speaks Japanese and JSON', async () => {
    const words = ['explain', '--diff', query, query.replace('> 8', '> 9')]
    expect((await dogma([...words, '--lang', 'ja'], { folder })).stdout).toBe(
      'しきい値が変わります。\n  • 9 を超えるとアラートになります(これまでは 8)。\n',
    )
    const { stdout } = await dogma([...words, '--format', 'json'], { folder })
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, same: false, changes: [{ place: 'query' }] })
  })
})
