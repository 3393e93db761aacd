import { describe, expect, it } from 'vitest'
import { parseMetricQuery } from '../../src/query/index.js'
import { rowAbove, rowAt, treeRows } from '../../src/web/tree-rows.js'

const text = 'top(avg:x{a:b} by {c}, 5)'
const { node: root } = parseMetricQuery(text)
const rows = (turned: readonly string[] = []) => treeRows(root!, new Set(turned))
const shown = (turned?: readonly string[]) =>
  rows(turned).map(
    ({ node, level, open }) => `${level}${open === undefined ? ' ' : open ? '-' : '+'}${node.kind}`,
  )

describe('the lines of the tree', () => {
  it('show three levels of folds at first', () => {
    expect(shown()).toEqual([
      '1-call',
      '2-series',
      '3 space-aggregator',
      '3 metric-name',
      '3-scope',
      '4 filter-tag',
      '3-group-by',
      '4 tag-key',
      '2 number',
    ])
  })

  it('hide what is below a node that the reader folded', () => {
    expect(shown(['0.0'])).toEqual(['1-call', '2+series', '2 number'])
  })

  it('are found by the offset they stand for, the innermost first', () => {
    expect(rowAt(rows(), text.indexOf('a:b'))?.node.kind).toBe('filter-tag')
    expect(rowAt(rows(['0.0']), text.indexOf('a:b'))?.node.kind).toBe('series')
    expect(rowAt(rows(), text.length)).toBeUndefined()
  })

  it('know the line above that holds them', () => {
    const [call, series, aggregator] = rows()
    expect(rowAbove(rows(), aggregator!)).toEqual(series)
    expect(rowAbove(rows(), series!)).toEqual(call)
    expect(rowAbove(rows(), call!)).toBeUndefined()
  })

  it('are never more than anybody unfolds', () => {
    const long = parseMetricQuery(Array.from({ length: 3_000 }, (_, index) => `avg:x${index}{*}`).join(','))
    expect(treeRows(long.node!, new Set()).length).toBeLessThanOrEqual(2_000)
  })
})
