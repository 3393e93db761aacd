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

function cost(query: string): ExplainInput {
  const variable = { name: 'query1', data_source: 'cloud_cost', query: 'sum:all.cost{*}.rollup(sum, daily)' }
  return monitor('cost alert', query, { variables: [variable] })
}

const measured = (name: string) => ({
  name,
  data_source: 'spans',
  search: { query: 'service:api' },
  compute: { aggregation: 'pc95', metric: '@duration' },
})

const hosts = 'min(last_5m):count_not_null(avg:system.uptime{role:db} by {host}) < 3'
const jobs = 'formula("failed_runs(run_query)").by(job_name).last(10d) > 0'
const diskSoonFull = "min(next_2w):forecast(avg:system.disk.free{*} by {host}, 'linear', 1) <= 100"

describe('a rare monitor', () => {
  it.each<readonly [string, ExplainInput, RegExp, RegExp]>([
    [
      'does not alert for each of the groups that it counts',
      monitor('query alert', hosts),
      /Group by: one line for each value of the tag `host`\.\n[\s\S]*One state for everything together/,
      /グループ化。タグ `host` の値ごとに 1 本の線になります。\n[\s\S]*全体で 1 つの状態/,
    ],
    [
      'becomes one number by the aggregator of its only query',
      monitor('cost alert', 'formula("query1").last("7d") > 9', {
        variables: [
          { name: 'query1', data_source: 'cloud_cost', query: 'sum:all.cost{*}', aggregator: 'sum' },
        ],
      }),
      /alerts when the sum of the result over the last 7 days is above 9\.[\s\S]*The formula: nothing but `query1`\./,
      /直近 7 日間の結果の合計が 9 を超えると[\s\S]*フォーミュラ。`query1` をそのまま使います。/,
    ],
    [
      'says which query of a formula is missing',
      monitor('trace-analytics alert', 'formula("slow + other").last("5m") > 1500000000', {
        thresholds: { critical: 1500000000 },
        variables: [measured('slow'), measured('more')],
      }),
      /Stands for the result of the query named `other`, which is missing among those that are defined beside this formula\./,
      /`other` という名前のクエリの結果ですが、このフォーミュラと一緒に定義されたクエリの中にありません。/,
    ],
    [
      'gives the unit of what its searches measure',
      monitor('trace-analytics alert', 'formula("slow").last("5m") > 1500000000', {
        thresholds: { critical: 1500000000 },
        variables: [measured('slow')],
      }),
      /alerts when the result over the last 5 minutes is above 1,500,000,000 nanoseconds \(1\.5 seconds\)[\s\S]*Alert while the value is above 1,500,000,000 nanoseconds[\s\S]*Alert threshold: 1,500,000,000 nanoseconds/,
      /結果が 1,500,000,000 ナノ秒\(1\.5 秒\)を超えると[\s\S]*アラートしきい値: 1,500,000,000 ナノ秒/,
    ],
    [
      'has no unit where percentages are added up over time',
      monitor('query alert', 'formula("a").rollup("sum").last("5m") > 90', {
        variables: [{ name: 'a', data_source: 'metrics', query: 'avg:system.cpu.user{*}' }],
      }),
      /the sum of the result over the last 5 minutes is above 90\./,
      /結果の合計が 90 を超えると/,
    ],
    [
      'computes with the results of searches, which have no points',
      monitor('log alert', 'formula("a / b").last("5m") > 1', {
        variables: ['a', 'b'].map(name => ({
          name,
          data_source: 'logs',
          search: { query: `service:${name}` },
          compute: { aggregation: 'count' },
        })),
      }),
      /^(?![\s\S]*point by point)[\s\S]*Divides `a` by `b`, and for groups, each group with its like\. Where the divisor is 0 or missing there is no result\./,
      /^(?![\s\S]*点ごとに)[\s\S]*`a` を `b` で割ります。グループがあれば同じグループどうしで計算し、割る数が 0 か欠損なら結果がありません。/,
    ],
    [
      'measures the quality of some rows only',
      monitor('data-quality alert', 'formula("q").last("1d") > 2', {
        variables: [
          {
            name: 'q',
            data_source: 'data_quality_metrics',
            measure: 'nullness',
            filter: 'name:email',
            group_by: ['entity_id'],
            monitor_options: { custom_where: "country = 'JP'" },
          },
        ],
      }),
      /For each `entity_id`, watches the percentage of null values of the data found by `name:email`, only the rows where `country = 'JP'`, and alerts[\s\S]*`country = 'JP'`, per `entity_id`\./,
      /`name:email` で見つかるデータの null の割合\(%\)\(`country = 'JP'` の行だけ\)を監視し[\s\S]*\(`country = 'JP'` の行だけ、`entity_id` ごと\)/,
    ],
    [
      'recovers when no point of its forecast is too low any more',
      monitor('query alert', diskSoonFull, { thresholds: { critical: 100, critical_recovery: 200 } }),
      /Recovers from alert only when no point of the forecast is 200 bytes or lower any more/,
      /予測の中に 200 バイト以下になる点がなくなるまで「アラート」が続き/,
    ],
    [
      'counts points of one hour in the singular, and seconds in minutes',
      "avg(last_1d):anomalies(avg:a.b{*}, 'agile', 2, interval=300, alert_window='last_1h') >= 1",
      /One point per 5 minutes[^\n]*the last hour holds 12 points\.[\s\S]*One point every 5 minutes: the last hour holds 12 points\./,
      /5 分ごとに 1 点なので、直近 1 時間は 12 点です。/,
    ],
    [
      'says a measured time in seconds, too',
      'ci-tests("@test.status:fail").rollup("pc95", "@duration").last("1h") > 90000000000',
      /is above 90,000,000,000 nanoseconds \(1 minute, 30 seconds\)/,
      /90,000,000,000 ナノ秒\(1 分 30 秒\)を超える/,
    ],
    [
      'gives no unit to a number of different values',
      'logs("*").rollup("cardinality", "@duration").last("1h") > 90000000000',
      /is above 90,000,000,000\./,
      /90,000,000,000 を超える/,
    ],
    [
      'says a percentage of a formula as such',
      'formula("query1 / query2 * 100").last("15m") >= 2.5',
      /is 2\.5% or higher/,
      /2\.5% 以上/,
    ],
    [
      'says a relative change as a percentage in the settings as well',
      monitor('query alert', 'pct_change(avg(last_5m),last_1h):avg:a.b{*} < -40', {
        thresholds: { critical: -40 },
      }),
      /Alert threshold: -40%/,
      /アラートしきい値: -40%/,
    ],
    [
      'judges a relative change of a cost in percent, on data two days old',
      cost('formula("query1").last("7d").change("relative", 2) > 20'),
      /its change over the last 7 days is above 20%[\s\S]*how much the cost changes, in percent[\s\S]*Evaluated every 30 minutes\.[\s\S]*looks 2 days back/,
      /直近 7 日間の変化が 20% を超える[\s\S]*コストの変化率\(%\)を判定[\s\S]*30 分ごとに評価します。[\s\S]*2 日前まで/,
    ],
    [
      'judges the forecast of the whole month',
      cost('formula("query1").current("1mo").forecast(direction="above") > 100'),
      /its forecast for the current month is above 100/,
      /当月の予測が 100 を超える/,
    ],
    [
      'does not take a cost for a metric of the provider',
      'formula("query1").last("7d") > 1',
      /^(?![\s\S]*come from)/,
      /^(?![\s\S]*で始まるもの)/,
    ],
    [
      'says what quality of which data is measured',
      monitor('data-quality alert', 'formula("query1").last("5m") > 24', {
        variables: [
          {
            name: 'query1',
            data_source: 'data_quality_metrics',
            measure: 'freshness',
            filter: 'table:orders',
          },
        ],
      }),
      /the time since the last update \(freshness\) of the data found by `table:orders`/,
      /`table:orders` で見つかるデータの最後の更新からの経過時間\(鮮度\)/,
    ],
    [
      'counts failed runs of jobs',
      monitor('data-jobs alert', jobs, {
        variables: [
          { name: 'run_query', job_type: 'databricks.job', jobs_query: 'env:prod', query_dialect: 'metric' },
        ],
      }),
      /the number of failures among the runs of `databricks\.job` found by `env:prod`[\s\S]*Counts the runs of the jobs that failed/,
      /`env:prod` で見つかる `databricks\.job` の実行のうち、失敗したものの数/,
    ],
    [
      'finds nothing wrong with the function of data jobs, whatever the type',
      jobs,
      /^(?![\s\S]*has no function)/,
      /^(?![\s\S]*ない関数です)/,
    ],
    [
      'leaves out what a check excludes',
      '"a.up".over("env:prod").exclude("host:old","host:test").by("host").last(2).count_by_status()',
      /where `env:prod` is set, except `host:old` or `host:test`, and alerts/,
      /`a\.up`\(`env:prod`、ただし `host:old`、`host:test` を除く\)を監視/,
    ],
    [
      'takes the thresholds of a cluster for shares',
      monitor('service check', '"a.up".over("*").by("env").last(1).pct_by_status()', {
        thresholds: { critical: 50, ok: 80 },
      }),
      /more than 50% of the checks are CRITICAL[\s\S]*Recovers as soon as[\s\S]*Share of OK checks: 80%/,
      /OK のチェックの割合: 80%/,
    ],
    [
      'warns of adding up ratios',
      'sum(last_5m):sum:a.errors{*}.as_rate() / sum:a.hits{*}.as_rate() > 0.1',
      /`sum` adds up the ratio of every point/,
      /点ごとの割合を足し合わせます/,
    ],
    [
      'does not warn where counts are added up before they are divided',
      'sum(last_5m):sum:a.errors{*}.as_count() / sum:a.hits{*}.as_count() > 0.1',
      /^(?![\s\S]*adds up the ratio)/,
      /^(?![\s\S]*足し合わせ)/,
    ],
    [
      'watches what a method that is written as a function works on',
      'sum(last_4h):weighted(sum:queue.jobs{*} by {worker}.rollup(sum, 300)) < 100',
      /^[^…]*watches the sum of `queue\.jobs`/,
      /`queue\.jobs` の合計/,
    ],
    [
      'notifies each group that is listed anyway',
      monitor('query alert', 'avg(last_5m):avg:a.b{*} by {host} > 1', { notify_by: ['host'] }),
      /Each `host` has a state of its own \(multi alert\) and notifies on its own\./,
      /通知も個別に送られます。/,
    ],
    [
      'lets an algorithm judge points, also of a ratio of counts',
      "avg(last_4h):anomalies(sum:a.errors{c:d}.as_count() / sum:a.hits{c:d}.as_count(), 'agile', 2, interval=60, alert_window='last_15m') >= 1",
      /Divides `a\.errors` by `a\.hits`, point by point\.(?![\s\S]*Counts first)/,
      /点ごとに計算し(?![\s\S]*先に集計)/,
    ],
    [
      'says by what a count of values is divided',
      monitor(
        'query alert',
        'sum(last_5m):count(v: v>2):a.b{c:d}.as_count() / count:a.b{c:d}.as_count() > 1',
      ),
      /Where `count:a\.b` is small/,
      /`count:a\.b` が少ないとき/,
    ],
    [
      'keeps the percentage that a switch lets through',
      'sum(last_5m):sum:a.b{*}.as_count() / sum:c.d{*}.as_count() * 100 * is_greater(sum:c.d{*}.as_count(), 9) > 2',
      /is above 2%[\s\S]*Multiplies `a\.b \/ c\.d \* 100` by `is_greater\(…\)`/,
      /2% を超える[\s\S]*`a\.b \/ c\.d \* 100` に`?/,
    ],
    [
      'names what it computes with by its shape',
      'avg(last_5m):(sum:a.b{*} by {g} - sum:c.d{*} by {g}) / (sum:a.b{*} by {g} + sum:e.f{*} by {g}) > 1',
      /Divides `a\.b - c\.d` by `a\.b \+ e\.f`, point by point, each group with its like\./,
      /`a\.b - c\.d` を `a\.b \+ e\.f` で割ります。点ごとに\(同じグループどうしで\)/,
    ],
    [
      'keeps the brackets of what it names',
      'avg(last_5m):(sum:a.b{*} - sum:c.d{*}) * sum:e.f{*} / abs(sum:g.h{*}) > 1',
      /Divides `\(a\.b - c\.d\) \* e\.f` by `abs\(…\)`, point by point\./,
      /`\(a\.b - c\.d\) \* e\.f` を/,
    ],
    [
      'names the span of a moving hour without a number',
      "avg(last_1d):moving_rollup(avg:a.b{*}, 3600, 'avg') > 1",
      /over the hour before each point[\s\S]*the average of the hour before it/,
      /直前 1 時間/,
    ],
    [
      'gives no advice about the window of an exact value',
      'max(last_5m):max:a.b{*} by {g} == 0',
      /^(?![\s\S]*Calmer)/,
      /^(?![\s\S]*反応を緩やかに)/,
    ],
    [
      'names tags of processes together',
      "processes('java').over('role:web','env:prod').rollup('count').last('5m') < 2",
      /the tags `role:web` and `env:prod` are set[\s\S]*add `\.by\("host"\)`(?![\s\S]*-status:info)/,
      /タグ `role:web`、`env:prod` が付いている(?![\s\S]*-status:info)/,
    ],
    [
      'tells the two recoveries apart where only the warning has a threshold',
      monitor('query alert', 'avg(last_5m):avg:a.b{*} > 4', {
        thresholds: { critical: 4, warning: 3, warning_recovery: 2 },
      }),
      /The alert ends as soon as its condition is no longer true: there is no recovery threshold for it\.\nRecovers from warning only when/,
      /「アラート」は、条件を満たさなくなるとすぐ終わります。アラートの回復しきい値はありません。/,
    ],
    [
      'recovers from a burn rate as soon as it may',
      monitor('slo alert', 'error_budget("abc").over("7d") > 75', { thresholds: { critical: 75 } }),
      /Recovers as soon as the condition is no longer true/,
      /条件を満たさなくなるとすぐ「回復」です。/,
    ],
    [
      'says when the result of a composite is told as No Data',
      monitor('composite', '1 && 2', { notify_no_data: true, no_data_timeframe: 30 }),
      /When the result has been No Data for 30 minutes, this is notified\./,
      /結果が No Data の状態が 30 分間続くと通知されます。/,
    ],
    [
      'says of a function that no fixed threshold suits just that',
      'avg(last_4h):trend_line(avg:a.b{c:d}) > 4',
      /`trend_line` in a monitor: its result does not suit a fixed threshold\. Use `forecast/,
      /結果が固定のしきい値に合いません。代わりに `forecast\(…\)` などを使います。/,
    ],
    [
      'sees that missing data of a count is a low value already',
      monitor('query alert', 'sum(last_1d):sum:cron.heartbeat{job:a}.as_count() < 1', {
        on_missing_data: 'default',
      }),
      /0 is compared with the thresholds(?![\s\S]*stays silent)/,
      /0 とみなして判定します(?![\s\S]*最悪の場合)/,
    ],
    [
      'misses data that stops where 0 is no alert',
      monitor('query alert', 'sum(last_1d):sum:a.b{job:a}.as_count() < -1', { on_missing_data: 'default' }),
      /the worst case stays silent/,
      /最悪の場合/,
    ],
    [
      'says that a line without groups stands beside those with groups',
      'avg(last_5m):sum:a.used{c:d} by {host} / sum:a.quota{c:d} > 0.5',
      /Not grouped: a single line, the same beside each group of the rest\.(?![\s\S]*one alert for everything)/,
      /グループ化しないので 1 本の線です。ほかの項(?![\s\S]*アラートも全体で 1 つ)/,
    ],
    [
      'says the rest of a percentage as one',
      'sum(last_5m):(1 - sum:a.b{*}.as_count() / sum:c.d{*}.as_count()) * 100 < 99.5',
      /is below 99\.5%/,
      /99\.5% を下回る/,
    ],
    [
      'does not count to one where a budget burns',
      'burn_rate("abc").over("30d").long_window("24h").short_window("2h") > 1',
      /uses up its error budget faster than planned, fast enough/,
      /計画の 1 倍/,
    ],
    [
      'groups what a cloud provider hands over by a tag that it carries',
      'avg(last_5m):avg:aws.lambda.duration{c:d} > 5',
      /add `by \{region\}`/,
      /`region` ごとに見る/,
    ],
    [
      'sees nothing swing on a schedule of days',
      monitor('query alert', 'avg(last_1d):avg:a.b{c:d} > 5', {
        scheduling_options: { custom_schedule: { recurrences: [{ rrule: 'FREQ=DAILY', timezone: 'UTC' }] } },
      }),
      /^(?![\s\S]*again and again)/,
      /^(?![\s\S]*繰り返します)/,
    ],
    [
      'closes a condition before it compares',
      'logs("@duration:>2s").rollup("count").last("5m") > 20',
      /where `@duration` is above `2s`, is above 20\./,
      /`@duration` が `2s` より大きいログについて/,
    ],
  ])('%s', (_, input, en, ja) => {
    expect(textOf(input, 'en')).toMatch(en)
    expect(textOf(input, 'ja')).toMatch(ja)
  })

  it('writes Japanese limits without stray blanks', () => {
    expect(textOf('avg(last_5m):avg:system.net.bytes_rcvd{*} > 100', 'ja')).toContain(
      '平均が毎秒 100 バイトを超える',
    )
    expect(textOf('avg(last_5m):avg:a.b{*} > 100', 'ja')).toContain('平均が 100 を超える')
    expect(textOf('avg(last_5m):avg:a.b{*} == 1', 'ja')).toContain('平均がちょうど 1 になる')
  })

  it('advises no change of one query where several would need it', () => {
    const { changes } = explain('avg(last_5m):sum:a.b{*} / sum:c.d{e:f} > 5', { lang: 'en' })
    expect(changes.map(({ code }) => code)).not.toContain('change/group')
    expect(changes.map(({ code }) => code)).not.toContain('change/scope')
  })

  it('advises to group each query where all have the same scope', () => {
    const text = textOf('avg(last_5m):sum:a.b{c:d} / sum:e.f{c:d} > 5', 'en')
    expect(text).toContain('add `by {host}` after each `{c:d}`')
  })

  it('writes Japanese conditions without stray blanks', () => {
    const message =
      '{{#is_match "host.name" "a" "b"}}@slack-a{{/is_match}}{{^is_recovery}}@slack-b{{/is_recovery}}'
    const text = textOf(monitor('query alert', 'avg(last_5m):avg:a.b{*} by {host} > 1', {}, message), 'ja')
    expect(text).toContain('`host.name` が `a`、`b` のいずれかを含む場合だけ')
    expect(text).toContain('中身は、(どの状態からでも)回復したとき以外に送られます。')
  })
})
