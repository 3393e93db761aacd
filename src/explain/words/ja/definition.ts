import type { NotifiedState } from '../../notified.js'
import type { OtherProduct } from '../../other-json.js'
import type { JudgedThreshold, Recipient } from '../../sentences/definition.js'
import type { Phrase } from '../../sentences.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import {
  anyWords,
  burnWords,
  compared,
  judgedWords,
  keysWords,
  lengthWords,
  noted,
  shareWords,
  sideWords,
  windowWords,
} from './measure.js'
import { resetWords, scheduleWords } from './schedule.js'
import { methodWords } from './sources.js'

const opposite = { '>': '<=', '>=': '<', '<': '>=', '<=': '>', '==': '!=', '!=': '==' } as const

/** When a recovery threshold is passed. Of a forecast, one point beyond the limit is enough to stay. */
function backWords({ comparator, threshold, judged, unit }: JudgedThreshold, say: Say): string {
  return judged === 'forecast'
    ? `予測の中に ${compared(comparator, threshold, say, unit)}点がなくなる`
    : judgedWords(judged, opposite[comparator], threshold, say, unit)
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

function recipientsWords(recipients: readonly Recipient<Phrase>[], say: Say): string {
  return recipients
    .map(({ handle, conditions }) =>
      conditions.length === 0
        ? say.code(handle)
        : `${say.code(handle)}(${conditions.map(say.phrase).join('、かつ')}場合だけ)`,
    )
    .join('、')
}

const products: Record<OtherProduct, string> = {
  'prometheus-rule': 'Prometheus のアラートルール',
  'prometheus-rules': 'Prometheus のルールファイル',
  'grafana-dashboard': 'Grafana のダッシュボード',
  'grafana-rule': 'Grafana のアラートルール',
  'cloudwatch-alarm': 'Amazon CloudWatch のアラーム',
  cloudformation: 'AWS CloudFormation のテンプレート',
  'google-policy': 'Google Cloud のアラートポリシー',
  'azure-alert': 'Azure Monitor のアラートルール',
  'new-relic-condition': 'New Relic のアラート条件',
  'elastic-watch': 'Elasticsearch の Watch ',
  kubernetes: 'Kubernetes のオブジェクト',
  terraform: 'Terraform の設定か状態',
  'datadog-downtime': 'Datadog のダウンタイム',
  'datadog-synthetics': 'Datadog の Synthetic テスト',
  'datadog-list': '複数のオブジェクトの一覧(1 つを選んで渡してください)',
  'datadog-event': 'Datadog のイベント',
  'npm-package': ' npm のパッケージ',
}

const reasons = {
  'no-warning': '警告のしきい値がありません',
  'no-data-off': 'データなしの通知が無効です',
  'no-renotify': '`renotify_interval` がありません',
} as const

/** https://docs.datadoghq.com/monitors/types/data_observability/ */
const qualities: Readonly<Record<string, string>> = {
  freshness: '最後の更新からの経過時間(鮮度)',
  row_count: '行数',
  uniqueness: '一意な値の割合(%)',
  nullness: ' null の割合(%)',
  cardinality: '異なる値の数',
  percent_zero: '0 の割合(%)',
  percent_negative: '負の値の割合(%)',
  custom: 'カスタム SQL クエリの値',
}

/** A name in code stands off from the words around it. */
function spacedPhrase(value: Phrase, say: Say): string {
  const words = say.phrase(value).trim()
  return words.endsWith('`') ? `${words} ` : words
}

/** What only the JSON of a definition makes an explanation say. */
export const definition = {
  'value/reference-table': ({ table }, say) => `参照テーブル ${say.code(table)} `,
  'value/filtered-by': ({ base, other, pairs }, say) => {
    const kept = pairs.map(
      pair =>
        `${say.code(pair.base)} が${spacedPhrase(other, say)}の ${say.code(pair.other)} に${pair.excluded ? '含まれない' : '含まれる'}もの`,
    )
    const noun = say.phrase(base).trim()
    return kept.length === 0 ? noun : noted(noun, `${kept.join('、かつ')}だけ`)
  },
  'value/joined-with': ({ base, other, pair, matchedOnly, method, groups }, say) => {
    const rest = matchedOnly ? '、一致しないものは除外' : ''
    const joined = `${say.phrase(base).trim()}に${spacedPhrase(other, say)}を結合したもの(${say.code(pair.base)} = ${say.code(pair.other)}${rest})`
    const how = method === undefined ? '' : `の${methodWords(method, undefined, say)}`
    return `${joined}${how}${groups.length === 0 ? '' : `(${keysWords(groups, say)} ごと)`}`
  },
  'value/data-quality': ({ measure, filter, sql, where, groups }, say) => {
    const of = filter === '' ? 'すべてのデータ' : `${say.code(filter)} で見つかるデータ`
    const notes = [
      ...(where === '' ? [] : [`${say.code(where)} の行だけ`]),
      ...(sql === '' ? [] : [`${say.code(sql)} で測定`]),
      ...(groups.length === 0 ? [] : [`${keysWords(groups, say)} ごと`]),
    ]
    const noted = notes.length === 0 ? '' : `(${notes.join('、')})`
    return `${of}の${qualities[measure] ?? `測定値 ${say.code(measure)}`}${noted}`
  },
  'value/data-jobs': ({ type, query }, say) =>
    `${query === '' ? '' : `${say.code(query)} で見つかる `}${say.code(type)} の実行`,
  'summary/no-object': ({ broken }) =>
    broken
      ? 'JSON のようですが、かっこ、引用符、カンマの過不足があり、読み取れません。'
      : 'この JSON はリストです。その中のモニター、SLO、ダッシュボードを 1 つ渡してください。',
  'summary/other-json': ({ keys, product }, say) => {
    const seems = product === undefined ? '' : `${products[product]}のようです。`
    return keys.length === 0
      ? 'この JSON は、モニター、SLO、ダッシュボードのいずれでもありません。'
      : `この JSON は、モニター(\`type\` と \`query\`)、SLO(\`type\` と \`thresholds\`)、ダッシュボード(\`widgets\`)のいずれでもありません。${seems}含まれているのは ${keysWords(keys, say)} です。`
  },
  'summary/draft': () => 'ただし下書きなので、公開するまで通知は送られません。',
  'time/schedule': (schedule, say) =>
    `専用のスケジュール(${scheduleWords(schedule, say).trim()})で評価します。OK 以外の評価は、前回の結果にかかわらず毎回通知されます。`,
  'time/reset': (reset, say) => `このウィンドウは、${resetWords(reset, say)}にリセットされます。`,
  'time/delay': ({ seconds }, say) =>
    `毎回 ${say.seconds(seconds)}前までのデータで評価します。遅れて届くデータを取りこぼさないためです。`,
  'time/alert-check': ({ count }, say) =>
    count === 1
      ? 'CRITICAL が 1 回出ると「アラート」です。'
      : `CRITICAL が ${say.number(count)} 回続くと「アラート」です。`,
  'time/alert-check-share': ({ percent }, say) =>
    `CRITICAL の割合が ${say.number(percent)}% を超えると「アラート」です。`,
  'time/warn-check-share': ({ percent }, say) =>
    `WARNING の割合が ${say.number(percent)}% を超えると「警告」です。`,
  'time/warn': ({ comparator, threshold, judged, unit }, say) =>
    `${judgedWords(judged, comparator, threshold, say, unit)}と「警告」です(アラートに達するまで)。`,
  'time/warn-burn': (values, say) => `${burnWords(values, say)}と「警告」です(アラートに達するまで)。`,
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
  'time/recover': (values, say) =>
    `${backWords(values, say)}まで「アラート」が続き、そこで「回復」します(回復しきい値)。`,
  'time/recover-warning': (values, say) =>
    `「警告」は、${backWords(values, say)}と回復します(回復しきい値)。`,
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
  'time/recover-at-once': ({ state, scheduled, alone }) => {
    const when = scheduled ? '次の評価で条件を満たしていなければ' : '条件を満たさなくなるとすぐ'
    if (state === 'warning') return `「警告」は、${when}終わります。`
    const ends = alone ? `${when}「回復」です。` : `「アラート」は、${when}終わります。`
    return `${ends}${alone ? '' : 'アラートの'}回復しきい値はありません。`
  },
  'time/recover-check': ({ count }, say) =>
    count === 1 ? 'OK が 1 回出ると「回復」です。' : `OK が ${say.number(count)} 回続くと「回復」です。`,
  'time/no-data-silent': ({ timeframe, composite }, say) =>
    composite
      ? '結果が No Data のときは通知せず、直前の状態を保ちます(`notify_no_data` が無効です)。'
      : timeframe === undefined
        ? 'データが途絶えても通知しません(`notify_no_data` が無効です)。'
        : `データが途絶えても通知しません(\`notify_no_data\` が無効のため、\`no_data_timeframe: ${timeframe}\` があっても通知はありません。${say.seconds(timeframe * 60)}は画面で No Data と表示されるまでの時間です)。`,
  'time/no-data-notify': ({ grouped, composite, minutes }, say) => {
    const when = composite ? '結果が No Data の状態が続く' : 'データが途絶える'
    if (minutes === undefined)
      return `${when}と${composite ? '' : '「データなし」になり、'}通知されます。それまでの時間は、\`no_data_timeframe\` がないため Datadog の既定値です。`
    const length = lengthWords(minutes * 60, say)
    return composite
      ? `結果が No Data の状態が ${length.trim()}続くと通知されます。`
      : `${length}データがない${grouped ? 'グループは' : 'と'}「データなし」になり、通知されます。`
  },
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
      `対象の状態: ${keysWords(statuses, say)}`,
      ...(occurrences === undefined ? [] : [`最大 ${say.number(occurrences)} 回`]),
    ]
    return `回復するまで ${say.seconds(minutes * 60)}ごとに再通知します(${limits.join('、')})。`
  },
  'time/told': ({ state, recipients }, say) => `${states[state]}: ${recipientsWords(recipients, say)}`,
  'time/told-reminder': () => '再通知は、続いている状態の通知先に送られます。',
  'time/told-every-state': ({ recipients, unguarded, scheduled }, say) => {
    const block = recipients.every(one => one.conditions.length === 0)
      ? '条件ブロック'
      : '状態を調べるブロック'
    const when = scheduled ? '通知のたびに送られます' : '回復を含め、状態が変わるたびに通知されます'
    return `${recipientsWords(recipients, say)}: ${when}${unguarded ? `(${block}の外に書かれているため)` : ''}。`
  },
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
    if (exact) return `${say.code(variable)} が ${texts}${negated ? 'でない' : 'の'}`
    return `${say.code(variable)} が ${texts}を${negated ? '含まない' : '含む'}`
  },
  'told/priority': ({ priority, negated }, say) =>
    `優先度が ${say.code(priority)} ${negated ? 'でない' : 'の'}`,
  'told/block': ({ name, negated }, say) => `ブロック ${say.code(name)} が${negated ? '真でない' : '真の'}`,
  'caution/no-notification': ({ empty }) =>
    empty
      ? '通知先がありません(`message` が空です)。本文に `@slack-…` のような宛先を 1 つ以上書いてください。'
      : '通知先がありません(`message` に `@slack-…` のような宛先がありません)。',
  'caution/empty-name': () => 'モニター名が空です。一覧や通知で、何のモニターか分かりません。',
  'caution/recovery-missing': ({ threshold }, say) =>
    `回復しきい値がありません。値が ${say.number(threshold)} の前後で揺れると、アラートと回復を繰り返します。`,
  'caution/silent-no-data': ({ setting }, say) =>
    `値が低いとアラートになりますが、データが完全に途絶えたときは通知されません。最悪の場合に気づけないため、${say.code(setting)} を検討してください。`,
  'caution/no-data-timeframe-unused': ({ minutes }) =>
    `\`no_data_timeframe: ${minutes}\` は効果がありません(\`notify_no_data\` が無効です)。`,
  'caution/unreachable-state': ({ block, reason }, say) =>
    `${say.code(`{{#${block}}}`)} の中身は送られることがありません(${reasons[reason]})。`,
  'caution/page-on-warning': ({ handle }, say) =>
    `${say.code(handle)} が条件ブロックの外にあるため、警告のときにも呼び出されます。意図していなければ \`{{#is_alert}}…{{/is_alert}}\` の中に入れ、閉じるために \`{{#is_recovery}}\` にも書きます。`,
  'caution/recovery-silent': ({ handle }, say) =>
    `${say.code(handle)} はアラートを受け取りますが、回復は受け取りません。作られたインシデントが開いたままになります。`,
  'caution/variable-not-grouped': ({ variable, key }, say) =>
    `${say.code(`{{${variable}}}`)} は空になります。クエリが ${say.code(key)} でグループ化も絞り込みもしていないためです。`,
  'caution/is-match-variable': ({ variable, key }, say) =>
    `条件ブロックで調べている ${say.code(variable)} は空になります。クエリが ${say.code(key)} でグループ化も絞り込みもしていないため、判定の結果はいつも同じです。`,
  'caution/cloud-delay': ({ metric }, say) =>
    `${say.code(metric)} はクラウドのメトリクスで、遅れて届きます。\`evaluation_delay\` に 900 秒が推奨されています。`,
  'caution/slo-no-threshold': () => 'この SLO には目標値がありません。',
  'caution/slo-target': ({ timeframe, target, full }, say) =>
    full
      ? `目標値が ${say.number(target)}%(${say.code(timeframe)})だと、エラーバジェットがありません。1 回の失敗で目標を割り、バーンレートのアラートも測るものがなくなります。`
      : `目標値 ${say.number(target)}%(${say.code(timeframe)})は、SLO が取れる範囲(0% より大きく 100% 未満)の外です。`,
  'caution/slo-warning': ({ timeframe, target, warning }, say) =>
    `警告の ${say.number(warning)}%(${say.code(timeframe)})は、目標値の ${say.number(target)}% より大きく 100% より小さい値でなければならず、Datadog に拒否されます。`,
  'caution/slo-as-count': () =>
    'SLO のイベントは件数で数えます。分子と分母には `.as_count()`(または値の数)を使ってください。',
  'caution/formula-unknown-query': ({ number, title, name }, say) =>
    `ウィジェット ${number}${title === '' ? '' : say.quote(title)}: 数式に出てくる ${say.code(name)} というクエリが、リクエストにありません。`,
  'caution/slo-groups': () =>
    'クエリのグループ化がそろっていません。Datadog はグループごとに割り算をするため、片方にしかないグループにはステータスが付きません。',
  'caution/variable-unused': ({ name }, say) =>
    `テンプレート変数 ${say.code(`$${name}`)} を使うウィジェットがありません。`,
  'change/slo-target': ({ target, to }, say) =>
    `厳しくする: ${say.number(target)}% を ${say.number(to)}% にすると、エラーバジェットは 10 分の 1 になります。`,
  'change/dashboard': () => '全体を絞り込む: テンプレート変数を足し、クエリで `{$env}` のように使います。',
  'basics/slo': () =>
    'SLO は、正常な割合の目標です。SLI は実際の割合、目標値は約束した割合、エラーバジェットは異常が許される分です。',
  'basics/dashboard': () => 'ダッシュボードはデータを表示するだけで、アラートは出しません。',
  'label/numerator': () => '正常なイベントを部品ごとに',
  'label/denominator': () => 'すべてのイベントを部品ごとに',
  'label/widgets': () => 'ウィジェット',
} satisfies Partial<Words>
