import { describe, expect, it } from 'vitest'
import type { MonitorThresholds } from '../../src/model/index.js'
import { line, monitor, notifications, played, states } from './harness.js'

function check(thresholds: MonitorThresholds, options = {}, steps = '.over("*").last(4).count_by_status()') {
  return monitor(`"http.can_connect"${steps}`, { thresholds, ...options }, 'service check')
}

const timeline = (definition: ReturnType<typeof check>, notation: string) =>
  states(
    played(definition, line(notation, 'http.can_connect', 'host:a'), {
      from: 60,
      to: 60 * notation.split(' ').length,
    }),
  )

describe('a service check', () => {
  it.each<[MonitorThresholds, string, string]>([
    [{ critical: 2, ok: 1 }, 'ok critical critical ok', 'ok ok alert ok'],
    [{ critical: 1, ok: 2 }, 'critical ok critical ok ok', 'alert alert alert alert ok'],
    [{ critical: 3, ok: 1 }, 'critical critical ok critical critical critical', 'ok ok ok ok ok alert'],
    [
      { critical: 1, warning: 2, ok: 1 },
      'warning warning critical warning warning',
      'ok warning alert alert warning',
    ],
    [{ critical: 1 }, 'warning warning critical ok', 'ok ok alert ok'],
    [{ critical: 1, unknown: 1 }, 'ok unknown ok', 'ok ok ok'],
    [{}, 'ok critical ok', 'ok alert ok'],
  ])('with %j and statuses %s', (thresholds, notation, expected) => {
    expect(timeline(check(thresholds), notation)).toBe(expected)
  })

  it('shows unknown as no data when it notifies about missing data', () => {
    expect(timeline(check({ critical: 1, unknown: 1 }, { notify_no_data: true }), 'ok unknown ok')).toBe(
      'ok no-data ok',
    )
  })

  it('loses its data after no_data_timeframe', () => {
    const definition = check({ critical: 1 }, { notify_no_data: true, no_data_timeframe: 5 })
    const simulation = played(definition, line('ok ok', 'http.can_connect'), { from: 60, to: '10m' })
    expect(notifications(simulation)).toEqual(['7m ok→no data'])
  })

  it('reads what has all tags of over and none of exclude, by its groups', () => {
    const steps = '.over("env:prod","role:db").exclude("host:c").by("host").last(2).count_by_status()'
    const data = [
      line('2', 'http.can_connect', 'env:prod', 'role:db', 'host:a'),
      line('2', 'http.can_connect', 'env:prod', 'host:b'),
      line('2', 'http.can_connect', 'env:prod', 'role:db', 'host:c'),
      line('0', 'http.can_connect', 'env:prod', 'role:db', 'host:d'),
      line('2', 'other', 'env:prod', 'role:db', 'host:e'),
    ]
    const { ticks } = played(check({ critical: 1 }, {}, steps), data, { from: 60, to: 60 })
    expect(ticks[0]!.groups.map(({ group, state }) => `${group} ${state}`)).toEqual([
      'host:a alert',
      'host:d ok',
    ])
  })

  it('groups by all tags with "*"', () => {
    const data = [
      line('2', 'http.can_connect', 'host:a', 'port:1'),
      line('0', 'http.can_connect', 'host:a', 'port:2'),
    ]
    const { ticks } = played(check({ critical: 1 }, {}, '.by("*").last(2).count_by_status()'), data, {
      from: 60,
      to: 60,
    })
    expect(ticks[0]!.groups.map(({ group }) => group)).toEqual(['host:a,port:1', 'host:a,port:2'])
  })

  it.each([
    ['2 2 0 0', 'ok'],
    ['2 2 2 0', 'alert'],
    ['2 2 1 1', 'warning'],
    ['2 1 0 0', 'ok'],
  ])('of a cluster compares percentages: %s', (statuses, state) => {
    const data = statuses.split(' ').map((status, host) => line(status, 'http.can_connect', `host:${host}`))
    const definition = check({ critical: 50, warning: 25 }, {}, '.over("*").last(2).pct_by_status()')
    expect(states(played(definition, data, { from: 60, to: 60 }))).toBe(state)
  })
})
