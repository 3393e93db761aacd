import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { type Client, metricMonitor, startClient } from '../harness.js'

const PATH = '/api/v2/downtime'
const NOW = '2026-01-01T00:00:00Z'
const downtime = (attributes: JsonObject) => ({ data: { type: 'downtime', attributes } })
const PLAIN = { scope: 'env:prod', monitor_identifier: { monitor_tags: ['team:sre'] } }

async function create(client: Client, attributes: JsonObject = {}) {
  const { data } = await client.done('POST', PATH, downtime({ ...PLAIN, ...attributes }))
  return data as { id: string; attributes: JsonObject }
}

const start = () => startClient({ clock: () => new Date(NOW) })

describe('a downtime', () => {
  it('gets defaults', async () => {
    const { attributes } = await create(await start())
    expect(attributes).toMatchObject({
      ...PLAIN,
      message: null,
      canceled: null,
      display_timezone: 'UTC',
      mute_first_recovery_notification: false,
      notify_end_types: ['expired'],
      status: 'active',
      schedule: { start: '2026-01-01T00:00:00.000000+00:00', end: null },
    })
    expect((attributes.notify_end_states as string[]).toSorted()).toEqual(['alert', 'no data', 'warn'])
  })

  it.each([
    ['2050-01-02T03:04:05Z', null, 'scheduled'],
    ['2025-01-01T00:00:00Z', '2025-02-01T00:00:00Z', 'ended'],
    ['2025-01-01T00:00:00Z', '2027-02-01T00:00:00Z', 'active'],
  ])('from %s to %s is %s', async (from, end, status) => {
    const { attributes } = await create(await start(), { schedule: { start: from, end } })
    expect(attributes).toMatchObject({ status, schedule: { start: from.replace('Z', '+00:00') } })
  })

  it('that recurs shows its next occurrence', async () => {
    const recurrences = [{ rrule: 'FREQ=DAILY', duration: '2h', start: '2026-02-01T10:00:00' }]
    const { attributes } = await create(await start(), { schedule: { recurrences, timezone: 'Asia/Tokyo' } })
    expect(attributes.schedule).toEqual({
      recurrences,
      timezone: 'Asia/Tokyo',
      current_downtime: { start: '2026-02-01T01:00:00+00:00', end: '2026-02-01T03:00:00+00:00' },
    })
  })

  it('has no summer time after 2037, where the time zones of the server end', async () => {
    const startsOn = async (day: string) => {
      const recurrences = [{ rrule: 'FREQ=DAILY', duration: '1h', start: `${day}T01:00:00` }]
      const schedule = { recurrences, timezone: 'America/New_York' }
      const { attributes } = await create(await start(), { schedule })
      return (attributes.schedule as { current_downtime: { start: string } }).current_downtime.start
    }
    expect(await startsOn('2036-07-13')).toBe('2036-07-13T05:00:00+00:00')
    expect(await startsOn('2042-07-13')).toBe('2042-07-13T06:00:00+00:00')
  })

  it('has relationships only in writes and when asked', async () => {
    const client = await start()
    const monitor = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const { id } = await create(client, { monitor_identifier: { monitor_id: monitor.id! } })
    expect((await client.done('GET', `${PATH}/${id}`)).data).not.toHaveProperty('relationships')
    const asked = await client.done('GET', `${PATH}/${id}?include=monitor`)
    expect(asked).toMatchObject({
      data: { relationships: { monitor: { data: { type: 'monitor', id: String(monitor.id) } } } },
      included: [{ type: 'users' }, { type: 'monitor', id: monitor.id, attributes: { name: 'CPU is high' } }],
    })
  })

  it('is changed by PATCH and canceled by DELETE', async () => {
    const client = await start()
    const { id } = await create(client)
    const patch = downtime({ message: 'new', display_timezone: '' })
    expect((await client.done('PATCH', `${PATH}/${id}`, patch)).data).toMatchObject({
      attributes: { message: 'new', scope: 'env:prod', display_timezone: 'UTC' },
    })
    expect(await client.done('GET', PATH)).toMatchObject({ meta: { page: { total_filtered_count: 1 } } })
    expect((await client.call('DELETE', `${PATH}/${id}`)).status).toBe(204)
    expect((await client.done('GET', `${PATH}/${id}`)).data).toMatchObject({
      attributes: { status: 'canceled' },
    })
    expect(await client.done('GET', PATH)).toMatchObject({ data: [] })
  })

  it('is not among what its monitor shows as silenced', async () => {
    const client = await start()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    await create(client, { scope: '*', monitor_identifier: { monitor_id: id! } })
    expect((await client.done('GET', `/api/v1/monitor/${id}`)).options).toMatchObject({ silenced: {} })
  })

  it.each([
    ['UTC', '2026-01-01T00:00:00'],
    ['Asia/Tokyo', '2026-01-01T09:00:00'],
  ])('that recurs without a start begins now, by the clocks of %s', async (timezone, local) => {
    const recurrences = [{ rrule: 'FREQ=DAILY', duration: '1d', start: null }]
    const { attributes } = await create(await start(), { schedule: { recurrences, timezone } })
    expect(attributes).toMatchObject({
      status: 'active',
      schedule: {
        recurrences: [{ ...recurrences[0], start: local }],
        current_downtime: { start: '2026-01-01T00:00:00+00:00', end: '2026-01-02T00:00:00+00:00' },
      },
    })
  })

  it('is found by the monitor it matches', async () => {
    const client = await start()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const made = await create(client)
    await create(client, { monitor_identifier: { monitor_tags: ['team:other'] } })
    const { data } = await client.done('GET', `/api/v2/monitor/${id}/downtime_matches`)
    expect(data).toMatchObject([{ id: made.id, attributes: { scope: 'env:prod' } }])
  })

  it.each([
    ['GET', `${PATH}/abc`, 400, 'Invalid URL param: downtime_id must be an uuid'],
    ['GET', `${PATH}/00000000-0000-1234-0000-000000000000`, 404, 'Downtime not found'],
    [
      'DELETE',
      `${PATH}/00000000-0000-1234-0000-000000000000`,
      404,
      'Downtime 00000000-0000-1234-0000-000000000000 not found',
    ],
    ['GET', '/api/v2/monitor/0/downtime_matches', 404, 'Monitor with id 0 not found'],
  ])('%s %s answers %i', async (method, path, status, text) => {
    const reply = await (await start()).call(method, path)
    expect([reply.status, reply.body]).toEqual([status, { errors: [text] }])
  })

  it.each<[JsonObject, string]>([
    [{ ...PLAIN, scope: 'prod' }, 'All values must have a key'],
    [{ monitor_identifier: PLAIN.monitor_identifier }, 'All values must have a key'],
    [{ ...PLAIN, colour: 1 }, "Additional properties are not allowed ('colour' was unexpected)"],
    [{ ...PLAIN, schedule: { start: 'soon' } }, 'Invalid schedule'],
  ])('%j is refused', async (attributes, text) => {
    const reply = await (await start()).call('POST', PATH, downtime(attributes))
    expect([reply.status, reply.body]).toEqual([400, { errors: [text] }])
  })
})
