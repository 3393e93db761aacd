import { sloTimeframes } from '../../../catalog/index.js'
import type { Comparator } from '../../../query/index.js'
import type { Preset } from '../../dashboard-settings.js'
import type { ColourFormat, JourneyStep, WidgetRole } from '../../sentences/resource.js'
import type { ResultUnit } from '../../unit.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords } from './clause.js'
import { colours } from './colours.js'
import { eachWords, keysWords, noted, quantity, windowWords } from './measure.js'
import { eventsWords, nounWhere, withIndex } from './sources.js'

/** What each type of widget is called. */
export const labels: Readonly<Record<string, string>> = {
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

/** What a list shows that is not a source of events itself. */
const streams: Readonly<Record<string, string>> = {
  ci_pipeline: ' CI パイプラインのイベント',
  ci_test: ' CI テストの実行',
  event: 'イベント',
  trace: 'スパン',
  issue: '問題(エラー追跡)',
  rum_issue: ' RUM の問題(エラー追跡)',
  apm_issue: ' APM の問題(エラー追跡)',
  logs_issue: 'ログの問題(エラー追跡)',
  logs_pattern: 'ログのパターン',
  logs_transaction: 'ログのトランザクション',
  security_runtime: 'ランタイムのセキュリティシグナル',
  incidents: 'インシデント',
}

const reducers: Readonly<Record<string, string>> = {
  avg: '平均',
  sum: '合計',
  min: '最小値',
  max: '最大値',
  last: '最新の値',
}

const roles: Record<WidgetRole, string> = { fill: '色', size: '大きさ', x: 'x 軸', y: 'y 軸' }

const sloWindows: Readonly<Record<string, string>> = {
  week_to_date: '今週の始めから今まで',
  previous_week: '前の週',
  month_to_date: '今月の始めから今まで',
  previous_month: '前の月',
  global_time: 'ダッシュボードの表示期間',
}

function sloWindow(window: string, say: Say): string {
  return Object.hasOwn(sloTimeframes, window)
    ? `${say.unit(sloTimeframes[window as keyof typeof sloTimeframes].days, 'd')}間`
    : (sloWindows[window] ?? say.code(window))
}

const earlier: Readonly<Record<string, string>> = {
  hour_before: '1 時間前',
  day_before: '1 日前',
  week_before: '1 週間前',
  month_before: '1 か月前',
}

const spans: Readonly<Record<string, string>> = {
  week_to_date: '今週の始めから今まで',
  month_to_date: '今月の始めから今まで',
  alert: 'アラート前後の期間',
}

const shownColours: Readonly<Record<string, string>> = { ...colours, custom: '独自の色' }

/** A condition before its colour: `50 以上なら`. */
function whenWords(comparator: Comparator, value: string): string {
  const shown = /[!-~]$/.test(value) ? `${value} ` : value
  return comparator === '==' ? `ちょうど ${shown}なら` : `${shown}${when[comparator]}`
}

const when: Readonly<Record<Exclude<Comparator, '=='>, string>> = {
  '>': 'を超えると',
  '>=': '以上なら',
  '<': '未満なら',
  '<=': '以下なら',
  '!=': '以外なら',
}

function colourWords(rule: ColourFormat, unit: ResultUnit | undefined, say: Say): string {
  if ('range' in rule) return `値に応じて ${say.code(rule.range)}`
  const { comparator, value, colour, on, own, hidden, during } = rule
  const plain = on === 'image' ? '画像' : (shownColours[colour] ?? ` ${say.code(colour)}`)
  const shown = own === undefined ? plain : `${on === 'image' ? '画像' : ''} ${say.code(own)}`
  const over = during === undefined ? '' : `${say.code(during)} の値が `
  return `${over}${whenWords(comparator, quantity(value, unit, say))}${shown}${hidden === true ? '(数値は非表示)' : ''}`
}

/** `` `$env` = `prod` ``. */
export function presetWords(values: Preset['values'], say: Say): string {
  return values.map(one => `${say.code(`$${one.name}`)} = ${keysWords(one.values, say)}`).join('、')
}

const apmRows: Readonly<Record<string, string>> = {
  service: 'サービス',
  resource: 'リソース',
  span: 'スパン',
}

const periods: Readonly<Record<string, string>> = {
  minute: '分',
  hour: '時間',
  day: '日',
  week: '週',
  month: '月',
  quarter: '四半期',
  year: '年',
}

function stepWords({ name, source, clause }: JourneyStep, index: number, say: Say): string {
  const what =
    source === undefined
      ? `${clauseWords(clause, say)}こと`
      : nounWhere(eventsWords(source, say), clause, say)
  return `ステップ ${name === undefined ? index + 1 : say.code(name)}: ${what}`
}

export const dashboard = {
  'summary/dashboard': ({ title, widgets, groups, variables, metrics }, say) => {
    const inside = groups === 0 ? '' : `と ${say.number(groups)} 個のグループ`
    const filters = variables === 0 ? '' : `(${say.number(variables)} 個のテンプレート変数で絞り込み可能)`
    const shows = metrics.length === 0 ? '' : `、主なメトリクスは ${keysWords(metrics, say)} です`
    return `${title.trim() === '' ? 'タイトルのないダッシュボード' : `ダッシュボード${say.quote(title)}`}には ${say.number(widgets)} 個のウィジェット${inside}があり${filters}${shows === '' ? 'ます' : shows}。`
  },
  'dashboard/description': ({ text }, say) => `説明: ${say.quote(text)}。`,
  'dashboard/layout': ({ free }) =>
    free ? '自由配置のレイアウトです。' : 'グリッドに沿って上から並ぶレイアウトです。',
  'dashboard/variable': ({ name, prefix, defaults, choices, uses, groups }, say) => {
    if (groups)
      return `${say.code(`$${name}`)} は、ウィジェットをグループ化するタグを選びます。初期値: ${defaults.length === 0 ? 'なし' : keysWords(defaults, say)}。`
    const by =
      prefix === undefined
        ? '自由なテキスト'
        : `${prefix.startsWith('@') ? '属性' : 'タグ'} ${say.code(prefix)} `
    const first = defaults.length === 0 || defaults.includes('*') ? 'すべて' : keysWords(defaults, say)
    return `${say.code(`$${name}`)} は${by}で絞り込みます。初期値: ${first}。${choices.length === 0 ? '' : `選べる値: ${keysWords(choices, say)}。`}${uses === 0 ? 'どのクエリでも使われていません' : `${say.number(uses)} 個のクエリで使われています`}。`
  },
  'dashboard/notified': ({ people }, say) =>
    `ダッシュボードが編集されると、${keysWords(people, say)} に通知されます。`,
  'dashboard/presets': ({ names }, say) =>
    `テンプレート変数の保存済みビュー: ${names.map(say.quote).join('、')}。`,
  'widget/group': ({ title, count }, say) =>
    `グループ${title === undefined ? '' : say.quote(title)}(ウィジェット ${say.number(count)} 個)。`,
  'widget/text': ({ kind, text }, say) => `${labels[kind]}: ${say.quote(text)}`,
  'widget/image': ({ url }, say) => (url === '' ? '画像です。' : `画像 ${say.code(url)} です。`),
  'widget/frame': ({ url }, say) => `ページ ${say.code(url)} を表示する枠です。`,
  'widget/noted': ({ shown, notes }, say) => [shown, ...notes].map(say.phrase).join(''),
  'widget/data': ({ widget, title, values, reducer }, say) => {
    const shown = values.map(value => say.phrase(value).trim())
    if (shown.length === 0) return `${titled(widget, title, say)}。`
    const how = reducer === undefined ? undefined : reducers[reducer]
    const number = how === undefined ? '' : `数値は表示期間の${how}です。`
    return `${titled(widget, title, say)}: ${shown.join('／')}。${number}`
  },
  'widget/map': ({ widget, title, service, filters }, say) => {
    const around = service === '' ? '' : `: ${say.code(service)} の周辺のサービス`
    return `${titled(widget, title, say)}${around}${filters.length === 0 ? '' : `(${keysWords(filters, say)})`}。`
  },
  'widget/named': ({ widget, title, id }, say) =>
    `${titled(widget, title, say)}${id === '' ? '' : `: ${say.code(id)}`}。`,
  'widget/slos': ({ title, query }, say) =>
    `${titled('slo_list', title, say)}: ${query === '' ? 'すべての SLO' : `${say.code(query)} で見つかる SLO`}。`,
  'widget/compared': ({ against, relative }, say) =>
    `${earlier[against] ?? `${say.code(against)} `}からの${relative ? '変化率(%)' : '変化量'}を表示します。`,
  'widget/colours': ({ rules, unit }, say) =>
    `色分け${rules.length === 1 ? '' : '(上から順に判定)'}: ${rules.map(rule => colourWords(rule, unit, say)).join('、')}。`,
  'widget/markers': ({ lines }, say) =>
    `マーカー: ${lines.map(({ value, label }) => (label === undefined ? say.code(value) : `${say.code(value)}(${say.quote(label)})`)).join('、')}。`,
  'widget/split': ({ keys, limit }, say) =>
    `${eachWords(keys, say)}ごとに 1 つのグラフです${limit === undefined ? '' : `(最大 ${say.number(limit)} 個)`}。`,
  'widget/fixed-time': () => '期間は固定で、ダッシュボードの表示期間には従いません。',
  'widget/span': ({ text, window }, say) =>
    `ダッシュボードの表示期間にかかわらず、${window === undefined ? (spans[text] ?? `${say.code(text)} `) : windowWords(window, say)}を表示します。`,
  'widget/alert': ({ widget, title, id }, say) =>
    `${titled(widget, title, say)}: モニター ${say.code(id)} の状態。`,
  'widget/slo': ({ title, id, windows }, say) =>
    `${titled('slo', title, say)}: SLO ${say.code(id)} のステータスとエラーバジェット${windows.length === 0 ? '' : `(${windows.map(window => sloWindow(window, say)).join('、')})`}。`,
  'widget/check': ({ title, check, tags, groups }, say) => {
    const notes = [
      ...(tags.length === 0 || tags.includes('*') ? [] : [keysWords(tags, say)]),
      ...(groups.length === 0 ? [] : [`${eachWords(groups, say)}ごと`]),
    ]
    return `${titled('check_status', title, say)}: チェック ${say.code(check)} のステータス${notes.length === 0 ? '' : `(${notes.join('、')})`}。`
  },
  'widget/monitors': ({ title, query }, say) =>
    `${titled('manage_status', title, say)}: ${query.trim() === '' ? 'すべてのモニター' : `${say.code(query)} で見つかるモニター`}。`,
  'widget/stream': ({ widget, title, text }, say) =>
    `${titled(widget, title, say)}: ${text.trim() === '' ? 'すべてのイベント' : `${say.code(text)} で見つかるイベント`}。`,
  'widget/service': ({ title, service, env }, say) =>
    `${titled('trace_service', title, say)}: サービス ${say.code(service)} の APM${env === '' ? '' : `(${say.code(env)})`}。`,
  'widget/plain': ({ widget, title }, say) => `${titled(widget, title, say)}。`,
  'widget/other': ({ widget }, say) =>
    `${say.code(widget)} はドキュメントにないウィジェットです。そのまま Datadog に渡されます。`,
  'value/labelled': ({ label, value }, say) => `${say.quote(label)}= ${say.phrase(value).trim()}`,
  'value/top': ({ value, count, lowest }, say) =>
    noted(say.phrase(value).trim(), `${lowest ? '下位' : '上位'} ${say.number(count)} 件のみ`),
  'value/events-of': ({ source, clause, indexes }, say) => {
    const stream = source.replace(/_stream$/, '')
    return withIndex(nounWhere(streams[stream] ?? eventsWords(stream, say), clause, say), indexes, say)
  },
  'value/role': ({ role, value }, say) => `${roles[role]} = ${say.phrase(value).trim()}`,
  'value/slo-measure': ({ id, measure }, say) =>
    `SLO ${say.code(id)} の${measures[measure] ?? ` ${say.code(measure)}`}`,
  'value/process': ({ source, metric, filter, tags }, say) => {
    const tagged = tags.length === 0 ? '' : `タグ ${keysWords(tags, say)} が付いた`
    const matched = filter === '' ? '' : `${say.code(filter)} に一致する`
    const where = `${tagged}${tagged === '' || matched === '' ? '' : '、'}${matched}`
    return `${where}${source === 'container' ? 'コンテナ' : 'プロセス'}の ${say.code(metric)}`
  },
  'value/apm': ({ stat, service, resource, groups }, say) =>
    `サービス ${say.code(service)} の${resource === '' ? '' : `リソース ${say.code(resource)} の`} APM 統計 ${say.code(stat)}${groups.length === 0 ? '' : `(${eachWords(groups, say)}ごと)`}`,
  'value/apm-table': ({ rows, service, operation, resource, env, tag, columns }, say) => {
    const of = [
      ...(env === '' ? [] : [`環境 ${say.code(env)} `]),
      ...(service === '' ? [] : [`サービス ${say.code(service)} `]),
      ...(resource === '' ? [] : [`リソース ${say.code(resource)} `]),
      ...(operation === '' ? [] : [`オペレーション ${say.code(operation)} `]),
    ]
    const notes = [
      ...(tag === '' ? [] : [`タグ ${say.code(tag)} が付いたもの`]),
      ...(rows === '' ? [] : [`${apmRows[rows] ?? `${say.code(rows)} `}ごとに 1 行`]),
      ...(columns.length === 0 ? [] : [`列は ${keysWords(columns, say)}`]),
    ]
    const shown = [...of.map(one => `${one}の`), of.length === 0 ? '' : ' ', 'APM 統計'].join('')
    return notes.length === 0 ? shown : `${shown}(${notes.join('、')})`
  },
  'value/funnel': ({ among, expression, steps, groups }, say) => {
    const from =
      among === undefined ? '' : `${nounWhere(eventsWords(among.source, say), among.clause, say)}のうち、`
    if (steps.length === 0) return `${from}ステップがまだないファネル`
    const shown = steps.map((step, index) => stepWords(step, index, say)).join('、')
    const each = groups.length === 0 ? '' : `${eachWords(groups, say)}ごとに、`
    const joined = expression === undefined ? '' : `(つなぎ方は ${say.code(expression)})`
    const what = steps.length === 1 ? 'ただ 1 つのステップに達する数' : '各ステップから次のステップへ進む数'
    return `${from}${each}${what}${joined}(${shown})`
  },
  'value/paths': ({ source, clause, towards }, say) =>
    `${nounWhere(eventsWords(source, say), clause, say)}${towards ? 'に至る経路' : 'から始まる経路'}`,
  'value/flow': ({ source, clause, groups }, say) =>
    `${nounWhere(eventsWords(source, say), clause, say)}の流れ(${say.codes(groups).join(' から ')} へ)`,
  'value/retention': ({ entity, start, back, later, period }, say) => {
    const who = entity === '' ? 'ユーザーの数' : `${say.code(entity)} の異なる値の数`
    const returned =
      back === undefined ? 'また戻ってくる' : `その後 ${clauseWords(back, say)}イベントで戻ってくる`
    const each = period === undefined ? '' : `${periods[period] ?? `${say.code(period)} `}ごと`
    const notes = [each, later ? 'その期間またはそれ以降' : ''].filter(one => one !== '')
    return `${clauseWords(start, say)}イベントで始まり、${returned}${who}${notes.length === 0 ? '' : `(${notes.join('、')})`}`
  },
} satisfies Partial<Words>
