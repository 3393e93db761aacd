import { describe, expect, it } from 'vitest'
import { type ExplainInput, explain, type Lang } from '../../src/explain/index.js'
import { sentencesOf } from './sentences.js'

function textOf(input: ExplainInput, lang: Lang): string {
  return sentencesOf(explain(input, { lang, level: 'deep' }))
    .map(sentence => sentence.text)
    .join('\n')
}

function board(definition: object, more: object = {}): ExplainInput {
  return { title: 'Shop', layout_type: 'ordered', widgets: [{ definition }], ...more } as ExplainInput
}

function scalar(type: string, query: object, request: object = {}): ExplainInput {
  const queries = [{ name: 'query1', data_source: 'metrics', query: 'sum:shop.orders{*}', ...query }]
  const formulas = [{ formula: 'query1', ...request }]
  return board({ type, title: 'Orders', requests: [{ response_format: 'scalar', queries, formulas }] })
}

function stream(source: string, text: string): ExplainInput {
  const query = { data_source: source, query_string: text }
  return board({ type: 'list_stream', requests: [{ response_format: 'event_list', query, columns: [] }] })
}

function journey(type: string, query: object): ExplainInput {
  return board({ type, requests: [{ request_type: type, query }] })
}

const redAbove5 = { comparator: '>', value: 5, palette: 'white_on_red' }
const plot = { type: 'timeseries', requests: [{ q: 'avg:system.load.1{*}' }] }

describe('an explained widget', () => {
  it.each<readonly [string, ExplainInput, RegExp, RegExp]>([
    [
      'says how a single number is made',
      scalar('query_value', { aggregator: 'last' }),
      /the sum of `shop\.orders` over all sources\. The number is the latest value of the time shown\./,
      /`shop\.orders` の合計。数値は表示期間の最新の値です。/,
    ],
    [
      'says how each of several numbers is made',
      scalar('toplist', { aggregator: 'avg', query: 'sum:shop.orders{*} by {shop}' }),
      /Each number is the average over the time shown\./,
      /数値は表示期間の平均です。/,
    ],
    [
      'says what the colours mean',
      scalar(
        'query_value',
        {},
        { conditional_formats: [redAbove5, { ...redAbove5, comparator: '<=', palette: 'green_on_white' }] },
      ),
      /Colours: red where above 5, else green where 5 or lower\./,
      /色分け\(上から順に判定\): 5 を超えると赤、5 以下なら緑。/,
    ],
    [
      'names the palette of colours without a limit',
      scalar(
        'query_value',
        {},
        { conditional_formats: [{ type: 'range', palette: 'transparent_to_green' }] },
      ),
      /Colours: `transparent_to_green` by the value\./,
      /色分け: 値に応じて `transparent_to_green`。/,
    ],
    [
      'names who hears of edits, the saved views, and the values of a variable',
      board(
        { type: 'image', url: 'https://a.b/c.png' },
        {
          notify_list: ['a@b.c'],
          template_variables: [
            { name: 'env', prefix: '@env', defaults: ['a'], available_values: ['a', 'b'] },
          ],
          template_variable_presets: [{ name: 'Live', template_variables: [] }],
        },
      ),
      /Image `https:[^\n]*[\s\S]*edits the dashboard: `a@b\.c`\.[\s\S]*“Live”\.[\s\S]*the attribute `@env`\. At the start: `a`\. To choose from: `a` and `b`\. Used in no widget\./,
      /画像 `https:[^\n]* です。[\s\S]*`a@b\.c` に通知されます。[\s\S]*保存済みビュー: 「Live」。[\s\S]*属性 `@env` で絞り込みます。初期値: `a`。選べる値: `a`、`b`。どのウィジェットでも使われていません。/,
    ],
    [
      'names the band of an anomaly, which no widget counts',
      board({
        type: 'timeseries',
        requests: [
          {
            response_format: 'timeseries',
            queries: [{ name: 'a', data_source: 'metrics', query: 'avg:a.b{*}' }],
            formulas: [{ formula: "anomalies(a, 'basic', 2)" }],
          },
        ],
      }),
      /the average of `a\.b` over all sources, with its predicted band\./,
      /`a\.b` の平均と、予測した範囲\(バンド\)。/,
    ],
    [
      'names the tags of processes',
      scalar('toplist', {
        data_source: 'process',
        query: undefined,
        metric: 'cpu',
        text_filter: 'nginx',
        tag_filters: ['env:a'],
      }),
      /`cpu` of processes that match `nginx` and carry the tag `env:a`/,
      /タグ `env:a` が付いた、`nginx` に一致するプロセスの `cpu`/,
    ],
    [
      'names the resource and the groups of APM statistics',
      scalar('toplist', {
        data_source: 'apm_resource_stats',
        query: undefined,
        stat: 'hits',
        service: 'api',
        resource_name: 'GET /',
        group_by: ['env'],
      }),
      /APM statistic `hits` of the resource `GET \/` of service `api`, per `env`/,
      /サービス `api` のリソース `GET \/` の APM 統計 `hits`\(`env` ごと\)/,
    ],
    [
      'names its marked lines',
      board({ ...plot, markers: [{ value: 'y = 15', label: 'limit', display_type: 'error dashed' }] }),
      /Marked: `y = 15` \(“limit”\)\./,
      /マーカー: `y = 15`\(「limit」\)。/,
    ],
    [
      'says that its time is its own',
      board({ ...plot, time: { live_span: '4h' } }),
      /Always shows the last 4 hours, whatever the dashboard shows\./,
      /ダッシュボードの表示期間にかかわらず、直近 4 時間を表示します。/,
    ],
    [
      'knows the other ways to write its time',
      board({ ...plot, time: { type: 'live', unit: 'day', value: 2 } }),
      /Always shows the last 2 days/,
      /直近 2 日間を表示します/,
    ],
    [
      'says that its time is fixed',
      board({ ...plot, time: { type: 'fixed', from: 1, to: 2 } }),
      /Its time range is fixed/,
      /期間は固定/,
    ],
    [
      'says with what a change is compared',
      board({
        type: 'change',
        requests: [{ q: 'avg:a.b{*}', compare_to: 'week_before', change_type: 'relative' }],
      }),
      /Shows the change against one week earlier, in percent\./,
      /1 週間前からの変化率\(%\)を表示します。/,
    ],
    [
      'says what the queries of a host map draw',
      board({ type: 'hostmap', requests: { fill: { q: 'avg:a.b{*}' }, size: { q: 'avg:c.d{*}' } } }),
      /the colour = the average of `a\.b`[^\n]*; the size = the average of `c\.d`/,
      /色 = [^\n]*`a\.b`[^\n]*／大きさ = [^\n]*`c\.d`/,
    ],
    [
      'says into what a graph is split',
      board({
        type: 'split_group',
        source_widget_definition: plot,
        split_config: { limit: 24, split_dimensions: [{ one_graph_per: 'service' }] },
      }),
      /One graph for each `service`, at most 24\./,
      /`service` ごとに 1 つのグラフです\(最大 24 個\)。/,
    ],
    [
      'lists events',
      stream('event_stream', 'source:deploy'),
      /List: events where `source` is `deploy`\./,
      /イベント。/,
    ],
    ['lists issues', stream('rum_issue_stream', ''), /List: all issues of RUM\./, /すべての RUM の問題/],
    [
      'lists SLOs',
      board({
        type: 'slo_list',
        requests: [{ request_type: 'slo_list', query: { query_string: 'env:prod' } }],
      }),
      /the SLOs found by `env:prod`/,
      /`env:prod` で見つかる SLO/,
    ],
    [
      'draws the services around one',
      board({
        type: 'topology_map',
        requests: [{ request_type: 'topology', query: { service: 'db', filters: ['env:prod'] } }],
      }),
      /the services around `db`, where `env:prod` applies\./,
      /`db` の周辺のサービス\(`env:prod`\)。/,
    ],
    [
      'counts a table of APM statistics row by row',
      board({
        type: 'query_table',
        title: 'Endpoints',
        requests: [
          {
            apm_stats_query: {
              service: 'web',
              env: 'prod',
              name: 'rack.request',
              primary_tag: 'datacenter:eu1',
              row_type: 'resource',
              columns: [{ name: 'Hits' }, { name: 'Errors', alias: 'failed' }],
            },
          },
        ],
      }),
      /Table “Endpoints”: APM statistics of the operation `rack\.request` of the service `web` in the environment `prod` where the tag `datacenter:eu1` is set, one row per resource, with `Hits` and `failed`\./,
      /テーブル「Endpoints」: 環境 `prod` のサービス `web` のオペレーション `rack\.request` の APM 統計\(タグ `datacenter:eu1` が付いたもの、リソースごとに 1 行、列は `Hits`、`failed`\)。/,
    ],
    [
      'says the resource of APM statistics, and no tag that leaves nothing out',
      board({
        type: 'query_table',
        requests: [
          {
            apm_stats_query: {
              service: '',
              env: 'prod',
              name: 'rack.request',
              primary_tag: 'datacenter:*',
              row_type: 'span',
              resource: 'GET /cart',
            },
          },
        ],
      }),
      /APM statistics of the operation `rack\.request` of the resource `GET \/cart` in the environment `prod`, one row per span\./,
      /環境 `prod` のリソース `GET \/cart` のオペレーション `rack\.request` の APM 統計\(スパンごとに 1 行\)。/,
    ],
    [
      'says each step of a funnel',
      journey('funnel', {
        data_source: 'rum',
        query_string: '@device.type:Mobile',
        steps: [
          { facet: '@view.name', value: '/cart' },
          { facet: '@action.name', value: 'pay*' },
        ],
      }),
      /Funnel: how many go on from each step to the next among RUM events where `@device\.type` is `Mobile`: \(1\) `@view\.name` is `\/cart`, \(2\) `@action\.name` starts with `pay`\./,
      /ファネル: `@device\.type` が `Mobile` である RUM イベントのうち、各ステップから次のステップへ進む数\(ステップ 1: `@view\.name` が `\/cart` であること、ステップ 2: `@action\.name` が `pay` で始まること\)。/,
    ],
    [
      'says that a funnel has no step',
      journey('funnel', { data_source: 'rum', query_string: '', steps: [] }),
      /a funnel without a step yet among all RUM events\./,
      /すべての RUM イベントのうち、ステップがまだないファネル。/,
    ],
    [
      'says the steps of a user journey',
      journey('funnel', {
        data_source: 'product_analytics_journey',
        search: {
          expression: 'cart -> pay',
          node_objects: {
            pay: { data_source: 'product_analytics', search: { query: '@action.name:pay' } },
            cart: { data_source: 'product_analytics', search: { query: '@view.name:cart' } },
          },
        },
        group_by: [{ facet: '@geo.country' }],
      }),
      /how many go on from each step to the next, for each `@geo\.country`: \(1\) product analytics events where `@view\.name` is `cart`, \(2\) product analytics events where `@action\.name` is `pay`\./,
      /`@geo\.country` ごとに、各ステップから次のステップへ進む数\(ステップ 1: `@view\.name` が `cart` である[^\n]*ステップ 2: `@action\.name` が `pay` である/,
    ],
    [
      'says the paths of a Sankey diagram',
      journey('sankey', { data_source: 'rum', query_string: '@type:view', mode: 'target' }),
      /the paths that lead to RUM events where `@type` is `view`\./,
      /`@type` が `view` である RUM イベントに至る経路。/,
    ],
    [
      'says from where to where a network flow goes',
      journey('sankey', {
        data_source: 'network',
        query_string: '*',
        group_by: ['client', 'server'],
        limit: 9,
      }),
      /how all network flows go from `client` to `server`\./,
      /すべての[^\n]*の流れ\(`client` から `server` へ\)。/,
    ],
    [
      'says who comes back',
      journey('retention_curve', {
        data_source: 'product_analytics_retention',
        search: {
          cohort_criteria: {
            base_query: { data_source: 'product_analytics', search: { query: '@view.name:signup' } },
            time_interval: { type: 'calendar', value: { type: 'week', timezone: 'UTC' } },
          },
          retention_entity: '@usr.id',
          return_condition: 'conversion_on',
          return_criteria: {
            base_query: { data_source: 'product_analytics', search: { query: '@action.name:pay' } },
          },
        },
      }),
      /how many different values of `@usr\.id` that begin with an event where `@view\.name` is `signup` come back with an event where `@action\.name` is `pay`, week by week\./,
      /`@view\.name` が `signup` であるイベントで始まり、その後 `@action\.name` が `pay` であるイベントで戻ってくる `@usr\.id` の異なる値の数\(週ごと\)。/,
    ],
    [
      'starts a workflow',
      board({ type: 'run_workflow', workflow_id: 'a-b' }),
      /Run workflow: a button that runs the workflow `a-b`\./,
      /ワークフロー `a-b` を実行するボタン。/,
    ],
    [
      'says what stands beside the lines of a graph',
      board({
        ...plot,
        description: 'Ask Ana',
        requests: [
          { q: 'avg:a.b{*}', display_type: 'bars' },
          { q: 'avg:c.d{*}', on_right_yaxis: true },
        ],
        yaxis: { scale: 'log', min: '0', max: 'auto' },
        events: [{ q: 'source:deploy' }],
        custom_links: [
          { label: 'Runbook', link: 'https://a.b/c' },
          { override_label: 'logs', is_hidden: true },
        ],
      }),
      /: as bars: the average of `a\.b` over all sources; on the right y axis: the average of `c\.d` over all sources\. Described as “Ask Ana”\. Y axis: logarithmic, from 0\. Drawn over it: the events found by `source:deploy`\. Custom links: “Runbook” \(`https:\/\/a\.b\/c`\)\. Hidden from its menu: “logs”\./,
      /: 棒で表示: すべてのソースの `a\.b` の平均／右の y 軸: すべてのソースの `c\.d` の平均。説明: 「Ask Ana」。y 軸: 対数、下限 0。`source:deploy` で見つかるイベントを重ねて表示します。カスタムリンク: 「Runbook」\(`https:\/\/a\.b\/c`\)。メニューで非表示の項目: 「logs」。/,
    ],
    [
      'says once how all of its lines are drawn',
      board({ ...plot, requests: [{ q: 'avg:a.b{*}', display_type: 'area' }] }),
      /over all sources\. Drawn as areas\./,
      /の平均。面で表示します。/,
    ],
    [
      'gives colours the unit of the number',
      scalar(
        'query_value',
        {
          data_source: 'logs',
          query: undefined,
          search: { query: '' },
          compute: { aggregation: 'pc95', metric: '@duration' },
        },
        { conditional_formats: [{ ...redAbove5, value: 2_000_000_000 }] },
      ),
      /Colours: red where above 2,000,000,000 nanoseconds \(2 seconds\)\./,
      /色分け: 2,000,000,000 ナノ秒\(2 秒\)を超えると赤。/,
    ],
    [
      'names colours of its own, images and hidden numbers',
      scalar(
        'query_value',
        {},
        {
          conditional_formats: [
            { ...redAbove5, palette: 'custom_bg', custom_bg_color: '#acb9fb', timeframe: '1h' },
            { ...redAbove5, palette: 'custom_image', image_url: 'https://a.b/c.png' },
            { ...redAbove5, hide_value: true },
          ],
        },
      ),
      /Colours: `#acb9fb` where above 5 over `1h`, else the image `https:\/\/a\.b\/c\.png` where above 5, else red without the number where above 5\./,
      /色分け\(上から順に判定\): `1h` の値が 5 を超えると `#acb9fb`、5 を超えると画像 `https:\/\/a\.b\/c\.png`、5 を超えると赤\(数値は非表示\)。/,
    ],
    [
      'says how each number is made where they differ',
      board({
        type: 'scatterplot',
        requests: {
          x: { q: 'avg:a.b{*} by {host}', aggregator: 'avg' },
          y: { q: 'avg:c.d{*} by {host}', aggregator: 'max' },
        },
      }),
      /The numbers: the x axis is the average over the time shown, the y axis is the highest value of the time shown\./,
      /数値: x 軸は表示期間の平均、y 軸は表示期間の最大値。/,
    ],
    [
      'knows the axes of a scatter plot of formulas',
      board({
        type: 'scatterplot',
        requests: {
          table: {
            response_format: 'scalar',
            queries: [{ name: 'a', data_source: 'metrics', query: 'avg:a.b{*} by {host}' }],
            formulas: [{ formula: 'a', dimension: 'x', alias: 'CPU' }],
          },
        },
      }),
      /the x axis “CPU” = the average of `a\.b`/,
      /x 軸「CPU」= すべてのソースの `a\.b` の平均/,
    ],
    [
      'labels the lines of an old query',
      board({
        ...plot,
        requests: [
          {
            q: 'avg:a.b{*}, avg:c.d{*}',
            metadata: [{ expression: 'avg:c.d{*}', alias_name: 'second' }],
          },
        ],
      }),
      /: the average of `a\.b` over all sources; “second” = the average of `c\.d` over all sources\./,
      /／「second」= すべてのソースの `c\.d` の平均。/,
    ],
    [
      'counts every number of an old query of logs',
      board({
        ...plot,
        requests: [
          {
            log_query: {
              index: 'main',
              search: { query: 'a:b' },
              multi_compute: [
                { aggregation: 'avg', facet: '@duration' },
                { aggregation: 'max', facet: '@duration' },
              ],
            },
          },
        ],
      }),
      /: the average of `@duration` over logs in the index `main` where `a` is `b`; the highest value of `@duration` over logs/,
      /`@duration` の平均／[^\n]*`@duration` の最大値。/,
    ],
    [
      'reads the old search of events',
      board({ ...plot, requests: [{ event_query: { search: 'source:deploy', tags_execution: 'and' } }] }),
      /the number of events where `source` is `deploy`\./,
      /`source` が `deploy` であるイベントの件数。/,
    ],
    [
      'says once how many groups there are',
      scalar(
        'toplist',
        {
          data_source: 'logs',
          query: undefined,
          search: { query: '' },
          compute: { aggregation: 'count' },
          group_by: [{ facet: 'service', limit: 10 }],
        },
        { limit: { count: 10, order: 'desc' } },
      ),
      /per `service` \(only the 10 highest\)\.(?! \()/,
      /\(`service` ごと、上位 10 件のみ\)。/,
    ],
    [
      'keeps the smaller of two limits',
      scalar(
        'toplist',
        {
          data_source: 'logs',
          query: undefined,
          search: { query: '-@a:("" OR x)' },
          compute: { aggregation: 'count' },
          group_by: [{ facet: 'service', limit: 10 }],
        },
        { limit: { count: 500, order: 'desc' } },
      ),
      /`@a` is none of `""` and `x`, per `service` \(only the 10 highest\)\.(?! \()/,
      /`@a` が `""`、`x` のどれでもないログの件数\(`service` ごと、上位 10 件のみ\)。/,
    ],
    [
      'does not promise an error budget that is not shown',
      board({
        type: 'slo',
        slo_id: 'abc',
        show_error_budget: false,
        time_windows: ['7d', 'global_time'],
        global_time_target: '99.5',
        additional_query_filters: 'env:prod',
      }),
      /SLO: status of SLO `abc`, where `env:prod` applies, over 7 days and the time that the dashboard shows\. The target for the time shown is 99\.5%\./,
      /SLO: SLO `abc` のステータス\(7 日間、ダッシュボードの表示期間、絞り込みは `env:prod`\)。表示期間の目標値は 99\.5% です。/,
    ],
    [
      'says that a summary counts groups',
      board({ type: 'manage_status', query: 'team:a', summary_type: 'groups' }),
      /found by `team:a`\. Counts their groups, not the monitors\./,
      /モニターではなく、そのグループを数えます。/,
    ],
    [
      'names what a powerpack is given',
      board({
        type: 'powerpack',
        powerpack_id: 'a-b',
        template_variables: { controlled_externally: [{ name: 'env', values: ['prod'] }] },
      }),
      /Powerpack: the widgets of the powerpack `a-b`, with `\$env` = `prod`\./,
      /Powerpack `a-b` のウィジェット\(`\$env` = `prod`\)。/,
    ],
    [
      'names the columns of a list, and what its patterns are grouped by',
      board({
        type: 'list_stream',
        requests: [
          {
            columns: [{ field: 'status_line', width: 'auto' }],
            query: { data_source: 'logs_pattern_stream', query_string: '', group_by: [{ facet: 'service' }] },
          },
        ],
      }),
      /List: all patterns of logs, per `service`\. Columns: `status_line`\./,
      /ログのパターン\(`service` ごと\)。列: `status_line`。/,
    ],
    [
      'says which hosts a map shows',
      board({
        type: 'hostmap',
        requests: { fill: { q: 'avg:a.b{*} by {host}' } },
        group: ['region'],
        scope: ['env:prod'],
      }),
      /Grouped by `region`\. Only where `env:prod` applies\./,
      /`region` でグループ化します。対象は `env:prod` だけです。/,
    ],
    [
      'marks a percentile',
      board({ type: 'distribution', requests: [], markers: [{ display_type: 'percentile', value: '90' }] }),
      /Marked: the 90th percentile\./,
      /マーカー: 90 パーセンタイル。/,
    ],
    [
      'shows that a note goes on, or says nothing',
      board({ type: 'note', content: '---\n# Owners\nAsk Ana' }),
      /Note: “Owners …”\./,
      /メモ: 「Owners …」/,
    ],
    [
      'says that a note is empty',
      board({ type: 'note', content: '' }),
      /Note without text\./,
      /メモ\(テキストなし\)。/,
    ],
    [
      'names the days of a fixed time',
      board({ ...plot, time: { type: 'fixed', from: 1_700_000_000, to: 1_700_086_400 } }),
      /Its time range is fixed \(2023-11-14 22:13 to 2023-11-15 22:13 UTC\)/,
      /期間は固定\(UTC で 2023-11-14 22:13 から 2023-11-15 22:13 まで\)/,
    ],
    [
      'says what belongs to the whole dashboard',
      board(plot, {
        tabs: [{ id: 'a', name: 'First', widget_ids: ['@1'] }],
        default_timeframe: { live_span: '4h' },
        is_read_only: true,
        restricted_roles: ['r'],
        template_variables: [{ name: 'env', prefix: 'env', defaults: ['*'] }],
        template_variable_presets: [
          { name: 'Live', template_variables: [{ name: 'env', values: ['prod', 'eu'] }] },
        ],
      }),
      /Opens with the last 4 hours\.[\s\S]*Only its author[\s\S]*Only users with this role[\s\S]*“First” \(1 widget\)\.[\s\S]*“Live” \(`\$env` = `prod` or `eu`\)\./,
      /開いたときは直近 4 時間を表示します。[\s\S]*作成者と管理者[\s\S]*「First」\(ウィジェット 1 個\)。[\s\S]*「Live」\(`\$env` = `prod`、`eu`\)。/,
    ],
    [
      'counts a variable wherever a widget names it',
      board(
        { type: 'check_status', check: 'a.b', grouping: 'check', tags: ['$env'] },
        { template_variables: [{ name: 'env', prefix: 'env', defaults: ['*'] }] },
      ),
      /Used in 1 widget\./,
      /1 個のウィジェットで使われています。/,
    ],
    [
      'warns of a formula that names no query',
      board({
        ...plot,
        title: 'Load',
        requests: [
          {
            response_format: 'timeseries',
            queries: [{ name: 'a', data_source: 'metrics', query: 'avg:a.b{*}' }],
            formulas: [{ formula: 'a + b' }],
          },
        ],
      }),
      /Widget 1 “Load”: the formula names `b`, and the request has no such query\./,
      /ウィジェット 1「Load」: 数式に出てくる `b` というクエリが、リクエストにありません。/,
    ],
    [
      'draws the distribution of a measure of events',
      board({
        type: 'distribution',
        requests: [
          {
            request_type: 'histogram',
            query: {
              data_source: 'logs',
              search: { query: 'a:b' },
              compute: { aggregation: 'min', metric: '@duration' },
            },
          },
        ],
      }),
      /Distribution: the distribution of `@duration` over logs where `a` is `b`\./,
      /`a` が `b` であるログの `@duration` の分布。/,
    ],
    [
      'draws the distribution of APM statistics',
      board({
        type: 'distribution',
        requests: [
          {
            request_type: 'histogram',
            query: {
              data_source: 'apm_resource_stats',
              stat: 'latency_distribution',
              service: 'web',
              env: 'prod',
              operation_name: 'rack.request',
            },
          },
        ],
      }),
      /APM statistic `latency_distribution` of the operation `rack\.request` of service `web` in the environment `prod`\./,
      /環境 `prod` のサービス `web` のオペレーション `rack\.request` の APM 統計 `latency_distribution`。/,
    ],
    [
      'knows a star as everything',
      board({ type: 'event_timeline', query: '*' }),
      /Event timeline: all events\./,
      /すべてのイベント。/,
    ],
    [
      'sums up all monitors',
      board({ type: 'manage_status', query: '' }),
      /: all monitors\./,
      /: すべてのモニター。/,
    ],
    [
      'shows a check for each group',
      board({
        type: 'check_status',
        check: 'a.up',
        grouping: 'cluster',
        group_by: ['host'],
        tags: ['env:a', 'b:c'],
      }),
      /the check `a\.up` where `env:a` and `b:c` apply, for each `host`\./,
      /チェック `a\.up` のステータス\(`env:a`、`b:c`、`host` ごと\)。/,
    ],
    [
      'shows an SLO over windows in words',
      board({ type: 'slo', slo_id: 'a', time_windows: ['7d', 'previous_week'] }),
      /over 7 days and the previous week\./,
      /\(7 日間、前の週\)/,
    ],
  ])('%s', (_, input, en, ja) => {
    expect(textOf(input, 'en')).toMatch(en)
    expect(textOf(input, 'ja')).toMatch(ja)
  })
})

describe('an explained dashboard', () => {
  it('has a name even without a title', () => {
    expect(textOf(board(plot, { title: '' }), 'en')).toMatch(/^A dashboard without a title: 1 widget/)
    expect(textOf(board(plot, { title: '' }), 'ja')).toMatch(
      /^タイトルのないダッシュボードには 1 個のウィジェット/,
    )
  })

  it('tells variables that group from those that filter', () => {
    const variable = { name: 'by', type: 'group', defaults: ['host'] }
    const input = board(plot, { template_variables: [variable] })
    expect(textOf(input, 'en')).toContain(
      '`$by` chooses the tags that widgets group by. At the start: `host`.',
    )
    expect(textOf(input, 'ja')).toContain('`$by` は、ウィジェットをグループ化するタグを選びます。')
  })

  it('reads an empty default as everything', () => {
    const variable = { name: 'env', prefix: 'env', defaults: [''] }
    expect(textOf(board(plot, { template_variables: [variable] }), 'en')).toContain(
      'At the start: everything.',
    )
  })

  it('says of which widget a query is taken apart', () => {
    const { sources } = explain(scalar('query_value', {}), { lang: 'en', level: 'deep' })
    expect(sources.map(({ label }) => label.text)).toContain('Query query1 (1 Orders), piece by piece')
  })
})

describe('a widget with an error', () => {
  const list = {
    type: 'list_stream',
    title: 'Logs',
    requests: [{ query: { data_source: 'logs_stream', query_string: 'a:(b' } }],
  }
  const split = { type: 'split_group', source_widget_definition: { requests: [{ q: 'avg:a.b{*' }] } }
  const formula = {
    type: 'timeseries',
    requests: [
      {
        queries: [{ name: 'a', data_source: 'metrics', query: 'avg:a.b{x=y}' }],
        formulas: [{ formula: 'a *' }],
      },
    ],
  }

  it.each([
    [list, ['search/unclosed-parenthesis']],
    [{ type: 'log_stream', query: 'a:(b' }, ['search/unclosed-parenthesis']],
    [split, ['query/unclosed-brace']],
    [formula, ['query/equals-in-scope', 'query/expected-expression']],
    [{ ...plot, requests: [{ q: 'foo(avg:a.b{*})' }] }, ['query/unknown-function']],
    [
      { type: 'group', widgets: [{ definition: { ...plot, requests: [{ q: 'avg:a.b{*' }] } }] },
      ['query/unclosed-brace'],
    ],
    [plot, []],
  ])('is told with its place: %j', (definition, codes) => {
    for (const level of ['normal', 'deep'] as const) {
      const { diagnostics, summary } = explain(board(definition), { level })
      expect(diagnostics.map(one => one.code)).toEqual(codes)
      expect(/has an error/.test(summary.text)).toBe(codes.length > 0)
    }
  })

  it('names the widget, shows the query, and warns beside its line', () => {
    const said = (lang: Lang) => {
      const { diagnostics, parts } = explain(board(list), { lang })
      return [diagnostics[0]?.message, diagnostics[0]?.frame, diagnostics[0]?.repaired, parts[0]?.does.text]
    }
    expect(said('en')).toEqual([
      'Widget 1 “Logs”: This parenthesis is never closed.',
      '1 | a:(b\n      ^',
      'a:(b)',
      'List “Logs”: logs where `a` is `b`. Read as far as possible: a query of it has an error (see above).',
    ])
    expect(said('ja')).toEqual([
      'ウィジェット 1「Logs」: かっこ `(` が閉じられていません。',
      '1 | a:(b\n      ^',
      'a:(b)',
      'リスト「Logs」: `a` が `b` であるログ。上に示した誤りのため、読み取れた範囲の説明です。',
    ])
  })
})
