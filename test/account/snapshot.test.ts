import { describe, expect, it } from 'vitest'
import { openDashboardCache, readSnapshot, type TransportEvent } from '../../src/account/index.js'
import { applied, dashboard, monitor, openAccount, planFor, project } from '../apply/harness.js'

const theirs = {
  title: 'theirs',
  layout_type: 'ordered',
  widgets: [{ definition: { type: 'note', content: 'x' } }],
}

async function open() {
  const reads: string[] = []
  const onEvent = (event: TransportEvent) => {
    if (event.kind === 'sent' && event.method === 'GET' && event.path.startsWith('/api/v1/dashboard/'))
      reads.push(event.path)
  }
  return { reads, account: await openAccount({}, { onEvent }) }
}

describe('a snapshot', () => {
  it('reads only the dashboards of the project with their widgets', async () => {
    const { account, reads } = await open()
    await account.create('dashboard', theirs)
    await applied(account, [dashboard('ours')])
    reads.length = 0
    const snapshot = await readSnapshot(account, { project, resources: [dashboard('ours')] })
    expect(reads).toHaveLength(1)
    expect(
      snapshot.ok && snapshot.value.map(({ payload, partial }) => [payload.title, partial ?? false]),
    ).toEqual([
      ['theirs', true],
      ['ours', false],
    ])
  })

  it('reads all of them when a monitor is to go, because a widget may use it', async () => {
    const { account } = await open()
    await applied(account, [monitor('a')])
    const listed = await account.list('monitor')
    const id = listed.ok ? listed.value[0]!.id : ''
    await account.create('dashboard', {
      ...theirs,
      widgets: [{ definition: { type: 'alert_graph', alert_id: id, viz_type: 'timeseries' } }],
    })
    const plan = await planFor(account, [])
    expect(plan.warnings.map(({ message }) => message).join()).toContain('“theirs”')
  })

  it('reads the dashboard that is to be adopted', async () => {
    const { account } = await open()
    const created = await account.create('dashboard', theirs)
    const wanted = [
      dashboard('a', [{ type: 'note', content: 'x' }], { adopt: created.ok ? created.value.id : '' }),
    ]
    const snapshot = await readSnapshot(account, { project, resources: wanted })
    expect(snapshot.ok && snapshot.value[0]?.partial).toBeUndefined()
  })

  it('reads the assets of monitors that have some, which listings leave out', async () => {
    const { account } = await open()
    const withAsset = (url: string) => [
      monitor('a', { assets: [{ name: 'Runbook', url, category: 'runbook' }] }),
    ]
    await applied(account, withAsset('https://example.com/a'))
    expect((await planFor(account, withAsset('https://example.com/a'))).changes).toEqual([])
    const plan = await planFor(account, withAsset('https://example.com/b'))
    expect(plan.changes[0]?.changes.map(({ path }) => path)).toEqual(['assets[0].url'])
  })

  it('reads an unchanged dashboard once and then never again', async () => {
    const reads: string[] = []
    let cache = openDashboardCache('')
    const options = {
      onEvent: (event: TransportEvent) => {
        if (event.kind === 'sent' && event.path.startsWith('/api/v1/dashboard/') && event.method === 'GET')
          reads.push(event.path)
      },
      cache: {
        find: (...key: [string, string]) => cache.find(...key),
        keep: (...entry: Parameters<typeof cache.keep>) => cache.keep(...entry),
      },
    }
    const account = await openAccount({}, options)
    const resources = ['a', 'b', 'c'].map(key => dashboard(key))
    await applied(account, resources)
    await planFor(account, resources)
    expect(reads).toHaveLength(3)
    cache = openDashboardCache(cache.text())
    await planFor(account, resources)
    expect(reads).toHaveLength(3)
    await applied(account, [dashboard('a', [{ type: 'note', content: 'new' }]), ...resources.slice(1)])
    await planFor(account, resources)
    expect(reads).toHaveLength(4)
  })
})

describe('a kept cache', () => {
  it.each(['', 'null', '{"version":9}', '{"version":1,"dashboards":{"a":5}}', 'nonsense'])(
    'that reads %j is empty',
    text => {
      expect(openDashboardCache(text).find('a', 't')).toBeUndefined()
    },
  )

  it('forgets what nobody asked for', () => {
    const cache = openDashboardCache('')
    cache.keep('a', 't', { id: 'a' })
    cache.keep('b', 't', { id: 'b' })
    const next = openDashboardCache(cache.text())
    expect(next.find('a', 't')).toEqual({ id: 'a' })
    expect(next.find('b', 'u')).toBeUndefined()
    expect(next.isChanged()).toBe(true)
    expect(openDashboardCache(next.text()).find('b', 't')).toBeUndefined()
  })
})
