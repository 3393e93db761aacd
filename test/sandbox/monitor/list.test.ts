import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { type Client, metricMonitor, startClient } from '../harness.js'

async function startWithThree(): Promise<Client> {
  const client = await startClient()
  await client.done('POST', '/api/v1/monitor', metricMonitor({ name: 'Alpha one', tags: ['team:a'] }))
  await client.done('POST', '/api/v1/monitor', metricMonitor({ name: 'Alpha two', tags: ['team:b', 'x'] }))
  const query = 'avg(last_5m):avg:a{env:dev,host:h} > 90'
  await client.done('POST', '/api/v1/monitor', metricMonitor({ name: 'Beta', query, tags: ['team:b'] }))
  return client
}

async function names(client: Client, query: string): Promise<unknown> {
  const reply = await client.call('GET', `/api/v1/monitor${query}`)
  return (reply.body as JsonObject[]).map(monitor => monitor.name)
}

describe('listing monitors', () => {
  it.each([
    ['', ['Alpha one', 'Alpha two', 'Beta']],
    ['?page=0&page_size=2', ['Alpha one', 'Alpha two']],
    ['?page=1&page_size=2', ['Beta']],
    ['?page=2&page_size=2', []],
    ['?page=0', ['Alpha one', 'Alpha two', 'Beta']],
    ['?name=alpha', ['Alpha one', 'Alpha two']],
    ['?monitor_tags=team:b', ['Alpha two', 'Beta']],
    ['?monitor_tags=team:b,x', ['Alpha two']],
    ['?tags=env:dev', ['Beta']],
    ['?tags=host:h,env:dev', ['Beta']],
    ['?tags=env', []],
    ['?group_states=alert,no%20data', ['Alpha one', 'Alpha two', 'Beta']],
  ])('with %j gives %j', async (query, expected) => {
    expect(await names(await startWithThree(), query)).toEqual(expected)
  })

  it('continues after the last id with id_offset', async () => {
    const client = await startWithThree()
    const first = await client.call('GET', '/api/v1/monitor?id_offset=0&page_size=2')
    const last = (first.body as JsonObject[]).at(-1)
    expect(await names(client, `?id_offset=${last?.id}&page_size=2`)).toEqual(['Beta'])
  })

  it('shows matching downtimes and no assets', async () => {
    const reply = await (await startWithThree()).call('GET', '/api/v1/monitor')
    expect((reply.body as JsonObject[])[0]).toHaveProperty('matching_downtimes', [])
    expect((reply.body as JsonObject[])[0]).not.toHaveProperty('assets')
  })

  it('shows the states of groups when they are asked for: there are none', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const one = await client.done('GET', `/api/v1/monitor/${id}?group_states=all`)
    expect(one.state).toEqual({ groups: {} })
    const all = await client.call('GET', '/api/v1/monitor?group_states=all')
    expect(all.body).toMatchObject([{ id, state: { groups: {} } }])
    expect(await client.done('GET', `/api/v1/monitor/${id}`)).not.toHaveProperty('state')
  })

  it('refuses an unknown group state', async () => {
    const reply = await (await startClient()).call('GET', '/api/v1/monitor?group_states=notastate')
    expect([reply.status, reply.body]).toEqual([400, { errors: ['Invalid group_state filters.'] }])
  })
})

describe('searching monitors', () => {
  it.each([
    ['', ['Alpha one', 'Alpha two', 'Beta']],
    ['alpha', ['Alpha one', 'Alpha two']],
    ['"alpha two"', ['Alpha two']],
    ['-alpha', ['Beta']],
    ['NOT title:Alpha*', ['Beta']],
    ['tag:(team:a OR x)', ['Alpha one', 'Alpha two']],
    ['team:b AND alpha', ['Alpha two']],
    ['type:metric status:"no data"', ['Alpha one', 'Alpha two', 'Beta']],
    ['status:alert', []],
    ['notification:slack-sre Beta', ['Beta']],
  ])('with %j finds %j', async (query, expected) => {
    const client = await startWithThree()
    const found = await client.done('GET', `/api/v1/monitor/search?query=${encodeURIComponent(query)}`)
    expect((found.monitors as JsonObject[]).map(monitor => monitor.name)).toEqual(expected)
  })

  it('cuts pages, sorts, and counts everything it found', async () => {
    const client = await startWithThree()
    const found = await client.done('GET', '/api/v1/monitor/search?page=0&per_page=2&sort=name,desc')
    expect((found.monitors as JsonObject[]).map(monitor => monitor.name)).toEqual(['Beta', 'Alpha two'])
    expect(found.metadata).toEqual({ total_count: 3, page: 0, per_page: 2, page_count: 2 })
    expect(found.counts).toMatchObject({
      status: [{ name: 'No Data', count: 3 }],
      type: [{ name: 'metric', count: 3 }],
    })
  })

  it.each(['search', 'groups/search'])('%s refuses an unknown status', async path => {
    const reply = await (await startClient()).call('GET', `/api/v1/monitor/${path}?query=status:notastatus`)
    const errors = ["Query parsing error: 'notastatus' is not a valid monitor status"]
    expect([reply.status, reply.body]).toEqual([400, { errors }])
  })

  it('lists groups in the same frame', async () => {
    const found = await (await startWithThree()).done('GET', '/api/v1/monitor/groups/search?query=beta')
    expect(found).toMatchObject({ groups: [{ monitor_name: 'Beta' }], metadata: { total_count: 1 } })
  })
})
