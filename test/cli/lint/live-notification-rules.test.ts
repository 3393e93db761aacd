import { afterAll, describe, expect, it } from 'vitest'
import { account, ask, keys } from '../account/accounts.js'
import { dogma, projectFolder, removeProjectFolders } from '../harness.js'
import { type Overlay, overlaid } from './overlay.js'

afterAll(removeProjectFolders)

/** An account with one monitor that names nobody, and a notification rule. */
async function routed(rule: object | undefined, monitor: object = {}) {
  const { url } = await account()
  await ask(url, '/api/v1/monitor', 'POST', {
    name: 'Load',
    type: 'query alert',
    query: 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4',
    message: 'The load of {{host.name}} is high.',
    tags: ['team:sre', 'service:web'],
    priority: 2,
    options: { thresholds: { critical: 4 } },
    ...monitor,
  })
  if (rule !== undefined) await addRule(url, rule)
  return url
}

async function addRule(url: string, rule: object) {
  await ask(url, '/api/v2/monitor/notification_rule', 'POST', {
    data: {
      type: 'monitor-notification-rule',
      attributes: { name: 'R', recipients: ['slack-sre'], ...rule },
    },
  })
}

async function said(url: string, overlay: Overlay = {}) {
  const seen = await overlaid(url, overlay)
  const config = `export default { project: 'shop', typeCheck: false, accounts: { live: { url: '${seen}' } } }\n`
  const folder = projectFolder({ 'dogma.config.ts': config })
  const { stdout } = await dogma(['lint', '--account', 'live', '--format', 'json'], {
    folder,
    environment: keys,
  })
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] }
  return findings
    .filter(({ rule }) => /no-notification|notification-rules/.test(rule))
    .map(({ message }) => message)
}

const nobody = ['Nobody is notified: the message holds no @handle.']
const onlyIf = (scope: string, fallback: readonly string[] = []) => ({
  filter: { tags: ['team:sre'] },
  recipients: undefined,
  conditional_recipients: {
    conditions: [{ scope, recipients: ['slack-sre'] }],
    fallback_recipients: fallback,
  },
})

describe('a monitor without handles, in an account with a notification rule', () => {
  it.each([
    ['for a tag of the monitor', { filter: { tags: ['team:sre'] } }, []],
    ['for two tags of the monitor', { filter: { tags: ['team:sre', 'service:web'] } }, []],
    ['for any team', { filter: { scope: 'team:*' } }, []],
    ['for one of several values', { filter: { scope: 'service:(api OR web) AND NOT team:data' } }, []],
    ['for its priority', { filter: { scope: 'priority:p2' } }, []],
    ['for some of its groups', { filter: { tags: ['host:web-1'] } }, []],
    ['that leaves some of its groups out', { filter: { scope: 'team:sre AND NOT host:web-1' } }, []],
    ['for alerts only', onlyIf('transition_type:is_alert'), []],
    ['for recoveries, and all else', onlyIf('transition_type:is_recovery', ['slack-rest']), []],
    ['for another team', { filter: { tags: ['team:web'] } }, nobody],
    ['for two tags of which it has one', { filter: { tags: ['team:sre', 'service:api'] } }, nobody],
    ['that leaves its team out', { filter: { scope: 'service:web AND NOT team:sre' } }, nobody],
    ['for another priority', { filter: { scope: 'priority:p1' } }, nobody],
    ['for a longer name of the service', { filter: { scope: 'service:web-*-api' } }, nobody],
    ['for recoveries only', onlyIf('transition_type:is_recovery'), nobody],
    ['for warnings, which it has none of', onlyIf('transition_type:is_warning'), nobody],
  ])('%s', async (_, rule, expected) => {
    expect(await said(await routed(rule))).toEqual(expected)
  })

  it('that is none: nobody is told', async () => {
    expect(await said(await routed(undefined))).toEqual(nobody)
  })

  it('for warnings, when it has a warning threshold', async () => {
    const options = { thresholds: { critical: 4, warning: 3 } }
    expect(await said(await routed(onlyIf('transition_type:is_warning'), { options }))).toEqual([])
  })

  it('that stands on a later page', async () => {
    const url = await routed(undefined)
    for (let n = 0; n < 100; n += 1) await addRule(url, { filter: { tags: ['team:other'] } })
    await addRule(url, { filter: { tags: ['team:sre'] } })
    expect(await said(url)).toEqual([])
  })

  it('that the account does not tell, which is said once', async () => {
    const url = await routed({ filter: { tags: ['team:sre'] } })
    expect(await said(url, { '/api/v2/monitor/notification_rule': () => 403 })).toEqual([
      'The account does not tell its notification rules: Not here.',
      ...nobody,
    ])
  })
})
