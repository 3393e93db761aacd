import { describe, expect, it } from 'vitest'
import { functionRows } from '../../src/catalog/index.js'
import { explain } from '../../src/explain/index.js'
import {
  type AnyNode,
  childrenOf,
  parseComposite,
  parseFormula,
  parseMessage,
  parseMetricQuery,
  parseMonitorQuery,
  parseSearch,
} from '../../src/query/index.js'
import { explainedKinds, unexplained } from './coverage.js'
import { samples } from './samples.js'
import { codesIn, explained, sentencesOf, wordsOnly } from './sentences.js'

const languages = ['en', 'ja'] as const

const parsers = {
  'monitor-query': parseMonitorQuery,
  'metric-query': parseMetricQuery,
  formula: parseFormula,
  search: parseSearch,
  message: parseMessage,
} as const

/** Together these hold every kind of node. */
const queries: readonly (readonly [keyof typeof parsers, string])[] = [
  ['monitor-query', 'avg(last_5m):avg:system.load.1{env:prod,!role:db} by {host} > 4'],
  [
    'monitor-query',
    'p95(last_1h):count(v: v>=0.5):api.latency{a:1 OR b:2 AND NOT c:*} by {host, url}.rollup(avg, 60) - -3 <= threshold',
  ],
  [
    'monitor-query',
    'pct_change(sum(current_1d),1d_ago):-system.load.1{web-*,k IN (a,b),k NOT IN (c),$env,x:$y.value} * 2 != 0',
  ],
  [
    'monitor-query',
    "avg(last_4h):anomalies(avg:a.b{*}, 'robust', 3, direction='above', interval=60, alert_window='last_30m', seasonality='daily', extra=1) > 0.5",
  ],
  ['monitor-query', '"ntp.in_sync".over("*").exclude("a:b").by("host").last(3).count_by_status()'],
  [
    'monitor-query',
    'logs("service:a OR (b -c) \\"d e\\" @f:[1 TO 5] @g:>=3 $h CIDR(@i,10.0.0.0/8)").index("main").rollup("avg","@x").by("@y").last("1h") >= 3',
  ],
  [
    'monitor-query',
    'formula("anomalies(query1, \'basic\', 2) / query2").last("7d").anomaly(direction="both", threshold=10) >= 5',
  ],
  ['monitor-query', 'formula("query1").last("7d").change("relative", 2) > 20'],
  ['monitor-query', 'error-tracking("*").source("backend").new().by("issue.id").last("1d") > 0'],
  ['monitor-query', 'burn_rate("abc").over("30d").long_window("1h").short_window("5m") > 14.4'],
  ['monitor-query', '12 && !(34 || 56)'],
  ['monitor-query', 'no_query'],
  ['monitor-query', 'something[entirely](different)'],
  ['metric-query', 'avg:a.b{*}, sum:c.d{e:f}.as_count()'],
  ['metric-query', 'wibble(avg:a.b{*}.wobble(3), word, 4, "text")'],
  ['metric-query', 'avg:a.b{(path:x path:y)}'],
  ['formula', "percentile(a, 'p90', {*}) / stddev(b, {env,host})"],
  ['formula', "min(a, b) + rollup(c, 'p95', 60) * pow(d, 2)"],
  ['search', '*'],
  ['search', 'NOT a:(b OR c) AND _missing_:d e* "f g" *:h {1 TO 2]'],
  [
    'message',
    'a {{b.name}} {{{check_message}}} {{#is_exact_match (eval "int(value)") "1" "2"}}x{{else}}y{{/is_exact_match}} {{! c }} {{eval "1+1"}} {{{{raw}}}}z{{{{/raw}}}} @slack-d',
  ],
]

function treeOf(kind: keyof typeof parsers, text: string): AnyNode | undefined {
  return parsers[kind](text).node
}

function kindsIn(node: AnyNode): readonly string[] {
  return [node.kind, ...childrenOf(node).flatMap(kindsIn)]
}

describe.each(languages)('every node is explained in %s', lang => {
  it.each(queries)('%s: %s', (type, query) => {
    const explanation = explain({ type, query }, { lang, level: 'deep' })
    const node = treeOf(type, query)
    expect(node).toBeDefined()
    const source = type === 'message' ? 'message' : 'query'
    expect(unexplained(explanation, source, node!).map(one => `${one.kind} at ${one.span.start}`)).toEqual([])
  })

  it.each(functionRows.map(row => [row.name, row.example] as const))('the function %s', (_name, query) => {
    for (const type of ['metric-query', 'formula'] as const) {
      const explanation = explain({ type, query }, { lang, level: 'deep' })
      expect(unexplained(explanation, 'query', treeOf(type, query)!)).toEqual([])
      for (const { text } of sentencesOf(explanation))
        expect(wordsOnly(text)).not.toMatch(/undefined|NaN|\[object/)
    }
  })
})

it('covers every kind of node that the parsers make', () => {
  const composite = parseComposite('1 && 2').node
  const found = new Set(queries.flatMap(([type, query]) => kindsIn(treeOf(type, query)!)))
  if (composite !== undefined) for (const kind of kindsIn(composite)) found.add(kind)
  expect(explainedKinds.filter(kind => !found.has(kind))).toEqual([])
})

describe.each(languages)('sentences in %s', lang => {
  it.each(samples)('are whole sentences: $name', sample => {
    for (const { code, text } of sentencesOf(explained(sample, lang))) {
      expect(text.trim(), code).not.toBe('')
      expect(wordsOnly(text), code).not.toMatch(/undefined|NaN|Infinity|\[object|\$\{|\{[a-z]+\}| {2}|\.\.$/)
    }
  })

  it.each(samples)('are in one language: $name', sample => {
    for (const { code, text } of sentencesOf(explained(sample, lang))) {
      const words = wordsOnly(text)
      if (lang === 'en') expect(words, code).not.toMatch(/[\u3040-\u30FF]/)
      else if (!code.startsWith('label/')) expect(words, code).toMatch(/[\u3040-\u30FF\u4E00-\u9FFF…]/)
    }
  })
})

/** Shapes and examples that are themselves in the language of the reader. */
const translated = ['basics/', 'change/handle', 'argument/seasonality']

describe('both languages say the same', () => {
  it.each(samples)('$name', sample => {
    const english = sentencesOf(explained(sample, 'en'))
    const japanese = sentencesOf(explained(sample, 'ja'))
    expect(japanese.map(one => one.code)).toEqual(english.map(one => one.code))
    expect(japanese.map(one => one.values)).toEqual(english.map(one => one.values))
    for (const [index, { code, text }] of english.entries()) {
      if (translated.some(start => code.startsWith(start))) continue
      expect(codesIn(japanese[index]!.text), code).toEqual(codesIn(text))
    }
  })
})
