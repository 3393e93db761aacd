import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { DIRECTORIES } from '../../../src/sandbox/recipients/directory.js'
import { startClient } from '../harness.js'

/** What each collection needs at least. */
const least: Readonly<Record<string, JsonObject>> = {
  user: { email: 'jo@example.com' },
  team: { handle: 'sre', name: 'SRE' },
  opsgenie_service: { name: 'sre', region: 'us', opsgenie_api_key: 'secret' },
  ms_teams_tenant_handle: { name: 'sre', tenant_id: 'a', team_id: 'b', channel_id: 'c' },
  ms_teams_workflow_handle: { name: 'sre', url: 'https://secret.example' },
  servicenow_handle: { handle_name: 'sre', instance_id: 'a', servicenow_tablename: 'incident' },
  workflow: { name: 'Restart', spec: { handle: 'restart' } },
}

interface Item {
  readonly id: string
  readonly attributes: JsonObject
}

const itemsIn = (answer: JsonObject) => answer.data as unknown as readonly Item[]

describe.each(DIRECTORIES)('the collection $path', ({ path, type, collection, changedBy, unique }) => {
  const attributes = least[collection]!
  const body = (changes: JsonObject = {}) => ({ data: { type, attributes: { ...attributes, ...changes } } })
  const all = `${path}?filter[includeUnpublished]=true`

  it('keeps what is made, shows it, changes it and lets it go', async () => {
    const { call, done } = await startClient()
    const before = itemsIn(await done('GET', all)).length
    const made = await call('POST', path, body())
    expect(made.status).toBe(201)
    expect(made.text).not.toContain('secret')
    const { id } = (made.body as unknown as { data: Item }).data
    expect(itemsIn(await done('GET', all))).toHaveLength(before + 1)
    await done(changedBy!, `${path}/${id}`, body({ [unique]: 'other' }))
    const read = (await done('GET', `${path}/${id}`)) as unknown as { data: Item }
    expect(read.data.attributes[unique]).toBe('other')
    expect((await call('DELETE', `${path}/${id}`)).status).toBe(204)
    // Deleting a person disables it.
    const left = collection === 'user' ? before + 1 : before
    expect(itemsIn(await done('GET', all))).toHaveLength(left)
  })

  it('refuses what is not complete, what is there already, and ids that are not there', async () => {
    const { call } = await startClient()
    expect((await call('POST', path, { data: { type, attributes: {} } })).status).toBe(400)
    await call('POST', path, body())
    const again = await call('POST', path, body())
    expect(again.status).toBe(409)
    for (const [method, sent] of [['GET'], [changedBy!, body()], ['DELETE']] as const)
      expect((await call(method, `${path}/nobody`, sent)).status).toBe(404)
  })
})

describe('the users', () => {
  const invite = (email: string) => ({ data: { type: 'users', attributes: { email } } })

  it('are listed by status: active from the beginning, invited, disabled', async () => {
    const { done } = await startClient()
    await done('POST', '/api/v2/users', invite('new@example.com'))
    const left = (await done('POST', '/api/v2/users', invite('old@example.com'))) as unknown as { data: Item }
    await done('DELETE', `/api/v2/users/${left.data.id}`)
    const emails = async (query: string) =>
      itemsIn(await done('GET', `/api/v2/users?${query}`)).map(each => each.attributes.email)
    expect(await emails('')).toEqual(['user@sandbox.example', 'new@example.com', 'old@example.com'])
    expect(await emails('filter[status]=Pending,Disabled')).toEqual(['new@example.com', 'old@example.com'])
    expect(await emails('filter[status]=Disabled')).toEqual(['old@example.com'])
  })

  it('come in pages of a hundred at most', async () => {
    const { done } = await startClient()
    for (let n = 0; n < 104; n += 1) await done('POST', '/api/v2/users', invite(`u${n}@example.com`))
    const sizes = async (query: string) => itemsIn(await done('GET', `/api/v2/users?${query}`)).length
    expect([
      await sizes('page[size]=500'),
      await sizes('page[size]=100&page[number]=1'),
      await sizes('page[size]=100&page[number]=2'),
    ]).toEqual([100, 5, 0])
  })
})

describe('the workflows', () => {
  it('show their specification, and those that are not published, only when asked', async () => {
    const { done } = await startClient()
    const attributes = { name: 'Restart', published: true, spec: { handle: 'restart' } }
    await done('POST', '/api/v2/workflows', { data: { type: 'workflows', attributes } })
    const draft = { name: 'Draft', spec: { handle: 'draft' } }
    await done('POST', '/api/v2/workflows', { data: { type: 'workflows', attributes: draft } })
    const specs = async (query: string) =>
      itemsIn(await done('GET', `/api/v2/workflows?${query}`)).map(each => each.attributes.spec)
    expect(await specs('')).toEqual([null])
    expect(await specs('filter[includeSpecs]=true&filter[includeUnpublished]=true')).toEqual([
      { handle: 'restart' },
      { handle: 'draft' },
    ])
  })
})
