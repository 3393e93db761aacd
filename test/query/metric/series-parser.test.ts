import { describe, expect, it } from 'vitest'
import { normal, repaired, reportsOf, shapeOf, treeOf } from '../reading.js'

describe('series', () => {
  it.each([
    ['count(v: v>=0):a.b{*}', 'count(v: v >= 0):a.b{*}'],
    ['count ( v : v > -1 and v<=2.50 ) : a.b', 'count(v: v > -1 and v <= 2.5):a.b'],
    ['count:a.b{*}', 'count:a.b{*}'],
    ['sum:(a.b{*}).weighted()', 'sum:a.b{*}.weighted()'],
    ['sum: ( a.b{x:1} by {h} )', 'sum:a.b{x:1} by {h}'],
  ])('%s is %s', (text, expected) => {
    expect(normal(text)).toBe(expected)
  })

  it('what is absent stays absent', () => {
    expect(shapeOf(treeOf('a.b'))).toEqual({ kind: 'series', metric: { kind: 'metric-name', name: 'a.b' } })
  })

  it('a metric ends before the method that is called on it', () => {
    expect(shapeOf(treeOf('avg:a.as_count.as_count()'))).toMatchObject({
      kind: 'method',
      name: 'as_count',
      target: { metric: { name: 'a.as_count' } },
    })
  })

  it.each([
    ['count(v: x):a.b', ['expected-value-condition «x»']],
    ['count(v: v > 1) a.b', ['missing-space-colon «a»']],
    ['sum:(a.b{*}', ['unclosed-parenthesis «(»']],
    ['avg:', ['expected-metric «»']],
    ['avg:9.b{*}', ['expected-metric «9.b»']],
    ['avg a.b{*}', ['missing-space-colon « »']],
    ['a.b[5m]', ['range-selector «[5m]»']],
    ['a.b{x:1}{y:2}', ['second-scope «{y:2}»']],
    ['a.b by {h}{x:1}', ['group-by-before-scope «{x:1}»']],
    ['a.b{*} by {h} by {k}', ['second-group-by «by {k}»']],
    ['a.b{*} group by h', ['sql-group-by «group by h»']],
    ["a.b where x = 'y z'", ["where-clause «where x = 'y z'»"]],
    ['a.b x:1}', ['unopened-brace « »']],
    ['select a from b', ['sql-select «select a»']],
  ])('%s is refused', (text, reports) => {
    expect(reportsOf(text)).toEqual(reports)
  })

  it.each([
    ['a.b by {h}{x:1}.f()', 'a.b{x:1} by {h}.f()'],
    ['avg:a.b{*}[5m] by {h}', 'avg:a.b{*} by {h}'],
    ['a.b WHERE x = 1 AND y = "z" GROUP BY h', 'a.b{x:1 AND y:z} by {h}'],
  ])('%s is repaired to %s', (text, expected) => {
    expect(normal(repaired(text))).toBe(expected)
  })

  it('conditions with blanks in their values move as the intake writes them', () => {
    expect(repaired("a.b where x = 'y z'")).toBe('a.b{x:y_z}')
  })
})
