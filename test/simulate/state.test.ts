import { describe, expect, it } from 'vitest'
import type { MonitorOptions, MonitorThresholds } from '../../src/model/index.js'
import { counts, line, monitor, notifications, played, states, valuesAt } from './harness.js'

/** The states of a monitor of single points, one evaluation for each. */
function statesFor(condition: string, options: MonitorOptions, notation: string): string {
  const definition = monitor(`avg(last_1m):avg:x{*} ${condition}`, options)
  const to = 60 * notation.split(' ').length
  return states(played(definition, notation, { from: 60, to }))
}

describe('thresholds', () => {
  it.each<[string, MonitorThresholds, string, string]>([
    ['> 5', {}, '5 6 5', 'ok alert ok'],
    ['>= 5', {}, '4 5 4', 'ok alert ok'],
    ['< 5', {}, '5 4 5', 'ok alert ok'],
    ['<= 5', {}, '6 5 6', 'ok alert ok'],
    ['== 5', {}, '4 5 6', 'ok alert ok'],
    ['!= 5', {}, '5 4 5', 'ok alert ok'],
    ['> 5', { critical_recovery: 3 }, '6 4 3', 'alert alert ok'],
    ['>= 5', { critical_recovery: 3 }, '5 3 2', 'alert alert ok'],
    ['< 5', { critical_recovery: 7 }, '4 6 7', 'alert alert ok'],
    ['<= 5', { critical_recovery: 7 }, '5 7 8', 'alert alert ok'],
    ['> 5', { warning: 3 }, '3 4 6 4 3', 'ok warning alert warning ok'],
    ['> 5', { warning: 3, warning_recovery: 1 }, '4 2 1 2', 'warning warning ok ok'],
    ['> 5', { warning: 3, critical_recovery: 4 }, '6 4.5 4 3', 'alert alert warning ok'],
    ['> 5', { warning: 3, warning_recovery: 1 }, '6 2 2', 'alert ok ok'],
    ['< 5', { warning: 8, critical_recovery: 6 }, '4 5 6 9', 'alert alert warning ok'],
    ['> -1', { critical_recovery: null }, '-2 0 -1', 'ok alert ok'],
  ])('%s with %j', (condition, thresholds, notation, expected) => {
    expect(statesFor(condition, { thresholds }, notation)).toBe(expected)
  })

  it('say the status of an evaluation without the past', () => {
    const options = { thresholds: { critical: 5, critical_recovery: 3 } }
    const { ticks } = played(monitor('avg(last_1m):avg:x{*} > 5', options), '6 4', { from: 60, to: 120 })
    expect(ticks.map(({ groups }) => groups[0])).toMatchObject([
      { status: 'alert', state: 'alert' },
      { status: 'ok', state: 'alert' },
    ])
  })
})

describe('evaluation_delay', () => {
  it('moves the window back', () => {
    const definition = monitor('avg(last_5m):avg:x{*} > 1', { evaluation_delay: 900 })
    const at = 7 * 3_600
    const [tick] = played(definition, '1', { from: at, to: at }).ticks
    expect(tick!.window).toEqual({ from: at - 20 * 60, to: at - 15 * 60 })
  })
})

describe('missing data', () => {
  const zero = 'sum(last_1m):sum:x{*}.as_count()'

  it.each<[string, string, MonitorOptions, string, string]>([
    ['a count compares 0', `${zero} < 1`, { on_missing_data: 'default' }, '5 _ 5', 'ok alert ok'],
    ['a count resolves', `${zero} > 1`, { on_missing_data: 'default' }, '5 _ 5', 'alert ok alert'],
    [
      'default_zero keeps',
      `sum(last_1m):default_zero(sum:x{*}.as_count()) > 1`,
      { on_missing_data: 'default' },
      '5 _ 0',
      'alert alert ok',
    ],
    ['a gauge keeps', 'avg(last_1m):avg:x{*} > 1', { on_missing_data: 'default' }, '5 _ 1', 'alert alert ok'],
    [
      'show_no_data',
      'avg(last_1m):avg:x{*} > 1',
      { on_missing_data: 'show_no_data' },
      '5 _ 5',
      'alert no-data alert',
    ],
    [
      'show_and_notify_no_data',
      'avg(last_1m):avg:x{*} > 1',
      { on_missing_data: 'show_and_notify_no_data' },
      '5 _ 1',
      'alert no-data ok',
    ],
    ['resolve', 'avg(last_1m):avg:x{*} > 1', { on_missing_data: 'resolve' }, '5 _ 5', 'alert ok alert'],
    ['nothing', 'avg(last_1m):avg:x{*} > 1', {}, '5 _ 1', 'alert alert ok'],
    [
      'notify_no_data: false',
      'avg(last_1m):avg:x{*} > 1',
      { notify_no_data: false },
      '5 _ 1',
      'alert alert ok',
    ],
    [
      'notify_no_data',
      'avg(last_1m):avg:x{*} > 1',
      { notify_no_data: true, no_data_timeframe: 3 },
      '0 _ _ _ _ 0',
      'ok ok no-data no-data no-data ok',
    ],
    [
      'notify_no_data after two windows',
      'avg(last_1m):avg:x{*} > 1',
      { notify_no_data: true },
      '0 _ _ _',
      'ok no-data no-data no-data',
    ],
    [
      'what never reported',
      'avg(last_1m):avg:x{*} > 1',
      { on_missing_data: 'show_and_notify_no_data' },
      '_ _ 5',
      'ok ok alert',
    ],
  ])('%s', (_, query, options, notation, expected) => {
    const to = 60 * notation.split(' ').length
    const data = query.includes('as_count') ? counts(notation, 'x') : line(notation, 'x')
    expect(states(played(monitor(query, options), data, { from: 60, to }))).toBe(expected)
  })

  it('is silent with show_no_data, also on the way back', () => {
    const definition = monitor('avg(last_1m):avg:x{*} > 1', { on_missing_data: 'show_no_data' })
    expect(notifications(played(definition, '0 _ 0 5 _ 0', { from: 60, to: 360 }))).toEqual([
      '4m ok→alert',
      '6m alert→ok',
    ])
  })

  it('notifies with show_and_notify_no_data', () => {
    const definition = monitor('avg(last_1m):avg:x{*} > 1', { on_missing_data: 'show_and_notify_no_data' })
    expect(notifications(played(definition, '0 _ 0', { from: 60, to: 180 }))).toEqual([
      '2m ok→no data',
      '3m no data→ok',
    ])
  })

  it('resolves a triggered group after timeout_h', () => {
    const definition = monitor('avg(last_5m):avg:x{*} > 1', { timeout_h: 1 })
    const simulation = played(definition, '5x9', { from: '5m', to: '2h' })
    // The last point is that of the ninth minute.
    expect(notifications(simulation)).toEqual(['5m ok→alert', '69m alert→ok'])
  })
})

describe('groups', () => {
  const byHost = 'avg(last_1m):avg:x{*} by {host} > 4'

  it('have states of their own, and the monitor that of the worst', () => {
    const data = [line('0 9 0', 'x', 'host:a'), line('0 0 9', 'x', 'host:b')]
    const simulation = played(monitor(byHost), data, { from: 60, to: 240 })
    expect(notifications(simulation)).toEqual([
      '2m host:a ok→alert',
      '3m host:a alert→ok',
      '3m host:b ok→alert',
    ])
    expect(states(simulation)).toBe('ok alert alert alert')
  })

  it('exist from their first point and are forgotten after the retention', () => {
    const data = [line('0x199', 'x', 'host:a'), line('_x2 0', 'x', 'host:b')]
    const definition = monitor(byHost, { group_retention_duration: '1h' })
    const named = played(definition, data, { from: 60, to: '2h' }).ticks.map(({ groups }) => groups.length)
    expect(named.slice(0, 4)).toEqual([1, 1, 2, 2])
    // Last seen at the second minute.
    expect(named.lastIndexOf(2) + 1).toBe(62)
  })

  it('are not evaluated while new', () => {
    const definition = monitor(byHost, { new_group_delay: 180 })
    const simulation = played(definition, line('9x9', 'x', 'host:a'), { from: 60, to: '5m' })
    expect(simulation.ticks.map(({ groups }) => groups[0]!.status)).toEqual([
      'skipped',
      'skipped',
      'alert',
      'alert',
      'alert',
    ])
  })

  it('wait for new_host_delay only when they are hosts', () => {
    const first = (query: string, options: MonitorOptions) =>
      played(monitor(query, options), line('9x9', 'x', 'host:a', 'disk:1'), { from: 60, to: '1m' }).ticks[0]!
        .state
    expect(first(byHost, { new_host_delay: 300 })).toBe('ok')
    expect(first('avg(last_1m):avg:x{*} by {disk} > 4', { new_host_delay: 300 })).toBe('alert')
    expect(first(byHost, { new_host_delay: 300, new_group_delay: 60 })).toBe('alert')
    expect(first('avg(last_1m):avg:x{*} > 4', { new_group_delay: 300 })).toBe('alert')
  })
})

describe('notifications', () => {
  it('follow the transitions', () => {
    const options = { thresholds: { warning: 3 } }
    const simulation = played(monitor('avg(last_1m):avg:x{*} > 5', options), '0 4 6 4 0', {
      from: 60,
      to: 300,
    })
    expect(notifications(simulation)).toEqual([
      '2m ok→warning',
      '3m warning→alert',
      '4m alert→warning',
      '5m warning→ok',
    ])
  })

  it.each<[string, MonitorOptions, string[]]>([
    [
      'every interval',
      { renotify_interval: 2 },
      ['1m ok→alert', '3m still alert', '5m still alert', '7m still alert'],
    ],
    ['so often', { renotify_interval: 2, renotify_occurrences: 1 }, ['1m ok→alert', '3m still alert']],
    ['in these states', { renotify_interval: 2, renotify_statuses: ['warn'] }, ['1m ok→alert']],
    ['not at all', { renotify_interval: 0 }, ['1m ok→alert']],
  ])('are repeated %s', (_, options, expected) => {
    const definition = monitor('avg(last_1m):avg:x{*} > 5', options)
    expect(notifications(played(definition, '9x6', { from: 60, to: '7m' }))).toEqual(expected)
  })

  const data = [
    line('9 9 0 0', 'x', 'host:a', 'dc:1'),
    line('0 9 9 0', 'x', 'host:b', 'dc:1'),
    line('0 9 0 0', 'x', 'host:c', 'dc:2'),
  ]
  const query = 'avg(last_1m):avg:x{*} by {host,dc} > 4'

  it.each<[string, string[]]>([
    ['dc', ['1m dc:1 ok→alert', '2m dc:2 ok→alert', '3m dc:2 alert→ok', '4m dc:1 alert→ok']],
    ['*', ['1m ok→alert', '4m alert→ok']],
  ])('are grouped by %s', (key, expected) => {
    const simulation = played(monitor(query, { notify_by: [key] }), data, { from: 60, to: 240 })
    expect(notifications(simulation)).toEqual(expected)
  })
})

describe('a cumulative window', () => {
  const spanAt = (
    window: string,
    at: string | number,
    evaluation_window: Record<string, string | number>,
  ) => {
    const definition = monitor(`sum(${window}):sum:x{*} > 1`, { scheduling_options: { evaluation_window } })
    return played(definition, '1', { from: at, to: at }).ticks[0]!.window
  }
  const utc = (text: string) => Date.parse(`${text}Z`) / 1000

  it.each<[string, string, Record<string, string | number>, string]>([
    ['current_1h', '2024-03-05T10:20', {}, '2024-03-05T10:00'],
    ['current_1h', '2024-03-05T10:20', { hour_starts: 30 }, '2024-03-05T09:30'],
    ['current_1h', '2024-03-05T10:30', { hour_starts: 30 }, '2024-03-05T09:30'],
    ['current_1h', '2024-03-05T10:31', { hour_starts: 30 }, '2024-03-05T10:30'],
    ['current_1d', '2024-03-05T10:20', { day_starts: '04:00' }, '2024-03-05T04:00'],
    ['current_1d', '2024-03-05T03:20', { day_starts: '04:00' }, '2024-03-04T04:00'],
    ['current_1d', '2024-03-05T10:20', { day_starts: '04:00', timezone: 'Asia/Tokyo' }, '2024-03-04T19:00'],
    // The night in which clocks go forward in New York has 23 hours.
    ['current_1d', '2024-03-11T03:30', { timezone: 'America/New_York' }, '2024-03-10T05:00'],
    ['current_1d', '2024-03-11T04:30', { timezone: 'America/New_York' }, '2024-03-11T04:00'],
    ['current_1mo', '2024-03-05T10:20', { month_starts: 1, day_starts: '00:00' }, '2024-03-01T00:00'],
    ['current_1mo', '2024-03-01T00:00', { month_starts: 1 }, '2024-02-01T00:00'],
    ['current_1mo', '2024-01-01T02:00', { month_starts: 1, day_starts: '03:00' }, '2023-12-01T03:00'],
  ])('%s at %s with %j', (window, at, reset, from) => {
    expect(spanAt(window, utc(at), reset)).toEqual({ from: utc(from), to: utc(at) })
  })

  it('adds up since the reset', () => {
    expect(valuesAt('90m', 'sum(current_1h):sum:x{*} > 1', '1x199')).toEqual({ '*': 30 })
  })
})
