import { describe, expect, it } from 'vitest'
import type { Exchange } from '../../src/account/exchange.js'
import { nextStep } from '../../src/account/retry.js'

const answer = (status: number, headers: Record<string, string> = {}): Exchange => ({
  answer: { status, headers, body: Buffer.from('') },
})
const lost = (sent: boolean): Exchange => ({ noAnswer: { reason: 'connection', sent, detail: 'ECONNRESET' } })
const none = { failures: 0, rateLimits: 0 }
const half = () => 0.5

const cases: readonly (readonly [string, boolean, Exchange, 'take' | number])[] = [
  ['a success', true, answer(200), 'take'],
  ['a refusal', true, answer(400), 'take'],
  ['a failure that may be repeated', true, answer(503), 187.5],
  ['a failure that may not', false, answer(503), 'take'],
  ['a broken connection that may be repeated', true, lost(true), 187.5],
  ['a broken connection that may not', false, lost(true), 'take'],
  ['a connection that was never made', false, lost(false), 187.5],
  ['a rate limit', false, answer(429, { 'x-ratelimit-reset': '7' }), 7250],
  ['a rate limit without a time', true, answer(429), 1250],
  ['a rate limit with nonsense for a time', true, answer(429, { 'x-ratelimit-reset': 'soon' }), 1250],
]

describe('after', () => {
  it.each(cases)('%s', (_, isRepeatable, exchange, expected) => {
    const step = nextStep(isRepeatable, exchange, none, half)
    expect(step.kind === 'take' ? 'take' : step.waitMs).toBe(expected)
  })

  it('each failure the wait is twice as long, up to a limit of tries', () => {
    const waits = [0, 1, 2, 3, 4, 5].map(failures => {
      const step = nextStep(true, answer(500), { failures, rateLimits: 0 }, half)
      return step.kind === 'take' ? 'take' : step.waitMs
    })
    expect(waits).toEqual([187.5, 375, 750, 1500, 3000, 'take'])
  })

  it('very many rate limits it gives up', () => {
    expect(nextStep(true, answer(429), { failures: 0, rateLimits: 30 }, half).kind).toBe('take')
  })
})
