import { describe, expect, it } from 'vitest'
import { normal, repaired, reportsOf, treeOf } from '../reading.js'

describe('grouping', () => {
  it.each([
    ['a.b{*} by {host}', 'a.b{*} by {host}'],
    ['a.b{*} BY { host ,\n service }', 'a.b{*} by {host,service}'],
    ['a.b{*}by{@x.y,k/z,名}', 'a.b{*} by {@x.y,k/z,名}'],
  ])('%s is %s', (text, expected) => {
    expect(normal(text)).toBe(expected)
  })

  it('each key has its place', () => {
    const node = treeOf('a.b{*} by { host , k }')
    expect(node.kind === 'series' ? node.groupBy : undefined).toEqual({
      kind: 'group-by',
      span: { start: 7, end: 22 },
      keys: [
        { kind: 'tag-key', span: { start: 12, end: 16 }, name: 'host' },
        { kind: 'tag-key', span: { start: 19, end: 20 }, name: 'k' },
      ],
    })
  })

  it.each([
    ['a.b{*} by {}', 'empty-group-by', 'a.b{*}'],
    ['a.b{*} by {h,}', 'trailing-comma', 'a.b{*} by {h}'],
    ['a.b{*} by {h k}', 'missing-comma', 'a.b{*} by {h,k}'],
    ['a.b{*} by {h', 'unclosed-brace', 'a.b{*} by {h}'],
    ['a.b{*} by h}', 'unopened-brace', 'a.b{*} by {h}'],
    ['a.b{*} by (h,k)', 'group-by-without-braces', 'a.b{*} by {h,k}'],
    ['a.b{*} by "h"', 'group-by-without-braces', 'a.b{*} by {h}'],
    ['f(a.b{*} by h, 5)', 'group-by-without-braces', 'f(a.b{*} by {h}, 5)'],
    ['a.b{*}.f() by {h}', 'group-by-after-method', 'a.b{*} by {h}.f()'],
    ['f(a.b{*}) by {h}', 'group-by-after-method', 'f(a.b{*} by {h})'],
  ])('%s gives %s and is repaired to %s', (text, code, expected) => {
    expect(reportsOf(text).map(report => report.split(' ')[0])).toEqual([code])
    expect(normal(repaired(text))).toBe(expected)
  })

  it('`by` with nothing behind it', () => {
    expect(reportsOf('a.b{*} by')).toEqual(['expected-group-by «by»'])
  })
})
