import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { keysWords } from './measure.js'
import { eventsWhere } from './sources.js'

const labels: Readonly<Record<string, string>> = {
  alert_graph: 'アラートグラフ',
  alert_value: 'アラート値',
  bar_chart: '棒グラフ',
  change: '変化',
  check_status: 'チェックステータス',
  cohort: 'コホート',
  distribution: 'ディストリビューション',
  event_stream: 'イベントストリーム',
  event_timeline: 'イベントタイムライン',
  free_text: 'フリーテキスト',
  funnel: 'ファネル',
  geomap: 'ジオマップ',
  group: 'グループ',
  heatmap: 'ヒートマップ',
  hostmap: 'ホストマップ',
  iframe: 'iframe',
  image: '画像',
  list_stream: 'リスト',
  log_stream: 'ログストリーム',
  manage_status: 'モニターサマリー',
  note: 'メモ',
  point_plot: 'ポイントプロット',
  powerpack: 'Powerpack',
  query_table: 'テーブル',
  query_value: 'クエリ値',
  retention_curve: 'リテンション曲線',
  run_workflow: 'ワークフロー実行',
  sankey: 'サンキー図',
  scatterplot: '散布図',
  servicemap: 'サービスマップ',
  slo: 'SLO',
  slo_list: 'SLO リスト',
  split_group: 'スプリットグラフ',
  sunburst: '円グラフ',
  timeseries: '時系列',
  toplist: 'トップリスト',
  topology_map: 'トポロジーマップ',
  trace_service: 'サービスサマリー',
  treemap: 'ツリーマップ',
  wildcard: 'ワイルドカード',
}

function titled(widget: string, title: string | undefined, say: Say): string {
  const label = labels[widget] ?? say.code(widget)
  return title === undefined ? label : `${label}${say.quote(title)}`
}

const measures: Readonly<Record<string, string>> = {
  good_events: '正常なイベント数',
  bad_events: '異常なイベント数',
  good_minutes: '正常な分数',
  bad_minutes: '異常な分数',
  slo_status: 'ステータス',
  error_budget_remaining: 'エラーバジェットの残り',
  burn_rate: 'バーンレート',
  error_budget_burndown: 'エラーバジェットのバーンダウン',
}

export const dashboard = {
  'summary/dashboard': ({ title, widgets, groups, variables, metrics }, say) => {
    const inside = groups === 0 ? '' : `と ${say.number(groups)} 個のグループ`
    const filters = variables === 0 ? '' : `(${say.number(variables)} 個のテンプレート変数で絞り込み可能)`
    const shows = metrics.length === 0 ? '' : `、よく使われているメトリクスは ${keysWords(metrics, say)} です`
    return `ダッシュボード${say.quote(title)}には ${say.number(widgets)} 個のウィジェット${inside}があり${filters}${shows === '' ? 'ます' : shows}。`
  },
  'dashboard/description': ({ text }, say) => `説明: ${say.quote(text)}。`,
  'dashboard/layout': ({ free }) =>
    free ? '自由配置のレイアウトです。' : 'グリッドに沿って上から並ぶレイアウトです。',
  'dashboard/variable': ({ name, prefix, defaults, uses }, say) => {
    const by = prefix === undefined ? '自由なテキスト' : `タグ ${say.code(prefix)} `
    const first = defaults.length === 0 || defaults.includes('*') ? 'すべて' : keysWords(defaults, say)
    return `${say.code(`$${name}`)} は${by}で絞り込みます。初期値: ${first}。${say.number(uses)} 個のクエリで使われています。`
  },
  'widget/group': ({ title, count }, say) =>
    `グループ${title === undefined ? '' : say.quote(title)}(ウィジェット ${say.number(count)} 個)。`,
  'widget/text': ({ kind, text }, say) => `${labels[kind]}: ${say.quote(text)}`,
  'widget/image': () => '画像です。',
  'widget/frame': ({ url }, say) => `ページ ${say.code(url)} を表示する枠です。`,
  'widget/data': ({ widget, title, values }, say) => {
    const shown = values.map(value => say.phrase(value).trim())
    return shown.length === 0
      ? `${titled(widget, title, say)}。`
      : `${titled(widget, title, say)}: ${shown.join('／')}。`
  },
  'widget/alert': ({ widget, title, id }, say) =>
    `${titled(widget, title, say)}: モニター ${say.code(id)} の状態。`,
  'widget/slo': ({ title, id, windows }, say) =>
    `${titled('slo', title, say)}: SLO ${say.code(id)} のステータスとエラーバジェット${windows.length === 0 ? '' : `(${keysWords(windows, say)})`}。`,
  'widget/check': ({ title, check, tags }, say) =>
    `${titled('check_status', title, say)}: ${say.code(check)} の状態${tags.length === 0 || tags.includes('*') ? '' : `(${keysWords(tags, say)})`}。`,
  'widget/monitors': ({ title, query }, say) =>
    `${titled('manage_status', title, say)}: ${say.code(query)} で見つかるモニター。`,
  'widget/stream': ({ widget, title, text }, say) =>
    `${titled(widget, title, say)}: ${text === '' ? 'すべて' : say.code(text)}。`,
  'widget/service': ({ title, service, env }, say) =>
    `${titled('trace_service', title, say)}: サービス ${say.code(service)} の APM${env === '' ? '' : `(${say.code(env)})`}。`,
  'widget/plain': ({ widget, title }, say) => `${titled(widget, title, say)}。`,
  'widget/other': ({ widget }, say) =>
    `${say.code(widget)} はドキュメントにないウィジェットです。そのまま Datadog に渡されます。`,
  'value/labelled': ({ label, value }, say) => `${say.quote(label)}= ${say.phrase(value).trim()}`,
  'value/top': ({ value, count, lowest }, say) =>
    `${say.phrase(value).trim()}(${lowest ? '下位' : '上位'} ${say.number(count)} 件のみ)`,
  'value/events-of': ({ source, clause }, say) => eventsWhere({ source, clause }, say),
  'value/slo-measure': ({ id, measure }, say) =>
    `SLO ${say.code(id)} の${measures[measure] ?? ` ${say.code(measure)}`}`,
  'value/process': ({ source, metric, filter }, say) =>
    `${filter === '' ? '' : `${say.code(filter)} に一致する`}${source === 'container' ? 'コンテナ' : 'プロセス'}の ${say.code(metric)}`,
  'value/apm': ({ stat, service }, say) => `サービス ${say.code(service)} の APM 統計 ${say.code(stat)}`,
} satisfies Partial<Words>
