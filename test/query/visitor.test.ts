import { describe, expect, it } from 'vitest'
import { type AnyNode, parseMessage, visit } from '../../src/query/index.js'
import { childKeys, childrenOf } from '../../src/query/visitor.js'
import { parsers, treeOf } from './reading.js'

const query =
  "pct_change(avg(last_5m),last_1h):anomalies(avg:a.b{env:prod AND (x:1 OR !y:2),$v} by {host}.rollup(sum, 60), 'basic', 2, direction='both') - -count(v: v>1):c.d{k IN (a,b)} > 1"

describe('visit', () => {
  it('calls each kind once, from the outside in and in the order of the text', () => {
    const kinds: string[] = []
    visit(treeOf(query, parsers.monitor), { enter: node => kinds.push(node.kind) })
    expect(kinds.slice(0, 8)).toEqual([
      'metric-monitor',
      'change-head',
      'window',
      'window',
      'binary',
      'call',
      'method',
      'series',
    ])
    expect(kinds.slice(-2)).toEqual(['condition', 'number'])
  })

  it('starts are in order, and every node lies within its parent', () => {
    visit(treeOf(query, parsers.monitor), {
      enter: (node, parents) => {
        const parent = parents.at(-1)
        if (parent === undefined) return
        expect([node.span.start >= parent.span.start, node.span.end <= parent.span.end]).toEqual([true, true])
      },
    })
  })

  it('gives the function of a kind a node of that kind', () => {
    const names: string[] = []
    visit(treeOf(query, parsers.monitor), {
      'metric-name': node => names.push(node.name),
      'tag-key': (node, parents) => names.push(`${node.name} in ${parents.at(-1)?.kind}`),
    })
    expect(names).toEqual(['a.b', 'host in group-by', 'c.d'])
  })

  it('leaves a node after its children', () => {
    const left: string[] = []
    visit(treeOf('a.b{*} + 1'), { leave: node => left.push(node.kind) })
    expect(left).toEqual(['metric-name', 'filter-all', 'scope', 'series', 'number', 'binary'])
  })

  it('reads messages too', () => {
    const kinds: string[] = []
    const { node } = parseMessage('{{#is_alert}}a {{host.name}}{{/is_alert}}')
    if (node !== undefined) visit(node, { enter: each => kinds.push(each.kind) })
    expect(kinds).toEqual(['message', 'message-block', 'message-text', 'message-variable'])
  })

  it('does not recurse: a sum of 200,000 terms is as deep', () => {
    let series = 0
    visit(treeOf(Array.from({ length: 200_000 }, () => 'a.b').join('+')), {
      series: () => {
        series += 1
      },
    })
    expect(series).toBe(200_000)
  })
})

describe('childKeys', () => {
  it('names every key that holds nodes', () => {
    const forgotten: string[] = []
    const isNode = (value: unknown): value is AnyNode =>
      typeof value === 'object' && value !== null && 'kind' in value && 'span' in value
    for (const parse of [parsers.monitor, parsers.formula, parsers.composite, parsers.metric]) {
      for (const text of [
        query,
        'logs("a:(b OR -c) d").rollup("count").last("5m") > 3',
        'a.b{*}, c.d{*}',
        '1 && !2',
      ]) {
        const { node } = parse(text)
        if (node === undefined) continue
        visit(node, {
          enter: each => {
            for (const [key, value] of Object.entries(each)) {
              const held = Array.isArray(value) ? value.some(isNode) : isNode(value)
              if (held && !(childKeys[each.kind] as readonly string[]).includes(key))
                forgotten.push(`${each.kind}.${key}`)
            }
          },
        })
      }
    }
    expect(forgotten).toEqual([])
  })

  it('gives no children that are absent', () => {
    expect(childrenOf(treeOf('a.b')).map(({ kind }) => kind)).toEqual(['metric-name'])
  })
})
