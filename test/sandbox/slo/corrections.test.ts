import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '../../../src/sandbox/json.js'
import { type Client, metricSlo, startClient } from '../harness.js'

async function sloId(client: Client): Promise<Json> {
  const { data } = await client.done('POST', '/api/v1/slo', metricSlo())
  return (data as [{ id: string }])[0].id
}

const correction = (slo_id: Json, changes: JsonObject = {}) => ({
  data: {
    type: 'correction',
    attributes: { slo_id, category: 'Deployment', start: 100, end: 200, ...changes },
  },
})

describe('an SLO correction', () => {
  it('learns its times only after the answer to the POST', async () => {
    const client = await startClient({ clock: () => new Date(1_800_000_000_000) })
    const { data } = await client.done('POST', '/api/v1/slo/correction', correction(await sloId(client)))
    const made = data as { id: string; attributes: JsonObject }
    expect(made.attributes).toMatchObject({
      created_at: null,
      modified_at: null,
      modifier: null,
      rrule: null,
      timezone: 'UTC',
    })
    const read = await client.done('GET', `/api/v1/slo/correction/${made.id}`)
    expect(read.data).toMatchObject({
      type: 'correction',
      attributes: { created_at: 1_800_000_000, modified_at: 1_800_000_000 },
    })
  })

  it('of a query names no SLO', async () => {
    const client = await startClient()
    const attributes = { slo_query: 'env:prod', category: 'Deployment', start: 100, end: 200 }
    const { data } = await client.done('POST', '/api/v1/slo/correction', {
      data: { type: 'correction', attributes },
    })
    expect(data).toMatchObject({ attributes: { slo_id: null, slo_query: 'env:prod' } })
  })

  it('is changed by PATCH, and gone after DELETE', async () => {
    const client = await startClient()
    const { data } = await client.done('POST', '/api/v1/slo/correction', correction(await sloId(client)))
    const path = `/api/v1/slo/correction/${(data as { id: string }).id}`
    const patch = { data: { type: 'correction', attributes: { description: 'new' } } }
    expect((await client.done('PATCH', path, patch)).data).toMatchObject({
      attributes: { description: 'new', category: 'Deployment', modifier: { data: { type: 'users' } } },
    })
    expect((await client.call('DELETE', path)).status).toBe(204)
    expect((await client.call('GET', path)).body).toEqual({
      errors: [`slo correction public id ${(data as { id: string }).id} not found`],
    })
  })

  it('is listed with totals, and with the SLO it belongs to', async () => {
    const client = await startClient()
    const id = await sloId(client)
    await client.done('POST', '/api/v1/slo/correction', correction(id))
    await client.done('POST', '/api/v1/slo/correction', correction(id))
    const list = await client.done('GET', '/api/v1/slo/correction?limit=1')
    expect(list).toMatchObject({ meta: { page: { total_count: 2, total_filtered_count: 1 } } })
    const own = await client.done('GET', `/api/v1/slo/${id}/corrections`)
    expect(own).toMatchObject({
      meta: { pagination: { offset: 0, limit: 10, total: 2 } },
      links: { prev: null },
    })
    expect(own.data).toHaveLength(2)
  })

  it.each<[string, JsonObject]>([
    ['an unknown category', { category: 'Party' }],
    ['no start', { start: null }],
    ['an end before its start', { end: 50 }],
  ])('with %s is refused', async (_name, changes) => {
    const client = await startClient()
    const reply = await client.call(
      'POST',
      '/api/v1/slo/correction',
      correction(await sloId(client), changes),
    )
    expect(reply.status).toBe(400)
  })

  it('needs an existing SLO', async () => {
    const reply = await (await startClient()).call('POST', '/api/v1/slo/correction', correction('nothing'))
    expect([reply.status, reply.body]).toEqual([404, { errors: ['SLO not found: nothing not found'] }])
  })
})

describe('an SLO report', () => {
  const report = (interval: string) => ({
    data: { attributes: { query: 'x', interval, from_ts: 1, to_ts: 2 } },
  })

  it('stays in progress', async () => {
    const client = await startClient()
    const { data } = await client.done('POST', '/api/v2/slo/report', report('monthly'))
    const { id } = data as { id: string }
    const status = await client.done('GET', `/api/v2/slo/report/${id}/status`)
    expect(status).toEqual({ data: { id, type: 'report_id', attributes: { status: 'in_progress' } } })
    expect((await client.call('GET', `/api/v2/slo/report/${id}/download`)).headers.get('content-type')).toBe(
      'text/csv',
    )
  })

  it.each([
    [
      'POST',
      '/api/v2/slo/report',
      400,
      { title: 'Invalid Argument', detail: 'hourly is not a valid interval' },
    ],
    [
      'GET',
      '/api/v2/slo/report/abc/status',
      400,
      { title: 'Invalid Argument', detail: 'invalid report ID: abc' },
    ],
    [
      'GET',
      '/api/v2/slo/report/00000000-0000-1234-0000-000000000000/download',
      404,
      { title: 'Not Found', detail: 'report ID not found: 00000000-0000-1234-0000-000000000000' },
    ],
  ])('%s %s answers %i', async (method, path, status, error) => {
    const reply = await (await startClient()).call(
      method,
      path,
      method === 'POST' ? report('hourly') : undefined,
    )
    expect([reply.status, reply.body]).toEqual([status, { errors: [error] }])
  })
})
