import { describe, expect, it } from 'vitest'
import { counts, monitor, played, states } from './harness.js'

const logs = (rest: string, options = {}) =>
  monitor(`logs("status:error").index("*")${rest}`, options, 'log alert')

describe('an event monitor', () => {
  const data = [
    counts('1+1x9', 'logs', 'env:a'),
    counts('2x9', 'logs', 'env:b'),
    counts('50x9', 'rum', 'env:a'),
  ]

  it.each([
    ['count', 15 + 10],
    ['sum", "@duration', 25],
    ['avg", "@duration', 2.5],
    ['min", "@duration', 1],
    ['max", "@duration', 5],
  ])('computes the %s of what was found', (method, value) => {
    const { ticks } = played(logs(`.rollup("${method}").last("5m") > 100`), data, { from: '5m', to: '5m' })
    expect(ticks[0]!.groups[0]!.value).toBe(value)
  })

  it('has a value for each group', () => {
    const { ticks } = played(logs('.rollup("count").by("env").last("5m") > 12'), data, {
      from: '5m',
      to: '5m',
    })
    expect(ticks[0]!.groups.map(({ group, value, state }) => [group, value, state])).toEqual([
      ['env:a', 15, 'alert'],
      ['env:b', 10, 'ok'],
    ])
  })

  it('counts nothing as 0', () => {
    const definition = logs('.rollup("count").last("1m") < 1', { on_missing_data: 'default' })
    expect(states(played(definition, counts('5 _ 5', 'logs'), { from: 60, to: 180 }))).toBe('ok alert ok')
  })

  it('does not alert for a group without events while others have some', () => {
    const definition = logs('.rollup("count").by("env").last("1m") < 1', { on_missing_data: 'default' })
    const both = [counts('5 _ _', 'logs', 'env:a'), counts('5 5 _', 'logs', 'env:b')]
    expect(states(played(definition, both, { from: 60, to: 180 }))).toBe('ok ok alert')
  })
})
