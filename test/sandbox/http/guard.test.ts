import { describe, expect, it } from 'vitest'
import { KEYS, rawStatus, startClient } from '../harness.js'

const NO_KEYS = { 'DD-API-KEY': '', 'DD-APPLICATION-KEY': '' }

describe('keys', () => {
  it.each([
    ['none', NO_KEYS],
    ['only the API key', { ...NO_KEYS, 'DD-API-KEY': 'api' }],
    ['only the application key', { ...NO_KEYS, 'DD-APPLICATION-KEY': 'app' }],
  ])('with %s a request is unauthorized', async (_name, headers) => {
    const client = await startClient()
    const reply = await client.call('GET', '/api/v1/monitor', undefined, headers)
    expect([reply.status, reply.body]).toEqual([401, { errors: ['Unauthorized'] }])
  })

  it('any keys are good for an account without its own', async () => {
    const client = await startClient()
    expect((await client.call('GET', '/api/v1/monitor')).status).toBe(200)
  })

  it('a bearer token stands for both', async () => {
    const client = await startClient()
    const headers = { ...NO_KEYS, Authorization: 'Bearer abc' }
    expect((await client.call('GET', '/api/v1/monitor', undefined, headers)).status).toBe(200)
  })

  it('wrong keys are forbidden', async () => {
    const client = await startClient({ keys: { apiKey: 'right', appKey: 'right' } })
    const reply = await client.call('GET', '/api/v1/monitor')
    expect([reply.status, reply.body]).toMatchObject([
      403,
      { status: 'error', code: 403, errors: ['Forbidden'] },
    ])
  })

  it('the right keys pass', async () => {
    const client = await startClient({
      keys: { apiKey: KEYS['DD-API-KEY'], appKey: KEYS['DD-APPLICATION-KEY'] },
    })
    expect((await client.call('GET', '/api/v1/monitor')).status).toBe(200)
  })

  it.each([
    ['api', 200],
    ['', 403],
    ['wrong', 403],
  ])('validate looks at the API key alone: %j', async (apiKey, status) => {
    const client = await startClient({ keys: { apiKey: 'api', appKey: 'app' } })
    const headers = { ...NO_KEYS, 'DD-API-KEY': apiKey }
    expect((await client.call('GET', '/api/v1/validate', undefined, headers)).status).toBe(status)
  })
})

describe('where a request comes from', () => {
  it.each([
    ['127.0.0.1', 200],
    ['localhost', 200],
    ['LOCALHOST', 200],
    ['[::1]', 200],
    ['attacker.example', 403],
    ['127.0.0.1.attacker.example', 403],
  ])('Host %s answers %i', async (host, status) => {
    const { url } = await startClient()
    const { port } = new URL(url)
    expect(await rawStatus(url, '/api/v1/monitor', { Host: `${host}:${port}` })).toBe(status)
  })

  it('a loopback Host with another port is foreign', async () => {
    const { url } = await startClient()
    expect(await rawStatus(url, '/api/v1/monitor', { Host: '127.0.0.1:1' })).toBe(403)
  })

  it.each([
    ['http://localhost:5173', 200],
    ['http://127.0.0.1', 200],
    ['https://[::1]:1', 200],
    ['https://attacker.example', 403],
    ['http://localhost.attacker.example', 403],
    ['null', 403],
  ])('Origin %s answers %i', async (origin, status) => {
    const { url } = await startClient()
    expect(await rawStatus(url, '/api/v1/monitor', { Origin: origin })).toBe(status)
  })

  it('a foreign Host does not even learn the status', async () => {
    const { url } = await startClient()
    expect(await rawStatus(url, '/sandbox/status', { Host: 'attacker.example' })).toBe(403)
  })
})
