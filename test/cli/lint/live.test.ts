import { afterAll, describe, expect, it } from 'vitest'
import { account, ask, keys, projectAt } from '../account/accounts.js'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'
import { overlaid } from './overlay.js'

afterAll(removeProjectFolders)

interface Made {
  readonly id: string | number
}

const monitor = (name: string, changes: object = {}) => ({
  name,
  type: 'query alert',
  query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
  message: '{{#is_alert}}Load of {{host.name}} is {{value}}.{{/is_alert}} @slack-sre',
  tags: ['team:sre'],
  priority: 3,
  options: { thresholds: { critical: 4, critical_recovery: 3 } },
  ...changes,
})

/** An account with one object of each sort of trouble. */
async function troubled() {
  const { url } = await account()
  const add = async (path: string, body: object) => (await ask(url, path, 'POST', body)) as Made
  const load = await add('/api/v1/monitor', monitor('Load', { tags: ['team:sre', 'dogma:shop/load'] }))
  const errors = await add(
    '/api/v1/monitor',
    monitor('Errors\u001b[2J', {
      query: 'sum(last_5m):sum:api.errors{env:prod}.as_count() > 4',
      message: 'Many errors: {{value}}. @slack-sre',
    }),
  )
  const both = await add('/api/v1/monitor', {
    ...monitor('Both'),
    type: 'composite',
    query: `${load.id} && ${errors.id}`,
    message: 'Busy and failing. @slack-sre',
    options: {},
  })
  const widgets = [{ definition: { type: 'alert_graph', alert_id: '424242', viz_type: 'timeseries' } }]
  const api = await add('/api/v1/dashboard', { title: 'API', layout_type: 'ordered', widgets })
  await add('/api/v1/downtime', { monitor_id: errors.id, scope: ['*'] })
  return { url, load, errors, both, api }
}

const lint = (folder: string, ...words: string[]) =>
  dogma(['lint', '--account', 'live', ...words], { folder, environment: keys })

async function found(folder: string, ...words: string[]) {
  const outcome = await lint(folder, '--format', 'json', ...words)
  const report = JSON.parse(outcome.stdout) as {
    checked: number
    unreadable: number
    findings: { rule: string; place: string; title?: string }[]
  }
  const list = report.findings.map(({ place, rule }) => `${place} ${rule}`)
  return { ...report, exitCode: outcome.exitCode, list }
}

const alertingSinceJanuary = (text: string) =>
  text
    .replace('"overall_state":"No Data"', '"overall_state":"Alert"')
    .replace('"overall_state_modified":null', '"overall_state_modified":"2026-01-30T08:00:00+00:00"')

describe('lint --account', () => {
  it('tells what is wrong in the account, by the ids and names that it has there', async () => {
    const { url, load, errors, api } = await troubled()
    const seen = await overlaid(url, {
      '/api/v1/monitor': alertingSinceJanuary,
      '/api/v1/metrics': () => '{"from":"1","metrics":["system.load.1"]}',
    })
    const { stdout, exitCode } = await lint(projectAt({ live: seen }, {}))
    expect(exitCode).toBe(1)
    expect(stdout).toBe(`dashboard/${api.id} · error · live/removed-reference · API
  The account holds no monitor with the id \`424242\`, which this dashboard names.
  Correct the id, or delete the dashboard; check also that the application key may see it.

monitor/${load.id} · warning · live/always-alerting · Load
  The monitor has been in Alert for 30 days, since 2026-01-30T08:00:00+00:00.
  Repair what it reports, move its threshold, or delete it.

monitor/${errors.id} · warning · live/metric-missing · Errors�[2J
  The account had no point of the metric \`api.errors\` in the last 30 days.
  1 | sum(last_5m):sum:api.errors{env:prod}.as_count() > 4
                       ^^^^^^^^^^
  Correct the name; where silence is normal, write \`default_zero(…)\`.

monitor/${errors.id} · warning · live/muted-forever · Errors�[2J
  The monitor is muted without an end.
  End it, give it an end, or delete the monitor.

4 definitions checked: 1 error, 3 warnings.
`)
  })

  it('says once that the account does not tell its metrics, and looks at everything else', async () => {
    const { url } = await troubled()
    const seen = await overlaid(url, { '/api/v1/metrics': () => 404 })
    const { list, exitCode } = await found(projectAt({ live: seen }, {}), '--fail-on', 'never')
    expect(exitCode).toBe(0)
    expect(list.filter(each => each.includes('metric'))).toEqual(['account live account/metrics-unknown'])
    expect(list.some(each => each.endsWith('live/removed-reference'))).toBe(true)
  })

  it('believes no account that names no metric at all', async () => {
    const { url } = await troubled()
    const seen = await overlaid(url, { '/api/v1/metrics': () => '{"metrics":[]}' })
    const { list } = await found(projectAt({ live: seen }, {}))
    expect(list.filter(each => each.includes('metric'))).toEqual(['account live account/metrics-unknown'])
  })

  it('tells a metric that stopped from one that is there, asking for a month and for a day', async () => {
    const { url, errors } = await troubled()
    const yesterday = Date.parse('2026-02-28T12:00:00Z') / 1000
    const asked: number[] = []
    const names = (_: string, from: number) => {
      asked.push(from)
      return JSON.stringify({
        metrics: from < yesterday ? ['system.load.1', 'api.errors'] : ['system.load.1'],
      })
    }
    const seen = await overlaid(url, { '/api/v1/metrics': names })
    const { list } = await found(projectAt({ live: seen }, {}))
    expect(asked.sort()).toEqual([yesterday - 29 * 86_400, yesterday])
    expect(list.filter(each => each.includes('/metric'))).toEqual([`monitor/${errors.id} live/metric-stale`])
  })

  it('reads the runbooks of the monitors that seem to have none, and only where the rule is on', async () => {
    const { url } = await account()
    const make = async (name: string, changes: object) =>
      ((await ask(url, '/api/v1/monitor', 'POST', monitor(name, changes))) as Made).id
    const assets = [{ name: 'Load', url: 'https://example.com/load', category: 'runbook' }]
    const helped = await make('Helped', { assets })
    const helpless = await make('Helpless', {})
    const linked = await make('Linked', { message: 'https://example.com/linked @slack-sre' })
    const asked: string[] = []
    const seen = await overlaid(url, {}, path => asked.push(path))
    const config = (lint: string) =>
      `export default { project: 'shop', defaultAccount: 'live', accounts: { live: { url: '${seen}' } }, lint: ${lint} }\n`
    const strict = await found(projectFolder({ 'dogma.config.ts': config(`{ extends: 'strict' }`) }))
    expect(strict.list.filter(each => each.endsWith('no-runbook'))).toEqual([
      `monitor/${helpless} message/no-runbook`,
    ])
    const read = asked.filter(path => /monitor\/\d+$/.test(path)).sort()
    expect(read).toEqual([helped, helpless].map(id => `/api/v1/monitor/${id}`).sort())
    expect(read).not.toContain(`/api/v1/monitor/${linked}`)
    asked.length = 0
    await found(projectFolder({ 'dogma.config.ts': config('{}') }))
    expect(asked.filter(path => /monitor\/\d+$/.test(path))).toEqual([])
  })

  it('does not call ids unknown of a kind that it may not list', async () => {
    const { url, api } = await troubled()
    const seen = await overlaid(url, { '/api/v1/monitor': () => 403 })
    const { list, checked, unreadable, exitCode } = await found(projectAt({ live: seen }, {}))
    expect({ checked, unreadable, exitCode }).toEqual({ checked: 1, unreadable: 1, exitCode: 1 })
    expect(list).toContain('account live account/forbidden')
    expect(list.filter(each => each.startsWith(`dashboard/${api.id}`))).toEqual([])
  })

  it('goes on after an object that it cannot read, and blames nobody who names it', async () => {
    const { url, both, errors } = await troubled()
    const seen = await overlaid(url, {
      '/api/v1/monitor': text => text.replace('"query":"sum(last_5m)', '"question":"sum(last_5m)'),
    })
    const { list, checked, unreadable, exitCode } = await found(projectAt({ live: seen }, {}))
    expect({ checked, unreadable, exitCode }).toEqual({ checked: 3, unreadable: 1, exitCode: 1 })
    expect(list).toContain('account live definition/unreadable')
    expect(list.filter(each => each.includes(`monitor/${errors.id}`))).toEqual([])
    expect(list.filter(each => each.startsWith(`monitor/${both.id}`))).toEqual([])
  })

  it('finds what no project owns, where that is asked for', async () => {
    const { url, errors, both, api } = await troubled()
    const config = (rules: string) => ({
      'dogma.config.ts': `export default { project: 'shop', typeCheck: false, accounts: { live: { url: '${url}' } }, lint: ${rules} }\n`,
    })
    const unmanaged = async (rules: string) => {
      const { list } = await found(projectFolder(config(rules)))
      return list.filter(each => each.endsWith('live/unmanaged'))
    }
    expect(await unmanaged('{}')).toEqual([])
    expect(await unmanaged("{ rules: { 'live/unmanaged': 'info' } }")).toEqual(
      [`dashboard/${api.id}`, `monitor/${errors.id}`, `monitor/${both.id}`].map(at => `${at} live/unmanaged`),
    )
    const except = `overrides: [{ keys: ['${api.id}'], rules: { 'live/unmanaged': 'off' } }]`
    expect(await unmanaged(`{ rules: { 'live/unmanaged': 'info' }, ${except} }`)).toHaveLength(2)
  })

  it('keeps the name of each object in the JSON report', async () => {
    const { url, api } = await troubled()
    const { findings } = await found(projectAt({ live: url }, {}))
    expect(findings.find(({ place }) => place === `dashboard/${api.id}`)).toMatchObject({
      resource: `dashboard/${api.id}`,
      title: 'API',
    })
  })

  it('shows who is told by the ids of the account', async () => {
    const { url, both } = await troubled()
    const { stdout } = await lint(projectAt({ live: url }, {}), '--routes')
    expect(stdout).toContain(`monitor/${both.id}\n  alert `)
  })

  it('takes known troubles into a baseline', async () => {
    const { url } = await troubled()
    const folder = projectAt({ live: url }, {})
    await lint(folder, '--baseline', 'known.json', '--update-baseline')
    const { list, exitCode } = await found(folder, '--baseline', 'known.json')
    expect({ list, exitCode }).toEqual({ list: [], exitCode: 0 })
  })

  it.each([
    ['a path', ['monitors.json'], 'PATH names files'],
    ['--fix', ['--fix'], '--fix repairs files'],
    ['--watch', ['--watch'], '--watch waits for files'],
    ['--changed-since', ['--changed-since', 'main'], '--changed-since asks Git'],
  ])('refuses %s, which is about files', async (_, words, sentence) => {
    const { stderr, exitCode } = await lint(projectFolder({}), ...words)
    expect(stderr).toContain(sentence)
    expect(exitCode).toBe(1)
  })

  it('says which accounts there are', async () => {
    const { stderr, exitCode } = await dogma(['lint', '--account', 'sandbocks'], {
      folder: projectFolder({}),
    })
    expect(stderr).toContain('Did you mean `sandbox`?')
    expect(exitCode).toBe(1)
  })
})
