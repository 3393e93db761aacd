import { sloTimeframes } from '../../../catalog/index.js'
import {
  isData,
  isNamedByPerson,
  type LookField,
  type LookOf,
  type LookValue,
} from '../../diff/look-fields.js'
import type { LinkState, Topic, WidgetName } from '../../diff/sentences.js'
import type { NotifiedState } from '../../notified.js'
import type { ColourFormat } from '../../sentences/resource.js'
import type { Phrase } from '../../sentences.js'
import type { WindowValue } from '../../window.js'
import { presetWords, labels as widgetLabels } from '../ja/dashboard.js'
import {
  compared,
  comparedState,
  comparedTo,
  distanceWords,
  judgedWords,
  keysWords,
  percentileWords,
  quantity,
  reducedNoun,
  shareWords,
  sideWords,
  windowWords,
} from '../ja/measure.js'
import { methodWords } from '../ja/sources.js'
import type { Say } from '../say.js'
import { percentileOf } from '../written-arguments.js'
import { dataWords, lookLabels, lookWords, markerColours } from './looks-ja.js'
import type { DiffWords } from './words.js'

const roles = {
  evaluation: '評価ウィンドウ',
  shift: '比べる相手の時間帯',
  trigger: 'アラートの判定ウィンドウ',
  recovery: '回復の判定ウィンドウ',
  long: '長いウィンドウ',
  short: '短いウィンドウ',
  slo: 'SLO の対象期間',
} as const

const judgements = { level: '値そのもの', change: '変化量', pct_change: '変化率' } as const

const limits: Readonly<Record<string, string>> = {
  critical: 'アラートしきい値',
  warning: '警告しきい値',
  critical_recovery: 'アラートの回復しきい値',
  warning_recovery: '警告の回復しきい値',
  ok: '回復とみなす OK の連続回数',
  unknown: 'UNKNOWN を通知するまでの連続回数',
}

const runLimits: Readonly<Record<string, string>> = {
  critical: 'アラートになる CRITICAL の連続回数',
  warning: '警告になる WARNING の連続回数',
}

const states: Record<NotifiedState, string> = {
  alert: 'アラート時',
  warning: '警告時',
  'alert to warning': 'アラートから警告に下がったとき',
  'no data': 'データなしのとき',
  unknown: 'UNKNOWN のとき',
  recovery: '回復時',
  'alert recovery': 'アラートからの回復時',
  'warning recovery': '警告からの回復時',
  'no data recovery': 'データが戻ったとき',
  renotify: '再通知のたび',
}

const topics: Record<Topic, string> = {
  threshold: 'しきい値',
  window: 'ウィンドウ',
  groups: 'グループ分け',
  filter: '絞り込み',
  data: '見るデータ',
  computation: '値の計算方法',
  recovery: '回復の条件',
  'no-data': 'データがないときの動き',
  repeat: '再通知',
  recipients: '通知先',
  message: '通知の本文',
  settings: '設定',
  labels: '名前・タグ・優先度',
  target: '目標値',
  widgets: 'ウィジェット',
  look: 'ウィジェットの見た目',
  links: 'カスタムリンク',
  text: 'メモの本文',
  other: 'その他の項目',
}

const kinds: Readonly<Record<string, string>> = {
  monitor: 'モニター',
  slo: 'SLO',
  dashboard: 'ダッシュボード',
  'monitor-query': 'モニターのクエリ',
  'metric-query': 'メトリクスクエリ',
  formula: 'フォーミュラ',
  search: '検索',
  message: '通知メッセージ',
}

const sloParts = {
  numerator: '正常なイベント',
  denominator: 'すべてのイベント',
  bad: '異常なイベント',
} as const

const ofMetric = (of: string | undefined, say: Say) => (of === undefined ? '' : `(${say.code(of)})`)

function windowLength(window: WindowValue, say: Say): string {
  const isCurrent = window.form === 'current' || window.form === 'next'
  return isCurrent ? `「${windowWords(window, say)}」` : distanceWords(window, say)
}

/** A number, Latin letters and code stand off from the Japanese words after them. */
function apart(text: string): string {
  return /[!-~]$/.test(text) ? `${text} ` : text
}

/** After a noun and は. */
function changed(before: string | undefined, after: string | undefined): string {
  if (before === undefined) return `新しく${spaced(apart(after ?? ''))}になります(これまでは設定なし)。`
  if (after === undefined) return `なくなります(これまでは${spaced(before ?? '')})。`
  return `${apart(before)}から${spaced(apart(after))}に変わります。`
}

/** `30 日間`. */
function sloDays(timeframe: string, say: Say): string {
  return Object.hasOwn(sloTimeframes, timeframe)
    ? `${say.unit(sloTimeframes[timeframe as keyof typeof sloTimeframes].days, 'd')}間`
    : `${say.code(timeframe)} `
}

const widgetLabel = (type: string, say: Say) => widgetLabels[type] ?? say.code(type)

function widgetName({ title, widget, number }: WidgetName, say: Say): string {
  return title === ''
    ? `ウィジェット ${say.number(number)}(${widgetLabel(widget, say)})`
    : `ウィジェット${say.quote(title)}`
}

const axes = { xaxis: 'x 軸の', yaxis: 'y 軸の', right_yaxis: '右の y 軸の' } as const

/** `(リクエスト 2、「errors」)`, where a widget has several. */
function lookOf({ request, formula }: LookOf, say: Say): string {
  const which = [
    ...(request === undefined ? [] : [`リクエスト ${say.number(request)}`]),
    ...(formula === undefined ? [] : [say.quote(formula)]),
  ]
  return which.length === 0 ? '' : `(${which.join('、')})`
}

function lookValue(field: LookField, value: LookValue, say: Say): string {
  if (typeof value === 'boolean') return value ? 'オン' : 'オフ'
  if (typeof value === 'object') return keysWords(value, say)
  // The id `123456` is no number.
  if (typeof value === 'string' && isData(field)) return dataWords[value] ?? say.code(value)
  // Sizes and limits are numbers in quotes.
  if (typeof value === 'number' || !Number.isNaN(Number(value))) return say.number(Number(value))
  if (field === 'aggregator' && (value === 'min' || value === 'max'))
    return value === 'min' ? '最小値' : '最大値'
  if (isNamedByPerson(field)) return say.quote(value)
  // The palette `purple` is many colours.
  return (field === 'palette' ? undefined : lookWords[value]) ?? say.code(value)
}

const places = { background: '背景', text: '文字', image: '画像' } as const

/** `5 を超えている場合は背景が赤、それ以外で…`. */
function colours(rules: readonly ColourFormat[], say: Say): string {
  if (rules.length === 0) return 'なし'
  return rules
    .map(rule => colourWords(rule, say))
    .map(words => spaced(words))
    .join('、それ以外で')
}

function colourWords(rule: ColourFormat, say: Say): string {
  if ('range' in rule) return `値に応じた色 ${say.code(rule.range)}`
  const { comparator, value, colour, on, own, hidden, during } = rule
  const word = colour === 'custom' ? '独自の色' : (lookWords[colour] ?? ` ${say.code(colour)}`)
  const notes = [
    ...(during === undefined ? [] : [`比較の期間は ${say.code(during)}`]),
    ...(hidden === true ? ['数値は非表示'] : []),
  ]
  const noted = notes.length === 0 ? '' : `(${notes.join('、')})`
  return `${comparedState(comparator, say.number(value))}場合は${places[on]}が${own === undefined ? word : ` ${say.code(own)}`}${noted}`
}

function markerStyle(style: string, say: Say): string {
  const words = style.split(' ').map(word => markerColours[word] ?? lookWords[word])
  return words.includes(undefined) ? say.code(style) : words.join('、')
}

function times(notes: readonly Phrase[], say: Say): string {
  return notes.length === 0 ? 'ダッシュボードの表示期間に従います。' : notes.map(say.phrase).join('')
}

const shownValues = (values: readonly Phrase[], say: Say) =>
  values.map(value => say.phrase(value).trim()).join('／')

/** What the arguments of a step are; any other is named as it is written. */
const stepLabels: Readonly<Record<string, string>> = {
  index: '検索するインデックス',
  indexes: '検索するインデックス',
  source: 'エラーの発生元',
  over: '対象のタグ',
  exclude: '除外するタグ',
  last: '見る実行の回数',
}

export const ja: DiffWords = {
  'diff/threshold': ({ judged, judgedBefore, before, after, unit, unitBefore = unit }, say) => {
    if (judgedBefore !== undefined)
      return `${judgedWords(judged, after.comparator, after.threshold, say)}とアラートになります(これまでは「${judgedWords(judgedBefore, before.comparator, before.threshold, say)}」)。`
    const isShare = judged === 'percent-change' || judged === 'budget'
    const was = quantity(before.threshold, isShare ? { name: 'percent' } : (unitBefore ?? undefined), say)
    const old =
      before.comparator === after.comparator ? ` ${was}` : `「${comparedTo(before.comparator, was)}」`
    const limit =
      judged === 'value'
        ? compared(after.comparator, after.threshold, say, unit)
        : judgedWords(judged, after.comparator, after.threshold, say, unit)
    return `${limit}とアラートになります(これまでは${old})。`
  },
  'diff/anomaly': ({ before, after }, say) =>
    `${shareWords(after, say)}${sideWords(after)}とアラートになります(これまでは「${shareWords(before, say)}${sideWords(before)}」)。`,
  'diff/window': ({ role, before, after }, say) => {
    const ago = role === 'shift' ? '前' : ''
    const shown = (window: WindowValue | undefined) =>
      window === undefined ? undefined : `${windowLength(window, say)}${ago}`
    return `${roles[role]}は${spaced(changed(shown(before), shown(after)))}`
  },
  'diff/reduction': ({ before, after }, say) =>
    `ウィンドウ内の点のまとめ方が${spaced(reduction(before, say))}から${spaced(reduction(after, say))}に変わります。`,
  'diff/judged': ({ before, after, shift }, say) => {
    const since = shift === undefined ? '' : `(${say.unit(shift.amount, shift.unit)}前との比較)`
    return `判定の対象が${judgements[before]}から${judgements[after]}${since}に変わります。`
  },
  'diff/groups': ({ per, before, after, of }, say) => {
    const what = per === 'alert' ? 'アラート' : '線'
    const where = ofMetric(of, say)
    const old = before.length === 0 ? '全体で 1 つ' : `${keysWords(before, say)} ごと`
    if (after.length === 0) return `${what}は全体で 1 つになります${where}。`
    return `${what}は ${keysWords(after, say)} ごとになります${where}(これまでは${before.length === 0 ? '' : ' '}${old})。`
  },
  'diff/filter-added': ({ filter, of }, say) =>
    `絞り込み ${say.code(filter)} が追加されます${ofMetric(of, say)}。`,
  'diff/filter-removed': ({ filter, of }, say) =>
    `絞り込み ${say.code(filter)} がなくなります${ofMetric(of, say)}。`,
  'diff/filter-changed': ({ before, after, of }, say) =>
    `絞り込みが ${say.code(before)} から ${say.code(after)} に変わります${ofMetric(of, say)}。`,
  'diff/space': ({ before, after, of }, say) =>
    `ソースのまとめ方が ${say.code(before)} から ${say.code(after)} に変わります${ofMetric(of, say)}。`,
  'diff/metric': ({ before, after }, say) =>
    `メトリクスが ${say.code(before)} から ${say.code(after)} に変わります。`,
  'diff/function-added': ({ written, of }, say) =>
    `関数 ${say.code(written)} が追加されます${ofMetric(of, say)}。`,
  'diff/function-removed': ({ written, of }, say) =>
    `関数 ${say.code(written)} がなくなります${ofMetric(of, say)}。`,
  'diff/function-order': ({ before, after, of }, say) =>
    `関数を適用する順番が変わります${ofMetric(of, say)}: ${say.codes(after).join('、次に ')}(これまでは ${say.codes(before).join('、次に ')})。`,
  'diff/argument': ({ function: name, argument, before, after, of }, say) => {
    const which = typeof argument === 'number' ? `${argument} 番目の引数` : `引数 ${say.code(argument)} `
    const texts = [before, after].map(text => (text === undefined ? undefined : say.code(text)))
    return `${say.code(name)} の${spaced(which)}は${spaced(changed(texts[0], texts[1]))}${ofMetric(of, say)}`
  },
  'diff/expression': ({ before, after }, say) =>
    `計算する式が ${say.code(before)} から ${say.code(after)} に変わります。`,
  'diff/source': ({ before, after }, say) =>
    `見るデータが ${say.code(before)} から ${say.code(after)} に変わります。`,
  'diff/step-added': ({ step }, say) => `手順 ${say.code(step)} が追加されます。`,
  'diff/step-removed': ({ step }, say) => `手順 ${say.code(step)} がなくなります。`,
  'diff/step-changed': ({ step, before, after }, say) => {
    const texts = [before, after].map(text => (text === '' ? undefined : say.code(text)))
    return `${stepLabels[step] ?? `${say.code(`.${step}(…)`)} `}は${spaced(changed(texts[0], texts[1]))}`
  },
  'diff/measured': ({ before, after }, say) =>
    `求めるものが${spaced(measured(before, say))}から${spaced(measured(after, say))}に変わります。`,
  'diff/check': ({ before, after }, say) =>
    `監視するチェックが ${say.code(before)} から ${say.code(after)} に変わります。`,
  'diff/slo-watched': ({ before, after }, say) =>
    `監視する SLO が ${say.code(before)} から ${say.code(after)} に変わります。`,
  'diff/slo-measure': ({ after }) =>
    after === 'burn_rate'
      ? 'エラーバジェットの消費率ではなく、消費の速さ(バーンレート)を監視します。'
      : 'エラーバジェットの消費の速さ(バーンレート)ではなく、消費率を監視します。',
  'diff/composite': ({ before, after }, say) =>
    `${say.phrase(after)}の間、アラートになります(これまでは、${say.phrase(before)}の間)。`,
  'diff/type': ({ before, after }, say) =>
    `種類が ${say.code(before)} から ${say.code(after)} に変わります。`,
  'diff/limit': ({ name, unit, measured, before, after }, say) => {
    const label = (unit === 'runs' ? runLimits[name] : undefined) ?? limits[name] ?? say.code(name)
    const shown = (value: number | undefined) =>
      value === undefined ? undefined : quantity(value, unit === 'percent' ? { name: unit } : measured, say)
    return `${label}は${spaced(changed(shown(before), shown(after)))}`
  },
  'diff/no-data': ({ before, after }, say) =>
    [...after.map(say.phrase), ...before.map(one => `これまで: ${say.phrase(one)}`)].join(''),
  'diff/repeat': ({ before, after }, say) =>
    [...after.map(say.phrase), ...before.map(one => `これまで: ${say.phrase(one)}`)].join(''),
  'diff/setting': ({ name, before, after }, say) => {
    const now = after === undefined ? '設定がなくなります。' : say.phrase(after)
    return `${say.code(name)}: ${now}これまで: ${before === undefined ? '設定なし。' : say.phrase(before)}`
  },
  'diff/name': ({ before, after }, say) =>
    before === ''
      ? `名前が${say.quote(after)}になります。`
      : after === ''
        ? `名前がなくなります(これまでは${say.quote(before)})。`
        : `名前が${say.quote(before)}から${say.quote(after)}に変わります。`,
  'diff/priority': ({ before, after }, say) => {
    const shown = (value: number | undefined) => (value === undefined ? undefined : `P${say.number(value)}`)
    return `優先度は${spaced(changed(shown(before), shown(after)))}`
  },
  'diff/members': ({ what, added, removed }, say) => {
    const noun = {
      tags: 'タグ',
      groups: 'グループ',
      monitors: 'SLO のモニター',
      notified: '編集を知らせる相手',
      roles: '編集できるロール',
      columns: '列',
    }[what]
    const parts = [
      ...(added.length === 0 ? [] : [`${keysWords(added, say)} が追加されます`]),
      ...(removed.length === 0 ? [] : [`${keysWords(removed, say)} がなくなります`]),
    ]
    return `${noun}: ${parts.join('。')}。`
  },
  'diff/told': ({ added, handles, states: on, conditions }, say) => {
    const who = keysWords(handles, say)
    const always = added ? '状態が変わるたび' : ''
    const when = on.length === 0 ? always : on.map(state => states[state]).join('、')
    const only = conditions.length === 0 ? '' : `(${conditions.map(say.phrase).join('、かつ')}場合だけ)`
    const first = `${when}${only}`
    const comma = first === '' ? '' : '、'
    return `${first}${comma}${who} ${added ? 'にも通知されます' : 'には通知されなくなります'}。`
  },
  'diff/message': ({ before, after }, say) => {
    if (before === '') return `本文に ${say.code(after)} が追加されます。`
    if (after === '') return `本文から ${say.code(before)} がなくなります。`
    return `本文が ${say.code(before)} から ${say.code(after)} に変わります。`
  },
  'diff/reminder': ({ before, after }, say) => {
    if (before === '') return `再通知に専用の本文 ${say.code(after)} が付きます。`
    if (after === '') return `再通知の専用の本文がなくなります(これまでは ${say.code(before)})。`
    return `再通知の本文が ${say.code(before)} から ${say.code(after)} に変わります。`
  },
  'diff/described': ({ before, after }, say) => {
    if (before === '') return `説明が${say.quote(after)}になります。`
    if (after === '') return `説明がなくなります(これまでは${say.quote(before)})。`
    return `説明が${say.quote(before)}から${say.quote(after)}に変わります。`
  },
  'diff/layout': ({ free }) =>
    free ? '自由配置のレイアウトに変わります。' : 'グリッドに沿って上から並ぶレイアウトに変わります。',
  'diff/shown-lines': ({ before, after, ...of }, say) => {
    const shown = (lines: typeof before) =>
      lines === undefined ? 'すべて' : `${lines.lowest ? '下位' : '上位'} ${say.number(lines.count)} 件`
    return `表示する線${lookOf(of, say)}は${shown(before)}から${shown(after)}に変わります。`
  },
  'diff/query-added': ({ name, query }, say) =>
    `クエリ ${say.code(name)} が追加されます: ${say.code(query)}。`,
  'diff/query-removed': ({ name, query }, say) =>
    `クエリ ${say.code(name)} がなくなります: ${say.code(query)}。`,
  'diff/target': ({ timeframe, before, after }, say) =>
    `${sloDays(timeframe, say)}の目標値は${spaced(changed(percent(before, say), percent(after, say)))}`,
  'diff/target-warning': ({ timeframe, before, after }, say) =>
    `${sloDays(timeframe, say)}の警告の目標値は${spaced(changed(percent(before, say), percent(after, say)))}`,
  'diff/widget-added': ({ shows }, say) => `ウィジェットが追加されます。${say.phrase(shows)}`,
  'diff/widget-regrouped': ({ before, after, ...name }, say) => {
    const group = (title: string) => (title === '' ? 'タイトルのないグループ' : `グループ${say.quote(title)}`)
    const from = before === undefined ? '' : `${group(before)}から`
    return `${widgetName(name, say)}が${from}${after === undefined ? 'グループの外に' : `${group(after)}に`}移動します。`
  },
  'diff/tab': ({ added, name, widgets }, say) =>
    `タブ${say.quote(name)}(ウィジェット ${say.number(widgets)} 個)が${added ? '追加されます' : 'なくなります'}。`,
  'diff/tab-renamed': ({ before, after }, say) =>
    `タブ${say.quote(before)}の名前が${say.quote(after)}に変わります。`,
  'diff/tab-widgets': ({ name, added, removed }, say) => {
    const names = (widgets: typeof added) => widgets.map(one => widgetName(one, say)).join('、')
    const parts = [
      ...(added.length === 0 ? [] : [`${names(added)}が追加されます`]),
      ...(removed.length === 0 ? [] : [`${names(removed)}がなくなります`]),
    ]
    return `タブ${say.quote(name)}: ${parts.join('。')}。`
  },
  'diff/link': ({ name, before, after }, say) => {
    const link = `カスタムリンク${say.quote(name)}`
    const to = ({ link: url, hidden }: LinkState) =>
      hidden === true || url === undefined ? '' : `(リンク先: ${say.code(url)})`
    if (after === undefined) return `${link}がなくなります。`
    if (before === undefined)
      return `${link}${to(after)}が${after.hidden === true ? '非表示になります' : '追加されます'}。`
    if (before.hidden !== after.hidden)
      return `${link}${to(after)}が${after.hidden === true ? '非表示になります' : 'また表示されます'}。`
    return `${link}のリンク先が ${say.code(before.link ?? '')} から ${say.code(after.link ?? '')} に変わります。`
  },
  'diff/events': ({ added, query }, say) =>
    `${say.code(query)} で見つかるイベントがグラフに${added ? '重ねて表示されます' : '表示されなくなります'}。`,
  'diff/note': ({ before, after }, say) => {
    if (before === '') return `本文に${say.quote(after)}が追加されます。`
    if (after === '') return `本文から${say.quote(before)}がなくなります。`
    return `本文が${say.quote(before)}から${say.quote(after)}に変わります。`
  },
  'diff/widget-removed': (name, say) => `${widgetName(name, say)}がなくなります。`,
  'diff/widget-order': () => 'ウィジェットの並び順が変わります。',
  'diff/widget-type': ({ before, after }, say) =>
    `ウィジェットの種類が${widgetLabel(before, say)}から${widgetLabel(after, say)}に変わります。`,
  'diff/widget-moved': ({ before, after }, say) =>
    `位置が x ${say.number(before.x)}、y ${say.number(before.y)} から x ${say.number(after.x)}、y ${say.number(after.y)} に変わります。`,
  'diff/widget-placed': ({ added, x, y, width, height }, say) => {
    const place = `x ${say.number(x)}、y ${say.number(y)}、幅 ${say.number(width)}、高さ ${say.number(height)}`
    return added
      ? `位置が ${place} に決まります(これまでは指定なし)。`
      : `位置の指定がなくなります(これまでは ${place})。`
  },
  'diff/widget-resized': ({ before, after }, say) =>
    `大きさが幅 ${say.number(before.width)}、高さ ${say.number(before.height)} から幅 ${say.number(after.width)}、高さ ${say.number(after.height)} に変わります。`,
  'diff/widget-time': ({ before, after }, say) => `${times(after, say)}これまで: ${times(before, say)}`,
  'diff/request-added': ({ values }, say) => `次の表示が加わります: ${shownValues(values, say)}。`,
  'diff/request-removed': ({ values }, say) => `次の表示がなくなります: ${shownValues(values, say)}。`,
  'diff/look': ({ field, axis, before, after, ...of }, say) => {
    const label = axis === undefined ? lookLabels[field] : `${axes[axis]}${spaced(lookLabels[field])}`
    const shown = (value: LookValue | undefined) =>
      value === undefined ? undefined : lookValue(field, value, say)
    const which = lookOf(of, say)
    return `${which === '' ? apart(label) : label + which}は${spaced(changed(shown(before), shown(after)))}`
  },
  'diff/colours': ({ before, after, ...of }, say) =>
    `色分け${lookOf(of, say)}: ${colours(after, say)}。これまで: ${colours(before, say)}。`,
  'diff/marker': ({ added, value, style, label }, say) => {
    const notes = [
      ...(label === undefined ? [] : [say.quote(label)]),
      ...(style === undefined ? [] : [markerStyle(style, say)]),
    ]
    return `マーカーの${value.includes('<') ? '範囲' : '線'} ${say.code(value)}${notes.length === 0 ? ' ' : `(${notes.join('、')})`}が${added ? '追加されます' : 'なくなります'}。`
  },
  'diff/variable-added': ({ name }, say) => `テンプレート変数 ${say.code(`$${name}`)} が追加されます。`,
  'diff/variable-removed': ({ name }, say) => `テンプレート変数 ${say.code(`$${name}`)} がなくなります。`,
  'diff/variable-start': ({ name, before, after }, say) => {
    const shown = (values: readonly string[]) =>
      values.length === 0 ? '「すべて」' : ` ${keysWords(values, say)} `
    return `テンプレート変数 ${say.code(`$${name}`)} の初期値が${shown(before)}から${shown(after)}に変わります。`
  },
  'diff/variable-choices': ({ name, before, after }, say) => {
    const shown = (values: readonly string[]) =>
      values.length === 0 ? '「すべて」' : ` ${keysWords(values, say)} `
    return `テンプレート変数 ${say.code(`$${name}`)} で選べる値が${shown(before)}から${shown(after)}に変わります。`
  },
  'diff/variable-prefix': ({ name, before, after }, say) => {
    const shown = (prefix: string) => (prefix === '' ? '自由なテキスト' : ` ${say.code(prefix)} `)
    return `テンプレート変数 ${say.code(`$${name}`)} で絞り込む対象が${shown(before)}から${shown(after)}に変わります。`
  },
  'diff/preset': ({ name, before, after }, say) => {
    const view = `保存済みビュー${say.quote(name)}`
    if (after === undefined) return `${view}がなくなります。`
    const now = presetWords(after, say)
    return before === undefined
      ? `${view}が追加されます${now === '' ? '' : `(${now})`}。`
      : `${view}: ${now === '' ? '値なし' : now}。これまで: ${presetWords(before, say) || '値なし'}。`
  },
  'diff/field': ({ path, before, after }, say) =>
    `項目 ${say.code(path)} は${spaced(changed(before && say.code(before), after && say.code(after)))}`,
  'diff/slo-measured': ({ before, after }, say) =>
    `測り方が変わります。今後: ${say.phrase(after)}これまで: ${say.phrase(before)}`,
  'diff/slo-primary': ({ before, after }, say) =>
    `ステータスを表示する期間が ${sloDays(before, say)}から ${sloDays(after, say)}に変わります。`,
  'diff/slice-limit': ({ before, after, unit }, say) =>
    `値が ${comparedState(after.comparator, quantity(after.threshold, unit, say))}区間を正常とみなすようになります(これまでは「${comparedState(before.comparator, quantity(before.threshold, unit, say))}」)。`,
  'diff/slice-length': ({ before, after }, say) =>
    `区間の長さは ${say.seconds(before)}から ${say.seconds(after)}に変わります。`,
  'diff/rewritten': ({ before, after }, say) =>
    `クエリの種類が変わります。今後: ${say.phrase(after)}これまで: ${say.phrase(before)}`,
  'diff/unsaid': ({ before, after }, say) =>
    `この変更は言葉で説明できません。変更前: ${say.code(before)}。変更後: ${say.code(after)}。`,
  'diff/kinds': ({ before, after }) =>
    `2 つは別の種類です。変更前は${kinds[before] ?? '別のもの'}、変更後は${kinds[after] ?? '別のもの'}です。`,
  'diff/only-queries': () => '片方がクエリだけなので、クエリどうしを比べます。',
  'diff/broken': ({ side }) =>
    `${side === 'before' ? '変更前' : '変更後'}のテキストに誤りがあります。読み取れた範囲で比べます。`,
  'diff/where-query': ({ name }, say) => `クエリ ${say.code(name)}`,
  'diff/where-part': ({ part }) => sloParts[part],
  'diff/where-widget': widgetName,
  'diff/same': () => '2 つは同じです。',
  'diff/only-error': ({ side, stored }) =>
    side === 'before'
      ? '変更前のテキストに誤りがあります。それを除けば、2 つの内容は同じです。'
      : `${side === 'both' ? '変更前と変更後のテキストの両方' : '変更後のテキスト'}に誤りがあり、このままでは${stored ? 'ウィジェットにデータの代わりにエラーが表示されます' : ' Datadog に拒否されます'}。それを除けば、2 つの内容は同じです。`,
  'diff/only-spelling': () => '動きは何も変わりません。書き方が違うだけです。',
  'diff/summary': ({ topics: changedTopics }) =>
    `${changedTopics.map(topic => topics[topic]).join('、')}が変わります。`,
}

function percent(value: number | undefined, say: Say): string | undefined {
  return value === undefined ? undefined : `${say.number(value)}%`
}

/** A number, Latin letters and code stand off from the Japanese words before them. */
function spaced(words: string): string {
  return /^[!-~]/.test(words) ? ` ${words}` : words
}

/** `最小値`, for `min`. */
function reduction(aggregator: string, say: Say): string {
  const percentile = percentileOf(aggregator)
  return percentile === undefined ? reducedNoun({ aggregator }, say) : percentileWords(percentile, say)
}

/** `@usr.id の異なる値の数`, for the arguments `cardinality, @usr.id`. */
function measured(text: string, say: Say): string {
  const [method = '', measure] = text.split(', ')
  return methodWords(method, measure, say)
}
