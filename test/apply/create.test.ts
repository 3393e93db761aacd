import { describe, expect, it } from 'vitest'
import { apply } from '../../src/apply/index.js'
import type { FaultRule } from '../../src/sandbox/index.js'
import { applied, dashboard, liveIn, monitor, openAccount, planFor, slo } from './harness.js'

const once = (rule: Omit<FaultRule, 'rate' | 'methods'>): FaultRule => ({
  rate: 1,
  methods: ['POST'],
  times: 1,
  ...rule,
})

const disturbances: readonly (readonly [string, FaultRule])[] = [
  ['a 503 before anything was done', once({ kind: 'status', status: 503, when: 'before' })],
  ['a 503 although it was done', once({ kind: 'status', status: 503, when: 'after' })],
  ['a 512 of the edge', once({ kind: 'status', status: 512, when: 'after' })],
  ['a connection that broke before', once({ kind: 'drop', when: 'before' })],
  ['a connection that broke after', once({ kind: 'drop', when: 'after' })],
  ['an answer that was cut off', once({ kind: 'truncate', when: 'after' })],
  ['a rate limit', once({ kind: 'status', status: 429, when: 'before' })],
]

describe('creating through', () => {
  it.each(disturbances)('%s makes one object of each kind', async (_, rule) => {
    const resources = [monitor('a'), slo('s'), dashboard('d')]
    for (const resource of resources) {
      const account = await openAccount({ faults: { seed: 1, rules: [rule] } })
      const result = await applied(account, [resource])
      expect(result.failed.map(({ failure }) => failure.message)).toEqual([])
      expect(await liveIn(account)).toHaveLength(1)
      expect((await planFor(account, [resource])).changes).toEqual([])
    }
  })

  it('an answer that never comes finds the object by its mark', async () => {
    const rule = once({ kind: 'slow', when: 'after', delayMs: 300 })
    const account = await openAccount({ faults: { seed: 1, rules: [rule] } }, { timeoutMs: 100 })
    expect((await applied(account, [slo('s')])).failed).toEqual([])
    expect(await liveIn(account)).toHaveLength(1)
  })

  it('two unclear answers is given up, and the next run finishes', async () => {
    const rule: FaultRule = {
      rate: 1,
      methods: ['POST'],
      times: 2,
      kind: 'status',
      status: 500,
      when: 'before',
    }
    const account = await openAccount({ faults: { seed: 1, rules: [rule] } })
    const first = await applied(account, [monitor('a')])
    expect(first.failed[0]?.failure.error.code).toBe('unclear')
    await applied(account, [monitor('a')])
    expect(await liveIn(account)).toHaveLength(1)
  })

  it('an unclear answer for an object without a mark is not tried again: it could not be found', async () => {
    const rule = once({ kind: 'drop', when: 'after' })
    const account = await openAccount({ faults: { seed: 1, rules: [rule] } })
    const plan = await planFor(account, [slo('s')])
    const changes = plan.changes.map(change => ({ ...change, after: { ...change.after, tags: [] } }))
    const outcome = await apply({ ...plan, changes }, account)
    expect(outcome.ok && outcome.result.failed[0]?.failure.error.code).toBe('unclear')
    expect(await liveIn(account)).toHaveLength(1)
  })

  it('a refusal as a duplicate takes the monitor that an earlier run made', async () => {
    const account = await openAccount()
    const plan = await planFor(account, [monitor('a')])
    const first = await applied(account, [monitor('a')])
    const second = await apply(plan, account)
    expect(second.ok && second.result.done[0]?.id).toBe(first.done[0]?.id)
    expect(await liveIn(account)).toHaveLength(1)
  })
})

describe('two runs at once', () => {
  it('make every object once', async () => {
    const account = await openAccount()
    const resources = [monitor('a'), monitor('b'), slo('s'), slo('t'), dashboard('d')]
    await Promise.all([applied(account, resources), applied(account, resources)])
    await applied(account, resources)
    expect(await liveIn(account)).toHaveLength(5)
    expect((await planFor(account, resources)).changes).toEqual([])
  })
})
