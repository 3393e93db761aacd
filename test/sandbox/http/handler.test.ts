import { createConnection } from 'node:net'
import { describe, expect, it } from 'vitest'
import { KEYS, metricMonitor, startClient } from '../harness.js'

const NOT_FOUND = [404, { errors: ['Not found'] }]

describe('a request', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/api/v1/nothing'],
    ['PATCH', '/api/v1/monitor/1'],
    ['GET', '/api/v1/monitor/1/2/3'],
    ['GET', '/api/v1/monitor/%E0%A4%A'],
    ['OPTIONS', '/api/v1/monitor'],
  ])('%s %s has no endpoint', async (method, path) => {
    const reply = await (await startClient()).call(method, path)
    expect([reply.status, reply.body]).toEqual(NOT_FOUND)
  })

  it('may end its path with a slash', async () => {
    expect((await (await startClient()).call('GET', '/api/v1/monitor/')).status).toBe(200)
  })

  it.each([
    ['{'],
    ['{"a":1'],
    ['['.repeat(100_000)],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['nothing'],
  ])('with a broken body is refused (%#)', async body => {
    const { url } = await startClient()
    const response = await fetch(`${url}/api/v1/monitor`, { method: 'POST', headers: KEYS, body })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({ errors: ['The request body is not valid JSON.'] })
  })

  it.each([[null], [[]], ['text'], [7], [{}]])('whose body is %j is refused, not a crash', async body => {
    const client = await startClient()
    for (const path of ['/api/v1/monitor', '/api/v1/slo', '/api/v1/dashboard', '/api/v2/downtime']) {
      expect((await client.call('POST', path, body)).status).toBe(400)
    }
  })

  it('with a body of more than ten megabytes is refused', async () => {
    const client = await startClient()
    const reply = await client.call(
      'POST',
      '/api/v1/monitor',
      metricMonitor({ message: 'x'.repeat(11 * 1024 * 1024) }),
    )
    expect(reply.status).toBe(413)
  })

  it('keeps a key called __proto__ as data', async () => {
    const { url } = await startClient()
    const body = JSON.stringify(metricMonitor()).replace(
      '"thresholds"',
      '"__proto__":{"polluted":true},"thresholds"',
    )
    const response = await fetch(`${url}/api/v1/monitor`, { method: 'POST', headers: KEYS, body })
    expect(await response.text()).toContain('"__proto__":{"polluted":true}')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('that is no HTTP leaves the server running', async () => {
    const client = await startClient()
    const { port } = new URL(client.url)
    await new Promise<void>(resolve => {
      const socket = createConnection(Number(port), '127.0.0.1', () => socket.write('nonsense\r\n\r\n'))
      socket.on('close', () => resolve())
      socket.resume()
    })
    expect((await client.call('GET', '/api/v1/validate')).status).toBe(200)
  })

  it('for the status needs no keys and tells what the account holds', async () => {
    const client = await startClient()
    await client.done('POST', '/api/v1/monitor', metricMonitor())
    const response = await fetch(`${client.url}/sandbox/status`)
    expect(await response.json()).toMatchObject({
      file: null,
      pid: process.pid,
      objects: { monitor: 1, slo: 0 },
    })
  })

  it('waits for the configured latency', async () => {
    const { url } = await startClient({ latencyMs: 3_600_000 })
    const signal = AbortSignal.timeout(50)
    await expect(fetch(`${url}/api/v1/monitor`, { headers: KEYS, signal })).rejects.toThrow()
  })
})
