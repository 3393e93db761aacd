import { afterAll, describe, expect, it } from 'vitest'
import { account, ask, keys } from '../account/accounts.js'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'
import { type Overlay, overlaid } from './overlay.js'

afterAll(removeProjectFolders)

/** An account with one monitor of the teams `sre` and `web`, whose own mutes nobody sees. */
async function muted(downtime: (monitorId: number) => object) {
  const { url } = await account()
  const { id } = (await ask(url, '/api/v1/monitor', 'POST', {
    name: 'Load',
    type: 'query alert',
    query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
    message: 'x @slack-sre',
    tags: ['team:sre', 'service:web'],
    options: { thresholds: { critical: 4 } },
  })) as { id: number }
  await ask(url, '/api/v2/downtime', 'POST', {
    data: { type: 'downtime', attributes: { scope: '*', ...downtime(id) } },
  })
  return url
}

const withoutMutes: Overlay = {
  '/api/v1/monitor': text => text.replaceAll(/"silenced":\{[^}]*\}/g, '"silenced":{}'),
}

async function said(url: string, overlay = withoutMutes) {
  const seen = await overlaid(url, overlay)
  const config = `export default { project: 'shop', typeCheck: false, accounts: { live: { url: '${seen}' } } }\n`
  const folder = projectFolder({ 'dogma.config.ts': config })
  const words = ['lint', '--account', 'live', '--format', 'json']
  const { stdout } = await dogma(words, { folder, environment: keys })
  const { findings } = JSON.parse(stdout) as {
    findings: { rule: string; severity: string; message: string }[]
  }
  return findings
    .filter(({ rule }) => /muted-forever|downtimes/.test(rule))
    .map(({ severity, message }) => `${severity}: ${message.replace(/`[0-9a-f-]{36}`/, 'D')}`)
}

const whole = ['warning: The monitor is muted without an end by the downtime D.']
const once = { schedule: { start: null, end: null } }
const daily = { recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', duration: '2h' }], timezone: 'UTC' }
const tagged = (...monitor_tags: string[]) => ({ monitor_identifier: { monitor_tags } })

describe('a downtime without an end', () => {
  it.each([
    ['of the monitor itself', (monitor_id: number) => ({ monitor_identifier: { monitor_id } }), whole],
    ['of a tag that the monitor has', () => tagged('team:sre'), whole],
    ['of two tags that it has', () => tagged('team:sre', 'service:web'), whole],
    ['of every monitor', () => tagged('*'), whole],
    [
      'of some groups',
      (monitor_id: number) => ({ monitor_identifier: { monitor_id }, scope: 'host:web-1' }),
      ['info: The monitor is muted for `host:web-1` without an end by the downtime D.'],
    ],
    ['of another monitor', (id: number) => ({ monitor_identifier: { monitor_id: id + 1 } }), []],
    ['of two tags of which it has one', () => tagged('team:sre', 'service:api'), []],
    ['of every monitor, in an environment', () => ({ ...tagged('*'), scope: 'env:staging' }), []],
    ['that only seems so: it recurs', () => ({ ...tagged('team:sre'), schedule: daily }), []],
    [
      'that only seems so: it ends',
      () => ({ ...tagged('team:sre'), schedule: { start: null, end: '2099-01-01T00:00:00+00:00' } }),
      [],
    ],
    [
      'that has not begun',
      () => ({ ...tagged('team:sre'), schedule: { start: '2099-01-01T00:00:00+00:00', end: null } }),
      [],
    ],
  ])('%s', async (_, downtime, expected) => {
    const url = await muted(id => ({ ...once, ...downtime(id) }))
    expect(await said(url)).toEqual(expected)
  })

  it('is told once, though the monitor shows it as a mute as well', async () => {
    const url = await muted(() => ({ ...once, ...tagged('team:sre') }))
    expect(await said(url, {})).toEqual(whole)
  })

  it('is found on a later page', async () => {
    const url = await muted(() => ({ ...tagged('team:other'), ...once }))
    for (let n = 0; n < 100; n += 1)
      await ask(url, '/api/v2/downtime', 'POST', {
        data: { attributes: { scope: '*', ...tagged('team:other'), ...once } },
      })
    await ask(url, '/api/v2/downtime', 'POST', {
      data: { attributes: { scope: '*', ...tagged('team:sre'), ...once } },
    })
    expect(await said(url)).toEqual(whole)
  })

  it('is not known where the account does not tell downtimes, which is said once', async () => {
    const url = await muted(() => ({ ...once, ...tagged('team:sre') }))
    expect(await said(url, { ...withoutMutes, '/api/v2/downtime': () => 403 })).toEqual([
      'info: The account does not tell its downtimes: Not here.',
    ])
  })
})
