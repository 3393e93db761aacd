import { describe, expect, it } from 'vitest'
import { parseMetricQuery, parseMonitorQuery } from '../../src/query/index.js'
import { metricHabits } from '../../src/query/metric/habits.js'
import { reread } from '../../src/query/rereading.js'
import { normal, parsers, repaired, reportsOf } from './reading.js'

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

  it.each([200, 900, 2000])('reads no more than a person waits for: a text of %i characters', length => {
    const text = 'sum by (host) (rate(a.b{job="x",code=~"5.."}[5m])) / '.repeat(40).slice(0, length)
    let characters = 0
    const read = (written: string) => {
      characters += written.length
      const { node, diagnostics } = parseMetricQuery(written)
      return { node: node!, diagnostics }
    }
    const first = read(text)
    characters = 0
    expect(reread(text, first, metricHabits, read)).toBeDefined()
    expect(characters).toBeLessThan(20_000)
  })

  it('is repaired piece by piece where the reader stops at each, also before what nobody can repair', () => {
    const text = 'sum by (a) (rate(b.c[5m])) / sum by (a) (rate(b.d[5m])) + ?'
    expect(repaired(text)).toBe('per_second(sum:b.c{*} by {a}) / per_second(sum:b.d{*} by {a}) + ?')
  })

  it('is repaired at every place of a habit, also when there are too many to try each', () => {
    const wrong = Array.from(
      { length: 30 },
      (_, index) => `avg::system.load.number${index}{env=prod,service=web}`,
    )
    const right = wrong.map(text => text.replace('::', ':').replaceAll('=', ':'))
    expect(normal(repaired(wrong.slice(0, 20).join(' + ')))).toBe(right.slice(0, 20).join(' + '))
  })

  it.each(['avg::a.b{*} + '.padEnd(400, 'a'), `avg::a.b{*}${' '.repeat(300)}{`])(
    'is not read again with a word or blanks that nobody writes',
    text => expect(reportsOf(text)[0]).toMatch(/^expected-metric/),
  )

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
