import { describe, expect, it } from 'vitest'
import { encodePlan } from '../../src/plan/index.js'
import { applied, everything, openAccount, planFor, steps } from './harness.js'

describe('the law', () => {
  it('apply, then plan, is empty', async () => {
    const account = await openAccount()
    const result = await applied(account, everything())
    expect(result.failed.map(({ failure }) => failure.message)).toEqual([])
    const plan = await planFor(account, everything())
    expect(plan.changes).toEqual([])
    expect(plan.unchanged).toBe(everything().length)
    expect(plan.warnings).toEqual([])
  })

  it('what is referred to is created first', async () => {
    const account = await openAccount()
    const order = steps(await planFor(account, everything()))
    const at = (address: string) => order.indexOf(`create ${address}`)
    expect(at('monitor.both')).toBeGreaterThan(Math.max(at('monitor.load'), at('monitor.other')))
    expect(at('slo.watched')).toBeGreaterThan(at('monitor.load'))
    expect(at('monitor.burn')).toBeGreaterThan(at('slo.counted'))
    expect(at('dashboard.board')).toBe(order.length - 1)
  })

  it('two plans of the same account are the same bytes', async () => {
    const account = await openAccount()
    await applied(account, everything().slice(2))
    const first = encodePlan(await planFor(account, everything()))
    expect(encodePlan(await planFor(account, everything()))).toBe(first)
  })

  it('nothing wanted, then apply, leaves nothing', async () => {
    const account = await openAccount()
    await applied(account, everything())
    const result = await applied(account, [])
    expect(result.failed).toEqual([])
    expect(result.done).toHaveLength(everything().length)
    expect((await planFor(account, [])).changes).toEqual([])
  })
})
