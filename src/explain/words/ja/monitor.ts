import type { StepReason } from '../../steps.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords } from './clause.js'
import {
  changeUnit,
  compared,
  comparedTo,
  distanceWords,
  eachWords,
  emptyWords,
  fallOrRise,
  joined,
  keysWords,
  percentileWords,
  pointRule,
  reducedNoun,
  shareWords,
  sideWords,
  windowWords,
} from './measure.js'
import { eventsWords, measureWords, methodWords } from './sources.js'

function runsRule(state: string, count: number | undefined, status: string, say: Say): string | undefined {
  if (count === undefined) return undefined
  return `${status} が ${say.number(count)} 回${count === 1 ? '出る' : '続く'}と${state}`
}

const changeWords = { change: '変化量', pct_change: '変化率(%)' } as const

const changeModes: Readonly<Record<string, string>> = {
  relative: '率(%)',
  absolute: '額(コストデータの通貨)',
}

const costSides: Readonly<Record<string, string>> = {
  above: '予測を上回った場合だけが対象です',
  below: '予測を下回った場合だけが対象です',
  both: '予測を上回った場合も下回った場合も対象です',
}

const stepReasons: Record<StepReason, string> = {
  count: '何かがどれだけ起きたか(エラー、ログイン、失敗したジョブなど)を見るときに使います。',
  cardinality: '影響を受けた数(ユーザー、セッション、アドレスなど)を見るときに使います。',
  percentile: '平均では隠れてしまう値の広がりが、極端な数点に振り回されずに見えます。',
  avg: 'ふだんの大きさを見るときに使います。一部の極端な値は平均に埋もれます。',
  sum: 'バイト数、金額、秒数のように、足し合わせて意味のある値に使います。',
  max: '平均では隠れてしまう、最も大きい値を見るときに使います。',
  min: '平均では隠れてしまう、最も小さい値を見るときに使います。',
  by: 'どのグループに問題があるかが分かり、1 つの異常がほかに埋もれません。',
  last: 'まとめて見る長さを決めます。しきい値は、この長さに合わせて決めます。',
  current: '1 時間、1 日、1 か月あたりの上限のように、区切りごとに数え直すものに使います。',
  index: 'ほかのインデックスのログを除くために使います。',
  source: 'ブラウザ、モバイルアプリ、バックエンドのエラーを分けて見るために使います。',
  new: '初めて現れたエラーを知るために使います。',
  impact: '多くに影響するエラーと、少数だけに影響するエラーを見分けるために使います。',
}

export const monitor = {
  'part/window-head': ({ aggregator, percentile, window, comparator, judged, countsFirst }, say) => {
    const reads = `評価のたびに、${windowWords(window, say)}のデータを読みます`
    if (judged === 'anomaly')
      return `${reads}(評価ウィンドウ)。判定に使うのは \`alert_window\` の点だけで、残りはグラフに表示される前後の流れです。`
    if (judged === 'forecast') {
      return `評価のたびに、${windowWords(window, say)}${window.form === 'next' ? 'の予測' : ''}のうち${aggregator === 'min' ? '最小' : '最大'}の点を見ます。`
    }
    if (judged === 'outlier') return `${reads}(評価ウィンドウ)。その中でグループどうしを比べます。`
    if (countsFirst) {
      return `${reads}(評価ウィンドウ)。\`as_count()\` を使った四則演算なので、まず各項をウィンドウ全体で集計し(${say.code(aggregator)})、その結果どうしを 1 回だけ計算します。`
    }
    const rule = pointRule({ aggregator, comparator })
    const why =
      rule === 'every'
        ? '。つまり、すべての点が条件を満たしたときだけアラートになります'
        : rule === 'any'
          ? '。つまり、1 点でも条件を満たせばアラートになります'
          : ''
    const noun =
      percentile === undefined ? reducedNoun({ aggregator }, say) : percentileWords(percentile, say)
    return `${reads}(評価ウィンドウ)。それを 1 つの数値(${noun})にまとめます${why}。`
  },
  'part/change-head': ({ change, aggregator, window, shift, countsFirst }, say) => {
    const how =
      change === 'change' ? '「今 − 前」をメトリクスの単位のまま' : '「(今 − 前)÷ 前」をパーセントで'
    const both = `値そのものではなく${changeWords[change]}を判定します。${windowWords(window, say)}を、${distanceWords(shift, say)}前の同じ長さの区間と比べ`
    return countsFirst
      ? `${both}ます。\`as_count()\` があるので、まず区間ごとに 1 つの数値にまとめ(${say.code(aggregator)})、その後で${how} 1 回だけ求めます。`
      : `${both}、${how}点ごとに求め、その${reducedNoun({ aggregator }, say)}を取ります。`
  },
  'part/condition': (condition, say) =>
    `${joined('条件。その数値が', compared(condition.comparator, condition.threshold, say, condition.unit))}とアラートです。`,
  'part/anomaly-condition': (values, say) =>
    `条件。${shareWords(values, say)}${sideWords(values)}とアラートです。`,
  'part/outlier-condition': ({ comparator, threshold }, say) =>
    comparator === '>' && threshold === 0
      ? '条件。外れ値と判定されたグループ(値が 1)ごとにアラートになります。'
      : `条件。外れ値の判定値が ${compared(comparator, threshold, say)}グループごとにアラートになります。`,
  'part/forecast-condition': ({ comparator, threshold, unit, horizon }, say) =>
    `条件。${windowWords(horizon, say)}の予測の中に、${compared(comparator, threshold, say, unit)}点があれば、今の時点でアラートです。`,
  'part/change-condition': ({ comparator, threshold, unit, change, shift }, say) =>
    `条件。${distanceWords(shift, say)}前からの${change === 'change' ? '変化量' : '変化率'}が ${compared(comparator, threshold, say, changeUnit(change, unit))}${fallOrRise(comparator, threshold, changeUnit(change, unit), say)}とアラートです。`,
  'part/value-condition': ({ comparator, threshold, unit }, say) =>
    `条件。結果が ${compared(comparator, threshold, say, unit)}とアラートです。`,
  'part/dynamic-condition': () =>
    '条件。動的なしきい値です。値はオプションの `thresholds.critical_query` で計算されます。ドキュメントではプレビュー機能としてだけ説明されています。',
  'part/placeholder': ({ text }, say) =>
    `${say.code(text)} は、ほかのモニターならクエリが入る場所です。判定は Synthetic テスト自身が行います。`,

  'part/event-source': ({ source }, say) => `対象は${eventsWords(source, say)}です。`,
  'part/search': ({ clause }, say) =>
    clause.is === 'all' ? '検索条件はなく、すべてが一致します。' : `検索条件: ${clauseWords(clause, say)}。`,
  'part/index': ({ indexes }, say) =>
    indexes.includes('*')
      ? 'すべてのインデックスを検索します。'
      : `インデックス ${keysWords(indexes, say)} だけを検索します。`,
  'part/event-rollup': ({ method, measure }, say) =>
    method === 'count'
      ? '一致した件数を数えます。'
      : `一致したものについて、${methodWords(method, measure, say)}を求めます。`,
  'part/formula-rollup': ({ method }, say) =>
    `ウィンドウの結果を 1 つの数値(${methodWords(method, undefined, say)})にまとめます。`,
  'part/event-by': ({ keys }, say) =>
    keys.length === 0
      ? 'グループ化しません。結果は全体で 1 つです(シンプルアラート)。'
      : `グループ化。${keysWords(keys, say)} の${keys.length === 1 ? '値' : '組み合わせ'}ごとに、個別に判定、通知します(マルチアラート)。`,
  'part/event-last': ({ window, text }, say) =>
    `評価ウィンドウは${window === undefined ? ` ${say.code(text)} ` : windowWords(window, say)}です。`,
  'part/event-current': ({ window, text }, say) =>
    `累積ウィンドウ。最後にリセットされた時点から今までです(${window === undefined ? say.code(text) : say.unit(window.amount, window.unit)})。`,
  'why/step': ({ reason }) => stepReasons[reason],
  'part/error-source': ({ source }, say) =>
    source === 'all'
      ? 'すべての発生元のエラーが対象です。'
      : `発生元が ${say.code(source)} のエラーだけが対象です。`,
  'part/error-new': () => '新しく発生した問題だけが対象です。',
  'part/error-impact': () => '影響の大きさ(エラーやユーザーの数)で判定します。',
  'part/event-over': ({ values }, say) =>
    values.includes('*')
      ? '追加の絞り込みはありません。'
      : `タグ ${keysWords(values, say)} ${values.length === 1 ? 'の' : 'をすべて持つ'}ものだけが対象です。`,
  'part/cost-anomaly': ({ direction, threshold }, say) =>
    `コストを、過去の動きからの予測と比べます。${direction === undefined ? '' : `${costSides[direction] ?? `方向は ${say.code(direction)} です`}。`}${threshold === undefined ? '' : `引数は ${say.code(`threshold=${threshold}`)} です。`}`,
  'part/cost-change': ({ mode, amount }, say) =>
    `コストの変化${changeModes[mode] ?? `(${say.code(mode)})`}を判定します${amount === undefined ? '' : `(引数: ${say.number(amount)})`}。`,
  'part/cost-forecast': () => 'これまでのコストではなく、ウィンドウ全体の予測額を判定します。',
  'part/other-step': ({ name, text }, say) =>
    `${say.code(text)}: この種類のモニターのドキュメントに ${say.code(name)} はありません。そのまま Datadog に渡されます。`,
  'part/formula': ({ value, bare }, say) =>
    `フォーミュラ。${say.phrase(value).trim()}を${bare ? 'そのまま使います' : '計算します'}。`,

  'part/check': ({ check }, say) =>
    `サービスチェック ${say.code(check)}。実行のたびに OK、WARNING、CRITICAL、UNKNOWN のいずれかを報告します。`,
  'part/check-over': ({ tags }, say) =>
    tags.includes('*')
      ? 'すべての場所での実行が対象です。'
      : `タグ ${keysWords(tags, say)} ${tags.length === 1 ? 'の' : 'をすべて持つ'}実行だけが対象です。`,
  'part/check-exclude': ({ tags }, say) =>
    `タグ ${keysWords(tags, say)} ${tags.length === 1 ? 'を' : 'のいずれかを'}持つ実行を除きます。`,
  'part/check-by': ({ keys, cluster }, say) =>
    keys.includes('*')
      ? cluster
        ? 'すべてのタグの組み合わせ 1 つを 1 件のチェックと数え、全体で 1 つの割合を求めます。'
        : 'すべてのタグの組み合わせごとに個別に判定します。'
      : `グループ化。${eachWords(keys, say)}ごとに個別に判定します。`,
  'part/check-last': ({ count }, say) =>
    count === 1
      ? 'グループごとに、最後の実行だけを見ます。'
      : `グループごとに、直近 ${say.number(count)} 回の実行を見ます。`,
  'part/check-count': ({ critical, warning, unknown, ok }, say) => {
    const rules = [
      runsRule('アラート', critical, 'CRITICAL', say),
      runsRule('警告', warning, 'WARNING', say),
      runsRule('不明(Unknown)', unknown, 'UNKNOWN', say),
      runsRule('回復', ok, 'OK', say),
    ].filter(rule => rule !== undefined)
    return rules.length === 0
      ? '同じステータスが続いた回数を数えます。必要な回数はクエリではなく `options.thresholds` にあります。'
      : `同じステータスが続いた回数を数えます。${rules.join('、')}です(\`options.thresholds\` の値)。`
  },
  'part/check-share': ({ critical, warning }, say) => {
    const rules = [
      critical === undefined ? undefined : `CRITICAL が ${say.number(critical)}% を超えるとアラート`,
      warning === undefined ? undefined : `WARNING が ${say.number(warning)}% を超えると警告`,
    ].filter(rule => rule !== undefined)
    return `クラスターアラート。各ステータスのチェックの割合を見ます。${rules.length === 0 ? 'しきい値は `options.thresholds` にあります。' : `${rules.join('、')}です(\`options.thresholds\` の値)。`}`
  },

  'part/composite-monitor': ({ id, name, letter }, say) =>
    `モニター${name === undefined ? ` ${say.code(id)} ` : `${say.quote(name)}(${say.code(id)})`}が Alert、Warn、No Data のいずれかの間、真になります。メッセージの中では ${say.code(letter)} です。`,
  'part/composite-not': () =>
    '「否定」。後ろのモニターが OK の間、真になります。No Data のときは結果も No Data です。',
  'part/composite-and': ({ count }, say) =>
    `「かつ」。${count === 2 ? '2 つとも' : `${say.number(count)} つすべてが`}真のときに真になります。結果の状態は、その中で最も軽いものです。`,
  'part/composite-or': ({ count }, say) =>
    `「または」。${say.number(count)} つのうち 1 つでも真なら真になります。結果の状態は、その中で最も重いものです。`,

  'part/slo-budget': ({ slo, name }, say) =>
    `SLO${name === undefined ? ` ${say.code(slo)} ` : say.quote(name)}のエラーバジェットの消費率(%)を見ます。0 は未使用、100 は使い切りです。`,
  'part/slo-burn': ({ slo, name }, say) =>
    `SLO${name === undefined ? ` ${say.code(slo)} ` : say.quote(name)}のエラーバジェットが減る速さ(バーンレート)を見ます。1 は、対象期間でちょうど使い切る速さです。`,
  'part/slo-over': ({ days }, say) =>
    `SLO の対象期間は ${say.unit(days, 'd')}間です。この期間の目標値に対して判定します。`,
  'part/long-window': ({ window, text }, say) =>
    `長いウィンドウ(${window === undefined ? say.code(text) : windowWords(window, say)})。問題が無視できない大きさであることを確かめます。`,
  'part/short-window': ({ window, text }, say) =>
    `短いウィンドウ(${window === undefined ? say.code(text) : windowWords(window, say)})。問題が今も続いていることを確かめます。収まればアラートも早く終わります。`,
  'part/budget-condition': ({ comparator, threshold, days }, say) =>
    `条件。${days === undefined ? '' : `${say.unit(days, 'd')}間の`}エラーバジェットの消費率が ${comparedTo(comparator, `${say.number(threshold)}%`)}とアラートです。`,
  'part/burn-condition': ({ comparator, rate, days, hoursToEmpty, longWindow, used, both }, say) => {
    const meaning =
      hoursToEmpty === undefined || days === undefined
        ? ''
        : `バーンレート ${say.number(rate)} は、${say.unit(days, 'd')}分のエラーバジェットを ${emptyWords(hoursToEmpty, say)}で使い切る速さです`
    const share =
      used === undefined || longWindow === undefined
        ? ''
        : `(${distanceWords(longWindow, say)}で ${say.rounded(used)}% を消費)`
    return `条件。${both ? '両方のウィンドウで' : ''}バーンレートが ${compared(comparator, rate, say)}とアラートです。${meaning === '' ? '' : `${meaning}${share}。`}`
  },

  'value/events': (measure, say) => measureWords(measure, say),
  'value/other-data': ({ source, text }, say) =>
    text === '' ? `${say.code(source)} のデータ` : `${say.code(source)} のデータ(${say.code(text)})`,
  'value/composite-monitor': ({ id, name, negated }, say) =>
    `${name === undefined ? `モニター ${say.code(id)} ` : `モニター${say.quote(name)}`}が${negated ? ' OK ' : 'トリガー中'}`,
  'value/composite': ({ operator, operands }, say) => {
    const items = operands.map(operand =>
      operand.code === 'value/composite' ? `(${say.phrase(operand)})` : say.phrase(operand),
    )
    return items.join(operator === 'and' ? '、かつ' : '、または')
  },
  'value/composite-not': ({ operand }, say) => `「${say.phrase(operand)}」ではない`,
} satisfies Partial<Words>
