import { describe, expect, it } from 'vitest'
import { normal, parsers, repaired, reportsOf, shapeOf, treeOf } from '../reading.js'

describe('arguments', () => {
  it.each([
    ["f(a.b, 'x)", 'missing-quote', "f(a.b, 'x')"],
    ["f(a.b, x')", 'missing-quote', "f(a.b, 'x')"],
    ["f(a.b, 'x, 2, y='z')", 'missing-quote', "f(a.b, 'x', 2, y='z')"],
    ['anomalies(a.b{*}, basic, 2)', 'missing-quote', "anomalies(a.b{*}, 'basic', 2)"],
    ['f(a.b 2)', 'missing-comma', 'f(a.b, 2)'],
    ["f((a.b + c.d) 'x')", 'missing-comma', "f(a.b + c.d, 'x')"],
    ["f(a.b, x: 'y')", 'colon-in-named-argument', "f(a.b, x='y')"],
    ['f(a.b, 5m)', 'number-with-unit', 'f(a.b, 300)'],
    ['f(a.b, 90%)', 'number-with-unit', 'f(a.b, 90)'],
    ['f(a.b, 5 m)', 'missing-comma', 'f(a.b, 5, m)'],
    ['a.b.rollup(60, sum)', 'rollup-arguments-reversed', 'a.b.rollup(sum, 60)'],
    ['a.b{*}.as_count', 'missing-call-parentheses', 'a.b{*}.as_count()'],
    ['sum(a.b{*})', 'aggregator-as-function', 'sum:a.b{*}'],
    ['max by (h) (a.b{*})', 'promql-aggregation', 'max:a.b{*} by {h}'],
    ['increase(a.b[1h])', 'promql-function', 'monotonic_diff(a.b)'],
    ['f((a.b + c.d)', 'unclosed-parenthesis', 'f(a.b + c.d)'],
  ])('%s gives %s and is repaired to %s', (text, codes, expected) => {
    expect(reportsOf(text).map(report => report.split(' ')[0])).toEqual(codes.split(' '))
    expect(normal(repaired(text))).toBe(expected)
  })

  it('what the grammar does not know but is balanced is kept, with a warning', () => {
    const text = 'f(a.b{*}, (x) ~> [1,2], 3)'
    expect(reportsOf(text)).toEqual(['unknown-syntax «(x) ~> [1,2]»'])
    expect(normal(text)).toBe(text)
    expect(shapeOf(treeOf(text))).toMatchObject({
      arguments: [{}, { kind: 'opaque', text: '(x) ~> [1,2]' }, {}],
    })
  })

  it('what is not known because of a mistake inside it is no further finding', () => {
    const reports = reportsOf('top(avg:app.tests.*.total{*} by {x}, 10)')
    expect(reports[0]).toMatch(/^expected-expression /)
    expect(reports.filter(report => report.startsWith('unknown-syntax'))).toEqual([])
  })

  it.each(['daily, 12am', 'daily, 9am, UTC', "weekly, monday, 'Europe/Paris'", 'monthly, 1st', 'daily, 14'])(
    'a calendar bucket starts where it is said: %s',
    alignment => {
      const text = `sum:a.b{*}.rollup(sum, ${alignment})`
      expect(reportsOf(text)).toEqual([])
      expect(normal(text)).toBe(text)
    },
  )

  it('an alignment is no number with a unit anywhere else', () => {
    expect(reportsOf('sum:a.b{*}.rollup(sum, 12am)')).toEqual(['number-with-unit «12am»'])
    expect(reportsOf('sum:a.b{*}.rollup(sum, daily, 5m)')).toEqual(['number-with-unit «5m»'])
  })

  it.each([
    ["percentile( query1 , 'p90' , { * } )", "percentile(query1, 'p90', {*})"],
    ['stddev(query1,{ env , host })', 'stddev(query1, {env,host})'],
    [
      'sum(avg:a.b{*} by {env,host}.rollup(avg, 300),{env})',
      'sum(avg:a.b{*} by {env,host}.rollup(avg, 300), {env})',
    ],
  ])('tags in braces are an argument: %s', (text, expected) => {
    expect(reportsOf(text, parsers.formula)).toEqual([])
    expect(normal(text, parsers.formula)).toBe(expected)
    expect(normal(expected)).toBe(expected)
    expect(normal(`avg(last_5m):${text.replace('query1', 'a.b{*}')} > 5`, parsers.monitor)).toContain(
      '}) > 5',
    )
  })

  it('tags that group by every group are an empty list', () => {
    expect(shapeOf(treeOf('sum(a.b{*}, {*})'))).toMatchObject({
      arguments: [{}, { kind: 'tag-list', keys: [] }],
    })
  })

  it.each([
    'sum(a.b{*}, {env:prod})',
    'sum(a.b{*}, {$env})',
    'sum(a.b{*}, {})',
    'sum(a.b{*}, {env)',
    'sum({env}, a.b{*})',
  ])('a filter in braces is no list of tags: %s', text => expect(reportsOf(text)).not.toEqual([]))

  it('a value is missing', () => {
    expect(reportsOf('f(a.b, x=)')).toEqual(['expected-value «)»'])
  })

  it('two or more expressions make min and max functions', () => {
    expect(normal('max(query1, query2)', parsers.formula)).toBe('max(query1, query2)')
    expect(normal('max(a.b{*}, c.d{*})')).toBe('max(a.b{*}, c.d{*})')
  })

  it('in a formula an aggregator may stand around a query', () => {
    expect(normal('sum(query1)', parsers.formula)).toBe('sum(query1)')
  })
})
