import type { Words } from '../words.js'
import { hintInJapanese, hintShape } from './hint.js'
import { compared, windowWords } from './measure.js'
import { ruleWords } from './rules.js'

export const cautions = {
  'caution/checked': ({ rule, message, hint }, say) => {
    const words = ruleWords[rule] ?? `規則 ${say.code(rule)} に当てはまります。`
    const [[subject = ''] = []] = hintShape(message).codes
    const about = subject === '' || words.includes(subject) ? '' : `${subject}: `
    return `${about}${words}${hint === undefined ? '' : (hintInJapanese(hint, say) ?? '')}`
  },
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
  'caution/threshold-mismatch': ({ inQuery, inOptions }, say) =>
    `クエリの最後は ${say.number(inQuery)} ですが、\`thresholds.critical\` は ${say.number(inOptions)} です。Datadog に拒否されます。`,
  'caution/sum-of-ratios': () =>
    '`sum` は点ごとの割合を足し合わせます(1% の点が 5 つなら 5)。ウィンドウ全体の割合を見るには、両方を `.as_count()` で読みます。',
  'caution/little-traffic': ({ denominator }, say) =>
    `${say.code(denominator)} が少ないときは、1 件だけでも割合が大きくなり、アラートになることがあります。0 か欠損のときは結果がありません。\`is_greater(…)\` で、最低限の件数を条件に加えてください。`,
  'caution/division': ({ denominator }, say) =>
    `${say.code(denominator)} が 0 か欠損だと、割り算の結果がなくなり、データなしとして扱われます。`,
  'caution/rank-in-monitor': ({ function: name, ranks, instead }, say) => {
    const [code] = instead?.match(/`[^`]+`/) ?? []
    const why = ranks ? '残る線が評価のたびに変わります' : '結果が固定のしきい値に合いません'
    return `モニターで ${say.code(name)} を使っています。${why}。${code === undefined ? '' : `代わりに ${code} などを使います。`}`
  },
  'caution/deprecated-function': ({ function: name, instead }, say) =>
    `${say.code(name)} は非推奨です。${instead} を使ってください。`,
  'caution/group-delay-simple': () =>
    'グループのないモニターに `new_group_delay` があります。Datadog に拒否されます。',
  'caution/recovery-orphan': () => '`warning` がないため、`warning_recovery` は効果がありません。',
  'caution/warning-order': ({ warning, critical, comparator }, say) =>
    `警告しきい値 ${say.number(warning)} が、アラートの条件(${compared(comparator, critical, say)})より先に達しません。`,
  'caution/dashboard-variable': ({ name }, say) =>
    `${say.code(`$${name}`)} はダッシュボード変数です。モニターでは使えません。`,
  'caution/check-group-by': () =>
    'チェックがグループ化されていません。カスタムチェックには `.by(…)` が必要で、ないと拒否されることがあります。',
  'caution/check-last': ({ last, threshold }, say) =>
    `${say.code(`.last(${last})`)} で見る回数が、しきい値 ${say.number(threshold)} に足りません。Datadog に拒否されます。`,
} satisfies Partial<Words>
