import { describe, expect, it } from 'vitest'
import { createThrottle } from '../../src/account/throttle.js'
import { createLimiter } from '../../src/sandbox/http/rate-limit.js'

/** Runs tasks under a made-up clock; each task takes 10 ms. */
function simulation() {
  let now = 0
  const sleepers: { at: number; wake: () => void }[] = []
  const sleep = (milliseconds: number) =>
    new Promise<void>(wake => sleepers.push({ at: now + milliseconds, wake }))
  const throttle = createThrottle({ now: () => now, sleep })
  let running = 0
  let most = 0
  const task = async () => {
    running += 1
    most = Math.max(most, running)
    await sleep(10)
    running -= 1
    return now
  }
  const settle = () => new Promise<void>(resolve => setImmediate(resolve))
  const finish = async () => {
    for (;;) {
      await settle()
      if (sleepers.length === 0) return
      sleepers.sort((a, b) => a.at - b.at)
      const next = sleepers.shift()!
      now = Math.max(now, next.at)
      next.wake()
    }
  }
  return { throttle, task, finish, most: () => most, now: () => now }
}

const many = (count: number) => Array.from({ length: count })

describe('a throttle', () => {
  it('starts with eight at a time', async () => {
    const { throttle, task, finish, most } = simulation()
    const all = Promise.all(many(40).map(() => throttle.run('a', task)))
    await finish()
    await all
    expect(most()).toBe(8)
  })

  it('takes more while all goes well, and never too many', async () => {
    const { throttle, task, finish, most } = simulation()
    const all = Promise.all(
      many(500).map(() => throttle.run('a', task).then(() => throttle.observe('a', {}, false))),
    )
    await finish()
    await all
    expect(most()).toBe(16)
  })

  it('takes half as many after a failure, and never none', async () => {
    const { throttle, task, finish, most } = simulation()
    for (const _ of many(5)) throttle.observe('a', {}, true)
    const all = Promise.all(many(10).map(() => throttle.run('a', task)))
    await finish()
    await all
    expect(most()).toBe(1)
  })

  it('sends no more than the account still takes in this period', async () => {
    const { throttle, task, finish } = simulation()
    throttle.observe('a', { remaining: 3, resetSeconds: 5 }, false)
    const all = Promise.all(many(6).map(() => throttle.run('a', task)))
    await finish()
    const ended = await all
    expect(ended.filter(time => time < 5_000)).toHaveLength(3)
  })

  it('uses nine tenths and more of what the account allows, period after period', async () => {
    const { throttle, task, finish, now } = simulation()
    const limiter = createLimiter({ limit: 100, periodSeconds: 5 }, now)
    const taken = new Map<number, number>()
    const create = async (): Promise<void> => {
      const isAdmitted = await throttle.run('a', async () => {
        const { isAdmitted, headers } = limiter('a')
        const period = Math.floor(now() / 5_000)
        if (isAdmitted) taken.set(period, (taken.get(period) ?? 0) + 1)
        await task()
        const [remaining, resetSeconds] = ['remaining', 'reset'].map(name =>
          Number(headers[`x-ratelimit-${name}`]),
        )
        throttle.observe('a', { remaining: remaining ?? 0, resetSeconds: resetSeconds ?? 0 }, false)
        return isAdmitted
      })
      if (!isAdmitted) await create()
    }
    const all = Promise.all(many(450).map(create))
    await finish()
    await all
    const counts = [...taken.values()]
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(450)
    for (const count of counts.slice(0, -1)) expect(count).toBeGreaterThanOrEqual(90)
  })

  it('believes the lowest number of a period, because answers overtake each other', async () => {
    const { throttle, task, finish } = simulation()
    throttle.observe('a', { remaining: 1, resetSeconds: 5 }, false)
    throttle.observe('a', { remaining: 4, resetSeconds: 5 }, false)
    const all = Promise.all(many(3).map(() => throttle.run('a', task)))
    await finish()
    expect((await all).filter(time => time < 5_000)).toHaveLength(1)
  })

  it('does not let one limit hold up requests with another', async () => {
    const { throttle, task, finish } = simulation()
    throttle.observe('a', { remaining: 0, resetSeconds: 60 }, false)
    const held = Promise.all(many(20).map(() => throttle.run('a', task)))
    const free = throttle.run('b', task)
    await finish()
    await held
    expect(await free).toBeLessThan(1_000)
  })
})
