import { describe, expect, it } from 'vitest'
import { type ExplainInput, explain, type Lang } from '../../src/explain/index.js'
import { anomalyMonitor } from './samples.js'
import { sentencesOf } from './sentences.js'

function textOf(input: ExplainInput, lang: Lang = 'en'): string {
  return sentencesOf(explain(input, { lang }))
    .map(sentence => sentence.text)
    .join('\n')
}

function partOf(query: string, piece: string, lang: Lang = 'en'): string {
  const part = explain(query, { lang }).parts.find(one => one.text === piece)
  if (part === undefined) throw new Error(`no part ${piece}`)
  return part.does.text
}

function monitor(query: string, options: object, message = '@slack-a'): ExplainInput {
  return { name: 'A monitor', type: 'query alert', query, message, options: { ...options } }
}

describe('the anomaly monitor says everything an engineer asked about', () => {
  it.each([
    ['4 hours are evaluated', /reads the last 4 hours/, /直近 4 時間のデータを読みます/],
    [
      'every source is combined',
      /Averages over all sources at each moment \(space aggregation\)/,
      /すべてのソースの値の平均を取ります\(空間集計\)/,
    ],
    ['what the band is', /band predicted from its own past/, /過去の動きから予測した範囲\(バンド\)/],
    ['2 deviations', /width of the band: 2, read like standard deviations/, /標準偏差 2 個分/],
    ['`basic` ignores seasonality', /ignores seasonality/, /季節性[^。]*考慮しません/],
    ['both directions', /Both directions count/, /両方向/],
    ['one point per 60 s', /One point per 60 seconds/, /60 秒ごとに 1 点/],
    [
      'every point of 15 minutes',
      /every point of the last 15 minutes \(all 15\) lies outside the band/,
      /直近 15 分間のすべての点\(15 点\)が範囲から外れる/,
    ],
    [
      'recovery threshold and window',
      /no point of the last 15 minutes lies outside the band any more \(recovery threshold 0\)/,
      /直近 15 分間に範囲外の点がなくなると「回復」です\(回復しきい値 0\)/,
    ],
    [
      'count_default_zero',
      /For a count metric, gaps without data are read as 0/,
      /データのない区間を 0 とみなす/,
    ],
    ['the windows agree', /trigger_window` in the options \(it does\)/, /一致しています/],
    [
      'nobody is notified',
      /Nobody is notified: `message` is empty/,
      /通知先がありません\(`message` が空です\)/,
    ],
    [
      'no_data_timeframe is idle',
      /`no_data_timeframe: 10` has no effect/,
      /`no_data_timeframe: 10` は効果がありません/,
    ],
  ])('%s', (_what, english, japanese) => {
    expect(textOf(anomalyMonitor, 'en')).toMatch(english)
    expect(textOf(anomalyMonitor, 'ja')).toMatch(japanese)
  })
})

function anomaly(condition: string): string {
  return `avg(last_1h):anomalies(avg:a.b{*}, 'basic', 2, interval=60, alert_window='last_15m') ${condition}`
}

describe('shares of points in words', () => {
  it.each([
    ['>= 1', 'every point of the last 15 minutes (all 15) lies outside'],
    ['>= 0.5', 'at least half of the points of the last 15 minutes (8 of 15) lie outside'],
    ['>= 0.8', 'at least 80% of the points of the last 15 minutes (12 of 15) lie outside'],
    ['>= 0.2', 'at least 20% of the points of the last 15 minutes (3 of 15) lie outside'],
    ['> 0.2', 'more than 20% of the points of the last 15 minutes (4 of 15) lie outside'],
    ['> 0', 'at least one point of the last 15 minutes lies outside'],
  ])('%s', (condition, words) => {
    expect(partOf(anomaly(condition), condition)).toContain(words)
  })

  it('names no number of points when the interval is unknown', () => {
    expect(
      partOf("avg(last_1h):anomalies(avg:a.b{*}, 'basic', 2, alert_window='last_15m') >= 0.5", '>= 0.5'),
    ).toContain('at least half of the points of the last 15 minutes lie outside')
  })
})

describe('how a window becomes one number', () => {
  it.each([
    ['avg(last_5m):avg:a.b{*} > 4', 'its average over the last 5 minutes is above 4'],
    ['sum(last_1h):sum:a.b{*} >= 4', 'its total over the last hour is 4 or higher'],
    ['min(last_5m):avg:a.b{*} > 4', 'every point of the last 5 minutes is above 4'],
    ['max(last_5m):avg:a.b{*} > 4', 'at least one point of the last 5 minutes is above 4'],
    ['max(last_5m):avg:a.b{*} < 4', 'every point of the last 5 minutes is below 4'],
    ['min(last_5m):avg:a.b{*} <= 4', 'at least one point of the last 5 minutes is 4 or lower'],
    ['p95(last_2d):avg:a.b{*} > 4', 'its 95th percentile over the last 2 days is above 4'],
    ['sum(current_1mo):sum:a.b{*} > 4', 'its total over the current month so far is above 4'],
  ])('%s', (query, words) => {
    expect(explain(query, { lang: 'en' }).summary.text).toContain(words)
  })

  it('computes on totals when counts are in arithmetic', () => {
    const text = textOf('sum(last_5m):sum:a.b{*}.as_count() / sum:c.d{*}.as_count() > 0.1')
    expect(text).toContain('each part is first reduced over the window')
    expect(text).toContain('once, on the results over the whole window')
  })

  it.each([
    ['avg(last_5m):avg:a.b{*} > 4', 'Evaluated every minute.'],
    ['avg(last_1d):avg:a.b{*} > 4', 'Evaluated every 10 minutes.'],
    ['avg(last_1w):avg:a.b{*} > 4', 'Evaluated every 30 minutes.'],
  ])('is evaluated as often as documented: %s', (query, words) => {
    expect(explain(query, { lang: 'en' }).timeline.map(one => one.text)).toContain(words)
  })
})

describe('recovery thresholds', () => {
  it.each([
    ['>', 'only when the value is 3 or lower'],
    ['>=', 'only when the value is below 3'],
    ['<', 'only when the value is 3 or higher'],
    ['<=', 'only when the value is above 3'],
  ])('of %s', (comparator, words) => {
    const input = monitor(`avg(last_5m):avg:a.b{c:d} ${comparator} 4`, {
      thresholds: { critical: 4, critical_recovery: 3 },
    })
    expect(textOf(input)).toContain(words)
  })
})

describe('SLO alerts', () => {
  it('says what a burn rate means', () => {
    const text = partOf('burn_rate("x").over("30d").long_window("1h").short_window("5m") > 14.4', '> 14.4')
    expect(text).toContain('gone in 50 hours')
    expect(text).toContain('1 hour at this speed uses 2% of it')
  })

  it.each([
    ['.short_window("5m")', 'is above 14.4 in both windows.'],
    ['', 'is above 14.4. At burn rate'],
  ])('speaks of both windows where there are two: %s', (short, words) => {
    expect(partOf(`burn_rate("x").over("30d").long_window("1h")${short} > 14.4`, '> 14.4')).toContain(words)
  })

  it.each([
    ['>', 'when more than 75% of'],
    ['>=', 'when at least 75% of'],
    ['<', 'when less than 75% of'],
    ['<=', 'when at most 75% of'],
  ])('says on which side of a budget it alerts: %s', (comparator, words) => {
    const query = `error_budget("x").over("7d") ${comparator} 75`
    expect(explain(query, { lang: 'en' }).summary.text).toContain(words)
    expect(partOf(query, `${comparator} 75`)).toContain(words)
  })

  it.each([
    'error_budget("x").over("7d") > 75',
    'burn_rate("x").over("7d").long_window("1h").short_window("5m") > 2',
  ])('says when it recovers: %s', query => {
    const input = { name: 'A', type: 'slo alert', query, message: '@a', options: {} }
    expect(textOf(input)).toContain('Recovers as soon as the condition is no longer true')
  })
})

describe('who is told', () => {
  const options = { thresholds: { critical: 4, warning: 3 }, notify_no_data: true, renotify_interval: 10 }
  const toldBy = (message: string) =>
    explain(monitor('avg(last_5m):avg:a.b{c:d} by {host} > 4', options, message), { lang: 'en' })
      .timeline.filter(one => one.code.startsWith('time/told'))
      .map(one => one.text)

  it.each([
    [
      '@slack-a',
      ['`@slack-a`: on every change of state, recovery included (no conditional block around the handle).'],
    ],
    [
      '{{#is_alert}}@slack-a{{/is_alert}}{{#is_recovery}}@slack-b{{/is_recovery}}',
      [
        'On alert: `@slack-a`.',
        'On recovery: `@slack-b`.',
        'A reminder goes to those who are told of the state that lasts.',
        'Nobody is told: on warning and on no data.',
      ],
    ],
    [
      '{{#is_alert}}@slack-a{{/is_alert}}{{#is_recovery}}@slack-a{{/is_recovery}}',
      [
        'On alert: `@slack-a`.',
        'On recovery: `@slack-a`.',
        'A reminder goes to those who are told of the state that lasts.',
        'Nobody is told: on warning and on no data.',
      ],
    ],
    [
      '{{#is_alert}}@slack-a{{/is_alert}}{{#is_warning}}@slack-a{{/is_warning}}{{#is_no_data}}@slack-a{{/is_no_data}}{{#is_recovery}}@slack-a{{/is_recovery}}',
      ['`@slack-a`: on every change of state, recovery included.'],
    ],
    [
      '@slack-a {{#is_renotify}}@slack-b{{/is_renotify}}',
      [
        '`@slack-a`: on every change of state, recovery included (no conditional block around the handle).',
        'On each reminder: `@slack-a` and `@slack-b`.',
      ],
    ],
    [
      '{{#is_warning}}@slack-a{{/is_warning}}',
      [
        'On warning: `@slack-a`.',
        'A reminder goes to those who are told of the state that lasts.',
        'Nobody is told: on alert, on no data, and on recovery.',
      ],
    ],
    [
      'nobody here',
      [
        'Nobody: `message` names no one with `@`. Only a notification rule of the account could still send something.',
      ],
    ],
  ])('%s', (message, told) => {
    expect(toldBy(message)).toEqual(told)
  })

  it.each<[string, object, readonly string[]]>([
    [
      'a block for each state that the monitor has is as good as none',
      { thresholds: { critical: 4 } },
      ['`@slack-a`: on every change of state, recovery included.'],
    ],
    [
      'reminders reach those of the message and those of `escalation_message`',
      { thresholds: { critical: 4 }, renotify_interval: 10, escalation_message: '@slack-b' },
      [
        '`@slack-a`: on every change of state, recovery included.',
        'A reminder goes to those who are told of the state that lasts.',
        'On each reminder: `@slack-b`.',
      ],
    ],
    [
      'no reminder, nobody to remind',
      { thresholds: { critical: 4 }, escalation_message: '@slack-b' },
      ['`@slack-a`: on every change of state, recovery included.'],
    ],
    [
      'on a schedule of its own a monitor notifies without a change of state',
      {
        thresholds: { critical: 4 },
        scheduling_options: { custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY', timezone: 'UTC' }] } },
      },
      ['`@slack-a`: on every notification.'],
    ],
  ])('%s', (_name, settings, told) => {
    const message = '{{#is_alert}}@slack-a{{/is_alert}}{{#is_recovery}}@slack-a{{/is_recovery}}'
    const { timeline } = explain(monitor('avg(last_5m):avg:a.b{c:d} by {host} > 4', settings, message), {
      lang: 'en',
    })
    expect(timeline.filter(one => one.code.startsWith('time/told')).map(one => one.text)).toEqual(told)
  })

  it('the first sentence leaves out whom only an unreachable state would tell', () => {
    const { summary } = explain(
      monitor(
        'avg(last_5m):avg:a.b{c:d} > 4',
        { thresholds: { critical: 4 } },
        '@slack-a {{#is_warning}}@slack-b{{/is_warning}}',
      ),
      { lang: 'en' },
    )
    expect(summary.text).toMatch(/It tells `@slack-a`\.$/)
  })

  it('keeps the conditions on variables', () => {
    expect(
      toldBy(
        '{{#is_alert}}{{#is_match "env.name" "prod" "stg"}}@slack-a{{else}}@slack-b{{/is_match}}{{/is_alert}}',
      )[0],
    ).toBe(
      'On alert: `@slack-a` (only if `env.name` contains `prod` or `stg`) and `@slack-b` (only if `env.name` does not contain `prod` or `stg`).',
    )
  })
})

describe('missing data', () => {
  const query = 'avg(last_5m):avg:a.b{c:d} > 4'
  it.each([
    [{ notify_no_data: false }, 'Nothing is sent when data stops: `notify_no_data` is off.'],
    [
      { notify_no_data: true, no_data_timeframe: 20 },
      'When nothing has been sent for 20 minutes, the state becomes No Data and this is notified.',
    ],
    [{ on_missing_data: 'resolve' }, 'When data is missing, the state becomes OK.'],
    [
      { on_missing_data: 'default' },
      'When data is missing, the last state is kept and the evaluation is skipped (the default).',
    ],
  ])('%j', (options, words) => {
    expect(textOf(monitor(query, options))).toContain(words)
  })
})

describe('cautions carry the id of the lint rule', () => {
  const codes = (input: ExplainInput) => explain(input, { lang: 'en' }).cautions.map(one => one.code)

  it('finds the faults of the anomaly monitor', () => {
    expect(codes(anomalyMonitor)).toEqual(
      expect.arrayContaining([
        'message/no-notification',
        'message/empty-name',
        'query/star-scope',
        'anomaly/basic-ignores-seasonality',
        'nodata/timeframe-ignored',
      ]),
    )
  })

  it.each([
    ['threshold/mismatch', monitor('avg(last_5m):avg:a.b{c:d} > 4', { thresholds: { critical: 5 } })],
    ['threshold/recovery-missing', monitor('avg(last_5m):avg:a.b{c:d} > 4', {})],
    [
      'threshold/warning-order',
      monitor('avg(last_5m):avg:a.b{c:d} > 4', { thresholds: { critical: 4, warning: 5 } }),
    ],
    ['nodata/silent', monitor('max(last_5m):max:a.heartbeat{c:d} < 1', {})],
    [
      'query/division-zero-guard',
      monitor('sum(last_5m):sum:a.b{c:d}.as_count() / sum:e.f{c:d}.as_count() > 4', {}),
    ],
    ['query/top-in-monitor', monitor("avg(last_5m):top(avg:a.b{c:d} by {e}, 5, 'mean', 'desc') > 4", {})],
    ['query/template-variable', monitor('avg(last_5m):avg:a.b{$env} > 4', {})],
    ['options/evaluation-delay-cloud', monitor('avg(last_5m):avg:aws.rds.cpuutilization{c:d} > 4', {})],
    ['options/group-delay-simple', monitor('avg(last_5m):avg:a.b{c:d} > 4', { new_group_delay: 60 })],
    [
      'message/unreachable-state',
      monitor('avg(last_5m):avg:a.b{c:d} > 4', {}, '{{#is_warning}}@slack-a{{/is_warning}}'),
    ],
    ['message/variable-not-grouped', monitor('avg(last_5m):avg:a.b{c:d} > 4', {}, '{{host.name}} @slack-a')],
    [
      'message/page-on-warning',
      monitor('avg(last_5m):avg:a.b{c:d} > 4', { thresholds: { critical: 4, warning: 3 } }, '@pagerduty-a'),
    ],
    [
      'message/recovery-silent',
      monitor('avg(last_5m):avg:a.b{c:d} > 4', {}, '{{#is_alert}}@pagerduty-a{{/is_alert}}'),
    ],
  ])('%s', (code, input) => {
    expect(codes(input)).toContain(code)
  })

  it('finds nothing in a careful monitor', () => {
    const options = { thresholds: { critical: 4, critical_recovery: 3 } }
    expect(
      codes(
        monitor('avg(last_5m):avg:a.b{env:prod} by {host} > 4', options, '{{host.name}} is busy. @slack-a'),
      ),
    ).toEqual([])
  })
})

describe('findings of the shared checks', () => {
  const input = monitor('avg(last_1h):avg:a.b{c:d} by {e} > 4', {
    thresholds: { critical: 4, critical_recovery: 3 },
    notify_no_data: true,
    no_data_timeframe: 20,
  })
  const said = (lang: Lang) =>
    explain(input, { lang }).cautions.find(one => one.code === 'nodata/timeframe-short')?.says.text

  it('are cautions in both languages', () => {
    expect(said('en')).toMatch(/^No data is reported after 20 minutes/)
    expect(said('ja')).toBe(
      '評価ウィンドウに対して、`no_data_timeframe` が短すぎます。120 以上(ウィンドウの 2 倍)にします。',
    )
  })
})

describe('arithmetic with a plain number', () => {
  it.each([
    ['avg:a.b{*} by {c} * 100', /by 100, point by point\.$/, /100 を掛けます。点ごとに計算します。$/],
    ['avg:a.b{*} by {c} / 1024', /by 1,024, point by point\.$/, /1,024 で割ります。点ごとに計算します。$/],
    ['1 / avg:a.b{*}', /Where the divisor is 0 or missing there is no point\.$/, /割る数が 0 か欠損の時点/],
  ])('%s matches no groups, and no constant is missing', (query, en, ja) => {
    const sentence = (lang: Lang) =>
      explain(query, { lang }).parts.find(one => one.does.code === 'part/arithmetic')?.does.text ?? ''
    expect(sentence('en')).toMatch(en)
    expect(sentence('ja')).toMatch(ja)
  })
})

it('a threshold that only checks have says so on another monitor', () => {
  const input = monitor('avg(last_5m):avg:system.cpu.user{c:d} > 4', { thresholds: { critical: 4, ok: 1.5 } })
  expect(textOf(input)).toContain('Only service checks have this threshold; here it does nothing.')
  expect(textOf(input)).toContain('Alert threshold: 4%, the number at the end of the query.')
})
