import { describe, expect, it } from 'vitest'
import { findCycles } from '../../src/model/index.js'
import { composite, monitor, planning, steps } from './harness.js'

describe('the order of a plan', () => {
  it('works for a chain that is longer than a call stack', () => {
    const length = 20_000
    const chain = Array.from({ length }, (_, index) =>
      index === 0 ? monitor('k0') : composite(`k${index}`, `\${monitor:k${index - 1}}`),
    )
    const order = steps(planning(chain.reverse(), []))
    expect(order).toHaveLength(length)
    expect(order[0]).toBe('create monitor.k0')
    expect(order.at(-1)).toBe(`create monitor.k${length - 1}`)
  })
})

describe('circles', () => {
  const graphs: readonly (readonly [string, Record<string, string[]>, string[][]])[] = [
    ['none in a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
    ['one of two', { a: ['b'], b: ['a'] }, [['a', 'b']]],
    ['one with itself', { a: ['a'] }, [['a']]],
    ['one behind a way in', { a: ['b'], b: ['c'], c: ['b'] }, [['b', 'c']]],
    ['names that are not there', { a: ['x'] }, []],
  ]
  it.each(graphs)('%s', (_, graph, expected) => {
    expect(findCycles(new Map(Object.entries(graph)))).toEqual(expected)
  })
})
