import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../src/sandbox/json.js'
import { type Client, metricMonitor, metricSlo, startClient } from '../harness.js'

const INVALID = "The value provided for parameter 'query' is invalid"
const OVERLAP =
  'alert and alert recovery criteria are such that the monitor can be simultaneously in alert and alert recovery states'
const NO_OPERATOR = `${INVALID}: invalid operator specified: `

/** The server's text for a monitor; undefined when it is accepted. */
async function refusalOf(client: Client, monitor: JsonObject): Promise<string | undefined> {
  const reply = await client.call('POST', '/api/v1/monitor/validate', monitor)
  return reply.status === 200 ? undefined : String((reply.body as { errors: string[] }).errors[0])
}

const metric = (comparison: string, thresholds: JsonObject, options: JsonObject = {}) => ({
  type: 'query alert',
  query: `avg(last_5m):avg:a.b{*} ${comparison}`,
  options: { thresholds, ...options },
})
const anomaly = (windows: JsonObject | null, critical = 1) => ({
  type: 'query alert',
  query: `avg(last_4h):anomalies(avg:a.b{*}, 'basic', 2, alert_window='last_15m', interval=60) >= ${critical}`,
  options: { thresholds: { critical }, threshold_windows: windows },
})
const check = (query: string, thresholds: JsonObject = { critical: 1 }) => ({
  type: 'service check',
  query,
  options: { thresholds },
})
const log = (query: string, options: JsonObject = {}) => ({ type: 'log alert', query, options })

describe('a monitor', () => {
  it.each<[string, JsonObject, string | undefined]>([
    [
      'unknown type',
      metricMonitor({ type: 'cpu alert' }),
      "The value provided for parameter 'type' is invalid",
    ],
    ['no type', metricMonitor({ type: '' }), "The parameter 'type' is required"],
    ['no query', metricMonitor({ query: ' ' }), INVALID],
    ['metric query without comparison', metricMonitor({ query: 'THIS IS A BAD QUERY' }), INVALID],
    ['log query without comparison', log('query'), NO_OPERATOR],
    [
      'tags that are no list',
      metricMonitor({ tags: 'a:b' }),
      "The value provided for parameter 'tags' is invalid",
    ],
    ['priority 6', metricMonitor({ priority: 6 }), "The value provided for parameter 'priority' is invalid"],
    [
      'unknown draft status',
      metricMonitor({ draft_status: 'x' }),
      "The value provided for parameter 'draft_status' is invalid",
    ],

    [
      'threshold unlike the query',
      metric('> 200', { critical: 90 }),
      'Alert threshold (90.0) does not match that used in the query (200.0).',
    ],
    ['threshold equal as a number', metric('> 2e2', { critical: 200 }), undefined],
    ['negative threshold', metric('<= -1.5', { critical: -1.5 }), undefined],
    ['warning without critical', metric('> 2', { warning: 1 }), 'Alert status is required.'],
    ['text as threshold', metric('> 2', { critical: 'two' }), 'Non-numeric threshold value.'],
    [
      'timeout out of range',
      metric('> 2', { critical: 2 }, { timeout_h: 25 }),
      'Non-numeric threshold value.',
    ],
    ['no thresholds at all', metric('> 2', {}), undefined],
    [
      'warning above with >',
      metric('> 20', { critical: 20, warning: 50 }),
      'Warning threshold (50.0) must be less than the alert threshold (20.0) with > comparison.',
    ],
    [
      'warning equal with >=',
      metric('>= 20', { critical: 20, warning: 20 }),
      'Warning threshold (20.0) must be less than the alert threshold (20.0) with >= comparison.',
    ],
    [
      'warning below with <',
      metric('< 20', { critical: 20, warning: 5 }),
      'Warning threshold (5.0) must be greater than the alert threshold (20.0) with < comparison.',
    ],
    ['warning above with <', metric('< 20', { critical: 20, warning: 50 }), undefined],
    ['recovery above with >', metric('> 20', { critical: 20, critical_recovery: 21 }), OVERLAP],
    ['recovery equal', metric('> 20', { critical: 20, critical_recovery: 20 }), undefined],
    ['recovery below with <', metric('< 20', { critical: 20, critical_recovery: 19 }), OVERLAP],
    [
      'warning recovery above with >',
      metric('> 20', { critical: 20, warning: 9, warning_recovery: 10 }),
      OVERLAP.replaceAll('alert', 'warning'),
    ],

    ['anomaly without windows', anomaly(null), OVERLAP],
    ['anomaly with half of them', anomaly({ trigger_window: 'last_15m' }), OVERLAP],
    [
      'anomaly with another trigger window',
      anomaly({ trigger_window: 'last_30m', recovery_window: 'last_15m' }),
      'alert window query arg must match trigger window monitor option',
    ],
    [
      'anomaly that recovers too soon',
      anomaly({ trigger_window: 'last_15m', recovery_window: 'last_5m' }, 0.5),
      OVERLAP,
    ],
    [
      'anomaly with right windows',
      anomaly({ trigger_window: 'last_15m', recovery_window: 'last_15m' }),
      undefined,
    ],

    [
      'check',
      check('"a.check".over("env:prod").by("host").last(3).count_by_status()', { critical: 3, ok: 1 }),
      undefined,
    ],
    ['check without steps', check('"a.check"'), INVALID],
    ['check without quotes', check('a.check.by("host").last(2).count_by_status()'), INVALID],
    ['check of too many', check('"a.check".by("host").last(101).count_by_status()'), INVALID],
    [
      'check with a threshold above last',
      check('"a.check".by("host").last(2).count_by_status()', { critical: 3 }),
      'Last field should be larger than or equal to max threshold defined in monitor options',
    ],
    [
      'cluster check in percent',
      check('"a.check".by("host").last(2).pct_by_status()', { critical: 50 }),
      undefined,
    ],
    [
      'custom check without groups',
      check('"my.check".over("*").last(2).count_by_status()'),
      'A grouping must be specified for custom checks',
    ],
    [
      'check of the Agent without groups',
      check('"datadog.agent.up".over("*").last(2).count_by_status()'),
      undefined,
    ],

    [
      'group delay on a simple alert',
      metric('> 2', { critical: 2 }, { new_group_delay: 60 }),
      'The new_group_delay option can only be used for multi-alert monitors',
    ],
    ['group delay 0 on a simple alert', metric('> 2', { critical: 2 }, { new_group_delay: 0 }), undefined],
    ['group delay on a multi alert', metricMonitor({ options: { new_group_delay: 60 } }), undefined],
    [
      'group delay on a grouped formula',
      {
        type: 'log alert',
        query: 'formula("q").last("5m") > 1',
        options: { new_group_delay: 60, variables: [{ name: 'q', group_by: [{ facet: 'host' }] }] },
      },
      undefined,
    ],
    [
      // Only the editor in the browser refuses it.
      'no data timeframe of logs',
      log('logs("a").index("*").rollup("count").last("5m") > 2', { no_data_timeframe: 10 }),
      undefined,
    ],
    [
      'no data timeframe beyond a day',
      metric('> 2', { critical: 2 }, { no_data_timeframe: 1441 }),
      'no_data_timeframe must not exceed group retention',
    ],
    [
      'unknown handling of missing data',
      metric('> 2', { critical: 2 }, { on_missing_data: 'x' }),
      "The value provided for parameter 'on_missing_data' is invalid",
    ],
  ])('%s', async (_name, monitor, expected) => {
    expect(await refusalOf(await startClient(), monitor)).toBe(expected)
  })
})

describe('a composite', () => {
  it('needs existing monitors that are no composites, in a well-formed query', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const other = await client.done('POST', '/api/v1/monitor', metricMonitor({ name: 'other' }))
    const composite = (query: string) => ({ type: 'composite', name: 'both', message: '', query, tags: [] })
    const nested = await client.done('POST', '/api/v1/monitor', composite(`${id} && !(${other.id})`))
    expect(nested).toMatchObject({ multi: false })
    expect(await refusalOf(client, composite(`${id} && 1`))).toBe('Some monitor IDs are invalid')
    expect(await refusalOf(client, composite(`${id} && ${nested.id}`))).toBe('Some monitor IDs are invalid')
    for (const query of [
      `${id} ${id}`,
      `(${id}`,
      `${id})`,
      `${id} &&`,
      `${id} and ${id}`,
      '!',
      `${id} && ! || ${id}`,
    ]) {
      expect([query, await refusalOf(client, composite(query))]).toEqual([query, INVALID])
    }
    const eleven = Array.from({ length: 11 }, (_, index) => `${id}${index}`).join(' && ')
    expect(await refusalOf(client, composite(eleven))).toBe(INVALID)
  })

  it('keeps the null of its thresholds', async () => {
    const client = await startClient()
    const { id } = await client.done('POST', '/api/v1/monitor', metricMonitor())
    const options = { thresholds: { critical: null } }
    const reply = await client.done('POST', '/api/v1/monitor', { type: 'composite', query: `${id}`, options })
    expect(reply.options).toMatchObject({ thresholds: { critical: null } })
  })
})

describe('an SLO alert', () => {
  const alert = (query: string) => ({ type: 'slo alert', name: 'budget', query, message: '', tags: [] })
  const burn = (id: unknown, rate: number) =>
    alert(`burn_rate("${id}").over("7d").long_window("1h").short_window("5m") > ${rate}`)

  it('names an existing SLO and one of its timeframes', async () => {
    const client = await startClient()
    const { data } = await client.done('POST', '/api/v1/slo', metricSlo())
    const { id } = (data as [JsonObject])[0]
    expect(await refusalOf(client, alert(`error_budget("${id}").over("7d") > 75`))).toBeUndefined()
    expect(await refusalOf(client, alert(`error_budget("${id}").over("30d") > 75`))).toBe(INVALID)
    expect(await refusalOf(client, alert(`error_budget("${id}").over("7d") < 75`))).toBe(INVALID)
    expect(await refusalOf(client, alert('error_budget("abc").over("7d") > 75'))).toBe(INVALID)
  })

  it('can burn no faster than the target allows', async () => {
    const client = await startClient()
    const { data } = await client.done(
      'POST',
      '/api/v1/slo',
      metricSlo({ thresholds: [{ timeframe: '7d', target: 90 }] }),
    )
    const { id } = (data as [JsonObject])[0]
    expect(await refusalOf(client, burn(id, 10))).toBeUndefined()
    expect(await refusalOf(client, burn(id, 14.4))).toBe(
      'Alert threshold (14.4) must be in range 0 to 10.0 for burn rate alerts (max threshold = 1/1-slo target).',
    )
    expect(await refusalOf(client, burn(id, 0))).toContain('must be in range')
  })
})
