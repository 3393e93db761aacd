import { describe, expect, it } from 'vitest'
import type { State } from '../../src/simulate/index.js'
import { line, monitor, notifications, played, states, unsupportedIn } from './harness.js'

const options = { thresholds: { warning: 3 }, on_missing_data: 'show_no_data' }
const member = (metric: string, by = '') => monitor(`avg(last_1m):avg:${metric}{*}${by} > 5`, options)
const notations: Readonly<Record<State, string>> = {
  ok: '0 0',
  warning: '0 4',
  alert: '0 9',
  'no data': '0 _',
}

/** The state of a composite whose members `1` and `2` are in the given states. */
function stateOf(query: string, a: State, b: State, notify = true): string {
  const data = [line(notations[a], 'a'), line(notations[b], 'b')]
  const members = { 1: member('a'), 2: member('b') }
  const definition = monitor(query, notify ? { notify_no_data: true } : {}, 'composite')
  return states(played(definition, data, { from: 120, to: 120, members: withPast(members, data) }))
}

/** Members that were already evaluated a minute before, so that they can lose their data. */
function withPast(
  members: Readonly<Record<string, ReturnType<typeof member>>>,
  data: readonly ReturnType<typeof line>[],
) {
  return Object.fromEntries(
    Object.entries(members).map(([id, each]) => [id, played(each, data, { from: 60, to: 120 })]),
  )
}

describe('a composite', () => {
  it.each<[string, State, State, string]>([
    ['1 && 2', 'alert', 'alert', 'alert'],
    ['1 && 2', 'alert', 'warning', 'warning'],
    ['1 && 2', 'alert', 'no data', 'no-data'],
    ['1 && 2', 'warning', 'no data', 'no-data'],
    ['1 && 2', 'alert', 'ok', 'ok'],
    ['1 || 2', 'ok', 'ok', 'ok'],
    ['1 || 2', 'ok', 'no data', 'no-data'],
    ['1 || 2', 'warning', 'no data', 'warning'],
    ['1 || 2', 'warning', 'alert', 'alert'],
    ['!1', 'ok', 'ok', 'alert'],
    ['!1', 'warning', 'ok', 'ok'],
    ['!1', 'no data', 'ok', 'no-data'],
    ['1 && !2', 'warning', 'ok', 'warning'],
    ['1 && !2', 'alert', 'alert', 'ok'],
    ['!(1 || 2)', 'ok', 'ok', 'alert'],
  ])('%s with %s and %s', (query, a, b, expected) => {
    expect(stateOf(query, a, b)).toBe(expected)
  })

  it('keeps its last state without data when it does not notify about it', () => {
    const members = { 1: member('a') }
    const simulation = played(monitor('1', {}, 'composite'), line('9 _ 0', 'a'), {
      from: 60,
      to: 180,
      members,
    })
    expect(states(simulation)).toBe('alert alert ok')
  })

  const hostAndDisk = [
    line('9 9', 'a', 'host:x', 'disk:1'),
    line('0 9', 'a', 'host:x', 'disk:2'),
    line('9 9', 'a', 'host:y', 'disk:1'),
  ]

  it('matches groups by the values of their tags', () => {
    const members = { 1: member('a', ' by {host,disk}'), 2: member('b', ' by {instance}') }
    const data = [...hostAndDisk, line('9 9', 'b', 'instance:x'), line('9 9', 'b', 'instance:z')]
    const simulation = played(monitor('1 && 2', {}, 'composite'), data, { from: 60, to: 120, members })
    expect(notifications(simulation)).toEqual(['1m host:x,disk:1 ok→alert', '2m host:x,disk:2 ok→alert'])
  })

  it('combines a member without groups with every group', () => {
    const members = { 1: member('a', ' by {host,disk}'), 2: member('b') }
    const simulation = played(monitor('1 && 2', {}, 'composite'), [...hostAndDisk, line('0 9', 'b')], {
      from: 60,
      to: 120,
      members,
    })
    expect(simulation.ticks[0]!.groups.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok'])
    expect(notifications(simulation)).toHaveLength(3)
  })

  it('finds members by the key of a reference', () => {
    const definition = monitor('$' + '{monitor:cpu}', {}, 'composite')
    expect(
      states(played(definition, line('9', 'a'), { from: 60, to: 60, members: { cpu: member('a') } })),
    ).toBe('alert')
  })

  it('is not simulated without its members, with members that are not, or inside another', () => {
    const composite = (query: string) => monitor(query, {}, 'composite')
    expect(unsupportedIn(composite('1 && 2'))).toEqual(['simulate/member', 'simulate/member'])
    const forecast = monitor("max(next_1w):forecast(avg:x{*}, 'linear', 1) > 1")
    expect(unsupportedIn(composite('1'), { members: { 1: forecast } })).toContain('simulate/member')
    expect(unsupportedIn(composite('1'), { members: { 1: composite('1') } })).toEqual(['simulate/member'])
  })
})
