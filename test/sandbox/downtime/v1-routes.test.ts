import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { metricMonitor, startClient } from '../harness.js'

const PATH = '/api/v1/downtime'
/** The account's now, in seconds. */
const NOW = 1_800_000_000
const start = () => startClient({ clock: () => new Date(NOW * 1000) })

describe('a v1 downtime', () => {
  it('gets defaults, with every key of a recurrence', async () => {
    const recurrence = { type: 'days', period: 2 }
    const made = await (await start()).done('POST', PATH, {
      scope: ['*'],
      start: NOW + 1000,
      end: NOW + 2000,
      recurrence,
      monitor_tags: ['b', 'a'],
    })
    expect(made).toMatchObject({
      start: NOW + 1000,
      end: NOW + 2000,
      created: NOW,
      canceled: null,
      active: false,
      disabled: false,
      status: 'scheduled',
      monitor_tags: ['a', 'b'],
      recurrence: { ...recurrence, week_days: null, until_occurrences: null, until_date: null },
    })
  })

  it('is shown with the monitor that it covers', async () => {
    const client = await start()
    const monitor = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const made = await client.done('POST', PATH, { scope: ['*'], monitor_id: monitor.id!, end: NOW + 9000 })
    const read = await client.done('GET', `/api/v1/monitor/${monitor.id}?with_downtimes=true`)
    expect(read.matching_downtimes).toEqual([
      {
        id: made.id,
        active: true,
        monitor_id: monitor.id,
        start: NOW,
        end: NOW + 9000,
        scope: ['*'],
        groups: ['total'],
      },
    ])
  })

  it.each([
    [['*'], 0],
    [['host:a'], 1],
    [['host:a', 'host:b'], 2],
    [['env:prod'], 2],
  ])('of scope %j has type %i, also after a change', async (scope, type) => {
    const client = await start()
    expect(await client.done('POST', PATH, { scope })).toMatchObject({ downtime_type: type })
    const { id } = await client.done('POST', PATH, { scope: ['env:other', 'env:third'] })
    expect(await client.done('PUT', `${PATH}/${id}`, { scope })).toMatchObject({ downtime_type: type })
  })

  it('keeps a recurrence by rule as it was sent', async () => {
    const recurrence = { type: 'rrule', rrule: 'FREQ=DAILY;INTERVAL=2' }
    const made = await (await start()).done('POST', PATH, { scope: ['*'], recurrence })
    expect(made.recurrence).toEqual(recurrence)
  })

  it('silences the monitor it names before it begins, monitors with its tags only from then on', async () => {
    const client = await start()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const silenced = async () => (await client.done('GET', `/api/v1/monitor/${id}`)).options
    const later = { start: NOW + 1000, end: NOW + 2000 }
    await client.done('POST', PATH, { scope: ['env:tagged'], monitor_tags: ['team:sre'], ...later })
    expect(await silenced()).toMatchObject({ silenced: {} })
    await client.done('POST', PATH, { scope: ['env:named'], monitor_id: id!, ...later })
    await client.done('POST', PATH, { scope: ['env:now'], monitor_tags: ['team:sre'] })
    expect(await silenced()).toMatchObject({ silenced: { 'env:named': NOW + 2000, 'env:now': null } })
  })

  it('is canceled by a scope only where one is named', async () => {
    const reply = await (await start()).call('POST', `${PATH}/cancel/by_scope`, { scope: '' })
    expect([reply.status, reply.body]).toEqual([400, { errors: ['Expected scope'] }])
  })

  it('does not know its uuid in the answer to a change', async () => {
    const client = await start()
    const { id, uuid } = await client.done('POST', PATH, { scope: ['*'] })
    expect((await client.done('PUT', `${PATH}/${id}`, { message: 'later' })).uuid).toBeNull()
    expect((await client.done('GET', `${PATH}/${id}`)).uuid).toBe(uuid)
  })

  it('starts now when no start is given', async () => {
    const made = await (await start()).done('POST', PATH, { scope: 'env:prod' })
    expect(made).toMatchObject({
      start: NOW,
      end: null,
      active: true,
      scope: ['env:prod'],
      recurrence: null,
    })
  })

  it('can still be read after it was canceled', async () => {
    const client = await start()
    const { id } = await client.done('POST', PATH, { scope: ['*'] })
    expect((await client.call('DELETE', `${PATH}/${id}`)).status).toBe(204)
    expect(await client.done('GET', `${PATH}/${id}`)).toMatchObject({
      canceled: NOW,
      disabled: true,
      active: false,
    })
  })

  it('is canceled by its scope', async () => {
    const client = await start()
    const { id } = await client.done('POST', PATH, { scope: ['env:a'] })
    expect(await client.done('POST', `${PATH}/cancel/by_scope`, { scope: 'env:a' })).toEqual({
      cancelled_ids: [id],
    })
    const again = await client.call('POST', `${PATH}/cancel/by_scope`, { scope: 'env:a' })
    expect([again.status, again.body]).toEqual([404, { errors: ['No downtimes found'] }])
  })

  it('is listed, changed, and found by its monitor', async () => {
    const client = await start()
    const monitor = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const { id } = await client.done('POST', PATH, { scope: ['*'], monitor_id: monitor.id! })
    expect(await client.done('PUT', `${PATH}/${id}`, { message: 'm' })).toMatchObject({
      message: 'm',
      scope: ['*'],
    })
    expect((await client.call('GET', `${PATH}?current_only=true`)).body).toMatchObject([{ id }])
    expect((await client.call('GET', `/api/v1/monitor/${monitor.id}/downtimes`)).body).toMatchObject([{ id }])
  })

  it.each<[JsonObject, string]>([
    [{ recurrence: { type: 'hours', period: 1 } }, 'Invalid recurrence type'],
    [
      { recurrence: { type: 'weeks', week_days: ['mon'] } },
      'Invalid set of days in week_days. Be sure that the first letter is capitalized.',
    ],
    [
      { recurrence: { type: 'days', until_occurrences: 1, until_date: 1 } },
      'You must provide only provide one of (until_occurrences, until_date)',
    ],
    [{ scope: [] }, 'Invalid scope parameter'],
  ])('with %j is refused', async (changes, text) => {
    const reply = await (await start()).call('POST', PATH, { scope: ['*'], ...changes })
    expect([reply.status, reply.body]).toEqual([400, { errors: [text] }])
  })

  it.each([
    ['GET', 'Downtime not found'],
    ['DELETE', 'Downtime 5 not found'],
  ])('%s of an unknown one answers %j', async (method, text) => {
    const reply = await (await start()).call(method, `${PATH}/5`)
    expect([reply.status, reply.body]).toEqual([404, { errors: [text] }])
  })
})
