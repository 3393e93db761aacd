import { metricNamed } from '../../../catalog/index.js'
import type { AggregatorValues, SharedScope } from '../../sentences/metric.js'
import type { Say } from '../say.js'
import type { Words } from '../words.js'
import { clauseWords, sourcesWords } from './clause.js'
import { functionWords } from './functions.js'
import { aggregatorWords, eachWords, joined, keysWords, limitsNoun, percentileWords } from './measure.js'
import { familyWords, unitWords } from './metrics.js'

/** The scope that several series have in common. */
function sharedWords(shared: SharedScope | undefined, say: Say): string {
  if (shared === undefined) return ''
  const groups = shared.groups.length === 0 ? '' : `${keysWords(shared.groups, say)} ごとに、`
  return shared.clause === undefined ? groups : `${sourcesWords(shared.clause, say)}について、${groups}`
}

const endsInDigit = /\d$/

const spaceAggregation: Readonly<Record<string, string>> = {
  avg: '平均を取ります',
  sum: '合計します',
  min: '最小値を取ります',
  max: '最大値を取ります',
}

/** Which values become one line. */
function overWords(groups: readonly string[], filtered: boolean, say: Say): string {
  if (groups.length > 0) return `${eachWords(groups, say)}ごとに、ソースの値`
  return filtered ? 'スコープ内のすべてのソースの値' : 'すべてのソースの値'
}

function aggregatorSentence(aggregator: AggregatorValues, over: string, say: Say): string {
  if (aggregator.percentile !== undefined) {
    return `${over}の ${percentileWords(aggregator.percentile, say)}を取ります。送信された値の ${say.number(aggregator.percentile)}% がこの値以下です。パーセンタイルを有効にしたディストリビューションメトリクスで使えます。`
  }
  if (aggregator.conditions.length > 0) {
    return `${over}のうち、${limitsNoun(aggregator.conditions, say)}ものを数えます。パーセンタイルを有効にしたディストリビューションメトリクスで使えます。`
  }
  const verb = spaceAggregation[aggregator.name]
  if (verb !== undefined) {
    return aggregator.implied
      ? `集計方法が書かれていないため、Datadog は各時点で${over}の平均を取ります(空間集計)。`
      : `各時点で、${over}${aggregator.name === 'sum' ? 'を' : 'の'}${verb}(空間集計)。`
  }
  switch (aggregator.name) {
    case 'count':
      return `各時点で、${over}を数えます。ディストリビューションメトリクスなら送信された値の数、それ以外なら報告している系列の数です。`
    case 'last':
      return `${over}のうち最新のものを取ります。`
    case 'stddev':
      return `${over}の標準偏差(ばらつき)を取ります。パーセンタイルを有効にしたディストリビューションメトリクスで使えます。`
    case 'histogram':
      return `${over}の分布をそのまま使います。ヒートマップや分布グラフ用です。`
    default:
      return `${say.code(aggregator.name)} はドキュメントにある空間集計ではありません。そのまま Datadog に渡されます。`
  }
}

/** The one function of data-jobs monitors. */
const failedRuns = 'failed_runs'

export const metric = {
  'value/series': ({ aggregator, metric, clause, groups, scopeSaid }, say) => {
    const facts = metricNamed(metric)
    const name = `${say.code(metric)}${facts === undefined ? ' ' : `(${facts.ja})`}`
    const from = clause.is === 'all' ? 'すべてのソース' : `${clauseWords(clause, say)}ソース`
    const what =
      aggregator.conditions.length > 0
        ? `値のうち ${limitsNoun(aggregator.conditions, say)}ものの数`
        : aggregatorWords(aggregator, say)
    if (scopeSaid) return joined(`${name}の`, what)
    return `${joined(`${from}の ${name}の`, what)}${groups.length === 0 ? '' : `(${keysWords(groups, say)} ごと)`}`
  },
  'value/call': (call, say) => functionWords[call.function].of(say.phrase(call.inner).trimEnd(), call, say),
  'value/unknown-call': ({ name, inner }, say) => {
    if (inner === undefined) return `${say.code(name)} の結果`
    return name === failedRuns
      ? `${say.phrase(inner).trim()}のうち、失敗したものの数`
      : `${say.phrase(inner)}に ${say.code(name)} を適用した結果`
  },
  'value/arithmetic': ({ operator, left, right, shared }, say) => {
    const from = sharedWords(shared, say)
    const l = say.phrase(left)
    const r = say.phrase(right)
    // After a note on the left or before a condition on the right, the particle needs a comma to belong to the verb.
    const and = (particle: string) =>
      joined(`${from}${l}${particle}${r.includes(' が ') || l.endsWith(')') ? '、' : ''}`, r)
    if (operator === '+') return `${and('に')}を足した値`
    if (operator === '-') return `${and('から')}を引いた値`
    return operator === '*' ? `${and('に')}を掛けた値` : `${and('を')}で割った値`
  },
  'value/percentage': ({ left, right, shared }, say) =>
    `${sharedWords(shared, say)}${say.phrase(right)}に対する、${say.phrase(left)}の割合(%)`,
  'value/negative': ({ operand }, say) => `${say.phrase(operand)}の符号を反転した値`,
  'value/number': ({ value }, say) => ` ${say.number(value)} `,
  'value/query-name': ({ name }, say) => ` ${say.code(name)} `,
  'value/formula': ({ text, names, shared }, say) =>
    `${sharedWords(shared, say)}${say.code(text)} の値(${names.map(one => `${say.code(one.name)} = ${say.phrase(one.value)}`).join('、')})`,
  'value/list': ({ items }, say) => items.map(say.phrase).join('、'),
  'value/opaque': ({ text }, say) => ` ${say.code(text === '' ? '…' : text)} `,

  'part/aggregator': ({ aggregator, groups, filtered }, say) =>
    aggregatorSentence(aggregator, overWords(groups, filtered, say), say),
  'why/aggregator': ({ name, percentile }) => {
    if (name === 'sum')
      return 'リクエスト数、エラー数、バイト数のように、各ソースの分を合わせて全体を見るときに使います。'
    if (name === 'max') return '平均では隠れてしまう、いちばん高い値のソースが見えます。'
    if (name === 'count') return '値の大きさではなく、数を見ます(例: 目標の時間内に終わったリクエストの数)。'
    if (name === 'histogram') return '1 本の線にまとめると消えてしまう、値のばらつきが見えます。'
    if (percentile !== undefined)
      return '平均では隠れてしまう値の広がりが、極端な数点に振り回されずに見えます。'
    if (name === 'min') return '不足しては困るものの、いちばん少ないソースが見えます。'
    return 'メトリクスには送信元のソースの数だけ線があるため、1 本の線にまとめる方法が必要です。'
  },
  'part/metric': ({ metric, family }, say) => {
    const facts = metricNamed(metric)
    if (facts !== undefined)
      return `メトリクス名。${facts.ja}${endsInDigit.test(facts.ja) ? ' ' : ''}です。${unitSentence(facts.unit)}`
    if (family === 'cost')
      return 'メトリクス名。Cloud Cost Management が集めるコストです。単位はコストデータの通貨です。'
    if (family !== undefined) {
      return `メトリクス名。${say.code(`${family}.`)} で始まるものは、${familyWords[family]}メトリクスです。正確な意味と単位は、Datadog の Metrics Summary で確認できます。`
    }
    return 'メトリクス名。値はこの名前で送られています。意味と単位はクエリには書かれていません。Datadog の Metrics Summary で確認できます。'
  },
  'part/scope': ({ clause }, say) => {
    if (clause.is === 'all')
      return 'スコープ(絞り込み)。`*` は絞り込みなし、つまりこのメトリクスを送るすべてのホスト、コンテナ、サービス、環境が対象です。'
    return `スコープ(絞り込み)。${sourcesWords(clause, say)}だけが対象です。`
  },
  'part/no-scope': () => 'スコープが書かれていないので絞り込みなし、すべてのソースが対象です。',
  'part/join': ({ join }) =>
    join === 'and'
      ? '次の条件をすべて満たす必要があります(AND)。'
      : '次の条件のどれか 1 つを満たせば十分です(OR)。',
  'part/clause': ({ clause, join }, say) =>
    `${join === 'or' ? 'これだけでも対象になる条件: ' : join === 'and' ? '必須の条件: ' : ''}${clauseWords(clause, say)}。`,
  'part/group-by': ({ keys, monitor }, say) => {
    const each =
      keys.length === 1 ? `タグ ${keysWords(keys, say)} の値` : `タグ ${keysWords(keys, say)} の組み合わせ`
    return monitor
      ? `グループ化。${each}ごとに 1 本の線になり、それぞれ個別に判定、通知します(マルチアラート)。${keys.length === 1 ? 'このタグを持たない' : 'タグが 1 つでも欠けている'}ソースは対象外です。`
      : `グループ化。${each}ごとに 1 本の線になります。`
  },
  'part/no-group-by': ({ monitor, everything, beside }) => {
    if (beside)
      return 'グループ化しないので 1 本の線です。ほかの項のどのグループに対しても、同じ線を使います。'
    const one = monitor
      ? 'グループ化しないので、線もアラートも全体で 1 つです。'
      : 'グループ化しないので、結果は 1 本の線です。'
    return everything
      ? `${one}1 つのソースだけの異常は、ほかに埋もれます。`
      : `${one}絞り込んだ中の 1 つだけの異常は、ほかに埋もれます。`
  },
  'part/call': (call, say) => functionWords[call.function].does(call, say),
  'why/function': values => functionWords[values.function].why,
  'part/unknown-call': ({ name }, say) =>
    name === failedRuns
      ? 'ジョブの実行のうち、失敗したものを数えます。データジョブのモニターだけで使える関数です。'
      : `${say.code(name)} は Datadog のドキュメントにない関数です。そのまま Datadog に渡されます。働きはここでは説明できません。`,
  'part/arithmetic': ({ operator, left, right, constant, onTotals, onSearches, grouped }, say) => {
    const l = say.phrase(left)
    const r = say.phrase(right)
    const searches = onSearches === true
    const alike = `${grouped === true ? '' : 'グループがあれば'}同じグループどうしで`
    const groups = grouped ? `(${alike})` : ''
    const point = onTotals
      ? 'ウィンドウ全体の集計結果どうしで 1 回だけ'
      : searches
        ? grouped
          ? alike
          : 'クエリの結果から'
        : `点ごとに${groups}`
    const gap = onTotals
      ? '割る数が 0 か欠損なら結果がなく、データなしとして扱われます'
      : `割る数が 0 か欠損${searches ? 'なら結果がありません' : 'の時点は点がなくなります'}`
    if (operator === '/') {
      const divided = `${l}を${r}で割ります。${point}計算`
      return constant === 'right' ? `${divided}します。` : `${divided}し、${gap}。`
    }
    if (operator === '*') return `${l}に${r}を掛けます。${point}計算します。`
    return operator === '+'
      ? `${l}に${r}を足します。${point}計算します。`
      : `${l}から${r}を引きます。${point}計算します。`
  },
  'part/percentage': ({ left, right }, say) =>
    `${say.phrase(right)}に対する${say.phrase(left)}の割合をパーセントで求めます。`,
  'part/sign': ({ operator }) =>
    operator === '-' ? '符号を反転します。' : 'プラスの符号です。値は変わりません。',
  'part/number': ({ value }, say) => `定数 ${say.number(value)} です。`,
  'part/query-name': ({ name, value, missing }, say) =>
    value === undefined
      ? missing
        ? `${say.code(name)} という名前のクエリの結果ですが、このフォーミュラと一緒に定義されたクエリの中にありません。`
        : `このフォーミュラと一緒に定義されている、${say.code(name)} という名前のクエリの結果です。`
      : `${say.phrase(value).trim()}です。`,
  'part/opaque': ({ text }, say) =>
    `${say.code(text)} はドキュメントにない書き方です。そのまま Datadog に渡されます。働きはここでは説明できません。`,
  'part/query-list': ({ count }, say) =>
    `カンマで区切られた ${say.number(count)} 個のクエリです。それぞれ別に描画されます。`,
} satisfies Partial<Words>

function unitSentence(unit: string | undefined): string {
  return unit === undefined ? '' : `単位は${unitWords[unit] ?? ` ${unit} `}です。`
}
