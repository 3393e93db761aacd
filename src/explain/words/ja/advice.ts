import type { Words } from '../words.js'
import { headText } from '../written-arguments.js'
import { windowWords } from './measure.js'

export const advice = {
  'change/share': ({ share, needed, points }, say) =>
    `早めに知りたい: 最後の数値を ${say.code(String(share))} にすると、${needed === undefined || points === undefined ? `点の ${say.rounded(share * 100)}% で` : `${say.number(points)} 点中 ${say.number(needed)} 点で`}アラートになります。\`thresholds.critical\` も同じ値に変えます。`,
  'change/threshold': ({ stated }) =>
    stated
      ? 'しきい値を変える: クエリの最後の数値と `thresholds.critical` を一緒に変えます(同じ値が必要です)。'
      : 'しきい値を変える: クエリの最後の数値を変えます。',
  'change/window': ({ window, to, aggregator }, say) =>
    `反応を緩やかにする: ${say.code(headText(aggregator, to))} にすると、${windowWords(window, say)}ではなく${windowWords(to, say)}で判定します。`,
  'change/one-point': ({ from, window }, say) =>
    `反応を緩やかにする: ${say.code(headText(from, window))} を ${say.code(headText('avg', window))} にすると、1 点だけではアラートにならず、平均で判定します。`,
  'change/horizon': ({ window, to, aggregator }, say) =>
    `もっと早く知る: ${say.code(headText(aggregator, to))} にすると、${windowWords(window, say)}ではなく${windowWords(to, say)}の予測で判定します。`,
  'change/tolerance': ({ tolerance }, say) =>
    `外れ値を減らす: 許容度を ${say.code(String(tolerance))} から ${say.code(String(tolerance + 1))} に上げると、ほかと少し違うだけのグループは外れ値とみなされません。`,
  'change/alert-window': ({ window }, say) =>
    `判定の範囲を変える: ${say.code(`alert_window='${window}'`)} と、\`threshold_windows\` の両方を変えます。`,
  'change/band': ({ bounds }, say) =>
    `アラートを減らす: ${say.code(String(bounds))} を ${say.code(String(bounds + 1))} にすると、範囲が広がります。`,
  'change/group': ({ key, after, monitor, several }, say) =>
    `${say.code(key)} ごとに見る: ${several ? 'すべての ' : ''}${say.code(after)} の後に ${say.code(`by {${key}}`)} を足すと、それぞれ 1 本の線${monitor ? 'とアラート' : ''}になります。`,
  'change/group-more': ({ keys }, say) =>
    `グループの細かさを変える: ${say.code(`by {${keys.join(',')}}`)} の中のタグを変えます。`,
  'change/scope': ({ example, replaces }, say) =>
    replaces === undefined
      ? `対象を変える: 絞り込みを編集します(例: ${say.code(example)})。`
      : `一部だけを対象にする: ${say.code(replaces)} を ${say.code(example)} にします。`,
  'change/aggregator': ({ from, to }, say) =>
    to === 'max' || to === 'min'
      ? `平均ではなく最も悪いソースを見る: ${say.code(`${from}:`)} を ${say.code(`${to}:`)} にします。`
      : `まとめ方を変える: ${say.code(`${from}:`)} を ${say.code(`${to}:`)} にします。`,
  'change/seasonality': () =>
    "時間帯の変動を考慮する: `'basic'` を `'agile'` か `'robust'` にし、`seasonality='daily'` を足します。",
  'change/handle': () => '通知する: メッセージを書きます(例: `手順書を見てください。 @slack-sre`)。',
  'change/make-monitor': ({ query }, say) =>
    `アラートにする: しきい値を決めて、${say.code(query)} のように書きます。`,
  'change/event-threshold': ({ threshold }, say) =>
    `しきい値を変える: 最後の ${say.code(String(threshold))} と \`thresholds.critical\` を一緒に変えます。`,
  'change/event-group': ({ key }, say) =>
    `個別に見る: \`.last(…)\` の前に ${say.code(`.by("${key}")`)} を足します。`,
  'change/event-window': ({ window }, say) =>
    `ウィンドウを長くする: ${say.code(`.last("${window}")`)} にします。`,
  'change/search-exclude': ({ example }, say) =>
    `一部を除く: 条件の前に \`-\` を付けます(例: ${say.code(`-${example}`)})。`,
  'change/composite': () =>
    '組み合わせを変える: `&&` は「かつ」、`||` は「または」、`!` は「否定」です。括弧でまとめられます。',
  'change/burn-rate': () =>
    '早め、遅めにする: バーンレートを下げると早くアラートになります。30 日間の推奨は 14.4(1 時間 / 5 分)、6(6 時間 / 30 分)、3(24 時間 / 2 時間)です。',
  'change/budget-threshold': () =>
    '早めに知りたい: 数値を下げると、バジェットが多く残っているうちにアラートになります。',
} satisfies Partial<Words>
