import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { SearchExpression } from '../../../src/query/search/ast.js'
import { parseSearch } from '../../../src/query/search/parser.js'
import { printSearch } from '../../../src/query/search/printer.js'
import { read, shapeOf } from './reading.js'

const span = { start: 0, end: 0 }
const word = fc.stringMatching(/^[a-z][a-z0-9_.*?-]{0,6}$/)
const number = fc.integer({ min: 0, max: 999 }).map(String)
const name = fc.stringMatching(/^[@#]?[a-z][a-z0-9_.-]{0,6}$/)

const leaf: fc.Arbitrary<SearchExpression> = fc.oneof(
  word.map(text => ({ kind: 'search-term', span, text }) as const),
  fc.stringMatching(/^(?:[^"\\]|\\.){0,8}$/).map(text => ({ kind: 'search-phrase', span, text }) as const),
  fc.constantFrom('*' as const, '*:*' as const).map(text => ({ kind: 'search-all', span, text }) as const),
  fc.record({
    kind: fc.constant('search-variable' as const),
    span: fc.constant(span),
    name: fc.stringMatching(/^[a-z_-]{1,5}$/),
    valueOnly: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('search-range' as const),
    span: fc.constant(span),
    lower: number,
    upper: fc.constant('*'),
    lowerInclusive: fc.constant(true),
    upperInclusive: fc.constant(true),
  }),
  fc.record({
    kind: fc.constant('search-function' as const),
    span: fc.constant(span),
    name: fc.constant('CIDR'),
    arguments: fc.constant(['@ip', '10.0.0.0/8']),
  }),
)

const comparison: fc.Arbitrary<SearchExpression> = fc.record({
  kind: fc.constant('search-comparison' as const),
  span: fc.constant(span),
  comparator: fc.constantFrom('>' as const, '>=' as const, '<' as const, '<=' as const),
  value: number,
})

const { expression } = fc.letrec<{ expression: SearchExpression }>(tie => {
  const operands = fc.array(tie('expression'), { minLength: 2, maxLength: 4 })
  return {
    expression: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.record({
        kind: fc.constant('search-field' as const),
        span: fc.constant(span),
        field: name,
        fieldSpan: fc.constant(span),
        value: fc.oneof(comparison, leaf, tie('expression')),
      }),
      fc.record({
        kind: fc.constant('search-not' as const),
        span: fc.constant(span),
        symbol: fc.constantFrom('NOT' as const, '-' as const),
        operand: tie('expression'),
      }),
      fc.record({
        kind: fc.constant('search-and' as const),
        span: fc.constant(span),
        explicit: fc.boolean(),
        operands,
      }),
      fc.record({ kind: fc.constant('search-or' as const), span: fc.constant(span), operands }),
    ),
  }
})

const pieces = fc.array(
  fc.constantFrom(
    ...[
      'a',
      'b:',
      ':',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '“',
      '\\',
      ' ',
      '\u3000',
      'AND',
      'OR',
      'NOT',
      'TO',
      'IN',
      'LIKE',
    ],
    ...[
      '-',
      '+',
      '!',
      '=',
      '!=',
      '<',
      '>',
      '*',
      '?',
      '$x',
      '&&',
      '||',
      '|',
      ',',
      '~',
      '^2',
      '/.*/',
      '1',
      '：',
      '#',
      '@',
      'CIDR(',
    ],
  ),
  { maxLength: 30 },
)

it('reading what was printed gives the same tree', () => {
  fc.assert(
    fc.property(expression, node => {
      expect(shapeOf(read(printSearch(node)))).toEqual(shapeOf(node))
    }),
    { numRuns: 500 },
  )
})

it('whatever can be read prints to something that reads the same and prints the same', () => {
  fc.assert(
    fc.property(
      pieces.map(found => found.join('')),
      text => {
        const result = parseSearch(text)
        fc.pre(result.ok)
        const printed = printSearch(result.ok ? result.node : read(''))
        expect(shapeOf(read(printed))).toEqual(shapeOf(result.node))
        expect(printSearch(read(printed))).toBe(printed)
      },
    ),
    { numRuns: 2000 },
  )
})

it('no text makes it throw, and every span and repair lies inside the text', () => {
  const texts = fc.oneof(
    pieces.map(found => found.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(texts, text => {
      const result = parseSearch(text)
      expect(result.ok).toBe(result.diagnostics.every(({ severity }) => severity !== 'error'))
      const edits = result.diagnostics.flatMap(({ repair }) => repair ?? [])
      for (const { span: found } of [...result.diagnostics, ...edits]) {
        expect(found!.start).toBeGreaterThanOrEqual(0)
        expect(found!.end).toBeGreaterThanOrEqual(found!.start)
        expect(found!.end).toBeLessThanOrEqual(text.length)
      }
      if (result.node !== undefined) expect(typeof printSearch(result.node)).toBe('string')
    }),
    { numRuns: 2000 },
  )
})
