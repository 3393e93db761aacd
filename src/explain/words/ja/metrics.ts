import type { MetricFamily } from '../../metric-family.js'

/** Units as one writes them in Japanese; others are Datadog's own word. */
export const unitWords: Readonly<Record<string, string>> = {
  percent: 'パーセント(0〜100)',
  fraction: '割合(0〜1)',
  byte: 'バイト',
  nanocore: 'ナノコア(1,000,000,000 ナノコアで CPU 1 コア)',
  core: 'CPU コア',
  second: '秒',
  millisecond: 'ミリ秒',
  nanosecond: 'ナノ秒',
  request: 'リクエスト',
  error: 'エラー',
  connection: '接続',
  container: 'コンテナ',
  event: 'イベント',
  invocation: '呼び出し',
  message: 'メッセージ',
  offset: 'オフセット',
  process: 'プロセス',
  query: 'クエリ',
  throttle: 'スロットリング',
}

export const familyWords: Readonly<Record<Exclude<MetricFamily, 'cost'>, string>> = {
  system: '各ホストの Datadog Agent が送る',
  container: 'Datadog Agent がコンテナごとに送る',
  kubernetes: 'Datadog Agent が Kubernetes から集める',
  docker: 'Datadog Agent が Docker から集める',
  aws: 'AWS インテグレーションが集める',
  azure: 'Azure インテグレーションが集める',
  gcp: 'Google Cloud インテグレーションが集める',
  trace: 'APM がアプリケーションのトレースから計算する',
}
