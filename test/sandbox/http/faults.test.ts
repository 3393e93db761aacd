import { describe, expect, it } from 'vitest'
import { createFaultPicker } from '../../../src/sandbox/http/faults.js'
import type { FaultRule } from '../../../src/sandbox/index.js'
import { type Client, metricMonitor, startClient } from '../harness.js'

const ALWAYS = { rate: 1, times: 1, methods: ['POST'] } as const

async function startWith(rule: FaultRule): Promise<Client> {
  return startClient({ faults: { seed: 1, rules: [rule] } })
}

/** What the client saw of a create, and how many monitors there are afterwards. */
async function outcomeOf(rule: FaultRule): Promise<readonly [seen: number | 'broken', monitors: number]> {
  const client = await startWith(rule)
  const seen = await client.call('POST', '/api/v1/monitor', metricMonitor()).then(
    reply => reply.status,
    () => 'broken' as const,
  )
  const list = await client.call('GET', '/api/v1/monitor')
  return [seen, Array.isArray(list.body) ? list.body.length : -1]
}

describe('an injected fault', () => {
  it.each<[string, FaultRule, readonly [number | 'broken', number]]>([
    ['status before the commit', { ...ALWAYS, kind: 'status', status: 502, when: 'before' }, [502, 0]],
    ['status after the commit', { ...ALWAYS, kind: 'status', status: 502, when: 'after' }, [502, 1]],
    ['status by default', { ...ALWAYS, kind: 'status', when: 'before' }, [503, 0]],
    ['drop before the commit', { ...ALWAYS, kind: 'drop', when: 'before' }, ['broken', 0]],
    ['drop after the commit', { ...ALWAYS, kind: 'drop', when: 'after' }, ['broken', 1]],
    ['truncate before the commit', { ...ALWAYS, kind: 'truncate', when: 'before' }, ['broken', 0]],
    ['truncate after the commit', { ...ALWAYS, kind: 'truncate', when: 'after' }, ['broken', 1]],
    ['slow before the commit', { ...ALWAYS, kind: 'slow', delayMs: 5, when: 'before' }, [200, 1]],
    ['slow after the commit', { ...ALWAYS, kind: 'slow', delayMs: 5, when: 'after' }, [200, 1]],
    ['another path', { ...ALWAYS, kind: 'drop', when: 'before', path: '/api/v1/slo' }, [200, 1]],
    ['another method', { ...ALWAYS, methods: ['PUT'], kind: 'drop', when: 'before' }, [200, 1]],
    ['never', { ...ALWAYS, rate: 0, kind: 'drop', when: 'before' }, [200, 1]],
  ])('%s', async (_name, rule, expected) => {
    expect(await outcomeOf(rule)).toEqual(expected)
  })

  it('with status 429 carries the rate-limit headers', async () => {
    const client = await startWith({ ...ALWAYS, kind: 'status', status: 429, when: 'before' })
    const reply = await client.call('POST', '/api/v1/monitor', metricMonitor())
    expect([reply.status, reply.headers.has('X-RateLimit-Reset')]).toEqual([429, true])
  })
})

describe('createFaultPicker', () => {
  const rules: readonly FaultRule[] = [
    { rate: 0.3, kind: 'drop', when: 'before' },
    { rate: 0.5, kind: 'slow', when: 'after' },
  ]
  const run = (seed: number) => {
    const pick = createFaultPicker({ seed, rules })
    return Array.from({ length: 40 }, () => pick('GET', '/api/v1/monitor')?.kind)
  }

  it('repeats itself with the same seed', () => {
    expect(run(7)).toEqual(run(7))
  })

  it('differs with another seed', () => {
    expect(run(7)).not.toEqual(run(8))
  })

  it('uses every rule and leaves some requests alone', () => {
    expect(new Set(run(7))).toEqual(new Set(['drop', 'slow', undefined]))
  })

  it('stops a rule after its number of times', () => {
    const pick = createFaultPicker({ seed: 1, rules: [{ rate: 1, kind: 'drop', when: 'before', times: 2 }] })
    const kinds = [1, 2, 3].map(() => pick('GET', '/')?.kind)
    expect(kinds).toEqual(['drop', 'drop', undefined])
  })
})
