import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/sandbox/json.js'
import { metricMonitor, startClient } from './harness.js'

const PATH = '/api/v2/restriction_policy'
const policy = (principals: readonly string[]): JsonObject => ({
  data: { type: 'restriction_policy', attributes: { bindings: [{ relation: 'editor', principals }] } },
})

describe('a restriction policy', () => {
  it('has no bindings until it is written', async () => {
    const client = await startClient()
    const empty = { data: { type: 'restriction_policy', id: 'dashboard:abc', attributes: { bindings: [] } } }
    expect(await client.done('GET', `${PATH}/dashboard%3Aabc`)).toEqual(empty)
    await client.done('POST', `${PATH}/dashboard:abc`, policy(['org:1']))
    expect((await client.done('GET', `${PATH}/dashboard:abc`)).data).toMatchObject(
      policy(['org:1']).data as JsonObject,
    )
  })

  it('names whom it lets in by the alphabet', async () => {
    const client = await startClient()
    const sent = policy(['team:b', 'org:1', 'team:a'])
    const sorted = policy(['org:1', 'team:a', 'team:b']).data as JsonObject
    expect((await client.done('POST', `${PATH}/slo:1`, sent)).data).toMatchObject(sorted)
    expect((await client.done('GET', `${PATH}/slo:1`)).data).toMatchObject(sorted)
  })

  it('shows its roles in the monitor while it exists', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    await client.done('POST', `${PATH}/monitor:${id}`, policy(['org:1', 'role:abc']))
    expect(await client.done('GET', `/api/v1/monitor/${id}`)).toMatchObject({ restricted_roles: ['abc'] })
    expect((await client.call('DELETE', `${PATH}/monitor:${id}`)).status).toBe(204)
    expect(await client.done('GET', `/api/v1/monitor/${id}`)).toMatchObject({ restricted_roles: null })
  })

  it.each([
    ['malformed', ['org:1'], "Invalid resource: 'malformed' is not in a valid format"],
    ['tree:1', ['org:1'], "Invalid resource type: 'tree' does not support restriction policies"],
    [
      'slo:1',
      ['foo:1'],
      'Invalid request: [PrincipalTypeInvalidForRelation] principal "foo:1" is not supported by "editor" relation, supported types: "org, role, team, user"',
    ],
  ])('of %s for %j is refused', async (resource, principals, text) => {
    const reply = await (await startClient()).call('POST', `${PATH}/${resource}`, policy(principals))
    expect([reply.status, reply.body]).toEqual([400, { errors: [text] }])
  })
})
