import fc from 'fast-check'

const name = fc.constantFrom('a', 'system.load.1', 'http.requests', 'x_y')
const key = fc.constantFrom('env', 'service', 'kube-app', 'a.b', '1', 'kind', '__proto__', 'constructor')
const value = fc.constantFrom('prod', 'web-*', '*', '1', 'a/b', 'x:y', '$env.value', 'é')
const aggregator = fc.constantFrom(
  'avg:',
  'sum:',
  'min:',
  'max:',
  'p95:',
  'p99.9:',
  'count:',
  '',
  'count(v: v>=1):',
)
const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }).map(String),
  fc.constantFrom('0.5', '1e3', '0.50', '100000000000000000000', '0.0000001'),
)

const tag = fc.tuple(key, value).map(([k, v]) => `${k}:${v}`)
const atom = fc.oneof(
  { weight: 5, arbitrary: tag },
  { weight: 2, arbitrary: tag.map(text => `!${text}`) },
  fc.constantFrom('$env', '$a.value', 'production'),
)
const words = fc.oneof(
  tag,
  tag.map(text => `NOT ${text}`),
  fc
    .tuple(
      key,
      fc.array(
        value.filter(text => !text.startsWith('$')),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([k, values]) => `${k} IN (${values.join(',')})`),
)
const scope = fc.oneof(
  fc.constant('*'),
  fc.array(atom, { minLength: 1, maxLength: 4 }).map(atoms => atoms.join(',')),
  fc.array(words, { minLength: 1, maxLength: 3 }).map(atoms => atoms.join(' AND ')),
  fc.array(words, { minLength: 2, maxLength: 3 }).map(atoms => atoms.join(' OR ')),
)
const groups = fc.oneof(
  fc.constant(''),
  fc
    .array(fc.constantFrom('host', 'env', 'a.b', '@x'), { minLength: 1, maxLength: 3 })
    .map(keys => ` by {${keys}}`),
)
const method = fc.constantFrom(
  '.as_count()',
  '.as_rate()',
  '.rollup(sum, 60)',
  '.rollup(60)',
  '.rollup(avg, daily)',
  '.fill(zero)',
  '.fill(last, 300)',
  '.fill(0)',
  '.weighted()',
)

const series = fc
  .tuple(aggregator, name, scope, groups, fc.array(method, { maxLength: 3 }))
  .map(([space, metric, filter, by, methods]) => `${space}${metric}{${filter}}${by}${methods.join('')}`)

const calls: readonly ((inside: string) => string)[] = [
  inside => `abs(${inside})`,
  inside => `default_zero(${inside})`,
  inside => `ewma_5(${inside})`,
  inside => `clamp_min(${inside}, -0.5)`,
  inside => `top(${inside}, 10, 'mean', 'desc')`,
  inside => `top(${inside}, 10, "odd", 'desc')`,
  inside => `top10_mean(${inside})`,
  inside => `timeshift(${inside}, -3600)`,
  inside => `pow(${inside}, 2)`,
  inside => `max(${inside}, 3)`,
  inside => `max(${inside}, {env,host})`,
  inside => `percentile(${inside}, 'p99.9', {*})`,
  inside => `unknown_one(${inside}, word, 'it''s')`.replace("''", ''),
  inside => `anomalies(${inside}, 'basic', 2, direction='both', alert_window='last_15m')`,
  inside => `forecast(${inside}, 'linear', 1, interval='60m')`,
  inside => `outliers(${inside}, 'MAD', 2, 20)`,
]

/** Metric queries of any shape that the grammar has. */
export const metricQuery = fc.letrec<{ query: string }>(tie => ({
  query: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    series,
    number,
    fc
      .tuple(tie('query'), fc.constantFrom(' + ', ' - ', ' * ', ' / '), tie('query'))
      .map(parts => `(${parts.join('')})`),
    fc.tuple(fc.constantFrom(...calls), tie('query')).map(([call, inside]) => call(inside)),
    tie('query').map(inside => `-(${inside})`),
  ),
})).query

const comparison = fc
  .tuple(fc.constantFrom('>', '>=', '<', '<='), fc.integer({ min: -5, max: 500 }))
  .map(parts => parts.join(' '))
const head = fc.constantFrom(
  'avg(last_5m)',
  'max(last_1h)',
  'sum(current_1d)',
  'min(next_1w)',
  'p95(last_5m)',
  'change(avg(last_5m),last_1h)',
  'pct_change(sum(last_1h),1d_ago)',
)
const search = fc.constantFrom(
  '*',
  '',
  'status:error',
  'a OR b -c',
  '@x:>=5 service:(a OR b)',
  'm:"a b"',
  'x:[1 TO 5]',
)
const eventSteps = fc.constantFrom(
  '.index("main").rollup("count").by("a,@b").last("5m")',
  '.rollup("count").last("15m")',
  '.index("*").rollup("cardinality", "@u").current("1h")',
  '.indexes("a", "b").rollup("pc99", "@d").last("1d")',
)
const composite = fc.letrec<{ node: string }>(tie => ({
  node: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.integer({ min: 1, max: 999_999 }).map(String),
    tie('node').map(inside => `!(${inside})`),
    fc.tuple(tie('node'), fc.constantFrom(' && ', ' || '), tie('node')).map(parts => `(${parts.join('')})`),
  ),
})).node

/** Monitor queries with their types. */
export const monitorQuery: fc.Arbitrary<{ query: string; type: string }> = fc.oneof(
  fc.tuple(head, metricQuery, comparison).map(([evaluation, expression, condition]) => ({
    query: `${evaluation}:${expression} ${condition}`,
    type: 'query alert',
  })),
  fc
    .tuple(fc.constantFrom(['logs', 'log alert'], ['rum', 'rum alert']), search, eventSteps, comparison)
    .map(([[source, type], text, steps, condition]) => ({
      query: `${source}("${text.replaceAll('"', '\\"')}")${steps} ${condition}`,
      type: type ?? '',
    })),
  composite.map(query => ({ query, type: 'composite' })),
)
