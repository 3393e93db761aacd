import fc, { type Arbitrary } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnyNode, equalNodes, format, print, visit } from '../../src/query/index.js'
import { type Parse, parsers, shapeOf, treeOf } from './reading.js'
import { composites, expressions, monitorQueries } from './trees.js'

const runs = { numRuns: 400 }

const languages: readonly (readonly [string, Arbitrary<AnyNode>, Parse])[] = [
  ['metric queries', expressions(false), parsers.metric],
  ['formulas', expressions(true), parsers.formula],
  ['composites', composites, parsers.composite],
  ['monitor queries', monitorQueries, parsers.monitor],
]

describe.each(languages)('%s', (_, trees, parse) => {
  it('read what they print as the same tree', () => {
    fc.assert(
      fc.property(trees, tree => {
        const text = print(tree)
        const again = treeOf(text, parse)
        expect(equalNodes(again, tree), `${text}\n${print(again)}`).toBe(true)
        expect(shapeOf(again)).toEqual(shapeOf(tree))
        expect(print(again)).toBe(text)
      }),
      runs,
    )
  })

  it('read what they format as the same tree', () => {
    fc.assert(
      fc.property(trees, tree => {
        const text = format(tree)
        expect(equalNodes(treeOf(text, parse), tree), text).toBe(true)
      }),
      runs,
    )
  })

  it('are read with every node inside its parent, and siblings in order', () => {
    fc.assert(
      fc.property(trees, tree => {
        const text = print(tree)
        const lasts = new Map<AnyNode, number>()
        visit(treeOf(text, parse), {
          enter: (node, parents) => {
            const parent = parents.at(-1)
            if (parent === undefined) return
            const from = lasts.get(parent) ?? parent.span.start
            expect(node.span.start, `${node.kind} in ${parent.kind} of ${text}`).toBeGreaterThanOrEqual(from)
            expect(node.span.end).toBeLessThanOrEqual(parent.span.end)
            lasts.set(parent, node.span.end)
          },
        })
      }),
      runs,
    )
  })
})

describe('spans', () => {
  it('hold all of an operation: the text of a node alone reads as the node', () => {
    fc.assert(
      fc.property(expressions(false), tree => {
        const text = print(tree)
        const again = (node: AnyNode) => {
          const own = text.slice(node.span.start, node.span.end)
          expect(equalNodes(treeOf(own), node), `${own} in ${text}`).toBe(true)
        }
        visit(treeOf(text), { binary: again, unary: again, method: again, call: again, series: again })
      }),
      runs,
    )
  })

  it('hold all of a filter', () => {
    fc.assert(
      fc.property(expressions(false), tree => {
        const text = print(tree)
        const again = (node: AnyNode) => {
          const own = `a.b{${text.slice(node.span.start, node.span.end)}}`
          expect(print(treeOf(own)), `${own} in ${text}`).toBe(`a.b{${print(node)}}`)
        }
        visit(treeOf(text), {
          'filter-and': again,
          'filter-or': again,
          'filter-list': again,
          'filter-not': again,
        })
      }),
      runs,
    )
  })

  it('hold the text of their node', () => {
    fc.assert(
      fc.property(expressions(false), tree => {
        const text = print(tree)
        visit(treeOf(text), {
          'metric-name': node => expect(text.slice(node.span.start, node.span.end)).toBe(node.name),
          'tag-key': node => expect(text.slice(node.span.start, node.span.end)).toBe(node.name),
          series: node => expect(text.slice(node.span.start, node.span.end)).toBe(print(node)),
          call: node => expect(text.slice(node.nameSpan.start, node.nameSpan.end)).toBe(node.name),
          method: node => expect(text.slice(node.nameSpan.start, node.nameSpan.end)).toBe(node.name),
          number: node => expect(text.slice(node.span.start, node.span.end)).toBe(node.text),
          string: node => expect(text.slice(node.span.start, node.span.end)).toBe(print(node)),
        })
      }),
      runs,
    )
  })
})
