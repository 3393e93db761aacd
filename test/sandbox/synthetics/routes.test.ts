import { describe, expect, it } from 'vitest'
import { startClient } from '../harness.js'

describe('synthetic tests', () => {
  it('are an empty list, so that clients that list every kind can plan', async () => {
    const client = await startClient()
    expect(await client.done('GET', '/api/v1/synthetics/tests')).toEqual({ tests: [] })
  })

  it('cannot be made', async () => {
    const client = await startClient()
    const reply = await client.call('POST', '/api/v1/synthetics/tests', { name: 'a' })
    expect(reply.status).toBe(404)
  })
})
