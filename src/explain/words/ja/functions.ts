import type { Say } from '../say.js'
import type { FunctionTable } from '../words.js'
import { calendarShift, isTimeZone, percentileOf } from '../written-arguments.js'
import { joined, keysWords, lengthWords, noted, percentileWords } from './measure.js'

type Given = string | number | undefined

/** An argument as inline code, a number with its digits. */
function given(value: Given, say: Say, otherwise = '指定された値'): string {
  if (value === undefined) return otherwise
  return typeof value === 'number' ? say.number(value) : say.code(value)
}

function length(value: Given, say: Say): string {
  return typeof value === 'number' ? lengthWords(Math.abs(value), say) : seconds(value, say)
}

function seconds(value: Given, say: Say, otherwise = '指定された時間'): string {
  return typeof value === 'number' ? say.seconds(Math.abs(value)) : given(value, say, otherwise)
}

const aggregators: Readonly<Record<string, string>> = {
  avg: '平均',
  mean: '平均',
  sum: '合計',
  min: '最小値',
  max: '最大値',
  count: '値の数',
  last: '最新値',
  median: '中央値',
  stddev: '標準偏差',
  area: '線の下の面積',
  l2norm: 'L2 ノルム',
}

function aggregated(value: Given, say: Say): string {
  if (value === undefined) return 'メトリクスの型に応じた既定の値'
  const percentile = percentileOf(value)
  if (percentile !== undefined) return ` ${percentileWords(percentile, say)}`
  return aggregators[String(value)] ?? given(value, say)
}

/** `-1mo` in words: `暦の 1 か月前`. */
function calendarDistance(shift: Given, say: Say): string {
  const distance = typeof shift === 'string' ? calendarShift(shift) : undefined
  return distance === undefined
    ? `暦で ${given(shift, say)} ずらした時点`
    : `暦の ${say.unit(distance.amount, distance.unit)}${distance.later ? '後' : '前'}`
}

const ranks: Readonly<Record<string, string>> = {
  max: '最大値',
  mean: '平均',
  min: '最小値',
  sum: '合計',
  last: '最新値',
  l2norm: 'L2 ノルム',
  area: '線の下の面積',
}
const calendar: Readonly<Record<string, string>> = {
  daily: '暦の 1 日',
  weekly: '暦の 1 週間',
  monthly: '暦の 1 か月',
  yearly: '暦の 1 年',
}

function bucket(value: Given, say: Say): string {
  return typeof value === 'string' && calendar[value] !== undefined
    ? calendar[value]
    : seconds(value, say, 'Datadog が選ぶ間隔')
}

/** What becomes one point: `1 分ごとの最大値`; the average is what anybody expects. */
function bucketNote(aggregator: Given, interval: Given, say: Say): string {
  const per = `${bucket(interval, say)}ごと`
  return aggregator === undefined || aggregator === 'avg'
    ? per
    : joined(`${per}の`, aggregated(aggregator, say).trimStart())
}

const fills: Readonly<Record<string, string>> = {
  linear: '前後の点をつなぐ直線で',
  last: '最後の値で',
  zero: '0 で',
}

/** The tags of a second layer of space aggregation; none: everything in one line. */
function perTags(value: Given, say: Say): string {
  const keys = String(value ?? '').split(',')
  return keys[0] === '' ? '全グループを通した' : `${keysWords(keys, say)} ごとの`
}

const layerWhy =
  '空間集計を重ねます(例: 環境ごとの、ホスト間の 95 パーセンタイル)。内側のクエリは、ここに書くより多くのタグでグループ化しておきます。'
const rateWhy = 'カウンターを速度に直し、間隔が違っても比べられるようにします。'
const rankWhy = '線が何百本あってもグラフを読みやすくします。'
const shiftWhy = '今の値を、以前の同じ時点と比べます。'
const smoothWhy = 'ノイズをならし、一瞬の跳ね上がりでアラートにならないようにします。'
const trendWhy = '細かい上下を除いて、向かっている方向を見ます。'

/** After a condition, a comma keeps the time from belonging to it alone. */
const shifted = (when: string, inner: string) =>
  inner.trimStart().startsWith('`') && !inner.includes('` が ')
    ? joined(`${when}の`, inner.trimStart())
    : `${when}の、${inner}`

const highest = (low: boolean) => (low ? '下位' : '上位')
const later = (shift: Given) => (typeof shift === 'number' && shift > 0 ? '後' : '前')

/** Every function of the catalog in Japanese. https://docs.datadoghq.com/ja/dashboards/functions/ */
export const functionWords: FunctionTable = {
  abs: {
    of: inner => `${inner}の絶対値`,
    does: () => '各点の絶対値を取ります(−3 は 3 になります)。',
    why: '増えても減っても、ずれの大きさだけを見ます。',
  },
  log2: {
    of: inner => `${inner}の対数(底 2)`,
    does: () => '各点を底 2 の対数にします(8 は 3 になります)。',
    why: '桁の違う値を比べやすくします。1 増えるごとに 2 倍です。',
  },
  log10: {
    of: inner => `${inner}の常用対数`,
    does: () => '各点を常用対数(底 10)にします(1,000 は 3 になります)。',
    why: '桁の違う値を比べやすくします。1 増えるごとに 10 倍です。',
  },
  cumsum: {
    of: inner => `${inner}の累積和`,
    does: () => '表示期間の始めから点を足していきます。各点はそれまでの合計です。',
    why: 'これまでの総量が分かります。始点が表示期間で変わるため、モニターでは `current_1d` などの累積ウィンドウが適しています。',
  },
  integral: {
    of: inner => `${inner}の積分`,
    does: () => '「値 × 直前の点からの秒数」を、期間の始めから足していきます。',
    why: '毎秒の値を総量に直します。',
  },
  pow: {
    of: (inner, call, say) =>
      `${inner}を ${call.others[0] === undefined ? given(call.arguments.exponent, say) : say.phrase(call.others[0]).trim()} 乗した値`,
    does: (call, say) =>
      `各点で、1 つ目の引数を ${call.others[0] === undefined ? given(call.arguments.exponent, say) : say.phrase(call.others[0]).trim()} 乗します。`,
    why: '大きな値をより強く反映させます。',
  },
  round: {
    of: inner => `${inner}を丸めた値`,
    does: (call, say) =>
      call.arguments.digits === undefined
        ? '各点を整数に丸めます。'
        : `各点を小数点以下 ${given(call.arguments.digits, say)} 桁に丸めます。`,
    why: '意味のない桁を隠します。',
  },
  min: {
    of: (inner, call, say) => `${[inner, ...call.others.map(say.phrase)].join('、')}のうち最小の値`,
    does: () => '各点で、引数のうち最小の値を取ります。',
    why: '上限をかけたり、複数のうち弱い方を見たりします。',
  },
  max: {
    of: (inner, call, say) => `${[inner, ...call.others.map(say.phrase)].join('、')}のうち最大の値`,
    does: () => '各点で、引数のうち最大の値を取ります。',
    why: '下限を設けたり、複数のうち強い方を見たりします。',
  },
  anomalies: {
    of: (inner, call) =>
      call.inMonitor ? `${inner}が、いつもの範囲から外れた割合` : `${inner}と、予測した範囲(バンド)`,
    does: call =>
      call.inMonitor
        ? '固定のしきい値ではなく、過去の動きから予測した範囲(バンド)と比べます。結果はもとのメトリクスの値ではなく、「範囲から外れた点の割合」で、0(なし)から 1(すべて)までの値です。'
        : '過去の動きから予測した範囲(バンド)をメトリクスの背景に描き、範囲から外れた点を異常として示します。',
    why: '時間帯によらず正しい固定のしきい値を決められないメトリクスに使います。',
  },
  outliers: {
    of: inner => `${inner}のうち、ほかと違う動きをするグループ`,
    does: call =>
      call.inMonitor
        ? '同じ時点のほかのグループと比べます。ほかと違う動きをするグループは 1、それ以外は 0 になります。3 つ以上のグループが必要です。'
        : '同じ時点のほかのグループと比べ、違う動きをするものを示します。3 つ以上のグループが必要です。',
    why: '同じロードバランサー配下のホストのように、同じ動きをするはずのものに使います。',
  },
  forecast: {
    of: inner => `${inner}の予測`,
    does: () => 'メトリクスの今後の動きを、幅を持たせて予測します。',
    why: '満杯になってからではなく、なる前に気づけます。',
  },
  count_nonzero: {
    of: inner => `${inner}のうち値が 0 でないグループの数`,
    does: () => '各時点で、値が 0 でないグループを数えます。結果にグループはありません。',
    why: '「エラーが何件か」ではなく「エラーのあるホストが何台か」が分かります。',
  },
  count_not_null: {
    of: inner => `${inner}のうち値のあるグループの数`,
    does: () => '各時点で、値のあるグループを数えます。結果にグループはありません。',
    why: '「今も報告しているのがいくつか」が分かります。',
  },
  exclude_null: {
    of: inner => noted(inner, '`N/A` のグループを除く'),
    does: () =>
      'タグの値が `N/A` のグループ、つまりそのタグを持たないソースを除きます。欠損点を除く関数ではありません。',
    why: 'タグのないソースを表示から外します。',
  },
  clamp_min: {
    of: (inner, call, say) => noted(inner, `下限 ${given(call.arguments.bound, say)}`),
    does: (call, say) =>
      `${given(call.arguments.bound, say)} を下回る点を ${given(call.arguments.bound, say)} に引き上げます。途中の欠損点も ${given(call.arguments.bound, say)} になります。`,
    why: '意味のない小さな値や、0 での割り算を計算から外します。',
  },
  clamp_max: {
    of: (inner, call, say) => noted(inner, `上限 ${given(call.arguments.bound, say)}`),
    does: (call, say) =>
      `${given(call.arguments.bound, say)} を超える点を ${given(call.arguments.bound, say)} に引き下げます。途中の欠損点も ${given(call.arguments.bound, say)} になります。`,
    why: '極端な値が平均やグラフを壊すのを防ぎます。',
  },
  cutoff_min: {
    of: (inner, call, say) => noted(inner, `${given(call.arguments.bound, say)} 未満の点を除く`),
    does: (call, say) =>
      `${given(call.arguments.bound, say)} を下回る点を取り除きます。その時点は欠損になります。`,
    why: '小さすぎて意味のない値を無視します。',
  },
  cutoff_max: {
    of: (inner, call, say) => noted(inner, `${given(call.arguments.bound, say)} を超える点を除く`),
    does: (call, say) =>
      `${given(call.arguments.bound, say)} を超える点を取り除きます。その時点は欠損になります。`,
    why: '大きすぎてありえない値を無視します。',
  },
  is_greater: {
    of: (inner, call, say) => `${inner}が ${given(call.arguments.bound, say)} を超えているかどうか(1 か 0)`,
    does: (call, say) => `値が ${given(call.arguments.bound, say)} を超える点を 1、それ以外を 0 にします。`,
    why: 'ほかの式に掛けてスイッチとして使います(例: 十分なトラフィックがあるときだけ判定する)。',
  },
  is_less: {
    of: (inner, call, say) => `${inner}が ${given(call.arguments.bound, say)} を下回っているかどうか(1 か 0)`,
    does: (call, say) => `値が ${given(call.arguments.bound, say)} を下回る点を 1、それ以外を 0 にします。`,
    why: 'ほかの式に掛けてスイッチとして使います。',
  },
  is_between: {
    of: (inner, call, say) =>
      `${inner}が ${given(call.arguments.lower, say)} と ${given(call.arguments.upper, say)} の間にあるかどうか(1 か 0)`,
    does: (call, say) =>
      `値が ${given(call.arguments.lower, say)} と ${given(call.arguments.upper, say)} の間(両端を含まない)にある点を 1、それ以外を 0 にします。`,
    why: 'ほかの式に掛けてスイッチとして使います。',
  },
  fill: {
    of: inner => inner,
    does: (call, say) => {
      const { mode, limit } = call.arguments
      if (mode === 'null') return '補間しません。欠損は欠損のままです。'
      const far =
        limit === undefined ? '最後の点から 300 秒まで(既定値)' : `最後の点から ${seconds(limit, say)}まで`
      if (typeof mode === 'number')
        return `欠損区間を埋めます。数値 ${say.number(mode)} だけの書き方はドキュメントにありません。`
      return `${joined('欠損区間を', fills[String(mode)] ?? `${given(mode, say, '既定の方法')} で`)}埋めます。埋めるのは${far}です。`
    },
    why: '報告の少ないソースや、報告時刻のずれたソースを、穴なく組み合わせられます。',
  },
  default_zero: {
    of: inner => noted(inner, '欠損は 0'),
    does: () =>
      'データのない区間を 0 とみなします(ゲージは先に 5 分間補間します)。ウィンドウ全体にデータがないときは効果がありません。',
    why: '何かが起きたときだけ送られるカウントで、「データなし = 0」とみなすために使います。',
  },
  default: {
    of: (inner, call, say) => noted(inner, `欠損は ${given(call.arguments.value, say)}`),
    does: (call, say) =>
      `データのない区間を ${given(call.arguments.value, say)} とみなします。古い形式で、現在のドキュメントにはありません。`,
    why: '欠損に意味を与えます。',
  },
  top: {
    of: (inner, call, say) =>
      `${inner}の${highest(call.arguments.direction === 'asc')} ${given(call.arguments.limit, say)} 本`,
    does: (call, say) =>
      `期間全体の${ranks[String(call.arguments.by)] ?? '値'}で、${highest(call.arguments.direction === 'asc')} ${given(call.arguments.limit, say)} 本の線だけを残します。`,
    why: rankWhy,
  },
  top_offset: {
    of: (inner, call, say) =>
      `${inner}のうち、${given(call.arguments.offset, say)} 本を飛ばした次の ${given(call.arguments.limit, say)} 本`,
    does: (call, say) =>
      `線を${ranks[String(call.arguments.by)] ?? '値'}で並べ、先頭の ${given(call.arguments.offset, say)} 本を飛ばして次の ${given(call.arguments.limit, say)} 本を残します。`,
    why: rankWhy,
  },
  topN_method: {
    of: (inner, call, say) =>
      `${inner}の${highest(call.written.startsWith('bottom'))} ${say.number(call.member ?? 0)} 本`,
    does: (call, say) => {
      const method = call.written.slice(call.written.indexOf('_') + 1)
      return `期間全体の${ranks[method] ?? method}で、${highest(call.written.startsWith('bottom'))} ${say.number(call.member ?? 0)} 本の線だけを残します。`
    },
    why: rankWhy,
  },
  topN: {
    of: (inner, call, say) => `${inner}の上位 ${say.number(call.member ?? 0)} 本`,
    does: (call, say) => `上位 ${say.number(call.member ?? 0)} 本の線だけを残します。`,
    why: rankWhy,
  },
  per_second: {
    of: inner => `${inner}の 1 秒あたりの変化`,
    does: () => '点から点への変化を、1 秒あたりの値にします。',
    why: rateWhy,
  },
  per_minute: {
    of: inner => `${inner}の 1 分あたりの変化`,
    does: () => '点から点への変化を、1 分あたりの値にします。',
    why: rateWhy,
  },
  per_hour: {
    of: inner => `${inner}の 1 時間あたりの変化`,
    does: () => '点から点への変化を、1 時間あたりの値にします。',
    why: rateWhy,
  },
  dt: {
    of: inner => `${inner}の点と点の間隔(秒)`,
    does: () => '送信された点と点の間隔を秒で返します。結果は常に 1 本の線です。',
    why: '報告がどれだけ規則的かが分かります。',
  },
  diff: {
    of: inner => `${inner}の直前の点からの増減`,
    does: () => '直前の点との差を取ります。ソースをまとめる前に計算されます。',
    why: '値の高さではなく、動きを見ます。',
  },
  monotonic_diff: {
    of: inner => `${inner}の直前の点からの増加`,
    does: () =>
      '直前の点との差のうち、増加分だけを取ります。カウンターがリセットされても減少とはみなしません。',
    why: '再起動で 0 に戻るカウンターに使います。',
  },
  derivative: {
    of: inner => `${inner}の変化の速さ`,
    does: () => '直前の点との差を、その間の秒数で割ります。',
    why: '値の動く速さを見ます。',
  },
  throughput: {
    of: inner => `${inner}の毎秒値`,
    does: () => '各値を、その区間の秒数で割ります。',
    why: rateWhy,
  },
  trend_line: {
    of: inner => `${inner}の回帰直線`,
    does: () => '線を、最もよく合う直線(最小二乗法)に置き換えます。',
    why: trendWhy,
  },
  robust_trend: {
    of: inner => `${inner}の外れ値に強い回帰直線`,
    does: () => '線を、外れ値の影響を受けにくい直線(Huber 損失)に置き換えます。',
    why: trendWhy,
  },
  piecewise_constant: {
    of: inner => `${inner}の水準`,
    does: () => '線を、一定の水準が続く階段状の線に置き換えます。',
    why: '水準がいつ変わったかが分かります。',
  },
  rollup: {
    of: (inner, call, say) => {
      const { aggregator, interval } = call.arguments
      if (typeof aggregator === 'number') return noted(inner, `${say.seconds(aggregator)}ごと`)
      return interval === undefined ? inner : noted(inner, bucketNote(aggregator, interval, say))
    },
    does: (call, say) => {
      const { aggregator, interval, alignment, timezone } = call.arguments
      if (typeof aggregator === 'number')
        return `ロールアップ。${say.seconds(aggregator)}ごとに 1 点にまとめます。まとめ方はメトリクスの型の既定に従います(時間集計)。`
      const place = timezone ?? (isTimeZone(alignment) ? alignment : undefined)
      const from = isTimeZone(alignment) ? undefined : alignment
      const start = from === undefined ? '' : `区切りは ${given(from, say)} に合わせます。`
      const zone = place === undefined ? '' : `タイムゾーンは ${given(place, say)} です。`
      return `ロールアップ。${bucket(interval, say)}ごとに、その中の${aggregated(aggregator, say)}を 1 点にします(時間集計)。ソースをまとめる前に行われます。${start}${zone}`
    },
    why: '点の細かさを固定します。指定がなければ、期間の長さに応じて Datadog が選びます。',
  },
  formula_rollup: {
    of: (inner, call, say) =>
      `${inner}の、${bucket(call.arguments.interval, say)}ごとの${aggregated(call.arguments.aggregator, say)}`,
    does: (call, say) =>
      `結果をもう一度ロールアップします。${bucket(call.arguments.interval, say)}ごとに、その中の${aggregated(call.arguments.aggregator, say)}を 1 点にします。`,
    why: '時間集計を重ねます(例: 1 時間の中の、1 分値の 95 パーセンタイル)。',
  },
  aggregate_by: {
    of: (inner, call, say) =>
      `${inner}の、${perTags(call.arguments.tags, say)}${aggregated(call.written, say)}`,
    does: (call, say) =>
      `クエリの線をもう一度グループ化し、${perTags(call.arguments.tags, say)}${aggregated(call.written, say)}を取ります。`,
    why: layerWhy,
  },
  percentile_by: {
    of: (inner, call, say) =>
      `${inner}の、${perTags(call.arguments.tags, say)}${aggregated(call.arguments.percentile, say)}`,
    does: (call, say) =>
      `クエリの線をもう一度グループ化し、${perTags(call.arguments.tags, say)}${aggregated(call.arguments.percentile, say)}を取ります。`,
    why: layerWhy,
  },
  moving_rollup: {
    of: (inner, call, say) =>
      noted(
        `${inner}の移動${aggregated(call.arguments.aggregator, say)}`,
        `直前 ${length(call.arguments.interval, say)}`,
      ),
    does: (call, say) =>
      `各点で、直前 ${length(call.arguments.interval, say)}の${aggregated(call.arguments.aggregator, say)}を取ります(移動集計)。`,
    why: smoothWhy,
  },
  reduce: {
    of: (inner, call, say) => `${inner}の${aggregated(call.arguments.aggregator, say)}`,
    does: (call, say) => `線全体を 1 つの数値にまとめます(${aggregated(call.arguments.aggregator, say)})。`,
    why: '数値を 1 つだけ表示するウィジェットに使います。',
  },
  as_count: {
    of: inner => inner,
    does: call =>
      call.onTotals === true
        ? 'カウントとして読みます。各区間の件数を時間方向に合計し、欠損は補間しません。このモニターは四則演算をするため、各項をウィンドウ全体で集計してから計算します。'
        : 'カウントとして読みます。各区間の件数を時間方向に合計し、欠損は補間しません。',
    why: '「毎秒いくつ」ではなく「いくつあったか」を見るときに使います。',
  },
  as_rate: {
    of: inner => noted(inner, '毎秒'),
    does: () => 'レートとして読みます。1 秒あたりの値になり、欠損は補間しません。',
    why: '区間の長さに左右されない「毎秒いくつ」を見るときに使います。',
  },
  weighted: {
    of: inner => inner,
    does: () =>
      '各ソースの存続時間で重み付けし、短命なタグ値がゲージの合計で重複して数えられるのを防ぎます。',
    why: 'Pod のように入れ替わるソースの合計に使います。',
  },
  autosmooth: {
    of: inner => `${inner}をならした値`,
    does: () => 'Datadog がデータに合わせて選ぶ長さの移動平均でならします。',
    why: 'ノイズの多いグラフを読みやすくします。長さが変わるため、モニターには向きません。',
  },
  ewma_N: {
    of: (inner, call, say) => `${inner}の指数加重移動平均(${say.number(call.member ?? 0)} 点)`,
    does: (call, say) =>
      `${say.number(call.member ?? 0)} 点の指数加重移動平均でならします。新しい点ほど重みが大きくなります。`,
    why: smoothWhy,
  },
  median_N: {
    of: (inner, call, say) => `${inner}の移動中央値(${say.number(call.member ?? 0)} 点)`,
    does: (call, say) => `各点を、${say.number(call.member ?? 0)} 点の中央値に置き換えます。`,
    why: '平均では弱まるだけの一瞬の跳ね上がりを、完全に取り除きます。',
  },
  rollingavg_N: {
    of: (inner, call, say) => `${inner}の移動平均(${say.number(call.member ?? 0)} 点)`,
    does: (call, say) => `各点を、${say.number(call.member ?? 0)} 点の平均に置き換えます(ベータ版の関数)。`,
    why: smoothWhy,
  },
  timeshift: {
    of: (inner, call, say) =>
      shifted(`${seconds(call.arguments.shift, say)}${later(call.arguments.shift)}`, inner),
    does: (call, say) =>
      `${seconds(call.arguments.shift, say)}${later(call.arguments.shift)}の値を、今の時点に重ねます。`,
    why: shiftWhy,
  },
  calendar_shift: {
    of: (inner, call, say) => shifted(calendarDistance(call.arguments.shift, say), inner),
    does: (call, say) =>
      `タイムゾーン ${given(call.arguments.timezone, say)} の暦で、${calendarDistance(call.arguments.shift, say)}の値を、今の時点に重ねます。月の長さや夏時間も合います。`,
    why: shiftWhy,
  },
  hour_before: {
    of: inner => shifted('1 時間前', inner),
    does: () => '1 時間前の値を、今の時点に重ねます。',
    why: shiftWhy,
  },
  day_before: {
    of: inner => shifted('1 日前', inner),
    does: () => '1 日前の値を、今の時点に重ねます。',
    why: shiftWhy,
  },
  week_before: {
    of: inner => shifted('7 日前', inner),
    does: () => '7 日前の値を、今の時点に重ねます。',
    why: shiftWhy,
  },
  month_before: {
    of: inner => shifted('28 日前', inner),
    does: () => '28 日前の値を、今の時点に重ねます(暦の 1 か月ではありません)。',
    why: shiftWhy,
  },
}
