import { describe, expect, it } from 'vitest'
import { normal, parsers, reportsOf, shapeOf, treeOf } from '../reading.js'

const { formula } = parsers

describe('metric queries', () => {
  it.each([
    ['avg:system.load.1{*}', 'avg:system.load.1{*}'],
    ['system.load.1', 'system.load.1'],
    ['system.load.1 by {host}', 'system.load.1 by {host}'],
    [' avg : a.b { x:1 } by { h , k } . as_count ( ) ', 'avg:a.b{x:1} by {h,k}.as_count()'],
    ['avg:a.b{*}by{h}', 'avg:a.b{*} by {h}'],
    ['p99.9:a.b{*}', 'p99.9:a.b{*}'],
    ['a.b.rollup(sum,60)', 'a.b.rollup(sum, 60)'],
    [
      'avg:a.b{*}.fill(zero, 0).rollup(sum, 300).as_count()',
      'avg:a.b{*}.fill(zero, 0).rollup(sum, 300).as_count()',
    ],
    ["avg:a.b{*}.rollup(sum, daily, 9, 'Asia/Tokyo')", "avg:a.b{*}.rollup(sum, daily, 9, 'Asia/Tokyo')"],
    ['a.b{*},c.d{*} , e.f', 'a.b{*}, c.d{*}, e.f'],
    ['abs(a.b)', 'abs(a.b)'],
    ['abs( hits )', 'abs(hits)'],
    ['top(a.b{*}, 10, "mean", \'desc\')', "top(a.b{*}, 10, 'mean', 'desc')"],
    ['f(a.b, "it\'s")', 'f(a.b, "it\'s")'],
    ['f()', 'f()'],
    ["f(a.b, x='1',y=-2, z = word)", "f(a.b, x='1', y=-2, z=word)"],
    ['timeshift(a.b{*}, - 300)', 'timeshift(a.b{*}, -300)'],
    ['1e3 * a.b / 0.50', '1000 * a.b / 0.5'],
    ['a.b - -5', 'a.b - -5'],
    ['-(5)', '-(5)'],
    ['- a.b', '-a.b'],
    ['+-a.b', '+-a.b'],
  ])('%s is %s', (text, expected) => {
    expect(normal(text)).toBe(expected)
  })

  it.each([
    ['a.b + c.d * e.f', 'a.b + c.d * e.f'],
    ['(a.b + c.d) * e.f', '(a.b + c.d) * e.f'],
    ['((a.b)) - ((c.d - e.f))', 'a.b - (c.d - e.f)'],
    ['(a.b - c.d) - e.f', 'a.b - c.d - e.f'],
    ['a.b / (c.d * e.f)', 'a.b / (c.d * e.f)'],
    ['(a.b / c.d) * e.f', 'a.b / c.d * e.f'],
    ['-(a.b + c.d)', '-(a.b + c.d)'],
    ['(a.b + c.d).rollup(sum)', '(a.b + c.d).rollup(sum)'],
    ['(a.b).rollup(sum)', 'a.b.rollup(sum)'],
  ])('the parentheses of %s that remain: %s', (text, expected) => {
    expect(normal(text)).toBe(expected)
  })

  it('a tree names every part with its place', () => {
    expect(treeOf("f(avg:a.b{*}, 'x')")).toEqual({
      kind: 'call',
      span: { start: 0, end: 18 },
      name: 'f',
      nameSpan: { start: 0, end: 1 },
      arguments: [
        {
          kind: 'series',
          span: { start: 2, end: 12 },
          metric: { kind: 'metric-name', span: { start: 6, end: 9 }, name: 'a.b' },
          aggregator: { kind: 'space-aggregator', span: { start: 2, end: 5 }, name: 'avg' },
          scope: {
            kind: 'scope',
            span: { start: 9, end: 12 },
            filter: { kind: 'filter-all', span: { start: 10, end: 11 } },
          },
        },
        { kind: 'string', span: { start: 14, end: 17 }, value: 'x', quote: "'" },
      ],
    })
  })

  it.each([
    ['(a.b + c.d) * 2', 0, 15],
    ['2 * ( a.b + c.d ) ', 0, 17],
    ['-(a.b)', 0, 6],
    ['( a.b ).f()', 0, 11],
  ])('the operation %s reaches over its parentheses', (text, start, end) => {
    expect(treeOf(text).span).toEqual({ start, end })
  })

  it('the first argument of a function is a metric, a later bare word is a word', () => {
    expect(shapeOf(treeOf('f(hits, hits, a.b)'))).toMatchObject({
      arguments: [{ kind: 'series' }, { kind: 'word', text: 'hits' }, { kind: 'series' }],
    })
  })

  it('a lone star is kept, with a warning', () => {
    expect([normal('*'), reportsOf('*')]).toEqual(['*', ['filter-only «*»']])
  })

  it.each([
    ['avg:a.b{*} +', ['expected-expression «»']],
    ['* 2', ['expected-expression «*»']],
    ['avg:a.b{*} - * 2', ['expected-expression «*»']],
    ['$env', ['expected-expression «$env»']],
    ['"avg:a.b"', ['quoted-query «"avg:a.b"»']],
    ['f(a.b', ['unclosed-parenthesis «(»']],
    ['(a.b', ['unclosed-parenthesis «(»']],
    ['a.b) + 1', ['unopened-parenthesis «)»']],
    ['f(a.b,)', ['trailing-comma «,»']],
    ['.5 * a.b', ['leading-dot «.5»']],
  ])('%s is refused', (text, reports) => {
    expect(reportsOf(text)).toEqual(reports)
  })

  it('an error does not hide the ones behind it', () => {
    expect(reportsOf('f(a.b{x=1} 2) + g(c.d{}')).toEqual([
      'equals-in-scope «x=1»',
      'missing-comma «2»',
      'unclosed-parenthesis «(»',
      'empty-scope «{}»',
    ])
  })
})

describe('formulas', () => {
  it.each([
    ['query1/query2*100', 'query1 / query2 * 100'],
    ['default_zero(a)', 'default_zero(a)'],
    ['pow(a, b)', 'pow(a, b)'],
    ['query1.rollup(sum)', 'query1.rollup(sum)'],
    [
      "calendar_shift(query2, '-1mo', 'America/New_York')",
      "calendar_shift(query2, '-1mo', 'America/New_York')",
    ],
    ['avg:a.b{*} + query1', 'avg:a.b{*} + query1'],
  ])('%s is %s', (text, expected) => {
    expect(normal(text, formula)).toBe(expected)
  })

  it('bare names are queries, dots and scopes make a metric', () => {
    expect(shapeOf(treeOf('f(a, b.c, d{*}, e.f(g))', formula))).toMatchObject({
      arguments: [
        { kind: 'query-name', name: 'a' },
        { kind: 'series', metric: { name: 'b.c' } },
        { kind: 'series', metric: { name: 'd' } },
        { kind: 'method', target: { kind: 'query-name', name: 'e' }, name: 'f' },
      ],
    })
  })
})
