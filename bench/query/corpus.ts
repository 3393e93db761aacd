/** A small generator with a seed, so that every run measures the same queries. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const metrics = [
  'system.load.1',
  'system.cpu.user',
  'container.memory.usage',
  'trace.http.request.errors',
  'nginx.net.request_per_s',
  'aws.elb.latency',
  'kubernetes.pods.running',
  'postgresql.connections',
]
const keys = ['env', 'service', 'host', 'region', 'kube_cluster_name', 'team', 'availability-zone']
const values = ['prod', 'staging', 'api', 'checkout-web', 'eu-west-1', 'web-*', 'sre', 'node-17']
const windows = ['last_5m', 'last_15m', 'last_1h', 'last_4h', 'last_1d', 'current_1d']
const heads = ['avg', 'sum', 'min', 'max']
const aggregators = ['avg', 'sum', 'min', 'max', 'p95', 'count']
const comparators = ['>', '>=', '<', '<=']

/** Metric monitor queries of every usual shape, each 60 to 150 characters long. */
export function metricMonitorQueries(count: number, seed = 7): string[] {
  const random = randomFrom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const tag = () => `${random() < 0.15 ? '!' : ''}${pick(keys)}:${pick(values)}`
  const scope = () => {
    const kind = random()
    if (kind < 0.2) return '{*}'
    if (kind < 0.35) return `{${tag()} AND (${pick(keys)}:${pick(values)} OR ${tag()})}`
    if (kind < 0.45) return `{${pick(keys)} IN (${pick(values)},${pick(values)})}`
    return random() < 0.5 ? `{${tag()}}` : `{${tag()},${tag()}}`
  }
  const by = () =>
    random() < 0.6 ? ` by {${random() < 0.5 ? pick(keys) : `${pick(keys)},${pick(keys)}`}}` : ''
  const modifier = () => pick(['', '', '.as_count()', '.rollup(sum, 60)', '.as_rate()', '.fill(zero)'])
  const series = () => `${pick(aggregators)}:${pick(metrics)}${scope()}${by()}${modifier()}`
  const expression = () =>
    pick([
      () => series(),
      () => `${series()} / ${series()} * 100`,
      () => `default_zero(${series()})`,
      () => `anomalies(${series()}, 'basic', 2, direction='both', interval=60, alert_window='last_15m')`,
      () => `(${series()} - ${series()})`,
      () => `timeshift(${series()}, -3600)`,
    ])()
  const query = () =>
    `${pick(heads)}(${pick(windows)}):${expression()} ${pick(comparators)} ${Math.floor(random() * 1000) / 10}`
  const queries: string[] = []
  while (queries.length < count) {
    const text = query()
    if (text.length >= 60 && text.length <= 150) queries.push(text)
  }
  return queries
}

/** GraphQL documents of like length and depth. */
export function graphqlDocuments(count: number, seed = 7): string[] {
  const random = randomFrom(seed)
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)]!
  return Array.from({ length: count }, () => {
    const argument = `${pick(keys).replace('-', '_')}: "${pick(values)}"`
    const fields = `${pick(heads)}(window: "${pick(windows)}") { name ${pick(aggregators)} ${pick(keys).replace('-', '_')} }`
    return `query { series(${argument}, limit: ${Math.floor(random() * 100)}) { id ${fields} points(first: 10) { at value } } }`
  })
}

/** PromQL that says about the same as the metric queries. */
export function promqlQueries(count: number, seed = 7): string[] {
  const random = randomFrom(seed)
  const pick = (items: readonly string[]): string => items[Math.floor(random() * items.length)]!
  const selector = () =>
    `${pick(metrics).replaceAll('.', '_')}{${pick(keys).replace('-', '_')}="${pick(values)}",${pick(keys).replace('-', '_')}!="x"}`
  return Array.from({ length: count }, () => {
    const by = `${pick(heads)} by (${pick(keys).replace('-', '_')})`
    return `${by} (rate(${selector()}[5m])) / ${by} (rate(${selector()}[5m])) > ${Math.floor(random() * 100)}`
  })
}
