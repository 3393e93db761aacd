import { describe, expect, it } from 'vitest'
import { createLimiter } from '../../../src/sandbox/http/rate-limit.js'
import { startClient } from '../harness.js'

describe('createLimiter', () => {
  const rule = { limit: 2, periodSeconds: 10 }

  it('admits as many requests as the limit says, per bucket', () => {
    const limiter = createLimiter(rule, () => 1_000_000)
    const admitted = ['a', 'a', 'a', 'b'].map(bucket => limiter(bucket).isAdmitted)
    expect(admitted).toEqual([true, true, false, true])
  })

  it('counts down and says how many seconds are left in the period', () => {
    const limiter = createLimiter(rule, () => 1_000_003_500)
    expect(limiter('monitor_post').headers).toEqual({
      'x-ratelimit-limit': '2',
      'x-ratelimit-period': '10',
      'x-ratelimit-remaining': '1',
      'x-ratelimit-reset': '7',
      'x-ratelimit-name': 'monitor_post',
    })
  })

  it('starts again with the next period', () => {
    let now = 1_000_000
    const limiter = createLimiter(rule, () => now)
    limiter('a')
    limiter('a')
    now += 10_000
    expect(limiter('a').isAdmitted).toBe(true)
  })
})

describe('a sandbox with a limit', () => {
  it('answers 429 with the headers when it is exceeded', async () => {
    const client = await startClient({ rateLimit: { limit: 1, periodSeconds: 100_000 } })
    expect((await client.call('GET', '/api/v1/monitor')).headers.get('X-RateLimit-Remaining')).toBe('0')
    const reply = await client.call('GET', '/api/v1/monitor')
    expect(reply.status).toBe(429)
    expect(Number(reply.headers.get('X-RateLimit-Reset'))).toBeGreaterThan(0)
    expect(reply.headers.get('X-RateLimit-Name')).toBe('monitor_get')
  })

  it('does nothing for a request over the limit', async () => {
    const client = await startClient({ rateLimit: { limit: 1, periodSeconds: 100_000 } })
    await client.call('POST', '/api/v1/dashboard', { title: 'a', layout_type: 'ordered', widgets: [] })
    await client.call('POST', '/api/v1/dashboard', { title: 'b', layout_type: 'ordered', widgets: [] })
    expect(await client.done('GET', '/api/v1/dashboard')).toMatchObject({ dashboards: [{ title: 'a' }] })
  })
})
