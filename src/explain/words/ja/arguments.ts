import type { Words } from '../words.js'
import { distanceWords, windowWords } from './measure.js'

const anomalyAlgorithms: Readonly<Record<string, string>> = {
  basic:
    'アルゴリズム。直近の値の範囲をもとに予測します。少ない履歴で動き、変化にすぐ追従しますが、季節性(時間帯や曜日のパターン)は考慮しません。',
  agile:
    'アルゴリズム。季節性を考慮するモデル(SARIMA)で、水準の変化にすばやく追従します。周期のパターンと、その履歴が必要です。',
  robust:
    'アルゴリズム。季節成分とトレンドに分解し、長い乱れがあっても予測を保ちます。新しい水準にはゆっくり追従します。',
}
const outlierAlgorithms: Readonly<Record<string, string>> = {
  dbscan: 'アルゴリズムは DBSCAN。近い動きのグループをまとめ、主な集まりに入らないものを外れ値とします。',
  scaleddbscan:
    'アルゴリズムは scaledDBSCAN。DBSCAN と同じですが、値の大きさに対する相対的な距離で比べます。',
  mad: 'アルゴリズムは MAD。全グループの中央値との差を、中央絶対偏差を単位に測ります。',
  scaledmad: 'アルゴリズムは scaledMAD。MAD と同じですが、値の大きさに対する相対的な差で比べます。',
}
const directions: Readonly<Record<string, string>> = {
  both: '高すぎる場合も低すぎる場合も異常とみなします(両方向)。',
  above: '範囲より高い場合だけを異常とみなします。低すぎても異常にはなりません。',
  below: '範囲より低い場合だけを異常とみなします。高すぎても異常にはなりません。',
}
const models: Readonly<Record<string, string>> = {
  default: '現在のトレンドに従い、短い外れ値を無視する線形モデルです。',
  simple: '履歴全体に当てはめた単純な直線です。',
  reactive: '直近の動きに敏感に追従する直線です。小さな変化にも反応します。',
}
const seasons: Readonly<Record<string, string>> = { hourly: '1 時間', daily: '1 日', weekly: '1 週間' }
const types = {
  gauge: 'ゲージ',
  rate: 'レート',
  count: 'カウント',
  distribution: 'ディストリビューション',
} as const

export const algorithmArguments = {
  'argument/anomaly-algorithm': ({ algorithm }, say) =>
    anomalyAlgorithms[algorithm] ??
    `アルゴリズム。${say.code(algorithm)} はドキュメントにありません(\`basic\`、\`agile\`、\`robust\` のいずれか)。`,
  'argument/bounds': ({ bounds }, say) =>
    `範囲(バンド)の広さ。予測値を中心に、標準偏差 ${say.number(bounds)} 個分のように読みます。大きいほど範囲が広く、アラートは減ります。`,
  'argument/direction': ({ direction }, say) =>
    directions[direction] ??
    `異常とみなす側。${say.code(direction)} はドキュメントにありません(\`above\`、\`below\`、\`both\` のいずれか)。`,
  'argument/interval': ({ seconds, window, points }, say) => {
    const every = `${seconds === 60 ? '60 秒' : say.seconds(seconds)}ごとに 1 点(ロールアップ間隔)`
    return window === undefined || points === undefined
      ? `${every}。`
      : `${every}。${windowWords(window, say)}なら ${say.number(points)} 点です。`
  },
  'argument/alert-window': ({ window, text, trigger }, say) => {
    const judged = `判定に使う点の範囲。${window === undefined ? `${say.code(text)} ` : windowWords(window, say)}です。`
    const must = 'オプションの `threshold_windows.trigger_window` と同じ値でなければなりません'
    if (trigger === undefined) return `${judged}${must}。`
    if (trigger === null) return `${judged}${must}が、設定されていません。`
    return trigger === text
      ? `${judged}${must}(一致しています)。`
      : `${judged}${must}が、そちらは ${say.code(trigger)} です。`
  },
  'argument/count-default-zero': ({ on, metric, metricType }, say) => {
    const rule = on
      ? 'カウント型のメトリクスで、データのない区間を 0 とみなす指定です。'
      : 'カウント型のメトリクスで、データのない区間を 0 とみなさず、欠損のままにする指定です。'
    if (metric === undefined || metricType === undefined)
      return `${rule}メトリクスがカウント型の場合だけ影響します(型はクエリからは分かりません)。`
    return metricType === 'count'
      ? `${rule}${say.code(metric)} はカウント型なので、影響します。`
      : `${rule}${say.code(metric)} は${types[metricType]}型なので、ここでは影響しません。`
  },
  'argument/seasonality': ({ seasonality, algorithm }, say) =>
    algorithm === 'basic'
      ? `周期(${say.code(seasonality)})の指定ですが、\`basic\` は季節性を考慮しないため無視されます。`
      : `周期(季節性)。${seasons[seasonality] ?? say.code(seasonality)}ごとに繰り返すパターンとして扱います。3 周期分の履歴が必要です。`,
  'argument/timezone': ({ timezone }, say) =>
    `1 日や 1 週間の始まりを決めるタイムゾーン。${say.code(timezone)} です。`,
  'argument/outlier-algorithm': ({ algorithm }, say) =>
    outlierAlgorithms[algorithm.toLowerCase()] ??
    `アルゴリズム。${say.code(algorithm)} はドキュメントにありません。`,
  'argument/tolerance': ({ tolerance }, say) =>
    `許容度は ${say.number(tolerance)}。ほかのグループからどれだけ離れたら外れ値とするかを決めます。大きいほど外れ値は減ります。`,
  'argument/percentage': ({ percentage }, say) =>
    `グループの点のうち ${say.number(percentage)}% が外れていれば、そのグループを外れ値とみなします。`,
  'argument/forecast-algorithm': ({ algorithm }, say) => {
    if (algorithm === 'linear')
      return 'アルゴリズム。直線的なトレンドで予測します。周期がなく、一定に増減するメトリクス向けです。'
    if (algorithm === 'seasonal')
      return 'アルゴリズム。トレンドと周期パターンで予測します。時間帯や曜日で変動するメトリクス向けです。'
    return `アルゴリズム。${say.code(algorithm)} はドキュメントにありません(\`linear\`、\`seasonal\` のいずれか)。`
  },
  'argument/deviations': ({ deviations }, say) =>
    `予測の幅は ${say.number(deviations)}。大きいほど慎重な予測になり、早めにアラートになります。`,
  'argument/forecast-interval': ({ seconds, text }, say) =>
    seconds === undefined
      ? `予測の点の間隔は ${say.code(text)} です。`
      : `予測の点の間隔は ${say.seconds(seconds)}です。`,
  'argument/history': ({ window, text }, say) =>
    `過去 ${window === undefined ? say.code(text) : distanceWords(window, say)}分の履歴から学習します。`,
  'argument/model': ({ model }, say) =>
    models[model] ?? `モデル ${say.code(model)} はドキュメントにありません。`,
  'argument/other': ({ name, text }, say) =>
    `${say.code(text)} は ${say.code(name)} のドキュメントにない引数です。そのまま Datadog に渡されます。`,
} satisfies Partial<Words>
