import { describe, expect, it } from 'vitest'
import { parseMetricQuery, parseMonitorQuery } from '../../src/query/index.js'
import { parsers, repaired, reportsOf } from './reading.js'

const { monitor } = parsers

describe('a text that is read again', () => {
  it('tells the cause, without its consequences', () => {
    expect(reportsOf('avg:a.b{{env:prod}}')).toEqual(['doubled-braces «{env:prod}»'])
    expect(reportsOf('(avg(last_5m):avg:a.b{*} > 4)', monitor)).toHaveLength(1)
  })

  it('tells other faults at their place in the original', () => {
    expect(reportsOf('avg(last_5m)::avg:a.b{env=prod} by (host) &gt; 90%', monitor)).toEqual([
      'doubled-colon «:»',
      'equals-in-scope «env=prod»',
      'group-by-without-braces «(host)»',
      'html-entity «&gt;»',
      'threshold-with-unit «90%»',
    ])
  })

  it('is repaired as a whole, also where a fault stands inside what was rewritten', () => {
    expect(repaired('avg(rate(a.b{job="x",env="y"}[5m])) > 5', monitor)).toBe(
      'avg(last_5m):per_second(avg:a.b{job:x,env:y}) > 5',
    )
  })

  it('has a tree whose spans are those of the original', () => {
    const { node } = parseMetricQuery('avg::a.b{env:prod}')
    expect(node).toMatchObject({ span: { start: 0, end: 18 }, metric: { span: { start: 5, end: 8 } } })
  })

  it('keeps the messages of the parser where a habit explains no more', () => {
    expect(reportsOf('avg:a.b{*}.rollup(sum, 60))')).toEqual(['unopened-parenthesis «)»'])
  })

  it('is not read again when it is longer than anybody writes', () => {
    const tags = Array.from({ length: 1000 }, (_, index) => `k${index}:v`).join(',')
    expect(parseMetricQuery(`avg::a.b{${tags}}`).diagnostics[0]?.code).toBe('query/expected-metric')
  })

  it('warns only, where the account would store the text as it is', () => {
    expect(parseMetricQuery('avg:a.b{env:prod by host}')).toMatchObject({
      ok: true,
      diagnostics: [{ code: 'query/group-by-in-scope', severity: 'warning' }],
    })
  })

  it('may be any text', () => {
    for (const text of ['{', '}}', '::', '&gt;', '((((', 'by {{', '"a', 'a.b $ {'.repeat(300)])
      expect(parseMonitorQuery(text).diagnostics).not.toEqual([])
  })
})
