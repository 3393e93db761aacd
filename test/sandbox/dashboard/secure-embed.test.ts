import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { noteDashboard, startClient } from '../harness.js'

const embed = (attributes: JsonObject) => ({ data: { type: 'secure_embed_request', attributes } })
const attributesOf = (answer: JsonObject) => (answer.data as { attributes: JsonObject }).attributes
const NOT_FOUND = { errors: [{ status: '404', title: 'Not Found' }] }

async function startWithBoard() {
  const client = await startClient()
  const { id } = await client.done('POST', '/api/v1/dashboard', noteDashboard())
  return { client, path: `/api/v2/dashboard/${id}/shared/secure-embed` }
}

describe('a secure embed of a dashboard', () => {
  it('shows its credential once, and is then read, changed and ended by its token', async () => {
    const { client, path } = await startWithBoard()
    const reply = await client.call(
      'POST',
      path,
      embed({ title: 'Embedded', global_time: { live_span: '4h' } }),
    )
    const made = attributesOf(reply.body as JsonObject)
    expect(reply.status).toBe(201)
    expect(made).toMatchObject({ title: 'Embedded', status: 'active', global_time: { live_span: '4h' } })
    const { credential, token, ...rest } = made
    expect(credential).toMatch(/^[0-9a-f]{64}$/)
    const read = await client.done('GET', `${path}/${token}`)
    expect(attributesOf(read)).toEqual({ ...rest, token })
    const changed = await client.done('PATCH', `${path}/${token}`, embed({ status: 'paused' }))
    expect(attributesOf(changed)).toEqual({ ...rest, token, status: 'paused' })
    expect((await client.call('DELETE', `${path}/${token}`)).status).toBe(204)
    const gone = await client.call('GET', `${path}/${token}`)
    expect([gone.status, gone.body]).toEqual([404, NOT_FOUND])
  })

  it('belongs to its own dashboard', async () => {
    const { client, path } = await startWithBoard()
    const made = await client.done('POST', path, embed({ title: 'Embedded' }))
    const other = path.replace(/dashboard\/[^/]+/, 'dashboard/abc-abc-abc')
    expect((await client.call('GET', `${other}/${attributesOf(made).token}`)).status).toBe(404)
    expect((await client.call('POST', other, embed({}))).body).toEqual(NOT_FOUND)
  })
})
