import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { storedOptions, storedType } from '../../../src/sandbox/monitor/option-defaults.js'

const COMMON = {
  notify_audit: false,
  notify_no_data: false,
  new_host_delay: 300,
  include_tags: true,
  silenced: {},
}

describe('storedOptions', () => {
  it.each<[string, string, JsonObject, JsonObject]>([
    ['empty options of a metric monitor', 'query alert', {}, COMMON],
    ['empty options of a composite', 'composite', {}, COMMON],
    ['empty options of a log monitor', 'log alert', {}, { ...COMMON, groupby_simple_monitor: false }],
    ['a value that is sent', 'query alert', { include_tags: false }, { ...COMMON, include_tags: false }],
    ['null counts as sent', 'query alert', { new_host_delay: null }, { ...COMMON, new_host_delay: null }],
    ['0 counts as sent', 'query alert', { new_host_delay: 0 }, { ...COMMON, new_host_delay: 0 }],
    ['empty thresholds are dropped', 'query alert', { thresholds: {} }, COMMON],
    [
      'null members are dropped',
      'log alert',
      { thresholds: { critical: 1, warning: null } },
      { ...COMMON, groupby_simple_monitor: false, thresholds: { critical: 1 } },
    ],
    [
      'not those of a composite',
      'composite',
      { thresholds: { critical: null } },
      { ...COMMON, thresholds: { critical: null } },
    ],
    [
      'the escalation message is trimmed',
      'query alert',
      { escalation_message: ' a\n' },
      { ...COMMON, escalation_message: 'a' },
    ],
    ['unknown options are kept', 'query alert', { anything: [1] }, { ...COMMON, anything: [1] }],
  ])('%s', (_name, type, sent, expected) => {
    expect(storedOptions(sent, type)).toEqual(expected)
  })

  it('adds no host delay beside a group delay', () => {
    expect(storedOptions({ new_group_delay: 60 }, 'query alert')).not.toHaveProperty('new_host_delay')
  })

  it('adds no notify_no_data beside on_missing_data', () => {
    expect(storedOptions({ on_missing_data: 'default' }, 'log alert')).not.toHaveProperty('notify_no_data')
  })

  it('drops on_missing_data default from a monitor with its own schedule', () => {
    const schedule = { custom_schedule: { recurrences: [] } }
    const sent = { on_missing_data: 'default', scheduling_options: schedule }
    expect(storedOptions(sent, 'query alert')).not.toHaveProperty('on_missing_data')
    expect(storedOptions({ on_missing_data: 'default' }, 'query alert')).toHaveProperty(
      'on_missing_data',
      'default',
    )
  })
})

describe('storedType', () => {
  const variable = { name: 'q', data_source: 'aggregate_filtered_query' }
  it.each([
    ['metric alert', 'sum(current_1mo):sum:a{*} > 1', {}, 'query alert'],
    ['metric alert', 'sum(current_1h):sum:a{*} > 1', {}, 'metric alert'],
    ['query alert', 'formula("q").last("5m") > 1', { variables: [variable] }, 'metric alert'],
    [
      'query alert',
      'formula("q").last("5m") > 1',
      { variables: [{ name: 'q', data_source: 'metrics' }] },
      'query alert',
    ],
    ['query alert', 'avg(last_5m):avg:a{*} > 1', {}, 'query alert'],
    ['log alert', 'logs("*").last("5m") > 1', {}, 'log alert'],
  ])('%s with %s and %j is kept as %s', (type, query, options, expected) => {
    expect(storedType(type, query, options)).toBe(expected)
  })
})
