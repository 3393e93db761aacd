import { describe, expect, it } from 'vitest'
import {
  checkDefinition,
  type DefinitionCheckOptions,
  type DefinitionDiagnostic,
} from '../../src/check/index.js'
import { applyEdits } from '../../src/diagnostic/index.js'

interface Case {
  readonly type?: string
  readonly query?: string
  readonly options?: object
  readonly priority?: number
}

const metric = 'avg(last_5m):avg:a{*} > 10'
const grouped = 'avg(last_5m):avg:a{*} by {host,service} > 10'
const counted = 'sum(last_5m):default_zero(sum:a{*}.as_count()) > 10'
const anomaly = "avg(last_4h):anomalies(avg:a{*}, 'basic', 2, alert_window='last_15m', interval=60) >= 1"
const check = '"http.ok".over("*").by("host").last(3).count_by_status()'
const logs = 'logs("a").index("*").rollup("count").by("@http.path,host").last("5m") > 10'
const formula = 'formula("errors / hits").last("5m") > 10'
const burn = 'burn_rate("abc").over("30d").long_window("1h").short_window("5m") > 14.4'
const bothWindows = { trigger_window: 'last_15m', recovery_window: 'last_15m' }
const search = (name: string) => ({
  name,
  data_source: 'logs',
  search: { query: '*' },
  compute: { aggregation: 'count' },
})

function findings({ type = 'query alert', query = metric, ...others }: Case, more?: DefinitionCheckOptions) {
  return checkDefinition({ type, query, ...others }, more)
}

const codes = (given: Case, more?: DefinitionCheckOptions) => findings(given, more).map(found => found.code)

/** A finding as one line: where, and how bad. */
const line = ({ code, severity, path }: DefinitionDiagnostic) =>
  `${severity} ${code} ${path?.join('.') ?? ''}`

describe('thresholds', () => {
  it.each<[string, Case, string]>([
    [
      'differ from the query',
      { options: { thresholds: { critical: 20 } } },
      'error threshold/mismatch options.thresholds.critical',
    ],
    [
      'lack critical',
      { options: { thresholds: { warning: 5 } } },
      'error threshold/missing-critical options.thresholds',
    ],
    [
      'are no numbers',
      { options: { thresholds: { critical: 10, warning: 'low' } } },
      'error threshold/not-a-number options.thresholds.warning',
    ],
    [
      'are quoted numbers',
      { options: { thresholds: { critical: '10' } } },
      'warning threshold/not-a-number options.thresholds.critical',
    ],
    [
      'warn after the alert',
      { options: { thresholds: { critical: 10, warning: 15 } } },
      'error threshold/warning-order options.thresholds.warning',
    ],
    [
      'warn with the alert',
      { options: { thresholds: { critical: 10, warning: 10 } } },
      'error threshold/warning-order options.thresholds.warning',
    ],
    [
      'warn after a lower alert',
      { query: 'avg(last_5m):avg:a{*} < 10', options: { thresholds: { critical: 10, warning: 5 } } },
      'error threshold/warning-order options.thresholds.warning',
    ],
    [
      'recover on the alerting side',
      { options: { thresholds: { critical: 10, critical_recovery: 12 } } },
      'error threshold/recovery-order options.thresholds.critical_recovery',
    ],
    [
      'recover at the threshold',
      { options: { thresholds: { critical: 10, critical_recovery: 10 } } },
      'warning threshold/recovery-order options.thresholds.critical_recovery',
    ],
    [
      'recover from no warning',
      { options: { thresholds: { critical: 10, warning_recovery: 3 } } },
      'error threshold/orphan-recovery options.thresholds.warning_recovery',
    ],
    [
      'recover without a side',
      {
        query: 'avg(last_5m):avg:a{*} == 10',
        options: { thresholds: { critical: 10, critical_recovery: 3 } },
      },
      'warning threshold/recovery-without-side options.thresholds.critical_recovery',
    ],
    [
      'ask for more runs',
      { type: 'service check', query: check, options: { thresholds: { critical: 5 } } },
      'error service-check/last-thresholds query',
    ],
    [
      'are half runs',
      { type: 'service check', query: check, options: { thresholds: { critical: 1.5 } } },
      'error threshold/service-check-counts options.thresholds.critical',
    ],
  ])('that %s', (_words, given, expected) => expect(findings(given).map(line)).toEqual([expected]))

  it.each<[string, Case]>([
    ['are absent', {}],
    ['are empty', { options: { thresholds: {} } }],
    ['hold null', { options: { thresholds: { critical: 10, warning: null, critical_recovery: null } } }],
    [
      'equal the query in another notation',
      { query: 'avg(last_5m):avg:a{*} > 1e1', options: { thresholds: { critical: 10.0 } } },
    ],
    [
      'are in order',
      { options: { thresholds: { critical: 10, warning: 5, critical_recovery: 8, warning_recovery: 3 } } },
    ],
    [
      'are in order below',
      {
        query: 'avg(last_5m):avg:a{*} <= 10',
        options: { thresholds: { critical: 10, warning: 15, critical_recovery: 12 } },
      },
    ],
    [
      'are negative',
      { query: 'avg(last_5m):avg:a{*} < -10', options: { thresholds: { critical: -10, warning: -5 } } },
    ],
    [
      'fit the runs',
      { type: 'service check', query: check, options: { thresholds: { critical: 3, warning: 1, ok: 1 } } },
    ],
    [
      'belong to a composite',
      { type: 'composite', query: '1 && 2', options: { thresholds: { critical: null } } },
    ],
  ])('that %s are fine', (_words, given) => expect(findings(given)).toEqual([]))

  it('name the value to write on both sides', () => {
    const [found] = findings({ options: { thresholds: { critical: 20 } } })
    expect(found?.hint).toBe('Set `thresholds.critical` to 10, or write 20 in the query.')
    expect(applyEdits(metric, found?.repair ?? [])).toBe('avg(last_5m):avg:a{*} > 20')
  })
})

describe('anomaly monitors', () => {
  const windows = (threshold_windows: object, thresholds: object = { critical: 1 }) => ({
    thresholds,
    threshold_windows,
  })

  it.each<[string, Case, string]>([
    [
      'no windows',
      { query: anomaly, options: { thresholds: { critical: 1 } } },
      'error anomaly/missing-windows options.threshold_windows',
    ],
    [
      'one window',
      { query: anomaly, options: windows({ trigger_window: 'last_15m' }) },
      'error anomaly/missing-windows options.threshold_windows',
    ],
    [
      'another trigger window',
      { query: anomaly, options: windows({ ...bothWindows, trigger_window: 'last_30m' }) },
      'error anomaly/window-mismatch options.threshold_windows.trigger_window',
    ],
    [
      'a recovery window that overlaps',
      {
        query: anomaly.replace('>= 1', '>= 0.5'),
        options: windows({ ...bothWindows, recovery_window: 'last_5m' }, { critical: 0.5 }),
      },
      'error anomaly/recovery-window options.threshold_windows.recovery_window',
    ],
    [
      'neither windows nor an alert window, as older ones have',
      {
        query: "avg(last_4h):anomalies(avg:a{*}, 'basic', 2) >= 1",
        options: { thresholds: { critical: 1 } },
      },
      'warning anomaly/missing-windows options.threshold_windows',
    ],
    [
      'no alert window in the query',
      { query: "avg(last_4h):anomalies(avg:a{*}, 'basic', 2) >= 1", options: windows(bothWindows) },
      'warning anomaly/alert-window-missing query',
    ],
    [
      'windows without anomalies',
      { options: { threshold_windows: bothWindows } },
      'warning anomaly/windows-without-anomalies options.threshold_windows',
    ],
  ])('with %s', (_words, given, expected) => expect(findings(given).map(line)).toEqual([expected]))

  it.each<[string, Case]>([
    ['both windows', { query: anomaly, options: windows(bothWindows) }],
    [
      'windows of equal length',
      {
        query: anomaly.replace('last_15m', 'last_60m'),
        options: windows({ trigger_window: 'last_1h', recovery_window: 'last_15m' }),
      },
    ],
    [
      'empty windows on another monitor',
      { options: { threshold_windows: { trigger_window: null, recovery_window: null } } },
    ],
  ])('with %s are fine', (_words, given) => expect(findings(given)).toEqual([]))

  it('say which window to write, also through a function around the query', () => {
    const [found] = findings({ query: anomaly, options: { thresholds: { critical: 1 } } })
    expect(found?.hint).toContain("`trigger_window: 'last_15m'`")
  })
})

describe('missing data', () => {
  const schedule = {
    custom_schedule: {
      recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', start: '2024-01-01T09:00:00', timezone: 'UTC' }],
    },
  }

  it.each<[string, Case, string]>([
    [
      'both styles',
      { options: { on_missing_data: 'resolve', notify_no_data: true } },
      'error nodata/conflict options.notify_no_data',
    ],
    [
      'both styles with minutes',
      { options: { on_missing_data: 'resolve', no_data_timeframe: 20 } },
      'error nodata/conflict options.no_data_timeframe',
    ],
    [
      'an unknown value',
      { options: { on_missing_data: 'show_nodata' } },
      'error nodata/value options.on_missing_data',
    ],
    [
      'a composite',
      { type: 'composite', query: '1 && 2', options: { on_missing_data: 'resolve' } },
      'error nodata/unsupported options.on_missing_data',
    ],
    [
      'a service check',
      { type: 'service check', query: check, options: { on_missing_data: 'resolve' } },
      'error nodata/unsupported options.on_missing_data',
    ],
    [
      'an SLO alert',
      { type: 'slo alert', query: burn, options: { on_missing_data: 'resolve' } },
      'error nodata/unsupported options.on_missing_data',
    ],
    [
      'a log monitor',
      { type: 'log alert', query: logs, options: { notify_no_data: true, no_data_timeframe: 20 } },
      'warning nodata/log-timeframe options.no_data_timeframe',
    ],
    [
      'a short time',
      { options: { notify_no_data: true, no_data_timeframe: 5 } },
      'warning nodata/timeframe-short options.no_data_timeframe',
    ],
    [
      'a time after which groups are gone',
      { query: grouped, options: { notify_no_data: true, no_data_timeframe: 2000 } },
      'error nodata/timeframe-retention options.no_data_timeframe',
    ],
    [
      'a time after which nothing is kept',
      { options: { notify_no_data: true, no_data_timeframe: 300, group_retention_duration: '4h' } },
      'error nodata/timeframe-retention options.no_data_timeframe',
    ],
    [
      'a log monitor that says nothing else',
      { type: 'log alert', query: logs, options: { no_data_timeframe: 20 } },
      'warning nodata/log-timeframe options.no_data_timeframe',
    ],
    [
      'a log monitor that is silent without data',
      { type: 'log alert', query: logs, options: { notify_no_data: false, no_data_timeframe: 20 } },
      'warning nodata/log-timeframe options.no_data_timeframe',
    ],
    [
      'default_zero',
      { query: counted, options: { on_missing_data: 'show_no_data' } },
      'error nodata/default-zero options.on_missing_data',
    ],
    [
      'resolve with a timeout',
      { options: { on_missing_data: 'resolve', timeout_h: 1 } },
      'error nodata/resolve-timeout options.timeout_h',
    ],
    [
      'a schedule',
      { options: { scheduling_options: schedule } },
      'warning nodata/custom-schedule options.scheduling_options.custom_schedule',
    ],
    [
      'a schedule with a full window',
      { options: { scheduling_options: schedule, on_missing_data: 'resolve', require_full_window: true } },
      'error nodata/custom-schedule options.require_full_window',
    ],
  ])('with %s', (_words, given, expected) => expect(findings(given).map(line)).toEqual([expected]))

  it.each<[string, Case]>([
    ['one style', { options: { on_missing_data: 'show_and_notify_no_data', notify_no_data: false } }],
    ['the other style', { options: { notify_no_data: true, no_data_timeframe: 10 } }],
    ['default_zero and default', { query: counted, options: { on_missing_data: 'default' } }],
    ['resolve and no timeout', { options: { on_missing_data: 'resolve', timeout_h: 0 } }],
    ['a full schedule', { options: { scheduling_options: schedule, on_missing_data: 'show_no_data' } }],
  ])('with %s is fine', (_words, given) => expect(findings(given)).toEqual([]))
})

describe('options', () => {
  it.each<[string, Case, string]>([
    [
      'new_group_delay without groups',
      { options: { new_group_delay: 60 } },
      'error options/group-delay-simple options.new_group_delay',
    ],
    [
      'both delays',
      { query: grouped, options: { new_group_delay: 60, new_host_delay: 120 } },
      'warning options/new-host-delay options.new_host_delay',
    ],
    [
      'a misspelt threshold',
      { options: { thresholds: { critical: 10, wraning: 5 } } },
      'warning options/unknown options.thresholds.wraning',
    ],
    [
      'a draft among the options',
      { options: { draft_status: 'draft' } },
      'warning options/unknown options.draft_status',
    ],
    ['assets among the options', { options: { assets: [] } }, 'warning options/unknown options.assets'],
    [
      'notify_by without groups',
      { options: { notify_by: ['*'] } },
      'error options/notify-by-subset options.notify_by',
    ],
    [
      'notify_by of another key',
      { query: grouped, options: { notify_by: ['hots'] } },
      'error options/notify-by-subset options.notify_by.0',
    ],
    ['priority of 7', { priority: 7 }, 'error options/range priority'],
    ['priority of -1', { priority: -1 }, 'error options/range priority'],
    [
      'renotify_interval of 3600',
      { options: { renotify_interval: 3600 } },
      'warning options/range options.renotify_interval',
    ],
    ['timeout_h of 48', { options: { timeout_h: 48 } }, 'error options/range options.timeout_h'],
    [
      'evaluation_delay of two days',
      { options: { evaluation_delay: 172_800 } },
      'error options/range options.evaluation_delay',
    ],
    [
      'a retention of 4 days',
      { query: grouped, options: { group_retention_duration: '4d' } },
      'error options/retention-range options.group_retention_duration',
    ],
    [
      'a retention without unit',
      { query: grouped, options: { group_retention_duration: '24' } },
      'error options/retention-range options.group_retention_duration',
    ],
    [
      'a retention of a service check',
      { type: 'service check', query: check, options: { group_retention_duration: '2d' } },
      'warning options/retention-range options.group_retention_duration',
    ],
    [
      'a slip in a name',
      { options: { renotify_intervall: 10 } },
      'warning options/unknown options.renotify_intervall',
    ],
    [
      'an unknown preset',
      { options: { notification_preset_name: 'hide_al' } },
      'error options/value options.notification_preset_name',
    ],
    [
      'log samples of a metric',
      { options: { enable_logs_sample: true } },
      'warning options/log-only options.enable_logs_sample',
    ],
    [
      'a threshold of a composite',
      { type: 'composite', query: '1 && 2', options: { thresholds: { critical: 1 } } },
      'warning options/log-only options.thresholds.critical',
    ],
    [
      'the number of good runs of a metric',
      { options: { thresholds: { critical: 10, ok: 1 } } },
      'info options/log-only options.thresholds.ok',
    ],
    [
      'the failure duration of a metric',
      { options: { min_failure_duration: 60 } },
      'warning options/log-only options.min_failure_duration',
    ],
    [
      'the full window of logs',
      { type: 'log alert', query: logs, options: { require_full_window: true } },
      'info options/log-only options.require_full_window',
    ],
    [
      'a priority among the options',
      { options: { priority: 2 } },
      'warning options/unknown options.priority',
    ],
    [
      'statuses without interval',
      { options: { renotify_statuses: ['alert'] } },
      'warning options/renotify-without-interval options.renotify_statuses',
    ],
    [
      'an escalation without interval',
      { options: { escalation_message: 'again' } },
      'warning options/renotify-without-interval options.escalation_message',
    ],
    [
      'an unknown status',
      { options: { renotify_interval: 10, renotify_statuses: ['ok'] } },
      'error options/renotify-statuses options.renotify_statuses.0',
    ],
    [
      'warnings without threshold',
      { options: { renotify_interval: 10, renotify_statuses: ['alert', 'warn'] } },
      'warning options/renotify-statuses options.renotify_statuses.1',
    ],
    [
      'no data that nobody hears of',
      { options: { renotify_interval: 10, renotify_statuses: ['no data'] } },
      'warning options/renotify-statuses options.renotify_statuses.0',
    ],
  ])('%s', (_words, given, expected) => expect(findings(given).map(line)).toEqual([expected]))

  it.each<[string, Case]>([
    ['priority 0, which the account takes for none', { priority: 0 }],
    ['new_group_delay with groups', { query: grouped, options: { new_group_delay: 60 } }],
    ['new_group_delay of 0', { options: { new_group_delay: 0 } }],
    ['notify_by of a subset', { query: grouped, options: { notify_by: ['host'] } }],
    ['notify_by of everything', { query: grouped, options: { notify_by: ['*'] } }],
    ['notify_by of a facet', { type: 'log alert', query: logs, options: { notify_by: ['@http.path'] } }],
    [
      'groups of a formula',
      {
        type: 'log alert',
        query: 'formula("a").last("5m") > 10',
        options: {
          variables: [{ ...search('a'), group_by: [{ facet: 'host' }] }],
          notify_by: ['host'],
          new_group_delay: 60,
        },
      },
    ],
    ['timeout_h of null', { options: { timeout_h: null } }],
    [
      'a retention of two days',
      { type: 'log alert', query: logs, options: { group_retention_duration: '2d' } },
    ],
    ['an option of tomorrow', { options: { zebra_mode: true } }],
    [
      'what an account answers with',
      { options: { silenced: {}, locked: false, avalanche_window: 10, new_host_delay: 300 } },
    ],
    [
      'a whole repetition',
      {
        options: {
          renotify_interval: 10,
          renotify_statuses: ['alert', 'no data'],
          renotify_occurrences: 3,
          escalation_message: 'x',
          notify_no_data: true,
        },
      },
    ],
    ['one day', { options: { renotify_interval: 1440 } }],
    ['three days, three times', { options: { renotify_interval: 4320, renotify_occurrences: 3 } }],
    ['null', { options: { escalation_message: '', renotify_interval: 0, renotify_statuses: null } }],
  ])('%s is fine', (_words, given) => expect(findings(given)).toEqual([]))

  it('suggests the key that was meant', () => {
    expect(findings({ query: grouped, options: { notify_by: ['hots'] } })[0]?.hint).toBe(
      'Did you mean `host`?',
    )
  })
})

describe('schedules', () => {
  const reset = (evaluation_window: object) => ({ scheduling_options: { evaluation_window } })
  const rules = (...rrules: readonly string[]) => ({
    on_missing_data: 'show_no_data',
    scheduling_options: {
      custom_schedule: { recurrences: rrules.map(rrule => ({ rrule, start: '', timezone: 'UTC' })) },
    },
  })
  const hourly = 'avg(current_1h):avg:a{*} > 10'
  const monthly = 'avg(current_1mo):avg:a{*} > 10'

  it.each<[string, Case, string]>([
    [
      'no reset',
      { query: hourly },
      'error schedule/reset-missing options.scheduling_options.evaluation_window',
    ],
    [
      'half a reset',
      { query: monthly, options: reset({ day_starts: '04:00' }) },
      'error schedule/reset-missing options.scheduling_options.evaluation_window',
    ],
    [
      'a reset of a rolling window',
      { options: reset({ hour_starts: 0 }) },
      'warning schedule/reset-unused options.scheduling_options.evaluation_window',
    ],
    [
      'minute 60',
      { query: hourly, options: reset({ hour_starts: 60 }) },
      'error schedule/reset-range options.scheduling_options.evaluation_window.hour_starts',
    ],
    [
      'a time without colon',
      { query: monthly, options: reset({ day_starts: '0400', month_starts: 1 }) },
      'error schedule/reset-range options.scheduling_options.evaluation_window.day_starts',
    ],
    [
      'two rules',
      { options: rules('FREQ=DAILY', 'FREQ=WEEKLY') },
      'error schedule/recurrences options.scheduling_options.custom_schedule.recurrences',
    ],
    [
      'an hourly rule',
      { options: rules('FREQ=HOURLY') },
      'error schedule/recurrences options.scheduling_options.custom_schedule.recurrences.0.rrule',
    ],
    [
      'a start in the rule',
      { options: rules('DTSTART:20240101;FREQ=DAILY') },
      'error schedule/recurrences options.scheduling_options.custom_schedule.recurrences.0.rrule',
    ],
    [
      'an empty rule',
      { options: rules('') },
      'error schedule/recurrences options.scheduling_options.custom_schedule.recurrences.0.rrule',
    ],
  ])('with %s', (_words, given, expected) => expect(findings(given).map(line)).toEqual([expected]))

  it.each<[string, Case]>([
    ['a reset each hour', { query: hourly, options: reset({ hour_starts: 0, timezone: 'UTC' }) }],
    ['a reset each month', { query: monthly, options: reset({ day_starts: '04:00', month_starts: 1 }) }],
    ['a weekly rule', { options: rules('FREQ=WEEKLY;BYDAY=MO') }],
  ])('with %s is fine', (_words, given) => expect(findings(given)).toEqual([]))
})

describe('formulas', () => {
  const variables = (...list: readonly object[]): Case => ({
    type: 'log alert',
    query: formula,
    options: { variables: list },
  })

  it.each<[string, Case, readonly string[]]>([
    [
      'an undefined query',
      variables(search('errors')),
      ['error formula/variable-undefined options.variables'],
    ],
    [
      'no variables',
      { type: 'log alert', query: formula },
      [
        'error formula/variable-undefined options.variables',
        'error formula/variable-undefined options.variables',
      ],
    ],
    [
      'an unused query',
      variables(search('errors'), search('hits'), search('c')),
      ['warning formula/variable-unused options.variables.2'],
    ],
    [
      'a name twice',
      variables(search('errors'), search('hits'), search('hits')),
      ['error formula/variable-twice options.variables.2.name'],
    ],
    [
      'another data source',
      variables(search('errors'), { ...search('hits'), data_source: 'rum' }),
      ['warning formula/data-source options.variables.1.data_source'],
    ],
    [
      'a query with a mistake',
      {
        type: 'query alert',
        query: formula,
        options: {
          variables: [
            { name: 'errors', data_source: 'metrics', query: 'sum:a{*}' },
            { name: 'hits', data_source: 'metrics', query: 'defalt_zero(sum:a{*})' },
          ],
        },
      },
      ['error query/unknown-function options.variables.1.query'],
    ],
    [
      'a job by another name',
      {
        type: 'data-jobs alert',
        query: 'formula("failed_runs(jobs)").by(job_name).last(1h) > 10',
        options: { variables: [{ name: 'jobs', job_type: 'x' }] },
      },
      ['error formula/variable-name options.variables.0.name'],
    ],
  ])('with %s', (_words, given, expected) => expect(findings(given).map(line)).toEqual(expected))

  it('are fine with each query once', () => {
    expect(findings(variables(search('errors'), search('hits')))).toEqual([])
  })

  it('suggest the variable that was meant', () => {
    const [found] = findings(variables(search('error'), search('hits')))
    expect(found).toMatchObject({ hint: 'Did you mean `error`?', span: { start: 9, end: 15 } })
  })
})

describe('SLO alerts', () => {
  const slo = (target: number, timeframe = '30d') => ({
    sloNamed: () => ({ thresholds: [{ timeframe, target }] }),
  })
  const given = { type: 'slo alert', query: burn }

  it.each([
    [90, '30d', ['slo/burn-rate-range']],
    [99, '30d', []],
    [99, '7d', ['slo/timeframe-missing']],
    // 1 / (1 − 14.4 %) sits exactly on the limit.
    [100 - 100 / 14.4, '30d', []],
  ] as const)('on a target of %s %% over %s: %j', (target, timeframe, expected) => {
    expect(codes(given, slo(target, timeframe))).toEqual(expected)
  })

  it('of an unknown SLO are left alone', () => expect(codes(given)).toEqual([]))
})

describe('the query of a definition', () => {
  it('calls a mistyped step mistyped and not missing as well', () => {
    const query = logs.replace('.rollup(', '.rolup(')
    expect(codes({ type: 'log alert', query })).toEqual(['query/unknown-step'])
  })

  it('says nothing about a window that it had to make up', () => {
    const query = "anomalies(avg:a{*}, 'agile', 2, alert_window='last_15m', interval=60) >= 1"
    const options = { threshold_windows: bothWindows }
    expect(codes({ query, options })).not.toContain('anomaly/query-window-too-short')
  })

  it.each<[string, object]>([
    ['query/group-mismatch', { a: 'sum:a{*} by {host}', b: 'sum:b{*} by {region}' }],
    ['query/mixed-count-rate', { a: 'sum:a{*}.as_count()', b: 'sum:b{*}.as_rate()' }],
    ['query/rollup-in-window', { a: 'sum:a{*}.rollup(sum, daily)', b: 'sum:b{*}' }],
  ])('finds %s in the queries of a formula', (code, queries) => {
    const variables = Object.entries(queries).map(([name, query]) => ({
      name,
      data_source: 'metrics',
      query,
    }))
    expect(codes({ query: 'formula("a / b").last("5m") > 10', options: { variables } })).toContain(code)
  })

  it('does not compare the groups of a query that has none', () => {
    const variables = ['sum:a{*} by {host}', 'sum:b{*}'].map((query, index) => ({
      name: 'ab'[index],
      data_source: 'metrics',
      query,
    }))
    expect(codes({ query: 'formula("a / b").last("5m") > 10', options: { variables } })).toEqual([])
  })

  it.each([
    'logs("status:error -status:error").index("*").rollup("count").last("5m") > 10',
    'logs("a host:x host:y -host:y host:y").index("*").rollup("count").last("5m") > 10',
    'logs("service:(a OR b) -service:a -service:b").index("*").rollup("count").last("5m") > 10',
    'logs("service:a -service:(a OR b)").index("*").rollup("count").last("5m") > 10',
    'logs("host:web-1 -host:web-*").index("*").rollup("count").last("5m") > 10',
  ])('finds what a search demands and excludes: %s', query => {
    expect(codes({ type: 'log alert', query })).toContain('query/contradiction')
  })

  it.each([
    'logs("@tags:a @tags:b").index("*").rollup("count").last("5m") > 10',
    'logs("status:(error OR warn) -status:info").index("*").rollup("count").last("5m") > 10',
    'logs("service:cart* -service:cart-test").index("*").rollup("count").last("5m") > 10',
    'logs("(env:a service:b) OR (env:c service:b)").index("*").rollup("count").last("5m") > 10',
  ])('takes %s as it is', query => expect(codes({ type: 'log alert', query })).toEqual([]))

  it('knows how the events of a variable are joined', () => {
    const variables = [{ ...search('errors'), compute: { aggregation: 'average', metric: '@duration' } }]
    const query = 'formula("errors").last("5m") > 10'
    expect(findings({ type: 'log alert', query, options: { variables } }).map(line)).toEqual([
      'error query/event-method options.variables.0.compute.aggregation',
    ])
  })

  it('is checked too', () => {
    expect(findings({ query: 'avg(last_5m):abz(avg:a{*}) > 10' }).map(line)).toEqual([
      'error query/unknown-function query',
    ])
  })

  it('brings its syntax errors, each once', () => {
    const found = findings({ type: 'log alert', query: 'logs("a").index("*").rollup("count") > 10' })
    expect(found.map(({ code }) => code)).toEqual(['query/missing-last'])
  })

  it('does not hide what is wrong around it when it cannot be read', () => {
    const found = findings({ query: 'THIS IS A BAD QUERY', options: { timeout_h: 99 } })
    expect(found.some(({ severity, path }) => severity === 'error' && path?.[0] === 'query')).toBe(true)
    expect(found.map(({ code }) => code)).toContain('options/range')
  })

  it('tells what else is wrong as if it were repaired', () => {
    const query = 'mean(last_5m):AVG:a{env=prod} by host => 90%'
    const options = { thresholds: { critical: 80 }, notify_by: ['service'] }
    const found = findings({ query, options })
    expect(found.map(line)).toEqual([
      'error query/unknown-time-aggregator query',
      'error query/space-aggregator query',
      'error query/equals-in-scope query',
      'error query/group-by-without-braces query',
      'error query/unknown-comparator query',
      'error query/threshold-with-unit query',
      'error threshold/mismatch options.thresholds.critical',
      'error options/notify-by-subset options.notify_by.0',
    ])
    const repairs = found.flatMap(({ repair }) => repair ?? [])
    expect(applyEdits(query, repairs)).toBe('avg(last_5m):avg:a{env:prod} by {host} >= 90')
  })

  it('does not place what is told of its repaired form', () => {
    const found = findings({
      query: 'mean(last_5m):avg:a{env=prod} > 90',
      options: { thresholds: { critical: 80 } },
    })
    const mismatch = found.find(({ code }) => code === 'threshold/mismatch')
    expect(mismatch).toBeDefined()
    expect(mismatch).not.toHaveProperty('span')
    expect(mismatch).not.toHaveProperty('repair')
  })

  it('is not parsed again when the caller has done so', () => {
    const node = { kind: 'placeholder', span: { start: 0, end: 8 }, text: 'no_query' } as const
    expect(
      codes({ type: 'synthetics alert', query: 'anything' }, { parsed: { ok: true, node, diagnostics: [] } }),
    ).toEqual([])
  })
})

describe('a definition of the wrong shape', () => {
  it.each([
    [{ type: 'query alert' }, 'error definition/shape query'],
    [{ query: metric }, 'error definition/shape type'],
    [{ type: 1, query: metric }, 'error definition/shape type'],
  ])('%j', (given, expected) => {
    expect(checkDefinition(given as { type: string; query: string }).map(line)).toEqual([expected])
  })

  it.each([null, 'x', 7, []])('takes %j for options', options => {
    expect(checkDefinition({ type: 'query alert', query: metric, options: options as object })).toEqual([])
  })

  it('points to the type that was meant', () => {
    const [found] = checkDefinition({ type: 'query alrt', query: metric })
    expect(found).toMatchObject({
      code: 'definition/type',
      severity: 'warning',
      hint: 'Did you mean `query alert`?',
    })
  })
})
