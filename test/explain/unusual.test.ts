import { describe, expect, it } from 'vitest'
import { type ExplainInput, explain, type Lang } from '../../src/explain/index.js'
import { sentencesOf } from './sentences.js'

function textOf(input: ExplainInput, lang: Lang): string {
  return sentencesOf(explain(input, { lang }))
    .map(sentence => sentence.text)
    .join('\n')
}

function monitor(type: string, query: string, options: object = {}, message = '@slack-a'): ExplainInput {
  return { name: 'A monitor', type, query, message, options: { ...options } }
}

function metricVariable(name: string, query: string) {
  return { name, data_source: 'metrics', query }
}

const ratio = monitor('query alert', 'formula("query1 / query2").rollup("max").last("15m") > 5', {
  variables: [
    metricVariable('query1', 'sum:a.b{env:prod} by {service}'),
    metricVariable('query2', 'sum:c.d{env:prod} by {service}'),
  ],
})

describe('less common monitors', () => {
  it.each<readonly [string, ExplainInput, RegExp, RegExp]>([
    [
      'a formula alerts for each group of its queries',
      ratio,
      /^For each `service`, computes [\s\S]*Each `service` has a state of its own/,
      /^`service` ごとに、[\s\S]*`service` ごとに状態を持ちます/,
    ],
    [
      'the rollup of a formula reduces the window',
      ratio,
      /the maximum|the highest value of the result over the last 15 minutes is above 5/,
      /直近 15 分間の結果の最大値が 5 を超える/,
    ],
    [
      'a formula of one query watches it',
      monitor('cost alert', 'formula("q").last("7d").change("relative", 7) > 20', {
        variables: [metricVariable('q', 'sum:all.cost{*}.rollup(sum, daily)')],
      }),
      /^Watches the sum of `all\.cost`[^.]*alerts when its change over the last 7 days is above 20%/,
      /^すべてのソースの[^。]*を監視し、直近 7 日間の変化が 20% を超える/,
    ],
    [
      'a change of counts adds up before it compares',
      monitor('query alert', 'pct_change(sum(last_1h),1d_ago):sum:a.b{*}.as_count() < -40'),
      /each span is first reduced to one number \(`sum`\); then .*, is taken once/,
      /まず区間ごとに 1 つの数値にまとめ\(`sum`\)、その後で.*1 回だけ求めます/,
    ],
    [
      'a change of a gauge compares point by point',
      monitor('query alert', 'pct_change(avg(last_1h),1d_ago):avg:a.b{*} < -40'),
      /point by point, and takes the average of that/,
      /点ごとに求め、その平均を取ります/,
    ],
    [
      'a percentile window takes the percentile of the query',
      monitor('query alert', 'percentile(last_10m):p99:a.b{*} > 1'),
      /its 99th percentile over the last 10 minutes is above 1/,
      /直近 10 分間の 99 パーセンタイルが 1 を超える/,
    ],
    [
      'a count between two limits',
      'count(v: v>=1.5 and v<10):a.b{*}',
      /that are 1\.5 or higher and below 10/,
      /1\.5 以上、10 未満のものの数/,
    ],
    [
      'a log monitor without a setting reads silence as 0',
      monitor('log alert', 'logs("a:b").index("*").rollup("count").last("5m") < 1'),
      /When data is missing, 0 is compared with the thresholds/,
      /データがないときは 0 とみなして判定します/,
    ],
    [
      'a group without events is not 0',
      monitor('log alert', 'logs("a:b").index("*").rollup("count").by("c").last("5m") < 1'),
      /A group that has no events at all is not read as 0/,
      /イベントがまったくないグループは 0 とはみなされません/,
    ],
    [
      'a live process monitor says where',
      monitor('process alert', "processes('java').over('env:prod').rollup('count').last('5m') < 1"),
      /processes where a search for the word `java` matches and the tag `env:prod` is set, is below 1/,
      /`java` という語の検索に一致し、タグ `env:prod` が付いているプロセス/,
    ],
    [
      'new issues of one origin',
      'error-tracking("*").source("browser").new().rollup("count").by("issue.id").last("1d") > 0',
      /tracked errors from `browser` of new issues/,
      /新しい問題のエラー\(エラー追跡、発生元 `browser`\)/,
    ],
    [
      'a cumulative window says when it starts again',
      monitor('query alert', 'sum(current_1mo):sum:a.b{*}.as_count() > 5', {
        scheduling_options: {
          evaluation_window: { month_starts: 1, day_starts: '04:00', timezone: 'Asia/Tokyo' },
        },
      }),
      /starts again on day 1 of every month at 04:00 \(`Asia\/Tokyo`\)/,
      /毎月 1 日の 04:00\(`Asia\/Tokyo`\)にリセットされます/,
    ],
    [
      'an hourly window too',
      monitor('query alert', 'sum(current_1h):sum:a.b{*}.as_count() > 5', {
        scheduling_options: { evaluation_window: { hour_starts: 15 } },
      }),
      /starts again at minute 15 of every hour/,
      /毎時 15 分にリセットされます/,
    ],
    [
      'a schedule in words, and no rule about repeats that it overrides',
      monitor('query alert', 'avg(last_1d):avg:a.b{*} > 5', {
        scheduling_options: {
          custom_schedule: {
            recurrences: [{ rrule: 'FREQ=DAILY;INTERVAL=1', start: '2024-01-01T09:00:00' }],
          },
        },
      }),
      /every day at 09:00\. Each evaluation that is not OK notifies(?![\s\S]*Never repeats)/,
      /スケジュール\(毎日の 09:00\)で評価します(?![\s\S]*再通知はしません)/,
    ],
    [
      'a rule with more than words can say is shown as written',
      monitor('query alert', 'avg(last_1d):avg:a.b{*} > 5', {
        scheduling_options: { custom_schedule: { recurrences: [{ rrule: 'FREQ=MONTHLY;BYSETPOS=-1' }] } },
      }),
      /`FREQ=MONTHLY;BYSETPOS=-1`/,
      /`FREQ=MONTHLY;BYSETPOS=-1`/,
    ],
    [
      'a service check counts UNKNOWN',
      monitor('service check', '"a.b".over("*").by("host").last(3).count_by_status()', {
        thresholds: { critical: 1, unknown: 2 },
      }),
      /alert after 1 CRITICAL and unknown after 2 UNKNOWN in a row/,
      /CRITICAL が 1 回出るとアラート、UNKNOWN が 2 回続くと不明/,
    ],
    [
      'the calendar is read',
      "calendar_shift(query1, '-1mo', 'UTC') + rollup(query1, 'p95', 3600)",
      /the values of 1 month earlier on the calendar, in the time zone `UTC`[\s\S]*the 95th percentile within it/,
      /暦の 1 か月前の値[\s\S]*その中の 95 パーセンタイル/,
    ],
    [
      'a month has a time zone, not an alignment',
      "sum:a.b{*}.rollup(sum, monthly, 'Asia/Tokyo')",
      /in the time zone `Asia\/Tokyo`/,
      /タイムゾーンは `Asia\/Tokyo` です/,
    ],
  ])('%s', (_name, input, en, ja) => {
    expect(textOf(input, 'en')).toMatch(en)
    expect(textOf(input, 'ja')).toMatch(ja)
  })

  it('name only tags that are empty', () => {
    const { cautions } = explain(
      { ...(ratio as object), message: '{{service.name}} {{env.name}} {{host.name}} @slack-a' },
      { lang: 'en' },
    )
    const texts = cautions
      .filter(one => one.code === 'message/variable-not-grouped')
      .map(one => one.says.text)
    expect(texts).toHaveLength(1)
    expect(texts[0]).toContain('{{host.name}}')
  })

  it.each([
    ["anomalies(avg:a.b{*}, 'basic', 2)", undefined],
    [
      "outliers(avg:a.b{*} by {host}, 'DBSCAN', 3)",
      "avg(last_30m):outliers(avg:a.b{*} by {host}, 'DBSCAN', 3) > 0",
    ],
    ["forecast(avg:a.b{*}, 'linear', 1)", "max(next_1w):forecast(avg:a.b{*}, 'linear', 1) >= 4"],
    ['sum:a.b{*}.rollup(sum, daily)', undefined],
    ['avg:a.b{*}.rollup(avg, 600)', 'avg(last_1h):avg:a.b{*}.rollup(avg, 600) > 4'],
    ['avg:a.b{*}', 'avg(last_5m):avg:a.b{*} > 4'],
  ])('the alert made of %s can work', (query, alert) => {
    const made = explain(query, { lang: 'en' }).changes.find(one => one.code === 'change/make-monitor')
    expect(made?.values).toEqual(alert === undefined ? undefined : { query: alert })
  })
})

describe('what is not written', () => {
  it.each<readonly [string, ExplainInput]>([
    ['a query without window', { type: 'query alert', query: 'avg:a.b{env:prod} > 4' }],
    ['a query without condition', { type: 'query alert', query: 'avg(last_5m):avg:a.b{env:prod}' }],
    ['a monitor without either', monitor('query alert', 'avg:a.b{env:prod}')],
  ])('is not made up: %s', (_name, input) => {
    for (const lang of ['en', 'ja'] as const) {
      const { summary, parts, timeline } = explain(input, { lang })
      const said = [summary, ...parts.map(part => part.does), ...timeline]
      expect(said.map(one => one.code)).toContain('part/scope')
      for (const { code } of said)
        expect(code).not.toMatch(/dynamic|time\/(?:window|frequency|alert|points)|summary\/metric-monitor/)
    }
  })

  it('does not quote the definition in an error of its message', () => {
    const [first] = explain(monitor('query alert', 'avg(last_5m):avg:a.b{*} > 4', {}, 'Down @slack-a, now'), {
      lang: 'ja',
    }).diagnostics
    expect(first).toMatchObject({ source: 'message', code: 'message/glued-handle' })
    expect(first?.message).toMatch(/^`[^`]*@slack-a[^`]*`: 宛先の前後に空白がない/)
  })

  it('is not a group: `*` in an event query', () => {
    const query = 'trace-analytics("env:prod").rollup("count").by("*").last("5m") > 100'
    expect(textOf(query, 'en')).toMatch(/Not grouped: one result[\s\S]*One state for everything together/)
    expect(textOf(query, 'ja')).toMatch(/グループ化しません[\s\S]*全体で 1 つの状態/)
  })
})

describe('lengths of time', () => {
  it.each([
    [90, '1 分 30 秒間'],
    [60, '1 分間'],
    [3600, '1 時間'],
    [5400, '1 時間 30 分間'],
    [86400, '1 日間'],
  ])('%s seconds are %s', (seconds, words) => {
    const said = textOf(
      monitor('query alert', 'avg(last_5m):avg:a.b{*} by {c} > 4', { new_group_delay: seconds }),
      'ja',
    )
    expect(said).toContain(`新しく現れたグループは ${words}評価しません`)
  })
})

describe('JSON of something else', () => {
  it.each([
    [{ alert: 'HighCPU', expr: 'node_cpu > 5', for: '5m' }, 'Prometheus'],
    [{ Type: 'AWS::CloudWatch::Alarm', Properties: {} }, 'CloudFormation'],
    [{ AlarmName: 'a', MetricName: 'b' }, 'CloudWatch'],
    [{ panels: [], schemaVersion: 30 }, 'Grafana'],
    [{ apiVersion: 'v1', kind: 'Pod' }, 'Kubernetes'],
    [{ resource: { datadog_monitor: {} } }, 'Terraform'],
    [{ monitor_identifier: {}, scope: 'a' }, 'Datadog'],
  ])('%j says what it seems to be', (object, product) => {
    for (const lang of ['en', 'ja'] as const)
      expect(explain(JSON.stringify(object), { lang }).summary.text).toMatch(
        new RegExp(lang === 'en' ? `seems to be .*${product}` : `${product}.*のようです`),
      )
  })

  it('says nothing where it cannot tell', () => {
    expect(explain('{"a": 1}', { lang: 'en' }).summary.text).not.toContain('seems')
    expect(explain('{"panels": 1, "hasOwnProperty": 2}', { lang: 'ja' }).summary.text).not.toContain(
      'ようです',
    )
  })
})

describe('a text alone is checked too', () => {
  it.each([
    [
      "avg(last_5m):anomalys(avg:a.b{*}, 'basic', 2) >= 1",
      'query/unknown-function',
      '`anomalies` ではありませんか。',
    ],
    ['week_before(avg:a.b{*})', 'query/deprecated-function', '代わりに'],
    ['logs("a:b").index("x").rollup("count").last("5m","10m") > 3', 'query/step-arguments', '`.last()`: '],
  ])('%s', (text, rule, words) => {
    const caution = explain(text, { lang: 'ja' }).cautions.find(one => one.code === rule)
    expect(caution?.says.text).toContain(words)
  })

  it('says what another language is, and explains no nonsense', () => {
    const { summary, parts, diagnostics } = explain('SELECT avg(cpu) FROM hosts WHERE a = 1', { lang: 'en' })
    expect(summary.code).toBe('summary/unreadable')
    expect(parts).toEqual([])
    expect(diagnostics[0]?.code).toBe('query/sql-select')
  })
})
