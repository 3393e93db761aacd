import { describe, expect, it } from 'vitest'
import { type AnyNode, parseMessage, print, visit } from '../../src/query/index.js'
import { parsers, treeOf } from './reading.js'

describe('print', () => {
  it('writes any node of a tree as it stands in the whole', () => {
    const text =
      'change(avg(last_5m),1d_ago):avg:a.b{x:1 AND y IN (1,2),$v.value} by {h,k}.rollup(sum, 60) - count(v: v >= 1 and v < 2):c.d{!z} * -3 >= 0.5'
    const missing: string[] = []
    visit(treeOf(text, parsers.monitor), {
      enter: node => {
        if (!text.includes(print(node))) missing.push(`${node.kind}: ${print(node)}`)
      },
    })
    expect(missing).toEqual([])
  })

  it('writes the parts of event monitors', () => {
    const text = 'logs("service:api \\"x y\\"").index("*").rollup("avg", "@d").by("@a,b").last("5m") > 3'
    const parts: string[] = []
    visit(treeOf(text, parsers.monitor), {
      'embedded-search': node => parts.push(print(node)),
      step: node => parts.push(print(node)),
      string: node => parts.push(print(node)),
      condition: node => parts.push(print(node)),
    })
    expect(parts.slice(0, 3)).toEqual(['"service:api \\"x y\\""', '.index("*")', "'*'"])
    expect(parts.at(-1)).toBe('> 3')
  })

  it('writes searches and messages', () => {
    const { node } = parseMessage('{{#is_alert}}a{{/is_alert}}')
    const search: AnyNode = { kind: 'search-term', span: { start: 0, end: 1 }, text: 'a' }
    expect([node && print(node), print(search)]).toEqual(['{{#is_alert}}a{{/is_alert}}', 'a'])
  })

  it('does not recurse along sums and methods', () => {
    const sum = Array.from({ length: 100_000 }, () => 'a.b').join(' + ')
    const chain = `a.b${'.f()'.repeat(100_000)}`
    expect([print(treeOf(sum)) === sum, print(treeOf(chain)) === chain]).toEqual([true, true])
  })
})
