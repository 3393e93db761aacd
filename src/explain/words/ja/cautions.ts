import type { Words } from '../words.js'
import { hintInJapanese, hintShape } from './hint.js'
import { compared, windowWords } from './measure.js'
import { ruleWords } from './rules.js'

const reasons = {
  'no-warning': '警告のしきい値がありません',
  'no-data-off': 'データなしの通知が無効です',
  'no-renotify': '`renotify_interval` がありません',
} as const

export const cautions = {
  'caution/checked': ({ rule, message, hint }, say) => {
    const words = ruleWords[rule] ?? `規則 ${say.code(rule)} に当てはまります。`
    const [[subject = ''] = []] = hintShape(message).codes
    const about = subject === '' || words.includes(subject) ? '' : `${subject}: `
    return `${about}${words}${hint === undefined ? '' : (hintInJapanese(hint, say) ?? '')}`
  },
  'caution/no-notification': ({ empty }) =>
    empty
      ? '通知先がありません(`message` が空です)。本文に `@slack-…` のような宛先を 1 つ以上書いてください。'
      : '通知先がありません(`message` に `@slack-…` のような宛先がありません)。',
  'caution/empty-name': () => 'モニター名が空です。一覧や通知で、何のモニターか分かりません。',
  'caution/star-scope': () =>
    '`{*}` は検証環境も含むすべての環境が対象です。`{env:prod}` のように絞り込むと、本番だけになります。',
  'caution/one-line': ({ container }) =>
    container
      ? '全コンテナをまとめて 1 本で見ています。1 つだけの異常は平均に埋もれ、どのコンテナかも分かりません。特定するには `container_name` や `service` でグループ化します。'
      : '全体をまとめて 1 本で見ています。1 つだけの異常は平均に埋もれ、どれが原因かも分かりません。特定するには `host` や `service` でグループ化します。',
  'caution/basic-algorithm': ({ seasonality }, say) =>
    seasonality === undefined
      ? "`basic` は季節性(時間帯や曜日の変動)を考慮しません。昼夜で負荷が変わるなら、`agile` または `robust` と `seasonality='daily'` を検討してください。"
      : `\`basic\` は季節性を考慮しないため、${say.code(`seasonality='${seasonality}'`)} は効果がありません。\`agile\` または \`robust\` を使います。`,
  'caution/window-mismatch': ({ alertWindow, trigger }, say) =>
    `${say.code(`alert_window='${alertWindow}'`)} と ${say.code(`trigger_window: ${trigger}`)} が違います。Datadog に拒否されます。`,
  'caution/missing-windows': () =>
    '異常検知モニターには、`threshold_windows` の `trigger_window` と `recovery_window` の両方が必要です。',
  'caution/query-window-short': ({ window, alertWindow }, say) =>
    `クエリが読むのは${windowWords(window, say)}で、判定に使う${windowWords(alertWindow, say)}より短くなっています。`,
  'caution/threshold-range': ({ threshold }, say) =>
    `異常検知のしきい値は点の割合なので、0 より大きく 1 以下です。${say.number(threshold)} は範囲外です。`,
  'caution/recovery-missing': ({ threshold }, say) =>
    `回復しきい値がありません。値が ${say.number(threshold)} の前後で揺れると、アラートと回復を繰り返します。`,
  'caution/threshold-mismatch': ({ inQuery, inOptions }, say) =>
    `クエリの最後は ${say.number(inQuery)} ですが、\`thresholds.critical\` は ${say.number(inOptions)} です。Datadog に拒否されます。`,
  'caution/silent-no-data': ({ setting }, say) =>
    `値が低いとアラートになりますが、データが完全に途絶えたときは通知されません。最悪の場合に気づけないため、${say.code(setting)} を検討してください。`,
  'caution/little-traffic': ({ denominator }, say) =>
    `${say.code(denominator)} が少ないときは、1 件だけでも割合が大きくなり、アラートになることがあります。0 か欠損のときは結果がありません。\`is_greater(…)\` で、最低限の件数を条件に加えてください。`,
  'caution/division': ({ denominator }, say) =>
    `${say.code(denominator)} が 0 か欠損だと、割り算の結果がなくなり、データなしとして扱われます。`,
  'caution/rank-in-monitor': ({ function: name }, say) =>
    `モニターで ${say.code(name)} を使っています。残る線が評価のたびに変わるか、結果が固定のしきい値に合いません。`,
  'caution/deprecated-function': ({ function: name, instead }, say) =>
    `${say.code(name)} は非推奨です。${instead} を使ってください。`,
  'caution/no-data-timeframe-unused': ({ minutes }) =>
    `\`no_data_timeframe: ${minutes}\` は効果がありません(\`notify_no_data\` が無効です)。`,
  'caution/group-delay-simple': () =>
    'グループのないモニターに `new_group_delay` があります。Datadog に拒否されます。',
  'caution/recovery-orphan': () => '`warning` がないため、`warning_recovery` は効果がありません。',
  'caution/warning-order': ({ warning, critical, comparator }, say) =>
    `警告しきい値 ${say.number(warning)} が、アラートの条件(${compared(comparator, critical, say)})より先に達しません。`,
  'caution/unreachable-state': ({ block, reason }, say) =>
    `${say.code(`{{#${block}}}`)} の中身は送られることがありません(${reasons[reason]})。`,
  'caution/page-on-warning': ({ handle }, say) =>
    `${say.code(handle)} が条件ブロックの外にあるため、警告のときにも呼び出されます。意図していなければ \`{{#is_alert}}…{{/is_alert}}\` の中に入れ、閉じるために \`{{#is_recovery}}\` にも書きます。`,
  'caution/recovery-silent': ({ handle }, say) =>
    `${say.code(handle)} はアラートを受け取りますが、回復は受け取りません。作られたインシデントが開いたままになります。`,
  'caution/variable-not-grouped': ({ variable, key }, say) =>
    `${say.code(`{{${variable}}}`)} は空になります。クエリが ${say.code(key)} でグループ化も絞り込みもしていないためです。`,
  'caution/cloud-delay': ({ metric }, say) =>
    `${say.code(metric)} はクラウドのメトリクスで、遅れて届きます。\`evaluation_delay\` に 900 秒が推奨されています。`,
  'caution/dashboard-variable': ({ name }, say) =>
    `${say.code(`$${name}`)} はダッシュボード変数です。モニターでは使えません。`,
  'caution/slo-no-threshold': () => 'この SLO には目標値がありません。',
  'caution/slo-target': ({ timeframe, target, full }, say) =>
    full
      ? `目標値が ${say.number(target)}%(${say.code(timeframe)})だと、エラーバジェットがありません。1 回の失敗で目標を割り、バーンレートのアラートも測るものがなくなります。`
      : `目標値 ${say.number(target)}%(${say.code(timeframe)})は、SLO が取れる範囲(0% より大きく 100% 未満)の外です。`,
  'caution/slo-as-count': () =>
    'SLO のイベントは件数で数えます。分子と分母には `.as_count()`(または値の数)を使ってください。',
  'caution/variable-unused': ({ name }, say) =>
    `テンプレート変数 ${say.code(`$${name}`)} を使うウィジェットがありません。`,
  'caution/check-group-by': () =>
    'チェックがグループ化されていません。カスタムチェックには `.by(…)` が必要で、ないと拒否されることがあります。',
  'caution/check-last': ({ last, threshold }, say) =>
    `${say.code(`.last(${last})`)} で見る回数が、しきい値 ${say.number(threshold)} に足りません。Datadog に拒否されます。`,
} satisfies Partial<Words>
