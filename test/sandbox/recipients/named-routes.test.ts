import { describe, expect, it } from 'vitest'
import { startClient } from '../harness.js'

describe.each([
  ['/api/v1/integration/pagerduty/configuration/services', { service_name: 'sre', service_key: 'secret' }],
  ['/api/v1/integration/webhooks/configuration/webhooks', { name: 'sre', url: 'https://example.com' }],
])('what has its name for an id, below %s', (path, body) => {
  it('is found by it after it was made, until it is deleted', async () => {
    const { call, done } = await startClient()
    expect((await call('GET', `${path}/sre`)).status).toBe(404)
    expect((await call('POST', path, body)).status).toBe(201)
    expect((await call('POST', path, body)).status).toBe(400)
    const shown = await call('GET', `${path}/sre`)
    expect(shown.status).toBe(200)
    expect(shown.text).not.toContain('secret')
    await done('PUT', `${path}/sre`, { ...body, service_name: 'ops', name: 'ops' })
    expect((await call('GET', `${path}/sre`)).status).toBe(404)
    expect((await call('DELETE', `${path}/ops`)).status).toBe(204)
    expect((await call('GET', `${path}/ops`)).status).toBe(404)
  })

  it('must have a name', async () => {
    const { call } = await startClient()
    expect((await call('POST', path, { ...body, service_name: '', name: '' })).status).toBe(400)
  })
})
