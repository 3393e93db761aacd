import type { Clause } from '../../clause.js'
import type { EventMeasure } from '../../sentences/monitor.js'
import type { Say } from '../say.js'
import { clauseWords } from './clause.js'
import { keysWords, noted, percentileWords } from './measure.js'

const events: Readonly<Record<string, string>> = {
  logs: 'ログ',
  log: 'ログ',
  rum: ' RUM イベント',
  events: 'イベント',
  'trace-analytics': 'スパン',
  spans: 'スパン',
  audits: '監査イベント',
  audit: '監査イベント',
  'ci-pipelines': ' CI パイプラインのイベント',
  ci_pipelines: ' CI パイプラインのイベント',
  'ci-tests': ' CI テストの実行',
  ci_tests: ' CI テストの実行',
  'error-tracking': 'エラー(エラー追跡)',
  'error-tracking-rum': ' RUM のエラー(エラー追跡)',
  'error-tracking-traces': 'APM のエラー(エラー追跡)',
  'error-tracking-logs': 'ログのエラー(エラー追跡)',
  errors: 'エラー(エラー追跡)',
  'database-monitoring': 'データベースクエリ',
  database_queries: 'データベースクエリ',
  'network-performance': 'ネットワークフロー',
  network: 'ネットワークフロー',
  'network-path': 'ネットワークパスのテスト',
  network_path: 'ネットワークパスのテスト',
  'llm-observability': ' LLM のスパン',
  llm_observability: ' LLM のスパン',
  processes: 'プロセス',
  security_signals: 'セキュリティシグナル',
  profiles: 'プロファイル',
  incident_analytics: 'インシデント',
  product_analytics: ' Product Analytics のイベント',
  on_call_events: ' On-Call のイベント',
  network_device_flows: 'ネットワーク機器のフロー',
  app_sec_events: 'セキュリティトレース',
}

export function eventsWords(source: string, say: Say): string {
  return events[source] ?? `${say.code(source)} のイベント`
}

/** `service` が `web` であるログ. */
export function eventsWhere(
  measure: Pick<EventMeasure, 'source' | 'clause' | 'fresh' | 'origin' | 'indexes'>,
  say: Say,
): string {
  const issues = measure.fresh === true ? '新しい問題の' : ''
  const events = `${issues}${eventsWords(measure.source, say)}`
  const noun = measure.origin === undefined ? events : noted(events, `発生元 ${say.code(measure.origin)}`)
  return withIndex(nounWhere(noun, measure.clause, say), measure.indexes, say)
}

/** Where not every index is searched. */
export function withIndex(noun: string, indexes: readonly string[] | undefined, say: Say): string {
  return indexes === undefined ? noun : noted(noun, `インデックス ${keysWords(indexes, say)}`)
}

export function nounWhere(noun: string, clause: Clause, say: Say): string {
  return clause.is === 'all' ? `すべての${noun}` : `${clauseWords(clause, say)}${noun}`
}

const methods: Readonly<Record<string, string>> = {
  avg: '平均',
  sum: '合計',
  min: '最小値',
  max: '最大値',
  median: '中央値',
  latest: '最新の値',
  distribution: '分布',
}

/** What a rollup method gives, after `…の`: `件数`, `@duration の平均`. */
export function methodWords(method: string, measure: string | undefined, say: Say): string {
  const of = measure === undefined ? '' : `${say.code(measure)} の`
  if (method === 'count') return '件数'
  if (method === 'cardinality') return `${of}異なる値の数`
  const percentile = /^pc(\d+)$/.exec(method)
  if (percentile !== null) return `${of}${of === '' ? '' : ' '}${percentileWords(Number(percentile[1]), say)}`
  return `${of}${methods[method] ?? say.code(method)}`
}

export function measureWords(measure: EventMeasure, say: Say): string {
  const { limit } = measure
  const most =
    limit === undefined ? '' : `、${limit.lowest ? '下位' : '上位'} ${say.number(limit.count)} 件のみ`
  const groups = measure.groups.length === 0 ? '' : `(${keysWords(measure.groups, say)} ごと${most})`
  const how = methodWords(measure.method, measure.measure, say)
  return `${eventsWhere(measure, say)}の${how.startsWith('`') ? ' ' : ''}${how}${groups}`
}
