import { describe, expect, it } from 'vitest'
import { metricMonitor, startClient } from '../harness.js'

const NOT_FOUND = [404, { errors: ['Monitor not found'] }]

describe('creating a monitor', () => {
  it('answers with the body and what the server adds', async () => {
    const client = await startClient({ clock: () => new Date('2026-01-02T03:04:05.600Z') })
    const reply = await client.call('POST', '/api/v1/monitor', metricMonitor())
    expect(reply.status).toBe(200)
    expect(reply.body).toEqual({
      ...metricMonitor(),
      id: expect.any(Number),
      org_id: expect.any(Number),
      options: {
        thresholds: { critical: 90 },
        notify_audit: false,
        notify_no_data: false,
        new_host_delay: 300,
        include_tags: true,
        silenced: {},
      },
      multi: true,
      created: '2026-01-02T03:04:05.600000+00:00',
      modified: '2026-01-02T03:04:05.600000+00:00',
      created_at: Date.parse('2026-01-02T03:04:05Z'),
      deleted: null,
      priority: null,
      restricted_roles: null,
      restriction_policy: null,
      draft_status: 'published',
      assets: [],
      overall_state: 'No Data',
      overall_state_modified: null,
      creator: { name: 'Sandbox User', handle: 'user@sandbox.example', email: 'user@sandbox.example', id: 1 },
    })
  })

  it('gives ids of nine digits that increase', async () => {
    const client = await startClient()
    const first = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const second = await client.done('POST', '/api/v1/monitor', metricMonitor({ name: 'other' }))
    expect(String(first.id)).toMatch(/^\d{9}$/)
    expect(Number(second.id)).toBeGreaterThan(Number(first.id))
  })

  it('writes thresholds as floats, and those of checks as they are', async () => {
    const client = await startClient()
    const metric = await client.call('POST', '/api/v1/monitor', metricMonitor())
    expect(metric.text).toContain('"thresholds":{"critical":90.0}')
    const query = '"ntp.in_sync".by("host").last(2).count_by_status()'
    const options = { thresholds: { critical: 1, ok: 1 } }
    const check = await client.call(
      'POST',
      '/api/v1/monitor',
      metricMonitor({ type: 'service check', query, options }),
    )
    expect(check.text).toContain('"thresholds":{"critical":1,"ok":1}')
  })

  it.each([
    ['priority 0 becomes null', { priority: 0 }, { priority: null }],
    ['text is trimmed at its ends', { message: '\n a \n b \n' }, { message: 'a \n b' }],
    ['tags keep their order and case', { tags: ['b:1', 'A:2', 'b:1'] }, { tags: ['b:1', 'A:2', 'b:1'] }],
    ['drafts stay drafts', { draft_status: 'draft' }, { draft_status: 'draft' }],
    ['a simple query is no multi alert', { query: 'avg(last_5m):avg:a{*} > 90' }, { multi: false }],
    ['a name is required, else the query serves', { name: null }, { name: metricMonitor().query! }],
  ])('%s', async (_name, sent, expected) => {
    const client = await startClient()
    expect(await client.done('POST', '/api/v1/monitor', metricMonitor(sent))).toMatchObject(expected)
  })

  it('drops fields that it does not know', async () => {
    const client = await startClient()
    const monitor = await client.done('POST', '/api/v1/monitor', metricMonitor({ classification: 'custom' }))
    expect(Object.hasOwn(monitor, 'classification')).toBe(false)
  })

  it('fills assets, and names the monitor in them only on writes', async () => {
    const client = await startClient()
    const asset = { name: 'Runbook', category: 'runbook', url: '/notebook/1' }
    const filled = { ...asset, template_variables: {}, options: {}, resource_key: null, resource_type: null }
    const monitor = await client.done('POST', '/api/v1/monitor', metricMonitor({ assets: [asset] }))
    expect(monitor.assets).toEqual([{ ...filled, monitor_id: monitor.id }])
    expect((await client.done('GET', `/api/v1/monitor/${monitor.id}?with_assets=true`)).assets).toEqual([
      filled,
    ])
    expect(await client.done('GET', `/api/v1/monitor/${monitor.id}`)).not.toHaveProperty('assets')
  })

  it('is refused when an equal monitor exists, with the id of that', async () => {
    const client = await startClient()
    const { id, org_id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const reply = await client.call('POST', '/api/v1/monitor', metricMonitor())
    const text = `Duplicate of an existing monitor_id:${id} org_id:${org_id}`
    expect([reply.status, reply.body]).toEqual([400, { errors: [text] }])
  })

  it('is not refused when one of the compared fields differs', async () => {
    const client = await startClient()
    await client.done('POST', '/api/v1/monitor', metricMonitor())
    const others = [
      { name: 'b' },
      { message: 'b' },
      { tags: [] },
      { priority: 1 },
      { options: { timeout_h: 1 } },
    ]
    for (const other of others) await client.done('POST', '/api/v1/monitor', metricMonitor(other))
  })

  it('is possible again once the equal monitor was changed or deleted', async () => {
    const client = await startClient()
    const first = await client.done('POST', '/api/v1/monitor', metricMonitor())
    await client.done('PUT', `/api/v1/monitor/${first.id}`, { name: 'renamed' })
    const second = await client.done('POST', '/api/v1/monitor', metricMonitor())
    await client.done('DELETE', `/api/v1/monitor/${second.id}`)
    await client.done('POST', '/api/v1/monitor', metricMonitor())
  })
})

describe('validating a monitor', () => {
  it('answers {} and stores nothing', async () => {
    const client = await startClient()
    expect(await client.done('POST', '/api/v1/monitor/validate', metricMonitor())).toEqual({})
    expect((await client.call('GET', '/api/v1/monitor')).body).toEqual([])
  })

  it('of an existing one skips the comparison with others', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    expect((await client.call('POST', '/api/v1/monitor/validate', metricMonitor())).status).toBe(400)
    expect(await client.done('POST', `/api/v1/monitor/${id}/validate`, metricMonitor())).toEqual({})
  })

  it('refuses what creating would refuse', async () => {
    const client = await startClient()
    const reply = await client.call('POST', '/api/v1/monitor/validate', { type: 'log alert', query: 'query' })
    const text = "The value provided for parameter 'query' is invalid: invalid operator specified: "
    expect([reply.status, reply.body]).toEqual([400, { errors: [text] }])
  })
})

describe('changing a monitor', () => {
  it('keeps fields that are not sent and replaces options as a whole', async () => {
    const client = await startClient()
    const sent = metricMonitor({
      priority: 2,
      options: { thresholds: { critical: 90 }, timeout_h: 3, include_tags: false },
    })
    const { id } = await client.done('POST', '/api/v1/monitor', sent)
    const options = { thresholds: { critical: 90 }, renotify_interval: 10 }
    const after = await client.done('PUT', `/api/v1/monitor/${id}`, { name: 'New', options })
    expect(after).toMatchObject({
      name: 'New',
      query: sent.query,
      message: sent.message,
      tags: ['team:sre'],
      priority: 2,
    })
    expect(after.options).toEqual({
      thresholds: { critical: 90 },
      renotify_interval: 10,
      notify_audit: false,
      notify_no_data: false,
      new_host_delay: 300,
      include_tags: true,
      silenced: {},
    })
  })

  it('moves only the time of the change, and leaves the creator out of the answer', async () => {
    let now = '2026-01-01T00:00:00Z'
    const client = await startClient({ clock: () => new Date(now) })
    const before = await client.done('POST', '/api/v1/monitor', metricMonitor())
    now = '2026-01-02T00:00:00Z'
    const after = await client.done(
      'PUT',
      `/api/v1/monitor/${before.id}`,
      metricMonitor({ id: 5, name: 'New' }),
    )
    expect(after).toMatchObject({
      id: before.id,
      created: before.created,
      modified: '2026-01-02T00:00:00.000000+00:00',
    })
    expect(after).not.toHaveProperty('creator')
    expect(await client.done('GET', `/api/v1/monitor/${before.id}`)).toHaveProperty('creator')
  })

  it('clears priority and roles with null', async () => {
    const client = await startClient()
    const { id } = await client.done(
      'POST',
      '/api/v1/monitor',
      metricMonitor({ priority: 1, restricted_roles: ['r'] }),
    )
    const after = await client.done('PUT', `/api/v1/monitor/${id}`, {
      priority: null,
      restricted_roles: null,
    })
    expect(after).toMatchObject({ priority: null, restricted_roles: null })
  })

  it('may use the other name of the metric type, but no other type', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    expect(await client.done('PUT', `/api/v1/monitor/${id}`, { type: 'metric alert' })).toMatchObject({
      type: 'metric alert',
    })
    const log = { type: 'log alert', query: 'logs("a").index("*").rollup("count").last("5m") > 90' }
    const reply = await client.call('PUT', `/api/v1/monitor/${id}`, log)
    expect([reply.status, reply.body]).toEqual([400, { errors: ['Monitor type change not allowed'] }])
    const unknown = await client.call('GET', '/api/v1/monitor/1?group_states=none')
    expect([unknown.status, unknown.body]).toEqual([404, { errors: ['Monitor not found'] }])
  })

  it('leaves the monitor as it was when it is refused', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const before = await client.done('GET', `/api/v1/monitor/${id}`)
    expect((await client.call('PUT', `/api/v1/monitor/${id}`, { query: 'nonsense' })).status).toBe(400)
    expect(await client.done('GET', `/api/v1/monitor/${id}`)).toEqual(before)
  })
})

describe('reading a monitor', () => {
  it('shows no restriction policy, and downtimes and roles as asked', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const plain = await client.done('GET', `/api/v1/monitor/${id}`)
    expect(plain).not.toHaveProperty('restriction_policy')
    expect(plain).toHaveProperty('restricted_roles', null)
    const asked = await client.done(
      'GET',
      `/api/v1/monitor/${id}?with_downtimes=true&with_restricted_roles=false`,
    )
    expect(asked).toHaveProperty('matching_downtimes', [])
    expect(asked).not.toHaveProperty('restricted_roles')
  })
})

it.each([
  ['GET', '/api/v1/monitor/1'],
  ['PUT', '/api/v1/monitor/1'],
  ['DELETE', '/api/v1/monitor/1'],
  ['POST', '/api/v1/monitor/1/validate'],
])('%s %s of an unknown monitor says so', async (method, path) => {
  const reply = await (await startClient()).call(method, path, method === 'GET' ? undefined : metricMonitor())
  expect([reply.status, reply.body]).toEqual(NOT_FOUND)
})
