import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../../../src/sandbox/index.js'
import type { Json } from '../../../src/sandbox/json.js'
import { type Client, clientOf, metricMonitor, startClient } from '../harness.js'

interface Used {
  readonly client: Client
  readonly id: Json | undefined
  readonly composite: Json | undefined
  readonly slo: Json | undefined
}

async function startWithUsedMonitor(): Promise<Used> {
  const client = await startClient()
  const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
  const composite = await client.done('POST', '/api/v1/monitor', {
    type: 'composite',
    name: 'C',
    query: `${id} && !${id}`,
  })
  const thresholds = [{ timeframe: '7d', target: 99 }]
  const slo = await client.done('POST', '/api/v1/slo', {
    type: 'monitor',
    name: 'S',
    monitor_ids: [id!],
    thresholds,
  })
  return { client, id, composite: composite.id, slo: (slo.data as [{ id: string }])[0].id }
}

describe('deleting a monitor', () => {
  it('names it, and it is gone', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    expect(await client.done('DELETE', `/api/v1/monitor/${id}`)).toEqual({ deleted_monitor_id: id })
    expect((await client.call('GET', `/api/v1/monitor/${id}`)).status).toBe(404)
  })

  it('is refused while an SLO and a composite use it, and the texts name them', async () => {
    const { client, id, composite, slo } = await startWithUsedMonitor()
    const reply = await client.call('DELETE', `/api/v1/monitor/${id}`)
    expect([reply.status, reply.body]).toEqual([
      409,
      {
        errors: [
          `monitor [${id},CPU is high] is referenced in slos: [${slo},S]`,
          `monitor [${id},CPU is high] is referenced in composite monitors: [${composite},C]`,
        ],
      },
    ])
  })

  it('is done all the same with force', async () => {
    const { client, id } = await startWithUsedMonitor()
    expect(await client.done('DELETE', `/api/v1/monitor/${id}?force=true`)).toEqual({
      deleted_monitor_id: id,
    })
  })

  it('is possible once nothing uses it any more', async () => {
    const { client, id, composite, slo } = await startWithUsedMonitor()
    const other = await client.done('POST', '/api/v1/monitor', metricMonitor({ name: 'other' }))
    await client.done('PUT', `/api/v1/monitor/${composite}`, { query: `${other.id}` })
    await client.done('DELETE', `/api/v1/slo/${slo}`)
    expect(await client.done('DELETE', `/api/v1/monitor/${id}`)).toEqual({ deleted_monitor_id: id })
  })

  it('still knows its users after the account was read from its file', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sandbox-')), 'account.json')
    const first = await startSandbox({ file })
    const made = await clientOf(first.url).done('POST', '/api/v1/monitor', metricMonitor())
    await clientOf(first.url).done('POST', '/api/v1/monitor', {
      type: 'composite',
      name: 'C',
      query: `${made.id}`,
    })
    await first.close()
    const client = await startClient({ file })
    expect((await client.call('DELETE', `/api/v1/monitor/${made.id}`)).status).toBe(409)
    expect((await client.call('POST', '/api/v1/monitor', metricMonitor())).status).toBe(400)
  })
})

describe('asking whether monitors can be deleted', () => {
  it('answers with the ids when all of them can', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const answer = await client.done('GET', `/api/v1/monitor/can_delete?monitor_ids=${id}`)
    expect(answer).toEqual({ data: { ok: [id] }, errors: null })
  })

  it('answers 409 with the reasons per id otherwise', async () => {
    const { client, id, composite } = await startWithUsedMonitor()
    const reply = await client.call('GET', `/api/v1/monitor/can_delete?monitor_ids=${id},${composite}`)
    expect(reply.status).toBe(409)
    expect(reply.body).toMatchObject({
      data: { ok: [composite] },
      errors: { [String(id)]: [expect.stringContaining('slos'), expect.anything()] },
    })
  })

  it('must name some', async () => {
    const reply = await (await startClient()).call('GET', '/api/v1/monitor/can_delete?monitor_ids=')
    expect([reply.status, reply.body]).toEqual([400, { errors: ['monitor_ids are required'] }])
  })

  it('answers 404 for an unknown monitor', async () => {
    expect((await (await startClient()).call('GET', '/api/v1/monitor/can_delete?monitor_ids=1')).status).toBe(
      404,
    )
  })
})
