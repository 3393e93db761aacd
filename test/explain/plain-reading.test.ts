import { describe, expect, it } from 'vitest'
import { type ExplainInput, explain, type Lang } from '../../src/explain/index.js'
import { sentencesOf } from './sentences.js'

function textOf(input: ExplainInput, lang: Lang): string {
  return sentencesOf(explain(input, { lang, level: 'deep' }))
    .map(sentence => sentence.text)
    .join('\n')
}

function monitor(type: string, query: string, options: object, message = '@slack-a'): ExplainInput {
  return { type, query, name: 'x', message, options } as ExplainInput
}

const scheduled = (rrule: string, start?: string) =>
  monitor('query alert', 'avg(last_1d):avg:a.b{*} > 5', {
    scheduling_options: { custom_schedule: { recurrences: [{ rrule, start, timezone: 'UTC' }] } },
  })
const logs = (search: string) => monitor('log alert', `logs("${search}").rollup("count").last("5m") > 1`, {})
const load = 'avg(last_5m):avg:system.load.1{env:prod} by {host} > 4'
const joined = (data_source: string, more: object) =>
  monitor('query alert', 'formula("a").rollup("sum").last("5m") > 1', {
    variables: [
      {
        name: 'a',
        data_source,
        base_query: { data_source: 'metrics', name: 'x', query: 'sum:a.b{*} by {org}' },
        ...more,
      },
    ],
  })
const slo = { name: 'Fast', type: 'time_slice', thresholds: [{ timeframe: '30d', target: 99.9 }] }
const share = (comparator: string, threshold: number) =>
  monitor(
    'query alert',
    `avg(last_4h):anomalies(avg:a.b{*}, 'basic', 2, interval=60, alert_window='last_15m') ${comparator} ${threshold}`,
    { threshold_windows: { trigger_window: 'last_15m', recovery_window: 'last_15m' } },
  )

describe('an explanation says in words', () => {
  it.each<readonly [string, ExplainInput, RegExp, RegExp]>([
    [
      'the times of a schedule',
      scheduled('FREQ=WEEKLY;BYDAY=MO,SA;BYHOUR=9,14;BYMINUTE=5'),
      /every week on Monday and Saturday at 09:05 and 14:05 \(`UTC`\)/,
      /スケジュール\(毎週月・土曜日の 09:05、14:05\(`UTC`\)\)/,
    ],
    [
      'the days of the month of a schedule',
      scheduled('FREQ=MONTHLY;BYMONTHDAY=1,-1;BYHOUR=6', '2024-01-01T00:30:00'),
      /every month on day 1 and the last day at 06:30 \(`UTC`\)/,
      /スケジュール\(毎月 1 日と末日の 06:30\(`UTC`\)\)/,
    ],
    [
      'one percentage for a cluster alert over every tag',
      monitor('service check', '"a.up".over("env:prod").by("*").last(1).pct_by_status()', {
        thresholds: { critical: 50 },
      }),
      /together they give one percentage\.[\s\S]*One state for everything together/,
      /全体で 1 つの割合を求めます。[\s\S]*全体で 1 つの状態/,
    ],
    [
      'who is told by reminders alone',
      monitor('query alert', load, { renotify_interval: 60, escalation_message: 'Still high. @oncall-sre' }),
      /It tells `@slack-a` and `@oncall-sre`\.[\s\S]*On each reminder: `@oncall-sre`\./,
      /通知先は `@slack-a`、`@oncall-sre` です。[\s\S]*再通知[^\n]*: `@oncall-sre`/,
    ],
    [
      'nobody more where there are no reminders',
      monitor('query alert', load, { escalation_message: 'Still high. @oncall-sre' }),
      /^(?![\s\S]*(?:It tells|On each reminder)[^\n]*oncall)/,
      /^(?![\s\S]*(?:通知先は|再通知のたび)[^\n]*oncall)/,
    ],
    [
      'why one groups, counts and looks at so much together',
      monitor(
        'log alert',
        'logs("a:b").index("web").rollup("pc95", "@duration").by("host").last("5m") > 3',
        {},
      ),
      /other indexes\.[\s\S]*how the values spread[\s\S]*Shows which one is in trouble[\s\S]*the limit must fit its length\./,
      /ほかのインデックス[\s\S]*値の広がり[\s\S]*どのグループに問題があるか[\s\S]*しきい値は、この長さに合わせて決めます。/,
    ],
    [
      'no reason for what changes nothing',
      logs('a:b'),
      /^(?![\s\S]*(?:other indexes|which one is in trouble))/,
      /^(?![\s\S]*(?:ほかのインデックス|どのグループに問題))/,
    ],
    [
      'that an address lies in no network of several',
      logs('-CIDR(@ip,10.0.0.0/8,192.168.0.0/16)'),
      /logs where `@ip` lies outside the networks `10\.0\.0\.0\/8` and `192\.168\.0\.0\/16`/,
      /`@ip` がネットワーク `10\.0\.0\.0\/8`、`192\.168\.0\.0\/16` のどれでもない範囲にあるログ/,
    ],
    [
      'nothing of a condition that everything meets',
      logs('service:web *:*'),
      /number of logs where `service` is `web`, is above/,
      /^`service` が `web` であるログについて/,
    ],
    [
      'a tag that is asked for as a whole',
      logs('tags:deploy -tags:"team/a.b" tags:env:p*'),
      /logs where the tag `deploy` is set, the tag `team\/a\.b` is not set, and a tag starts with `env:p`/,
      /タグ `deploy` が付いていて、タグ `team\/a\.b` が付いておらず、`env:p` で始まるタグが付いているログ/,
    ],
    [
      'whom each state tells, where blocks name the same one in several',
      monitor(
        'synthetics alert',
        'no_query',
        {},
        '{{#is_alert}}@slack-a{{/is_alert}}{{#is_recovery}}@slack-a{{/is_recovery}}',
      ),
      /^(?![\s\S]*no conditional block)[\s\S]*`@slack-a`: on every change of state, recovery included\./,
      /^(?![\s\S]*条件ブロックの外)[\s\S]*`@slack-a`: 回復を含め、状態が変わるたびに通知されます。/,
    ],
    [
      'how a facet of an event is written in a message',
      monitor(
        'log alert',
        'logs("a:b").index("*").rollup("count").by("@usr.id").last("5m") > 3',
        {},
        '{{@usr.id}} @slack-a',
      ),
      /The query names the attribute `@usr\.id`, but its value is written `\{\{\[@usr\.id\]\.name\}\}`/,
      /クエリには属性 `@usr\.id` がありますが、その値は `\{\{\[@usr\.id\]\.name\}\}` と書きます。/,
    ],
    [
      'what a variable of a Synthetics test stands for',
      monitor('synthetics alert', 'no_query', {}, '{{synthetics.attributes.result.id}} @slack-a'),
      /Becomes `synthetics\.attributes\.result\.id` of the test result; empty if there is none\./,
      /テスト結果の `synthetics\.attributes\.result\.id` になります。なければ空です。/,
    ],
    [
      'that notifications by all groups are no setting',
      monitor('log alert', 'logs("a:b").index("*").rollup("count").by("host").last("5m") > 3', {
        notify_by: ['host'],
      }),
      /One notification per `host`, as without this setting: the query has no other groups\./,
      /通知は `host` ごとです。クエリのグループと同じなので、この設定がなくても変わりません。/,
    ],
    [
      'neither one nor the other',
      logs('service:web -path:(*health* OR *ready*) a:1'),
      /`service` is `web`, `path` does not contain `health`, `path` does not contain `ready`, and `a` is `1`/,
      /`path` が `health` を含まず、`path` が `ready` を含まず、`a` が `1` であるログ/,
    ],
    [
      'a single value that is left out',
      monitor('query alert', 'avg(last_5m):avg:a.b{x NOT IN (y)} > 5', {}),
      /`x` is not `y`/,
      /`x` が `y` ではない/,
    ],
    [
      'that a share above all points cannot be',
      share('>', 1),
      /more than all points of the last 15 minutes, which cannot happen, lie outside the band/,
      /すべてを超える数\(ありえない条件です\)が範囲から外れる/,
    ],
    [
      'that all points are all points',
      share('>=', 1),
      /every point of the last 15 minutes \(all 15\) lies outside the band/,
      /直近 15 分間のすべての点\(15 点\)が範囲から外れる/,
    ],
    [
      'that a handle is told in every state, under its condition',
      monitor('query alert', load, {}, '{{#is_match "host.name" "db"}}@slack-a{{/is_match}}'),
      /recovery included \(no block for a state around the handle\)/,
      /状態を調べるブロックの外に書かれているため/,
    ],
    [
      'how the value of a tag is written',
      monitor('query alert', 'avg(last_5m):avg:a.b{*} by {rack} > 4', {}, 'On {{rack}} @slack-a'),
      /The query names the tag `rack`, but its value is written `\{\{rack\.name\}\}`/,
      /その値は `\{\{rack\.name\}\}` と書きます/,
    ],
    [
      'the blocks of Synthetics tests',
      monitor(
        'synthetics alert',
        'no_query',
        {},
        '{{#if "a.b"}}x{{/if}}{{#each "c.d"}}y{{/each}}{{#unless "e.f"}}z{{/unless}} @slack-a',
      ),
      /sent when `a\.b` is there[\s\S]*sent once for each entry of `c\.d`[\s\S]*sent when `e\.f` is missing or empty/,
      /`a\.b` が存在するとき[\s\S]*`c\.d` の要素 1 つにつき 1 回[\s\S]*`e\.f` が存在しないか空のとき/,
    ],
    [
      'that an SLO without a formula cannot be read',
      { ...slo, sli_specification: { time_slice: { comparator: '>', threshold: 1, query: {} } } },
      /how it measures is missing or cannot be read/,
      /測定方法が書かれていないか、読み取れません/,
    ],
    [
      'large numbers of a unit in a larger one',
      monitor('query alert', 'min(last_5m):avg:aws.rds.free_storage_space{*} < 5368709120', {}),
      /below 5,368,709,120 bytes \(5 GiB\)/,
      /5,368,709,120 バイト\(5 GiB\)を下回る/,
    ],
    [
      'many seconds in hours',
      monitor('query alert', 'max(last_5m):p95:trace.web.request{*} > 7200', {}),
      /above 7,200 seconds \(2 hours\)/,
      /7,200 秒\(2 時間\)を超える/,
    ],
    [
      'the lowest source as the worst where low values alert',
      monitor('query alert', 'avg(last_5m):avg:disk.free{env:prod} < 5', {}),
      /The worst source instead of the average: `min:`/,
      /最も悪いソースを見る: `avg:` を `min:` にします/,
    ],
    [
      'nothing of a text that a search for processes looks in',
      monitor('process alert', "processes('java nginx').over('env:prod').rollup('count').last('5m') < 1", {}),
      /Required: a search for the word `nginx` matches/,
      /必須の条件: `nginx` という語の検索に一致する/,
    ],
    [
      'how gaps are filled',
      monitor('query alert', 'avg(last_5m):avg:a.b{*}.fill(last, 60) > 5', {}),
      /Fills gaps/,
      /欠損区間を最後の値で埋めます/,
    ],
    [
      'a name with its remark beside it',
      monitor('log alert', 'formula("default_zero(a) / b").last("5m") > 5', {}),
      /gaps read as 0/,
      /`a`\(欠損は 0\)/,
    ],
    [
      'a query that a reference table filters',
      joined('aggregate_filtered_query', {
        filter_query: { data_source: 'reference_table', table_name: 'paying' },
        filters: [
          { base_attribute: 'org', filter_attribute: 'id' },
          { base_attribute: 'zone', filter_attribute: 'place', exclude: true },
        ],
      }),
      /the sum of `a\.b` over all sources, per `org`, only where `org` is among `id` of the reference table `paying` and `zone` is not among `place` of the reference table `paying`/,
      /`a\.b` の合計\(`org` ごと、`org` が参照テーブル `paying` の `id` に含まれるもの、かつ `zone` が参照テーブル `paying` の `place` に含まれないものだけ\)/,
    ],
    [
      'a query that a reference table adds to',
      joined('aggregate_augmented_query', {
        augment_query: { data_source: 'reference_table', table_name: 'orgs' },
        join_condition: { base_attribute: 'org', augment_attribute: 'id', join_type: 'inner' },
        compute: [{ aggregation: 'max', name: 'c' }],
        group_by: [{ facet: 'name' }],
      }),
      /Stands for the sum of `a\.b` over all sources, per `org`, joined with the reference table `orgs` where `org` equals its `id` \(what has no match is left out\), and of that the highest value per `name`\./,
      /`a\.b` の合計\(`org` ごと\)に参照テーブル `orgs` を結合したもの\(`org` = `id`、一致しないものは除外\)の最大値/,
    ],
    [
      'that a schedule decides when it recovers',
      scheduled('FREQ=DAILY;BYHOUR=9;BYMINUTE=0'),
      /Recovers at the next evaluation where the condition is not true/,
      /次の評価で条件を満たしていなければ「回復」です。/,
    ],
    [
      'that a draft tells nobody yet',
      { ...(monitor('query alert', load, {}) as object), draft_status: 'draft' } as ExplainInput,
      /It tells `@slack-a`\. But it is a draft: nothing is sent until it is published\./,
      /通知先は `@slack-a` です。ただし下書きなので、公開するまで通知は送られません。/,
    ],
    [
      'who may edit it',
      { ...(monitor('query alert', load, {}) as object), restricted_roles: ['a', 'b'] } as ExplainInput,
      /Only users with one of these 2 roles may edit it\./,
      /この 2 個のロールのいずれかを持つユーザーだけが編集できます。/,
    ],
    [
      'that an option of other types does nothing',
      monitor('query alert', load, { enable_samples: true }),
      /Does nothing on a monitor of this type\./,
      /この種類のモニターでは効果がありません。/,
    ],
    [
      'both windows of a burn rate that warns, and days instead of hours',
      monitor('slo alert', 'burn_rate("abc").over("30d").long_window("6h").short_window("30m") > 6', {
        thresholds: { critical: 6, warning: 3 },
      }),
      /empty it in 5 days[\s\S]*Warning when the burn rate is above 3 over the last 6 hours and the last 30 minutes/,
      /5 日で使い切る速さ[\s\S]*直近 6 時間と直近 30 分間のバーンレートがどちらも 3 を超えると「警告」です/,
    ],
    [
      'how much of an error budget is used up',
      monitor('slo alert', 'error_budget("abc").over("7d") >= 75', {}),
      /alert when at least 75% of the error budget of 7 days is used up\./,
      /7 日間のエラーバジェットの消費率が 75% 以上になると/,
    ],
    [
      'a range that is excluded',
      logs('-@http.status_code:[400 TO 499]'),
      /`@http\.status_code` is not between `400` and `499` \(both included\)/,
      /`@http\.status_code` が `400` から `499` まで\(両端を含む\)の範囲にないログ/,
    ],
    [
      'which index and how many groups a query of a formula looks at',
      monitor('log alert', 'formula("a").last("5m") > 1', {
        variables: [
          {
            name: 'a',
            data_source: 'logs',
            search: { query: 'status:error' },
            indexes: ['main'],
            compute: { aggregation: 'count' },
            group_by: [{ facet: 'service', limit: 10, sort: { aggregation: 'count', order: 'desc' } }],
          },
        ],
      }),
      /the number of logs in the index `main` where `status` is `error`, per `service` \(only the 10 highest\)/,
      /`status` が `error` であるログ\(インデックス `main`\)の件数\(`service` ごと、上位 10 件のみ\)/,
    ],
    [
      'which costs count for an anomaly',
      monitor('cost alert', 'formula("a").last("30d").anomaly(direction="above", threshold=10) >= 5', {}),
      /only costs above that count, with `threshold=10`\./,
      /予測を上回った場合だけが対象です。引数は `threshold=10` です。/,
    ],
    [
      'all tags that processes must have',
      monitor(
        'process alert',
        "processes('nginx').over('env:a','role:b').rollup('count').last('5m') < 1",
        {},
      ),
      /Only what carries all of the tags `env:a` and `role:b`\./,
      /タグ `env:a`、`role:b` をすべて持つものだけが対象です。/,
    ],
    [
      'what becomes one point of a rollup that does not average',
      monitor('query alert', 'avg(last_1h):avg:a.b{*} by {host}.rollup(max, 60) > 1', {}),
      /the average of `a\.b` over all sources, one point per minute \(the highest value\)/,
      /`a\.b` の平均\(1 分ごとの最大値\)/,
    ],
    [
      'one layer of smoothing over another',
      "ewma_5(moving_rollup(avg:a.b{*}, 300, 'avg')) - hour_before(avg:a.b{*})",
      /smoothed over 5 points/,
      /`a\.b` の平均の移動平均\(直前 5 分間\)の指数加重移動平均\(5 点\)から、1 時間前の `a\.b` の平均を引いた値/,
    ],
    [
      'where costs come from',
      monitor('cost alert', 'formula("a").last("7d") > 20', {
        variables: [{ name: 'a', data_source: 'cloud_cost', query: 'sum:aws.cost.amortized{*}' }],
      }),
      /costs, from Cloud Cost Management\.[\s\S]*The query that the formula names: `a`\./,
      /Cloud Cost Management が集めるコストです。/,
    ],
    [
      'the shape of its own kind',
      monitor('query alert', load, {}),
      /`aggregator:metric\{scope\} by \{tags\}`/,
      /`集計方法:メトリクス\{スコープ\} by \{タグ\}`/,
    ],
    [
      'why one takes a percentile',
      'p99:a.b{*}',
      /Why: Shows how the values spread|Shows how the values spread, which an average hides/,
      /平均では隠れてしまう値の広がりが、極端な数点に振り回されずに見えます。/,
    ],
    [
      'one window for the alert and the recovery of an anomaly',
      share('>=', 1),
      /alert and recovery are both judged over the last 15 minutes\./,
      /アラートも回復も直近 15 分間の点で判定します。/,
    ],
    [
      'a note without its markup',
      {
        title: 'x',
        layout_type: 'ordered',
        widgets: [{ definition: { type: 'note', content: '## **Guide:** see [the `wiki`](https://a.b)' } }],
      },
      /Note: “Guide: see the wiki”\./,
      /メモ: 「Guide: see the wiki」/,
    ],
  ])('%s', (_, input, en, ja) => {
    expect(textOf(input, 'en')).toMatch(en)
    expect(textOf(input, 'ja')).toMatch(ja)
  })

  it('keeps a schedule with too many times, or with none that is known, as it is written', () => {
    const many = 'FREQ=DAILY;BYHOUR=1,2,3,4;BYMINUTE=0,30'
    expect(textOf(scheduled(many), 'en')).toContain(`\`${many}\``)
    expect(textOf(scheduled('FREQ=DAILY;BYHOUR=9'), 'ja')).toContain('`FREQ=DAILY;BYHOUR=9`')
    expect(textOf(scheduled('FREQ=DAILY;BYHOUR=25;BYMINUTE=0'), 'en')).toContain('BYHOUR=25')
  })

  it('does not invent a limit for a comparison that has none', () => {
    const text = textOf(monitor('query alert', 'avg(last_5m):avg:a.b{*} > avg:c.d{*}', {}), 'en')
    expect(text).not.toContain('critical_query')
    expect(text).not.toContain('itself computed')
  })

  it('does not warn of a page on a warning that a cluster alert never gives', () => {
    const cluster = (thresholds: object) =>
      explain(
        monitor(
          'service check',
          '"a.up".over("*").by("env").last(1).pct_by_status()',
          { thresholds },
          '@pagerduty-a',
        ),
        { lang: 'en' },
      ).cautions.map(one => one.code)
    expect(cluster({ critical: 50 })).not.toContain('message/page-on-warning')
    expect(cluster({ critical: 50, warning: 20 })).toContain('message/page-on-warning')
  })

  it('shows the errors in the queries of an SLO', () => {
    const broken = {
      name: 'Good',
      type: 'metric',
      thresholds: [{ timeframe: '7d', target: 99 }],
      query: { numerator: 'sum:a.b{x=y}.as_count()', denominator: 'sum:a.c{*}.as_count()' },
    }
    const { diagnostics } = explain(broken, { lang: 'en' })
    expect(diagnostics.map(one => one.source)).toEqual(['query.numerator'])
  })
})

it('a long sum costs no square of its length: what stands before each operator is cut', () => {
  const terms = Array.from({ length: 60 }, (_, index) => `avg:app.requests_${index}{*}`)
  const { parts } = explain(`avg(last_5m):${terms.join(' + ')} > 4`, { lang: 'en' })
  const operators = parts.filter(({ nodeKind }) => nodeKind === 'binary')
  expect(operators).toHaveLength(59)
  expect(Math.max(...operators.map(({ does }) => does.text.length))).toBeLessThan(200)
})

it('somebody who hears of the alert alone is not said to hear of every state', () => {
  const message = '{{#is_alert}}@slack-a @slack-b{{/is_alert}}{{#is_recovery}}@slack-a{{/is_recovery}}'
  const { timeline } = explain(monitor('query alert', load, {}, message), { lang: 'en' })
  const codes = timeline.map(({ code }) => code)
  expect(codes).not.toContain('time/told-every-state')
  expect(codes.filter(code => code === 'time/told')).toHaveLength(2)
})
