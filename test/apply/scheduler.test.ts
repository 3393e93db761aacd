import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runTasks, type Task } from '../../src/apply/scheduler.js'

interface Log {
  readonly done: string[]
  readonly dropped: string[]
  most: number
}

async function run(
  graph: Record<string, readonly string[]>,
  options: { failing?: readonly string[]; concurrency?: number; stopAfter?: number } = {},
): Promise<Log> {
  const log: Log = { done: [], dropped: [], most: 0 }
  let running = 0
  const tasks = Object.entries(graph).map(
    ([id, after]): Task => ({
      id,
      after,
      drop: because => void log.dropped.push(`${id} because of ${because ?? 'stop'}`),
      run: async () => {
        running += 1
        log.most = Math.max(log.most, running)
        await Promise.resolve()
        running -= 1
        if (options.failing?.includes(id)) return false
        log.done.push(id)
        return true
      },
    }),
  )
  await runTasks(
    tasks,
    options.concurrency ?? 4,
    () => log.done.length >= (options.stopAfter ?? Number.POSITIVE_INFINITY),
  )
  return log
}

describe('tasks', () => {
  it('wait for what is before them', async () => {
    expect((await run({ c: ['b'], b: ['a'], a: [] })).done).toEqual(['a', 'b', 'c'])
  })

  it('run no more at a time than allowed', async () => {
    const graph = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}`, []]))
    expect((await run(graph, { concurrency: 3 })).most).toBe(3)
  })

  it('after a failure are dropped, and so is what follows them; others go on', async () => {
    const log = await run({ a: [], b: ['a'], c: ['b'], d: [] }, { failing: ['a'] })
    expect(log.done).toEqual(['d'])
    expect(log.dropped).toEqual(['b because of a', 'c because of b'])
  })

  it('are not started after a stop', async () => {
    const log = await run({ a: [], b: [], c: ['a'] }, { concurrency: 1, stopAfter: 1 })
    expect(log.done).toEqual(['a'])
    expect(log.dropped).toEqual(['b because of stop', 'c because of stop'])
  })

  it('in a circle are dropped instead of waiting for ever', async () => {
    expect((await run({ a: ['b'], b: ['a'], c: [] })).dropped).toHaveLength(2)
  })

  it('do not wait for what is not there', async () => {
    expect((await run({ a: ['gone'] })).done).toEqual(['a'])
  })

  it('are each done or dropped exactly once, whatever fails', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const graph = fc.record(
      Object.fromEntries(names.map((name, index) => [name, fc.subarray(names.slice(0, index))])),
    )
    await fc.assert(
      fc.asyncProperty(
        graph,
        fc.subarray(names),
        fc.integer({ min: 1, max: 4 }),
        async (tasks, failing, concurrency) => {
          const log = await run(tasks, { failing, concurrency })
          const dropped = log.dropped.map(text => text.split(' ')[0]!)
          const failed = failing.filter(name => !dropped.includes(name))
          expect([...log.done, ...dropped, ...failed].sort()).toEqual(names)
        },
      ),
    )
  })
})
