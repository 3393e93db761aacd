import type { NotifiedState } from '../../../query/index.js'
import type { Recipient } from '../../sentences/definition.js'
import type { Phrase } from '../../sentences.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import {
  anyWords,
  comparedTo,
  eachWords,
  judgedWords,
  keysWords,
  lengthWords,
  shareWords,
  sideWords,
  windowWords,
} from './measure.js'
import { resetWords, scheduleWords } from './schedule.js'

const opposite = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '==': '!=', '!=': '==' } as const

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

function recipientsWords(recipients: readonly Recipient<Phrase>[], say: Say): string {
  return recipients
    .map(({ handle, conditions }) =>
      conditions.length === 0
        ? say.code(handle)
        : `${say.code(handle)}(${conditions.map(say.phrase).join('、かつ')}場合だけ)`,
    )
    .join('、')
}

export const timeline = {
  'time/window': ({ window }, say) =>
    window.form === 'next'
      ? `評価のたびに、${windowWords(window, say)}の予測を見ます。`
      : `評価のたびに、${windowWords(window, say)}を読みます(評価ウィンドウ)。`,
  'time/frequency': ({ minutes }, say) => `${say.unit(minutes, 'm')}ごとに評価します。`,
  'time/schedule': (schedule, say) =>
    `専用のスケジュール(${scheduleWords(schedule, say).trim()})で評価します。OK 以外の評価は、前回の結果にかかわらず毎回通知されます。`,
  'time/reset': (reset, say) => `このウィンドウは、${resetWords(reset, say)}にリセットされます。`,
  'time/points': ({ points, interval, window }, say) =>
    `${say.unit(interval, 's')}ごとに 1 点なので、${windowWords(window, say)}は ${say.number(points)} 点です。`,
  'time/points-unpublished': () =>
    'ウィンドウ内の点の数は Datadog が決めます(モニターでの間隔はドキュメントに記載がありません)。`.rollup(…)` で固定できます。',
  'time/delay': ({ seconds }, say) =>
    `毎回 ${say.seconds(seconds)}前までのデータで評価します。遅れて届くデータを取りこぼさないためです。`,
  'time/counts-first': ({ aggregator }, say) =>
    `先に集計: 各項をウィンドウ全体で集計し(${say.code(aggregator)})、その結果どうしを 1 回だけ計算します。点ごとの計算ではありません。`,
  'time/one-group': () => '全体で 1 つの状態を持ちます(シンプルアラート)。',
  'time/groups': ({ keys, notifyBy }, say) => {
    const own = `${eachWords(keys, say)}ごとに状態を持ちます(マルチアラート)`
    if (notifyBy === undefined) return `${own}。通知も個別に送られます。`
    return notifyBy.includes('*')
      ? `${own}。ただし通知は全体で 1 つにまとめられます(\`notify_by\`)。`
      : `${own}。ただし通知は ${keysWords(notifyBy, say)} ごとにまとめられます(\`notify_by\`)。`
  },
  'time/every-tag': () => 'すべてのタグの組み合わせごとに状態を持ちます(マルチアラート)。',
  'time/alert': ({ comparator, threshold, judged, unit }, say) =>
    judged === 'outlier' && threshold === 0
      ? '外れ値のグループは「アラート」です。'
      : `${judgedWords(judged, comparator, threshold, say, unit)}と「アラート」です。`,
  'time/alert-anomaly': (values, say) => `${shareWords(values, say)}${sideWords(values)}と「アラート」です。`,
  'time/alert-check': ({ count }, say) =>
    count === 1
      ? 'CRITICAL が 1 回出ると「アラート」です。'
      : `CRITICAL が ${say.number(count)} 回続くと「アラート」です。`,
  'time/alert-check-share': ({ percent }, say) =>
    `CRITICAL の割合が ${say.number(percent)}% を超えると「アラート」です。`,
  'time/warn-check-share': ({ percent }, say) =>
    `WARNING の割合が ${say.number(percent)}% を超えると「警告」です。`,
  'time/alert-composite': () =>
    'メンバーの状態で式が真になるとすぐ「アラート」です。Alert、Warn、No Data は真、OK は偽として扱われます。',
  'time/alert-burn': ({ comparator, rate, longWindow, shortWindow }, say) =>
    `${[longWindow, shortWindow]
      .filter(window => window !== undefined)
      .map(window => windowWords(window, say))
      .join('と')}のバーンレートがどちらも ${comparedTo(comparator, say.number(rate))}と「アラート」です。`,
  'time/warn': ({ comparator, threshold, judged, unit }, say) =>
    `${judgedWords(judged, comparator, threshold, say, unit)}と「警告」です(アラートに達するまで)。`,
  'time/warn-anomaly': (values, say) =>
    `${shareWords(values, say)}${sideWords(values)}と「警告」です(アラートに達するまで)。`,
  'time/warn-check': ({ count }, say) =>
    count === 1
      ? 'WARNING が 1 回出ると「警告」です。'
      : `WARNING が ${say.number(count)} 回続くと「警告」です。`,
  'time/unknown-check': ({ count }, say) =>
    count === 1
      ? 'UNKNOWN が 1 回出ると「不明(Unknown)」です。'
      : `UNKNOWN が ${say.number(count)} 回続くと「不明(Unknown)」です。`,
  'time/no-warn': () => '警告のしきい値はありません。',
  'time/recover': ({ comparator, threshold, judged, unit }, say) =>
    `${judgedWords(judged, opposite[comparator], threshold, say, unit)}まで「アラート」が続き、そこで「回復」します(回復しきい値)。`,
  'time/recover-warning': ({ comparator, threshold, judged, unit }, say) =>
    `「警告」は、${judgedWords(judged, opposite[comparator], threshold, say, unit)}と回復します(回復しきい値)。`,
  'time/recover-anomaly': ({ share, window, stated, direction }, say) => {
    const over = window === undefined ? '回復の判定ウィンドウ' : windowWords(window, say)
    const points =
      direction === 'above' ? '範囲を上回る点' : direction === 'below' ? '範囲を下回る点' : '範囲外の点'
    const rule =
      share === 0
        ? `${over}に${points}がなくなる`
        : `${over}で${points}が ${say.rounded(share * 100)}% 以下になる`
    return `${rule}と「回復」です(回復しきい値 ${say.number(share)}${stated ? '' : '、既定値'})。`
  },
  'time/recover-at-once': ({ state }) =>
    state === 'alert'
      ? '条件を満たさなくなるとすぐ「回復」です。回復しきい値はありません。'
      : '「警告」は、条件を満たさなくなるとすぐ終わります。',
  'time/recover-check': ({ count }, say) =>
    count === 1 ? 'OK が 1 回出ると「回復」です。' : `OK が ${say.number(count)} 回続くと「回復」です。`,
  'time/recover-composite': () => '式が真でなくなるとすぐ「回復」です。',
  'time/no-data-silent': ({ timeframe }, say) =>
    timeframe === undefined
      ? 'データが途絶えても通知しません(`notify_no_data` が無効です)。'
      : `データが途絶えても通知しません(\`notify_no_data\` が無効のため、\`no_data_timeframe: ${timeframe}\` があっても通知はありません。${say.seconds(timeframe * 60)}は画面で No Data と表示されるまでの時間です)。`,
  'time/no-data-notify': ({ grouped, minutes }, say) =>
    minutes === undefined
      ? 'データが途絶えると「データなし」になり、通知されます。それまでの時間は、`no_data_timeframe` がないため Datadog の既定値です。'
      : `${lengthWords(minutes * 60, say)}データがない${grouped ? 'グループは' : 'と'}「データなし」になり、通知されます。`,
  'time/missing-default': ({ zero }) =>
    zero === undefined
      ? 'データがないときは Datadog の既定の動きです。件数を数えるクエリは 0 とみなし、それ以外は直前の状態を保ちます。'
      : zero
        ? 'データがないときは 0 とみなして判定します(カウントの既定の動き)。'
        : 'データがないときは直前の状態を保ち、評価しません(既定の動き)。',
  'time/quiet-groups': () =>
    'ただし、イベントがまったくないグループは 0 とはみなされません。下回る条件は、イベントが残っているグループか、どのグループにもイベントがないときにだけアラートになります。',
  'time/missing-show': () => 'データがないと「データなし」になりますが、通知はしません。',
  'time/missing-notify': () => 'データがないと「データなし」になり、通知されます。',
  'time/missing-resolve': () => 'データがないと OK になります。',
  'time/repeat-never': () => '再通知はしません。状態が変わるたびに 1 回だけ通知します。',
  'time/repeat': ({ minutes, statuses, occurrences }, say) => {
    const limits = [
      ...(statuses === undefined ? [] : [`対象の状態: ${keysWords(statuses, say)}`]),
      ...(occurrences === undefined ? [] : [`最大 ${say.number(occurrences)} 回`]),
    ]
    return `回復するまで ${say.seconds(minutes * 60)}ごとに再通知します${limits.length === 0 ? '' : `(${limits.join('、')})`}。`
  },
  'time/told': ({ state, recipients }, say) => `${states[state]}: ${recipientsWords(recipients, say)}`,
  'time/told-reminder': () => '再通知は、続いている状態の通知先に送られます。',
  'time/told-every-state': ({ recipients }, say) =>
    `${recipientsWords(recipients, say)}: 回復を含め、状態が変わるたびに通知されます(条件ブロックの外に書かれているため)。`,
  'time/told-nobody-in': ({ states: silent }) =>
    `${silent.map(state => states[state]).join('、')}: 通知先なし`,
  'time/told-nobody': ({ empty }) =>
    empty
      ? '誰にも通知されません(`message` が空です)。アカウントの通知ルールに一致した場合だけ、通知されることがあります。'
      : '誰にも通知されません(`message` に `@` の宛先がありません)。アカウントの通知ルールに一致した場合だけ、通知されることがあります。',
  'told/match': ({ variable, values, exact, negated }, say) => {
    if (exact && values.length === 1 && values[0] === '')
      return `${say.code(variable)} が${negated ? '空でない' : '存在しないか空の'}`
    const texts = anyWords(values, say)
    if (exact) return `${say.code(variable)} が ${texts} ${negated ? 'でない' : 'の'}`
    return `${say.code(variable)} が ${texts} を${negated ? '含まない' : '含む'}`
  },
  'told/priority': ({ priority, negated }, say) =>
    `優先度が ${say.code(priority)} ${negated ? 'でない' : 'の'}`,
  'told/block': ({ name, negated }, say) => `ブロック ${say.code(name)} が${negated ? '真でない' : '真の'}`,
} satisfies Partial<Words>
