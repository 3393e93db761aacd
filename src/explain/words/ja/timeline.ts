import type { Words } from '../words.js'
import {
  burnWords,
  eachWords,
  judgedWords,
  keysWords,
  shareWords,
  sideWords,
  windowWords,
} from './measure.js'

export const timeline = {
  'time/window': ({ window }, say) =>
    window.form === 'next'
      ? `評価のたびに、${windowWords(window, say)}の予測を見ます。`
      : `評価のたびに、${windowWords(window, say)}を読みます(評価ウィンドウ)。`,
  'time/frequency': ({ minutes }, say) => `${say.unit(minutes, 'm')}ごとに評価します。`,
  'time/points': ({ points, interval, window }, say) =>
    `${say.seconds(interval)}ごとに 1 点なので、${windowWords(window, say)}は ${say.number(points)} 点です。`,
  'time/points-unpublished': () =>
    'ウィンドウ内の点の数は Datadog が決めます(モニターでの間隔はドキュメントに記載がありません)。`.rollup(…)` で固定できます。',
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
  'time/alert-composite': () =>
    'メンバーの状態で式が真になるとすぐトリガーします。Alert、Warn、No Data は真、OK は偽として扱われ、結果の状態も Alert、Warn、No Data のいずれかになります。',
  'time/alert-burn': (values, say) => `${burnWords(values, say)}と「アラート」です。`,
  'time/recover-composite': () => '式が真でなくなるとすぐ「回復」です。',
} satisfies Partial<Words>
