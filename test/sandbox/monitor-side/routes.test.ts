import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { type Client, startClient } from '../harness.js'

const UNKNOWN = '00000000-0000-1234-0000-000000000000'
const wrap = (type: string, attributes: JsonObject, id?: string) => ({
  data: { type, attributes, ...(id ? { id } : {}) },
})

async function errorOf(
  client: Client,
  method: string,
  path: string,
  body?: JsonObject,
): Promise<readonly [number, unknown]> {
  const reply = await client.call(method, path, body)
  return [reply.status, (reply.body as { errors?: string[] } | null)?.errors?.[0]]
}

describe('a notification rule', () => {
  const PATH = '/api/v2/monitor/notification_rule'
  const rule = (changes: JsonObject = {}) =>
    wrap('monitor-notification-rule', {
      name: 'r',
      recipients: ['slack-sre'],
      filter: { tags: ['team:sre'] },
      ...changes,
    })

  it('says 1970 for the change that has not been, in the answer to the POST only', async () => {
    const client = await startClient({ clock: () => new Date('2026-01-01T00:00:00Z') })
    const { data, included } = await client.done('POST', PATH, rule())
    const made = data as { id: string; attributes: JsonObject }
    expect(made).toMatchObject({
      attributes: { modified_at: '1970-01-01T00:00:00+00:00' },
      relationships: {},
    })
    expect(included).toHaveLength(1)
    const read = await client.done('GET', `${PATH}/${made.id}`)
    expect(read.data).toMatchObject({ attributes: { modified_at: '2026-01-01T00:00:00.000000+00:00' } })
    expect(read).not.toHaveProperty('included')
  })

  it('is listed, changed and deleted', async () => {
    const client = await startClient()
    const { id } = (await client.done('POST', PATH, rule())).data as { id: string }
    const changed = await client.done('PATCH', `${PATH}/${id}`, wrap('x', { name: 'new' }))
    expect(changed.data).toMatchObject({ id, attributes: { name: 'new', recipients: ['slack-sre'] } })
    expect((await client.done('GET', PATH)).data).toHaveLength(1)
    expect((await client.call('DELETE', `${PATH}/${id}`)).status).toBe(204)
    expect(await errorOf(client, 'GET', `${PATH}/${id}`)).toEqual([
      404,
      'Monitor Notification Rule not found',
    ])
  })

  it('has plain or conditional recipients, never both', async () => {
    const client = await startClient()
    const { id } = (await client.done('POST', PATH, rule())).data as { id: string }
    const conditional = { conditions: [{ scope: 'transition_type:is_alert', recipients: ['slack-sre'] }] }
    const changed = await client.done(
      'PATCH',
      `${PATH}/${id}`,
      wrap('x', { conditional_recipients: conditional }),
    )
    const { attributes } = changed.data as { attributes: JsonObject }
    expect(attributes).toMatchObject({ conditional_recipients: conditional })
    expect(attributes).not.toHaveProperty('recipients')
  })

  it('takes handles without @ only', async () => {
    const answer = await errorOf(await startClient(), 'POST', PATH, rule({ recipients: ['@slack-sre'] }))
    expect(answer).toEqual([400, "Invalid recipients: Recipient handle should not start with '@'"])
  })
})

describe('a monitor configuration policy', () => {
  const PATH = '/api/v2/monitor/policy'
  const policy = {
    policy_type: 'tag',
    policy: { tag_key: 'env', tag_key_required: true, valid_tag_values: ['prod'] },
  }

  it('is echoed, read, changed and deleted', async () => {
    const client = await startClient()
    const { data } = await client.done('POST', PATH, wrap('monitor-config-policy', policy))
    const made = data as { id: string }
    expect(await client.done('GET', `${PATH}/${made.id}`)).toEqual({ data })
    expect(made).toMatchObject({ attributes: policy })
    const changed = { ...policy, policy: { ...policy.policy, tag_key_required: false } }
    expect(await client.done('PATCH', `${PATH}/${made.id}`, wrap('x', changed, made.id))).toMatchObject({
      data: { attributes: changed },
    })
    expect(await errorOf(client, 'PATCH', `${PATH}/${made.id}`, wrap('x', changed, UNKNOWN))).toEqual([
      422,
      'Policy id in request body does not match id in URL param',
    ])
    expect((await client.call('DELETE', `${PATH}/${made.id}`)).status).toBe(204)
    expect((await client.done('GET', PATH)).data).toEqual([])
  })

  it.each([
    ['DELETE', 'abc', 400, 'Invalid URL param: policy_id must be an uuid'],
    ['DELETE', UNKNOWN, 404, 'Monitor config policy not found'],
    ['GET', UNKNOWN, 404, 'Monitor configuration policy not found'],
  ])('%s %s answers %i %j', async (method, id, status, text) => {
    expect(await errorOf(await startClient(), method, `${PATH}/${id}`)).toEqual([status, text])
  })

  it('knows one type', async () => {
    const answer = await errorOf(
      await startClient(),
      'POST',
      PATH,
      wrap('x', { ...policy, policy_type: 'other' }),
    )
    expect(answer).toEqual([400, "Value of parameter 'policy_type' should be any of these ['tag']"])
  })
})

describe('a monitor template', () => {
  const PATH = '/api/v2/monitor/template'
  const template = (changes: JsonObject = {}) =>
    wrap('monitor-user-template', {
      title: 't',
      monitor_definition: { type: 'query alert', query: 'q' },
      template_variables: [{ name: 'scope', defaults: ['a'] }],
      ...changes,
    })

  it('gets a version with every PUT', async () => {
    const client = await startClient()
    const { data } = await client.done('POST', PATH, template())
    const made = data as { id: string; attributes: JsonObject }
    expect(made.attributes).toMatchObject({
      version: 0,
      template_variables: [{ name: 'scope', available_values: [] }],
    })
    expect(made.attributes).not.toHaveProperty('versions')
    const changed = await client.done('PUT', `${PATH}/${made.id}`, template({ title: 'new' }))
    expect(changed.data).toMatchObject({
      id: made.id,
      attributes: {
        version: 1,
        versions: [
          { version: 0, title: 't', id: made.id },
          { version: 1, title: 'new' },
        ],
      },
    })
    expect((await client.done('GET', PATH)).data).toHaveLength(1)
    expect((await client.call('DELETE', `${PATH}/${made.id}`)).status).toBe(204)
    expect(await errorOf(client, 'GET', `${PATH}/${made.id}`)).toEqual([404, 'Monitor template not found'])
  })

  it('can be validated, new or existing', async () => {
    const client = await startClient()
    const { id } = (await client.done('POST', PATH, template())).data as { id: string }
    const empty = template({ monitor_definition: {} })
    const text = 'Invalid monitor_definition or template variables: Monitor definition cannot be empty.'
    for (const path of [`${PATH}/validate`, `${PATH}/${id}/validate`]) {
      expect((await client.call('POST', path, template())).status).toBe(204)
      expect(await errorOf(client, 'POST', path, empty)).toEqual([400, text])
    }
    expect(await errorOf(client, 'POST', `${PATH}/${UNKNOWN}/validate`, template())).toEqual([
      404,
      'Monitor template not found',
    ])
  })
})
