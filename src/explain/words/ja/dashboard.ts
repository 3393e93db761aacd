import { sloTimeframes } from '../../../catalog/index.js'
import type { Comparator } from '../../../query/index.js'
import type { ColourFormat, JourneyStep, Preset, WidgetRole } from '../../sentences/resource.js'
import type { ResultUnit } from '../../unit.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords } from './clause.js'
import { colours } from './colours.js'
import { eachWords, keysWords, noted, percentileWords, quantity, windowWords } from './measure.js'
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

/** A search that finds everything. */
const isAll = (query: string) => query.trim() === '' || query.trim() === '*'

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
  mean: '平均',
  area: 'グラフの下の面積',
  l2norm: ' L2 ノルム',
  percentile: 'パーセンタイル',
}

const roles: Record<WidgetRole, string> = { fill: '色', size: '大きさ', x: 'x 軸', y: 'y 軸', color: '色' }

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
  const shown = /[!-(*-~]$/.test(value) ? `${value} ` : value
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

const drawn: Readonly<Record<string, string>> = {
  line: '折れ線',
  bars: '棒',
  area: '面',
  overlay: '重ね描き',
}

const axes = { xaxis: 'x 軸', yaxis: 'y 軸', right_yaxis: '右の y 軸' } as const

const scales: Readonly<Record<string, string>> = { log: '対数', sqrt: '平方根' }

const summaries: Readonly<Record<string, string>> = {
  groups: 'モニターではなく、そのグループを数えます。',
  combined: 'モニターとそのグループを数えます。',
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
  'summary/dashboard': ({ title, widgets, groups, variables, metrics, allMetrics }, say) => {
    const inside = groups === 0 ? '' : `と ${say.number(groups)} 個のグループ`
    const filters = `${say.number(variables)} 個のテンプレート変数で`
    const names = keysWords(metrics, say)
    const shows =
      allMetrics > metrics.length
        ? `${names} など ${say.number(allMetrics)} 個のメトリクスを表示します`
        : `メトリクスは ${names} です`
    const noMetrics = variables === 0 ? 'あります' : `あり、${filters}絞り込めます`
    const both = `あり${variables === 0 ? '' : `(${filters}絞り込み可能)`}、${shows}`
    const rest = metrics.length === 0 ? noMetrics : both
    return `${title.trim() === '' ? 'タイトルのないダッシュボード' : `ダッシュボード${say.quote(title)}`}には ${say.number(widgets)} 個のウィジェット${inside}が${rest}。`
  },
  'summary/dashboard-broken': ({ widgets }, say) =>
    `${say.number(widgets)} 個のウィジェットのクエリに誤りがあり、データの代わりにエラーが表示されます。`,
  'dashboard/description': ({ text }, say) => `説明: ${say.quote(text)}。`,
  'dashboard/layout': ({ free }) =>
    free ? '自由配置のレイアウトです。' : 'グリッドに沿って上から並ぶレイアウトです。',
  'dashboard/variable': ({ name, prefix, defaults, choices, uses, powerpack, groups }, say) => {
    if (groups)
      return `${say.code(`$${name}`)} は、ウィジェットをグループ化するタグを選びます。初期値: ${defaults.length === 0 ? 'なし' : keysWords(defaults, say)}。`
    const by =
      prefix === undefined
        ? '自由なテキスト'
        : `${prefix.startsWith('@') ? '属性' : 'タグ'} ${say.code(prefix)} `
    const first = defaults.length === 0 || defaults.includes('*') ? 'すべて' : keysWords(defaults, say)
    return `${say.code(`$${name}`)} は${by}で絞り込みます。初期値: ${first}。${choices.length === 0 ? '' : `選べる値: ${keysWords(choices, say)}。`}${uses > 0 ? `${say.number(uses)} 個のウィジェットで使われています` : powerpack ? '名前の出てくるウィジェットはありませんが、Powerpack が使う場合があります' : 'どのウィジェットでも使われていません'}。`
  },
  'dashboard/notified': ({ people }, say) =>
    `ダッシュボードが編集されると、${keysWords(people, say)} に通知されます。`,
  'dashboard/presets': ({ presets }, say) =>
    `テンプレート変数の保存済みビュー: ${presets.map(({ name, values }) => `${say.quote(name)}${values.length === 0 ? '' : `(${presetWords(values, say)})`}`).join('、')}。`,
  'dashboard/tabs': ({ tabs }, say) =>
    `タブに分かれています: ${tabs.map(({ name, widgets }) => `${say.quote(name)}(ウィジェット ${say.number(widgets)} 個)`).join('、')}。`,
  'dashboard/start': ({ text, window }, say) =>
    `開いたときは${window === undefined ? (spans[text] ?? ` ${say.code(text)} `) : windowWords(window, say)}を表示します。`,
  'dashboard/read-only': () => '作成者と管理者だけが編集できます。今は制限ポリシーの使用が推奨されています。',
  'widget/group': ({ title, count }, say) =>
    `グループ${title === undefined ? '' : say.quote(title)}(ウィジェット ${say.number(count)} 個)。`,
  'widget/text': ({ kind, text }, say) =>
    text === '' ? `${labels[kind]}(テキストなし)。` : `${labels[kind]}: ${say.quote(text)}`,
  'widget/broken': () => '上に示した誤りのため、読み取れた範囲の説明です。',
  'widget/drawn': ({ as }, say) => `${drawn[as] ?? ` ${say.code(as)} `}で表示します。`,
  'widget/reducers': ({ items }, say) =>
    `数値: ${items.map(({ name, reducer }) => `${/^\d+$/.test(name) ? `クエリ ${name} ` : (roles[name as WidgetRole] ?? `${say.code(name)} `)}は表示期間の${reducers[reducer] ?? ` ${say.code(reducer)}`}`).join('、')}。`,
  'widget/axis': ({ axis, scale, min, max }, say) => {
    const parts = [
      ...(scale === undefined ? [] : [scales[scale] ?? say.code(scale)]),
      ...(min === undefined ? [] : [`下限 ${say.number(min)}`]),
      ...(max === undefined ? [] : [`上限 ${say.number(max)}`]),
    ]
    return `${axes[axis]}: ${parts.join('、')}。`
  },
  'widget/events': ({ queries }, say) => `${keysWords(queries, say)} で見つかるイベントを重ねて表示します。`,
  'widget/links': ({ links, hidden }, say) => {
    const own = links.map(({ label, link }) => `${say.quote(label)}(${say.code(link)})`)
    const shown = own.length === 0 ? '' : `カスタムリンク: ${own.join('、')}。`
    return `${shown}${hidden.length === 0 ? '' : `メニューで非表示の項目: ${hidden.map(say.quote).join('、')}。`}`
  },
  'widget/columns': ({ columns }, say) => `列: ${keysWords(columns, say)}。`,
  'widget/hosts': ({ groups, scope }, say) =>
    `${groups.length === 0 ? '' : `${keysWords(groups, say)} でグループ化します。`}${scope.length === 0 ? '' : `対象は ${keysWords(scope, say)} だけです。`}`,
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
  'widget/map': ({ widget, title, service, filters, query }, say) => {
    const shown = [
      ...(query === '' ? [] : [`${say.code(query)} で見つかるサービス`]),
      ...(service === '' ? [] : [`${say.code(service)} の周辺のサービス`]),
    ]
    const around = shown.length === 0 ? '' : `: ${shown.join('、')}`
    return `${titled(widget, title, say)}${around}${filters.length === 0 ? '' : `(${keysWords(filters, say)})`}。`
  },
  'widget/workflow': ({ title, id, inputs }, say) => {
    const given = inputs.map(({ name, value }) => `${say.code(name)} = ${say.code(value)}`).join('、')
    return `${titled('run_workflow', title, say)}: ワークフロー ${say.code(id)} を実行するボタン${given === '' ? '' : `(${given})`}。`
  },
  'widget/powerpack': ({ title, id, values }, say) =>
    `${titled('powerpack', title, say)}: Powerpack ${say.code(id)} のウィジェット${values.length === 0 ? '' : `(${presetWords(values, say)})`}。`,
  'widget/slos': ({ title, query, limit }, say) =>
    `${titled('slo_list', title, say)}: ${isAll(query) ? 'すべての SLO' : `${say.code(query)} で見つかる SLO`}${limit === undefined ? '' : `(最大 ${say.number(limit)} 件)`}。`,
  'widget/compared': ({ against, relative, increaseGood }, say) => {
    const good = increaseGood === undefined ? '' : `増加は${increaseGood ? '良い' : '悪い'}変化とみなします。`
    return `${earlier[against] ?? `${say.code(against)} `}からの${relative ? '変化率(%)' : '変化量'}を表示します。${good}`
  },
  'widget/colours': ({ rules, unit }, say) =>
    `色分け${rules.length === 1 ? '' : '(上から順に判定)'}: ${rules.map(rule => colourWords(rule, unit, say)).join('、')}。`,
  'widget/markers': ({ lines }, say) =>
    `マーカー: ${lines.map(({ value, label, percentile }) => `${percentile === undefined ? say.code(value) : percentileWords(percentile, say)}${label === undefined ? '' : `(${say.quote(label)})`}`).join('、')}。`,
  'widget/split': ({ keys, limit, chosen }, say) => {
    const notes = [
      ...(limit === undefined ? [] : [`最大 ${say.number(limit)} 個`]),
      ...(chosen === 0 ? [] : [`うち ${say.number(chosen)} 個は個別に指定`]),
    ]
    return `${eachWords(keys, say)}ごとに 1 つのグラフです${notes.length === 0 ? '' : `(${notes.join('、')})`}。`
  },
  'widget/fixed-time': ({ from, to }) =>
    `期間は固定${from === undefined || to === undefined ? '' : `(UTC で ${from} から ${to} まで)`}で、ダッシュボードの表示期間には従いません。`,
  'widget/span': ({ text, window }, say) =>
    `ダッシュボードの表示期間にかかわらず、${window === undefined ? (spans[text] ?? `${say.code(text)} `) : windowWords(window, say)}を表示します。`,
  'widget/alert': ({ widget, title, id }, say) =>
    `${titled(widget, title, say)}: モニター ${say.code(id)} の状態。`,
  'widget/slo': ({ title, id, windows, budget, filter, target }, say) => {
    const notes = [
      ...windows.map(window => sloWindow(window, say)),
      ...(filter === '' ? [] : [`絞り込みは ${say.code(filter)}`]),
    ]
    const goal =
      target === undefined || !windows.includes('global_time')
        ? ''
        : `表示期間の目標値は ${say.number(Number(target))}% です。`
    return `${titled('slo', title, say)}: SLO ${say.code(id)} のステータス${budget ? 'とエラーバジェット' : ''}${notes.length === 0 ? '' : `(${notes.join('、')})`}。${goal}`
  },
  'widget/check': ({ title, check, tags, groups }, say) => {
    const notes = [
      ...(tags.length === 0 || tags.includes('*') ? [] : [keysWords(tags, say)]),
      ...(groups.length === 0 ? [] : [`${eachWords(groups, say)}ごと`]),
    ]
    return `${titled('check_status', title, say)}: チェック ${say.code(check)} のステータス${notes.length === 0 ? '' : `(${notes.join('、')})`}。`
  },
  'widget/monitors': ({ title, query, summary }, say) =>
    `${titled('manage_status', title, say)}: ${isAll(query) ? 'すべてのモニター' : `${say.code(query)} で見つかるモニター`}。${summary === undefined ? '' : (summaries[summary] ?? '')}`,
  'widget/stream': ({ widget, title, text }, say) =>
    `${titled(widget, title, say)}: ${isAll(text) ? 'すべてのイベント' : `${say.code(text)} で見つかるイベント`}。`,
  'widget/service': ({ title, service, env }, say) =>
    `${titled('trace_service', title, say)}: ${service === '' ? '' : `サービス ${say.code(service)} の `}APM${env === '' ? '' : `(${say.code(env)})`}。`,
  'widget/plain': ({ widget, title }, say) => `${titled(widget, title, say)}。`,
  'widget/other': ({ widget, title }, say) =>
    `${say.code(widget)}${title === undefined ? ' ' : `(${say.quote(title)})`}はドキュメントにないウィジェットです。そのまま Datadog に渡されます。`,
  'value/labelled': ({ label, value }, say) => `${say.quote(label)}= ${say.phrase(value).trim()}`,
  'value/top': ({ value, count, lowest }, say) =>
    noted(say.phrase(value).trim(), `${lowest ? '下位' : '上位'} ${say.number(count)} 件のみ`),
  'value/events-of': ({ source, clause, indexes, groups }, say) => {
    const stream = source.replace(/_stream$/, '')
    const shown = withIndex(nounWhere(streams[stream] ?? eventsWords(stream, say), clause, say), indexes, say)
    return groups.length === 0 ? shown : noted(shown, `${eachWords(groups, say)}ごと`)
  },
  'value/role': ({ role, value, label }, say) =>
    `${roles[role]}${label === undefined ? ' ' : say.quote(label)}= ${say.phrase(value).trim()}`,
  'value/drawn': ({ value, as, right }, say) => {
    const notes = [
      ...(as === undefined ? [] : [`${drawn[as] ?? say.code(as)}で表示`]),
      ...(right ? ['右の y 軸'] : []),
    ]
    return `${notes.join('、')}: ${say.phrase(value).trim()}`
  },
  'value/slo-measure': ({ id, measure, filter, each }, say) => {
    const notes = [
      ...(filter === '' ? [] : [`絞り込みは ${say.code(filter)}`]),
      ...(each ? ['グループまたはモニターごと'] : []),
    ]
    return `SLO ${say.code(id)} の${measures[measure] ?? ` ${say.code(measure)}`}${notes.length === 0 ? '' : `(${notes.join('、')})`}`
  },
  'value/process': ({ source, metric, filter, tags }, say) => {
    const tagged = tags.length === 0 ? '' : `タグ ${keysWords(tags, say)} が付いた`
    const matched = filter === '' ? '' : `${say.code(filter)} に一致する`
    const where = `${tagged}${tagged === '' || matched === '' ? '' : '、'}${matched}`
    return `${where}${source === 'container' ? 'コンテナ' : 'プロセス'}の ${say.code(metric)}`
  },
  'value/apm': ({ stat, service, operation, resource, env, groups }, say) =>
    `${env === '' ? '' : `環境 ${say.code(env)} の`}サービス ${say.code(service)} の${operation === '' ? '' : `オペレーション ${say.code(operation)} の`}${resource === '' ? '' : `リソース ${say.code(resource)} の`} APM 統計 ${say.code(stat)}${groups.length === 0 ? '' : `(${eachWords(groups, say)}ごと)`}`,
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
  'value/paths': ({ source, clause, towards, end }, say) => {
    const events = nounWhere(eventsWords(source, say), clause, say)
    const way = towards ? 'に至る経路' : 'から始まる経路'
    return end === '' ? `${events}${way}` : `${events}のうち、${say.code(end)} ${way}`
  },
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
