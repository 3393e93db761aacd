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
      /色分け: 5 を超えている場合は赤、それ以外で 5 以下である場合は緑。/,
    ],
    [
      'leaves out colours without a limit',
      scalar(
        'query_value',
        {},
        { conditional_formats: [{ type: 'range', palette: 'transparent_to_green' }] },
      ),
      /^(?![\s\S]*Colours)/,
      /^(?![\s\S]*色分け)/,
    ],
    [
      'names its marked lines',
      board({ ...plot, markers: [{ value: 'y = 15', label: 'limit', display_type: 'error dashed' }] }),
      /Marked: `y = 15` \(“limit”\)\./,
      /目印: `y = 15`\(「limit」\)。/,
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
      'starts a workflow',
      board({ type: 'run_workflow', workflow_id: 'a-b' }),
      /Run workflow: `a-b`\./,
      /: `a-b`。/,
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
      /チェック `a\.up` のステータス\(`env:a`、`b:c`\)\(`host` ごと\)。/,
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
