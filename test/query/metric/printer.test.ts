import { describe, expect, it } from 'vitest'
import type { Filter, MetricExpression } from '../../../src/query/index.js'
import { printExpression, printString } from '../../../src/query/metric/printer.js'
import { printFilter } from '../../../src/query/metric/scope-printer.js'
import { normal, treeOf } from '../reading.js'

const span = { start: 0, end: 0 }
const five: MetricExpression = { kind: 'number', span, value: 5, text: '5' }

describe('printing', () => {
  it('a sign before a bare number stays a sign', () => {
    expect(printExpression({ kind: 'unary', span, operator: '-', operand: five })).toBe('-(5)')
    expect(treeOf('-(5)')).toMatchObject({ kind: 'unary', operand: { kind: 'number', text: '5' } })
    expect(treeOf('-5')).toMatchObject({ kind: 'number', text: '-5' })
  })

  it.each([
    ['plain', "'plain'"],
    ["it's", '"it\'s"'],
    ['say "hi"', '\'say "hi"\''],
    ['it\'s "both"', '"it\'s \\"both\\""'],
  ])('the string %s is written %s', (value, expected) => {
    expect(printString({ kind: 'string', span, value, quote: "'" })).toBe(expected)
    expect(normal(`f(a.b, ${expected})`)).toBe(`f(a.b, ${expected})`)
  })

  it('a filter within a filter of its own kind keeps its parentheses', () => {
    const tag: Filter = { kind: 'filter-tag', span, key: 'a', value: '1' }
    const and: Filter = { kind: 'filter-and', span, operands: [tag, tag] }
    expect(printFilter({ kind: 'filter-and', span, operands: [and, tag] })).toBe('(a:1 AND a:1) AND a:1')
  })
})
