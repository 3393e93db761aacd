import { describe, expect, it } from 'vitest'
import { optionApplies } from '../../src/catalog/index.js'
import {
  anomalies,
  avg,
  collectResources,
  compile,
  composite,
  log,
  monitor,
  monitorQuery,
  not,
  query,
  rawMonitor,
  serviceCheck,
} from '../../src/dsl/index.js'
import { apiOptionName, optionNames } from '../../src/dsl/option-encoding.js'
import { problems } from './printed.js'
import { resourcesOf } from './repository-definitions.js'

const load = avg('system.load.1').by('host').last('5m').above(4)

describe('a monitor', () => {
  it('compiles to what its author wrote and nothing else', () => {
    const made = monitor('load', { name: 'Load', alert: load })
    expect(compile(made)).toEqual({
      name: 'Load',
      type: 'query alert',
      query: 'avg(last_5m):avg:system.load.1{*} by {host} > 4',
      options: { thresholds: { critical: 4 } },
    })
  })

  it('of an engineer’s note compiles to the note, key for key', async () => {
    const [made] = await resourcesOf('monitors/containers.ts')
    expect(made?.definition).toEqual({
      name: '',
      type: 'query alert',
      query:
        "avg(last_4h):anomalies(avg:container.cpu.user{*}, 'basic', 2, direction='both', interval=60, alert_window='last_15m', count_default_zero='true') >= 1",
      message: '',
      tags: [],
      options: {
        thresholds: { critical: 1, critical_recovery: 0 },
        notify_audit: false,
        require_full_window: false,
        notify_no_data: false,
        no_data_timeframe: 10,
        renotify_interval: 0,
        threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' },
        include_tags: false,
      },
    })
  })

  it('has every field and option in Datadog’s words and units', () => {
    const made = monitor('all', {
      name: 'All',
      alert: avg('a').by('host', 'env').last('1h', 'min').atMost({ critical: 1, warning: 2 }),
      message: 'Look. @slack-sre',
      tags: ['team:sre'],
      priority: 3,
      restrictedRoles: ['role'],
      draft: true,
      assets: [{ name: 'Runbook', url: 'https://example.com', category: 'runbook' }],
      notifyNoData: true,
      noDataTimeframe: '2h',
      requireFullWindow: true,
      newGroupDelay: '5m',
      evaluationDelay: '15m',
      renotifyInterval: '2h',
      renotifyStatuses: ['alert', 'no data'],
      renotifyOccurrences: 3,
      escalationMessage: 'Still there.',
      notifyAudit: true,
      includeTags: true,
      notifyBy: ['env'],
      timeout: '2h',
      groupRetention: '2d',
      notificationPreset: 'hide_query',
      scheduling: { rrule: 'FREQ=DAILY;INTERVAL=1', timezone: 'Asia/Tokyo' },
      options: { min_failure_duration: 5 },
    })
    expect(compile(made)).toEqual({
      name: 'All',
      type: 'query alert',
      query: 'min(last_1h):avg:a{*} by {host,env} <= 1',
      message: 'Look. @slack-sre',
      tags: ['team:sre'],
      priority: 3,
      restricted_roles: ['role'],
      draft_status: 'draft',
      assets: [{ name: 'Runbook', url: 'https://example.com', category: 'runbook' }],
      options: {
        thresholds: { critical: 1, warning: 2 },
        notify_no_data: true,
        no_data_timeframe: 120,
        require_full_window: true,
        new_group_delay: 300,
        evaluation_delay: 900,
        renotify_interval: 120,
        renotify_statuses: ['alert', 'no data'],
        renotify_occurrences: 3,
        escalation_message: 'Still there.',
        notify_audit: true,
        include_tags: true,
        notify_by: ['env'],
        timeout_h: 2,
        group_retention_duration: '2d',
        notification_preset_name: 'hide_query',
        scheduling_options: {
          custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', timezone: 'Asia/Tokyo' }] },
        },
        min_failure_duration: 5,
      },
    })
  })

  it('takes numbers in the API’s own units', () => {
    const { options } = compile(
      monitor('units', { name: '', alert: load, noDataTimeframe: 10, newGroupDelay: 60, timeout: 0 }),
    )
    expect(options).toMatchObject({ no_data_timeframe: 10, new_group_delay: 60, timeout_h: 0 })
  })

  it('is nothing but its data to those who copy or print it', () => {
    const made = monitor('load', { name: 'Load', alert: load })
    expect(JSON.parse(JSON.stringify(made))).toEqual({ ...made })
    expect(Object.keys(made).sort()).toEqual(['definition', 'key', 'kind', 'management', 'origin'])
    expect(structuredClone(made)).toEqual({ ...made })
  })

  it('remembers where it was defined', () => {
    const made = monitor('load', { name: 'Load', alert: load })
    expect(made.origin?.file).toMatch(/monitor\.test\.ts$/)
    expect(made.origin?.line).toBeGreaterThan(100)
    expect(rawMonitor('raw', { type: 'log alert', query: 'q' }).origin?.file).toMatch(/monitor\.test\.ts$/)
  })

  it('says how its live object is treated', () => {
    const management = { aliases: ['old'], adopt: 123, protect: true }
    expect(monitor('load', { name: '', alert: load, ...management }).management).toEqual(management)
    expect(compile(monitor('load', { name: '', alert: load, ...management }))).not.toHaveProperty('adopt')
  })

  it('can be Datadog’s own JSON', () => {
    const definition = { type: 'metric alert', query: 'avg(last_5m):avg:a{*} > 1', unheard: { of: true } }
    expect(compile(rawMonitor('raw', definition))).toBe(definition)
  })

  it.each([
    ['', /cannot be the key/],
    ['Has Capitals', /such as 'has-capitals'/],
    ['-leading', /cannot be the key/],
    ['a/b', /such as 'a-b'/],
    ['日本語', /such as 'checkout-errors'/],
    ['x'.repeat(121), /at most 120/],
  ])('refuses the key %j', (key, message) => {
    expect(problems(() => monitor(key, { name: '', alert: load })).join()).toMatch(message)
  })

  it('refuses durations that the API cannot keep', () => {
    const wrong = () => monitor('x', { name: '', alert: load, noDataTimeframe: '90s' })
    expect(problems(wrong).join()).toMatch(/`noDataTimeframe`: '90s' is not a whole number of minutes/)
    expect(problems(() => avg('a').last('0m')).join()).toMatch(/not a duration/)
  })

  it('offers no option that its type does not have', () => {
    const spelled = { 'log alert': ['enableLogsSample'], 'ci-tests alert': ['enableSamples'] } as const
    for (const [type, options] of Object.entries(spelled)) {
      for (const option of options) expect(optionApplies(apiOptionName(option) ?? '', type)).toBe(true)
    }
    for (const option of ['enableLogsSample', 'enableSamples']) {
      expect(optionApplies(apiOptionName(option) ?? '', 'query alert')).toBe(false)
    }
    expect(new Set(optionNames.map(apiOptionName)).size).toBe(optionNames.length)
  })
})

describe('a raw alert', () => {
  const typed = (text: string) => monitorQuery(text).type

  it('tells its type where the text does', () => {
    expect(typed('avg(last_5m):avg:a{*} > 1')).toBe('query alert')
    expect(typed('"http.up".over("*").by("host").last(2).count_by_status()')).toBe('service check')
    expect(typed('logs("*").index("*").rollup("count").last("5m") > 1')).toBe('log alert')
    expect(typed('events("*").rollup("count").last("5m") > 1')).toBe('event-v2 alert')
    expect(typed('burn_rate("abc").over("30d").long_window("1h").short_window("5m") > 14.4')).toBe(
      'slo alert',
    )
    expect(typed('12 && 34')).toBe('composite')
  })

  it('keeps thresholds and anomaly windows in step with its text', () => {
    const text = "avg(last_4h):anomalies(avg:a{*}, 'basic', 2, alert_window='last_30m') >= 0.5"
    expect(monitorQuery(text, { thresholds: { criticalRecovery: 0 } }).options).toEqual({
      thresholds: { critical: 0.5, critical_recovery: 0 },
      threshold_windows: { trigger_window: 'last_30m', recovery_window: 'last_30m' },
    })
    expect(
      query("anomalies(avg:a{*}, 'basic', 2, alert_window='last_30m')").last('4h').atLeast(1).options,
    ).toEqual({
      thresholds: { critical: 1 },
      threshold_windows: { trigger_window: 'last_30m', recovery_window: 'last_30m' },
    })
  })

  it('carries the variables of its formula', () => {
    const variables = [{ name: 'query1', data_source: 'rum' }]
    const made = monitorQuery('formula("query1").last("5m") > 1', { type: 'rum alert', variables })
    expect(made).toMatchObject({ type: 'rum alert', options: { thresholds: { critical: 1 }, variables } })
  })

  it('is refused with the place of the mistake', () => {
    const wrong = 'avg(last_5m):avg:system.load.1{* > 4'
    try {
      monitor('x', { name: '', alert: wrong })
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ name: 'DefinitionError', text: wrong })
      expect((error as { diagnostics: { span?: object }[] }).diagnostics[0]?.span).toBeDefined()
    }
    expect(problems(() => monitorQuery('formula("a").last("5m") > 1')).join()).toMatch(/type/)
  })
})

describe('a composite', () => {
  const a = monitor('a', { name: '', alert: load })
  const b = monitor('b', { name: '', alert: log('x').last('5m').above(1) })
  const c = monitor('c', {
    name: '',
    alert: serviceCheck('d').by('e').last(2).countByStatus({ critical: 1 }),
  })
  const compiled = (alert: Parameters<typeof composite>[0]) =>
    compile(monitor('composite', { name: '', alert: composite(alert) }))

  it('names its members by reference, and needs few parentheses', () => {
    expect(compiled(a.and(b).or(not(c))).query).toBe('${monitor:a} && ${monitor:b} || !${monitor:c}')
    expect(compiled(a.and(b.or(c)).and(12345)).query).toBe(
      '${monitor:a} && (${monitor:b} || ${monitor:c}) && 12345',
    )
    expect(compiled(a)).toEqual({ name: '', type: 'composite', query: '${monitor:a}' })
  })

  it('refuses ids that are none', () => {
    expect(problems(() => composite(a.and(1.5))).join()).toMatch(/not the id of a monitor/)
  })
})

describe('evaluation', () => {
  const counts = avg('a').asCount()
  const text = (condition: { query: Parameters<typeof compile>[0] | unknown }) =>
    compile(monitor('m', { name: '', alert: condition as never })).query

  it.each([
    ['averages', avg('a').last('5m').above(1), 'avg(last_5m):avg:a{*} > 1'],
    ['adds up what counts', counts.last('5m').above(1), 'sum(last_5m):avg:a{*}.as_count() > 1'],
    ['does as it is told', counts.last('5m', 'max').above(1), 'max(last_5m):avg:a{*}.as_count() > 1'],
    [
      'averages the share of anomalies of a count',
      anomalies(counts, 'basic', 2, { alertWindow: '15m' }).last('4h').atLeast(1),
      "avg(last_4h):anomalies(avg:a{*}.as_count(), 'basic', 2, alert_window='last_15m') >= 1",
    ],
    [
      'gives an anomaly monitor the usual alert window',
      anomalies(avg('a'), 'basic', 2).last('4h').atLeast(1),
      "avg(last_4h):anomalies(avg:a{*}, 'basic', 2, alert_window='last_15m') >= 1",
    ],
    ['looks at the current day', avg('a').current('1d', 'sum').above(1), 'sum(current_1d):avg:a{*} > 1'],
    ['asks a forecast for its highest', avg('a').next('1w').above(1), 'max(next_1w):avg:a{*} > 1'],
    ['asks a forecast for its lowest', avg('a').next('1w').below(1), 'min(next_1w):avg:a{*} < 1'],
    ['compares with equality', avg('a').last('5m').equalTo(0), 'avg(last_5m):avg:a{*} == 0'],
    ['compares with inequality', avg('a').last('5m').notEqualTo(0), 'avg(last_5m):avg:a{*} != 0'],
    [
      'looks at the change',
      avg('a').last('5m').change('1h').above(-1),
      'change(avg(last_5m),last_1h):avg:a{*} > -1',
    ],
    [
      'looks at the change in percent',
      avg('a').last('5m', 'min').pctChange('1d ago').above(1),
      'pct_change(min(last_5m),1d_ago):avg:a{*} > 1',
    ],
  ] as const)('%s', (_, condition, expected) => {
    expect(text(condition)).toBe(expected)
  })

  it.each([
    ['a metric', avg('a').last('5m').above({ queryOnly: 4 }), 'avg(last_5m):avg:a{*} > 4'],
    ['events', log('x').last('5m').below({ queryOnly: 2 }), /last\("5m"\) < 2$/],
    ['text', monitorQuery('avg(last_5m):avg:a{*} > 4', { thresholds: null }), 'avg(last_5m):avg:a{*} > 4'],
    ['a check', serviceCheck('a').over('*').by('host').last(4).countByStatus(), /count_by_status\(\)$/],
  ])('leaves the thresholds of %s to the query where that is wanted', (_, alert, text) => {
    const { query, options } = compile(monitor('a', { name: 'A', alert }))
    expect(query).toMatch(text)
    expect(options).toBeUndefined()
  })

  it('keeps the other thresholds where only the critical one is left to the query', () => {
    expect(
      compile(monitor('a', { name: 'A', alert: avg('a').last('5m').above({ queryOnly: 4, warning: 3 }) })),
    ).toEqual({
      name: 'A',
      type: 'query alert',
      query: 'avg(last_5m):avg:a{*} > 4',
      options: { thresholds: { warning: 3 } },
    })
  })

  it('counts statuses without a critical one', () => {
    const alert = serviceCheck('a').over('*').last(4).countByStatus({ ok: 2 })
    expect(compile(monitor('a', { name: 'A', alert })).options).toEqual({ thresholds: { ok: 2 } })
  })

  it('lets Datadog name a monitor', () => {
    expect(compile(monitor('a', { name: null, alert: avg('a').last('5m').above(4) }))).not.toHaveProperty(
      'name',
    )
  })

  it('owns the windows of anomalies and the start of cumulative windows', () => {
    const anomaly = anomalies(avg('a'), 'basic', 2, { alertWindow: '15m', recoveryWindow: '30m' })
    expect(anomaly.last('4h').atLeast(1).options.threshold_windows).toEqual({
      trigger_window: 'last_15m',
      recovery_window: 'last_30m',
    })
    expect(avg('a').current('1d', 'sum', { dayStarts: '04:00', timezone: 'UTC' }).above(1).options).toEqual({
      thresholds: { critical: 1 },
      scheduling_options: { evaluation_window: { day_starts: '04:00', timezone: 'UTC' } },
    })
  })
})

describe('collecting', () => {
  it('finds every resource in the order of definition, exported or not, and passes errors on', async () => {
    const { resources, value } = await collectResources(async () => {
      monitor('first', { name: '', alert: load })
      await Promise.resolve()
      monitor('second', { name: '', alert: load })
      return 7
    })
    expect(resources.map(({ key }) => key)).toEqual(['first', 'second'])
    expect(value).toBe(7)
    await expect(collectResources(() => monitor('No', { name: '', alert: load }))).rejects.toThrow(/key/)
  })

  it('leaves nothing behind', async () => {
    await collectResources(() => undefined).catch(() => undefined)
    const { resources } = await collectResources(() => undefined)
    monitor('outside', { name: '', alert: load })
    expect(resources).toEqual([])
  })
})
