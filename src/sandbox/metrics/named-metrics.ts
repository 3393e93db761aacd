import type { Account } from '../account.js'
import { isArray, isObject, type Json } from '../json.js'

/** What the account's own definitions tell about a metric. */
export interface NamedMetric {
  readonly type: 'gauge' | 'count' | 'distribution'
  /** Tags as `key:value`, the keys of groups with `*`. */
  readonly tags: ReadonlySet<string>
}

const collections = ['monitor', 'slo', 'dashboard'] as const

/** One series of a query: aggregator, metric, scope, groups, and whether it counts. Each part is bounded. */
const series =
  /(?:\b(avg|sum|min|max|count|last|stddev|histogram|p\d{1,2}(?:\.\d{1,2})?)(?:\([^(){}]{0,80}\))?:)([A-Za-z][\w.]{0,199})\{([^{}]{0,2000})\}(?:\s{0,4}by\s{0,4}\{([^{}]{0,500})\})?(\.as_(?:count|rate)\(\))?/g

/** The metrics that monitors, SLOs and dashboards name: nobody sends data to this account. */
export function namedMetrics(account: Account): ReadonlyMap<string, NamedMetric> {
  const metrics = new Map<string, NamedMetric>()
  for (const collection of collections) {
    for (const object of account.store.all(collection)) readTexts(object, metrics)
  }
  return new Map([...metrics].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function readTexts(value: Json, metrics: Map<string, NamedMetric>): void {
  if (typeof value === 'string') readQuery(value, metrics)
  else if (isArray(value)) for (const item of value) readTexts(item, metrics)
  else if (isObject(value)) for (const member of Object.values(value)) readTexts(member, metrics)
}

function readQuery(text: string, metrics: Map<string, NamedMetric>): void {
  if (!text.includes('{')) return
  for (const [, aggregator = '', name = '', scope = '', groups = '', counting] of text.matchAll(series)) {
    const known = metrics.get(name)
    const tags = new Set([...(known?.tags ?? []), ...scopeTags(scope), ...groupTags(groups)])
    metrics.set(name, { type: typeOf(aggregator, counting, known), tags })
  }
}

function typeOf(
  aggregator: string,
  counting: string | undefined,
  known: NamedMetric | undefined,
): NamedMetric['type'] {
  if (/^p\d|^(stddev|histogram)$/.test(aggregator) || known?.type === 'distribution') return 'distribution'
  return counting !== undefined || known?.type === 'count' ? 'count' : 'gauge'
}

function scopeTags(scope: string): string[] {
  return Array.from(
    scope.matchAll(/([A-Za-z@][\w./@-]{0,199}):([\w./*-]{1,200})/g),
    ([, key, value]) => `${key}:${value}`,
  )
}

function groupTags(groups: string): string[] {
  return groups
    .split(',')
    .map(key => key.trim())
    .filter(key => /^[A-Za-z@][\w./@-]*$/.test(key))
    .map(key => `${key}:*`)
}
