import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { type Client, noteDashboard, startClient } from '../harness.js'

const LISTS = '/api/v1/dashboard/lists/manual'

async function startWithList() {
  const client = await startClient()
  const list = await client.done('POST', LISTS, { name: 'Mine' })
  const ordered = await client.done('POST', '/api/v1/dashboard', noteDashboard())
  const free = await client.done('POST', '/api/v1/dashboard', noteDashboard({ layout_type: 'free' }))
  const members = `/api/v2/dashboard/lists/manual/${list.id}/dashboards`
  const board = { id: ordered.id!, type: 'custom_timeboard' }
  const screen = { id: free.id!, type: 'custom_screenboard' }
  return { client, list, members, board, screen }
}

async function idsIn(client: Client, members: string): Promise<unknown> {
  const { dashboards } = await client.done('GET', members)
  return (dashboards as { id: string }[]).map(dashboard => dashboard.id)
}

describe('a dashboard list', () => {
  it('is made, renamed, listed and deleted', async () => {
    const client = await startClient()
    const list = await client.done('POST', LISTS, { name: 'Mine' })
    expect(list).toMatchObject({
      name: 'Mine',
      type: 'manual_dashboard_list',
      dashboards: null,
      dashboard_count: 0,
      is_favorite: false,
    })
    expect(await client.done('PUT', `${LISTS}/${list.id}`, { name: 'Ours' })).toMatchObject({ name: 'Ours' })
    expect(await client.done('GET', LISTS)).toMatchObject({
      dashboard_lists: [{ id: list.id, name: 'Ours' }],
    })
    expect(await client.done('DELETE', `${LISTS}/${list.id}`)).toEqual({ deleted_dashboard_list_id: list.id })
    const reply = await client.call('GET', `${LISTS}/${list.id}`)
    expect([reply.status, reply.body]).toEqual([
      404,
      { errors: [`Manual Dashboard List with id ${list.id} not found`] },
    ])
  })

  it('takes dashboards of the right kind, each once', async () => {
    const { client, list, members, board, screen } = await startWithList()
    const wrong = { ...board, type: 'custom_screenboard' }
    const unknown = { id: 'abc-abc-abc', type: 'custom_timeboard' }
    const dashboards = [board, wrong, unknown]
    expect(await client.done('POST', members, { dashboards })).toEqual({ added_dashboards_to_list: [board] })
    expect(await client.done('POST', members, { dashboards: [board, screen] })).toEqual({
      added_dashboards_to_list: [screen],
    })
    expect(await idsIn(client, members)).toEqual([board.id, screen.id])
    expect(await client.done('GET', `${LISTS}/${list.id}`)).toMatchObject({ dashboard_count: 2 })
  })

  it('answers additions with the dashboards of people first', async () => {
    const { client, members, board } = await startWithList()
    const preset = { id: '7', type: 'integration_timeboard' }
    expect(await client.done('POST', members, { dashboards: [preset, board] })).toEqual({
      added_dashboards_to_list: [
        { type: board.type, id: board.id },
        { type: preset.type, id: '7' },
      ],
    })
  })

  it('needs a name, and changes need dashboards', async () => {
    const { client, members } = await startWithList()
    const refused = async (method: string, path: string, body: JsonObject) => {
      const reply = await client.call(method, path, body)
      return [reply.status, reply.body]
    }
    const nameless = [400, { errors: ["'name' parameter can't be empty"] }]
    expect(await refused('POST', LISTS, { name: '' })).toEqual(nameless)
    expect(await refused('PUT', `${LISTS}/1`, {})).toEqual(nameless)
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const missing = [400, { errors: ["Required parameter 'dashboards' is missing"] }]
      expect(await refused(method, members, {})).toEqual(missing)
    }
  })

  it('has its members replaced and removed', async () => {
    const { client, members, board, screen } = await startWithList()
    expect(await client.done('PUT', members, { dashboards: [board, screen] })).toEqual({
      dashboards: [board, screen],
    })
    const gone = await client.done('DELETE', members, { dashboards: [board] })
    expect(gone).toEqual({ deleted_dashboards_from_list: [board] })
    expect(await client.done('DELETE', members, { dashboards: [board] })).toEqual({
      deleted_dashboards_from_list: [],
    })
    expect(await idsIn(client, members)).toEqual([screen.id])
  })

  it('loses a dashboard that is deleted', async () => {
    const { client, members, board } = await startWithList()
    await client.done('POST', members, { dashboards: [board] })
    await client.done('DELETE', `/api/v1/dashboard/${board.id}`)
    expect(await client.done('GET', members)).toEqual({ dashboards: [], total: 0 })
  })
})
