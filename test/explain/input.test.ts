import { describe, expect, it } from 'vitest'
import { type ExplainInput, explain } from '../../src/explain/index.js'
import type { JsonObject } from '../../src/model/index.js'
import { samples } from './samples.js'
import { wordsOnly } from './sentences.js'

const kindOf = (input: ExplainInput) => explain(input, { lang: 'en', level: 'brief' }).kind

describe('what was pasted is told from the text', () => {
  it.each([
    ['avg(last_5m):avg:a.b{*} > 4', 'monitor-query'],
    ['  pct_change(avg(last_5m),last_1h):avg:a.b{*} > 4', 'monitor-query'],
    ['logs("a").index("*").rollup("count").last("5m") > 3', 'monitor-query'],
    ['logs(service:a status:b).index("*").rollup("count").last("5m") > 3', 'monitor-query'],
    ['abs(query1).rollup(avg, 60)', 'formula'],
    ['"a.b".over("*").by("host").last(2).count_by_status()', 'monitor-query'],
    ['12345 && !67890', 'monitor-query'],
    ['burn_rate("x").over("7d").long_window("1h").short_window("5m") > 2', 'monitor-query'],
    ['no_query', 'monitor-query'],
    ['avg:a.b{*}', 'metric-query'],
    ['avg:a.b', 'metric-query'],
    ['a.b.c', 'metric-query'],
    ['100 * sum:a.b{*} / sum:c.d{*}', 'metric-query'],
    ['query1 / query2 * 100', 'formula'],
    ['a+b', 'formula'],
    ['service:web -status:ok', 'search'],
    ['timeout', 'search'],
    ['CPU of {{host.name}} is high', 'message'],
    ['Please look at this. @slack-sre', 'message'],
    ['', 'other'],
    ['{"a": 1}', 'other'],
    ['{"data":{"type":"metric","name":"x","thresholds":[]}}', 'slo'],
    ['{"title":"x","layout_type":"ordered","widgets":[]}', 'dashboard'],
    ['{"type":"query alert","query":"avg(last_5m):avg:a.b{*} > 4"}', 'monitor'],
  ])('%s is a %s', (text, kind) => {
    expect(kindOf(text)).toBe(kind)
  })

  it('takes a type, a definition and a resource', () => {
    expect(kindOf({ type: 'search', query: 'a.b' })).toBe('search')
    expect(kindOf({ type: 'log alert', query: 'logs("a").index("*").rollup("count").last("5m") > 3' })).toBe(
      'monitor-query',
    )
    const definition = { type: 'query alert', name: 'x', query: 'avg(last_5m):avg:a.b{*} > 4' }
    expect(kindOf(definition)).toBe('monitor')
    expect(kindOf({ kind: 'monitor', key: 'x', management: {}, definition })).toBe('monitor')
  })

  it('says what other JSON holds', () => {
    expect(explain('{"a": 1, "b": 2}', { lang: 'en' }).summary.text).toContain('It has `a` and `b`.')
  })
})

describe('bad input never throws', () => {
  it.each<[JsonObject]>([
    [
      {
        type: 'query alert',
        name: 5,
        query: 'avg(last_5m):avg:a.b{*} > 4',
        tags: 'x',
        options: { thresholds: 3, notify_by: 'x', variables: [1, null], silenced: 4, timeout_h: 'a' },
      },
    ],
    [{ type: 'metric', name: 'x', thresholds: [{}], query: { numerator: '', denominator: '{' } }],
    [{ type: 'time_slice', name: 'x', thresholds: [], sli_specification: { time_slice: 4 } }],
    [
      {
        title: 3,
        widgets: [
          1,
          null,
          { definition: 4 },
          {
            definition: {
              type: 'timeseries',
              requests: [4, { queries: [{}], formulas: [{ formula: '(' }] }],
            },
          },
        ],
      },
    ],
    [{ type: 'query alert', query: '' }],
    [{ type: 'composite', query: '&& 1' }],
  ])('%j', input => {
    for (const level of ['brief', 'normal', 'deep'] as const) {
      expect(explain(input, { lang: 'ja', level }).summary.text).not.toBe('')
    }
  })

  it.each([
    '(',
    '{{{',
    '{{#is_alert}}',
    'avg(last_5m):',
    'logs("',
    '"',
    '\u0001',
    '{"type":',
    'a'.repeat(5_000),
  ])('%s', text => {
    expect(explain(text, { lang: 'en' }).summary.text).not.toBe('')
  })

  it('tells the independent mistakes in the query of a monitor together, as those of a query alone', () => {
    const query = 'mean(last_5m):AVG:a.b{env=prod} > 90'
    const options = { thresholds: { critical: 90 } }
    const definition = JSON.stringify({ type: 'query alert', name: 'a', message: '@slack-a', query, options })
    const ofMonitor = explain(definition, { lang: 'en' })
    expect(ofMonitor.diagnostics).toEqual(explain(query, { lang: 'en' }).diagnostics)
    expect(ofMonitor.diagnostics.map(({ code }) => code)).toEqual([
      'query/unknown-time-aggregator',
      'query/space-aggregator',
      'query/equals-in-scope',
    ])
    expect(ofMonitor.diagnostics.at(-1)?.repaired).toBe('avg(last_5m):avg:a.b{env:prod} > 90')
    expect(ofMonitor.cautions.map(({ code }) => code)).not.toContain('query/space-aggregator')
  })

  it('explains a broken query as far as it goes, with the repair', () => {
    const { summary, parts, diagnostics } = explain('avg(last_5m):avg:a.b{env=prod} by {host > 4', {
      lang: 'en',
    })
    expect(summary.text).toContain('The text has an error')
    expect(parts.map(part => part.does.code)).toContain('part/condition')
    expect(diagnostics.at(-1)?.repaired).toBe('avg(last_5m):avg:a.b{env:prod} by {host} > 4')
    expect(diagnostics[0]?.frame).toContain('^^^^')
  })
})

describe('levels', () => {
  it.each(samples)('brief is one sentence, in both languages: $name', ({ input }) => {
    for (const lang of ['en', 'ja'] as const) {
      const { summary } = explain(input, { lang, level: 'brief' })
      const words = wordsOnly(summary.text.replace(/\([^()]*\)/g, ''))
      expect(words.match(lang === 'ja' ? /。/g : /[.:](?=\s[A-Z]|$)/g), summary.text).toHaveLength(1)
    }
  })

  const query = 'avg(last_5m):avg:a.b{*} > 4'
  it('brief is one sentence', () => {
    expect(explain(query, { lang: 'en', level: 'brief' })).toMatchObject({
      basics: [],
      parts: [],
      timeline: [],
      options: [],
      cautions: [],
      changes: [],
    })
  })

  it('deep takes the queries of a dashboard apart', () => {
    const board = {
      title: 'x',
      layout_type: 'ordered',
      widgets: [{ definition: { type: 'timeseries', requests: [{ q: 'avg:a.b{*}' }] } }],
    }
    const codes = (level: 'normal' | 'deep') =>
      explain(board, { lang: 'en', level }).parts.map(part => part.does.code)
    expect(codes('normal')).toEqual(['widget/data'])
    expect(codes('deep')).toContain('part/metric')
  })
})

describe('texts that hold nothing to explain', () => {
  it.each<readonly [string, RegExp, RegExp]>([
    [
      '{"name": "CPU", "type": "query alert"',
      /^This looks like JSON, but it is broken/,
      /^JSON のようですが/,
    ],
    ['[1, 2]', /^This JSON is a list\./, /^この JSON はリストです。/],
    ['SELECT * FROM x', /could not be read far enough/, /読み取れ/],
  ])('%s', (text, en, ja) => {
    expect(explain(text, { lang: 'en' }).summary.text).toMatch(en)
    expect(explain(text, { lang: 'ja' }).summary.text).toMatch(ja)
  })

  it('claims no limit where an SLO alert has none', () => {
    const { summary, parts } = explain('error_budget("abc").over("30d")', { lang: 'en' })
    expect(summary.text).toContain('Watches how much of the error budget of SLO `abc` is used up')
    expect(parts.map(part => part.does.text).join('\n')).not.toContain('dynamic')
  })

  it('groups by nothing where no tag is named', () => {
    const { parts } = explain('avg:a.b{*} by {}', { lang: 'en' })
    expect(parts.at(-1)?.does.text).toMatch(/^Nothing is grouped/)
  })

  it('leaves a gap where the member of a composite is missing', () => {
    expect(explain('12345 && ', { lang: 'en' }).summary.text).toContain(
      'monitor `12345` has triggered and `…`',
    )
  })
})

describe('callers from JavaScript', () => {
  it('are answered in English where they name no language', () => {
    expect(explain('avg:system.load.1{*}')).toEqual(explain('avg:system.load.1{*}', { lang: 'en' }))
  })

  it.each([3, null, undefined, true, [1]])('are told in a sentence that %j cannot be explained', input => {
    expect(() => explain(input as never)).toThrow(
      new TypeError('`explain` takes a query or a message as text, or a definition as an object.'),
    )
  })

  it('are told which languages there are', () => {
    expect(() => explain('avg:a{*}', { lang: 'fr' as never })).toThrow(
      new TypeError('dogma explains in en and ja, not in `fr`.'),
    )
  })
})
