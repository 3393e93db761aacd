import { describe, expect, it } from 'vitest'
import { equalNodes } from '../../src/query/index.js'
import { parsers, treeOf } from './reading.js'

describe('equalNodes', () => {
  it.each([
    ['avg:a.b{x:1,y:2}by{h}', ' avg: a.b { x:1 , y:2 } by { h } '],
    ['a.b + c.d * 2', 'a.b+(c.d*2.0)'],
    ["top(a.b{*}, 10, 'mean', 'desc')", 'top(a.b{*},10,"mean","desc")'],
  ])('%s is %s', (a, b) => {
    expect(equalNodes(treeOf(a), treeOf(b))).toBe(true)
  })

  it.each([
    ['avg:a.b{x:1}', 'avg:a.b{x:2}'],
    ['avg:a.b{x:1}', 'avg:a.b'],
    ['a.b', 'avg:a.b'],
    ['a.b - c.d', 'c.d - a.b'],
    ['a.b - (c.d - e.f)', 'a.b - c.d - e.f'],
    ['f(a.b{*})', 'f(a.b{*}, 1)'],
    ['a.b{x:1 AND y:2}', 'a.b{x:1,y:2}'],
  ])('%s is not %s', (a, b) => {
    expect(equalNodes(treeOf(a), treeOf(b))).toBe(false)
  })

  it('compares monitors of every language', () => {
    const logs = (quote: string) =>
      treeOf(`logs(${quote}a:b${quote}).rollup("count").last("5m") > 3`, parsers.monitor)
    expect(equalNodes(logs('"'), logs("'"))).toBe(true)
    expect(equalNodes(logs('"'), treeOf('1 && 2', parsers.monitor))).toBe(false)
  })

  it('does not recurse', () => {
    const sum = Array.from({ length: 200_000 }, () => 'a.b').join('+')
    expect(equalNodes(treeOf(sum), treeOf(sum))).toBe(true)
  })
})
