import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { MessagePart } from '../../../src/query/message/ast.js'
import { parseMessage } from '../../../src/query/message/parser.js'
import { printMessage } from '../../../src/query/message/printer.js'
import { variablesOf } from '../../../src/query/message/variables.js'
import { read, shapeOf } from './reading.js'

const span = { start: 0, end: 0 }
const tags = [
  ...[
    '{{#is_alert}}',
    '{{/is_alert}}',
    '{{# is_match "a" }}',
    '{{/is_match}}',
    '{{^is_match \'a\' "b"}}',
    '{{/^is_alert}}',
  ],
  ...[
    '{{else}}',
    '{{ else }}',
    '{{/is_alrt}}',
    '{{host.name}}',
    '{{ [a.b].name }}',
    '{{{value}}}',
    '{{eval "a"}}',
    '{{eval a}}',
  ],
  ...[
    '{{!',
    '{{!--',
    '--}}',
    '{{{{raw}}}}',
    '{{{{/raw}}}}',
    '{{',
    '}}',
    '{',
    '}',
    '{{{',
    '"',
    "'",
    '“',
    '(',
    ')',
    '\\',
    '[',
    ']',
  ],
  ...[
    '@',
    '@slack-ops',
    '@a@b.c',
    '@workflow-x(',
    '.',
    ' ',
    '\n',
    'text',
    '。',
    '{value}',
    '#',
    '/',
    '^',
    '@slack-{{a.name}}',
  ],
]
const texts = fc.oneof(
  fc.array(fc.constantFrom(...tags), { maxLength: 25 }).map(pieces => pieces.join('')),
  fc.string({ unit: 'binary' }),
)

it('the printed tree of any text is that text', () => {
  fc.assert(
    fc.property(texts, text => {
      expect(printMessage(read(text))).toBe(text)
    }),
    { numRuns: 3000 },
  )
})

it('no text makes it throw, and every span and repair lies inside the text', () => {
  fc.assert(
    fc.property(texts, text => {
      const { ok, diagnostics } = parseMessage(text)
      expect(ok).toBe(diagnostics.every(({ severity }) => severity !== 'error'))
      const edits = diagnostics.flatMap(({ repair }) => repair ?? [])
      for (const { span: found } of [...diagnostics, ...edits]) {
        expect(found!.start).toBeGreaterThanOrEqual(0)
        expect(found!.end).toBeGreaterThanOrEqual(found!.start)
        expect(found!.end).toBeLessThanOrEqual(text.length)
      }
      for (const variable of variablesOf(read(text))) {
        expect(text.slice(variable.span.start, variable.span.end)).toBe(printMessage(variable))
      }
    }),
    { numRuns: 2000 },
  )
})

const literal = fc.record({
  kind: fc.constant('string' as const),
  span: fc.constant(span),
  value: fc.stringMatching(/^[a-z0-9 '+*().-]{0,8}$/),
  quote: fc.constant('"' as const),
})

const { parts } = fc.letrec<{ part: MessagePart; parts: MessagePart[] }>(tie => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      kind: fc.constant('message-variable' as const),
      span: fc.constant(span),
      path: fc.array(fc.stringMatching(/^[a-z][a-z. ]{0,4}z$/), { minLength: 2, maxLength: 3 }),
      triple: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('message-function' as const),
      span: fc.constant(span),
      name: fc.constant('eval'),
      arguments: fc.tuple(literal),
    }),
    fc.record({
      kind: fc.constant('message-block' as const),
      span: fc.constant(span),
      name: fc.constantFrom('is_alert', 'is_match'),
      nameSpan: fc.constant(span),
      inverted: fc.boolean(),
      arguments: fc.array(literal, { maxLength: 3 }),
      body: tie('parts'),
      closed: fc.constant(true),
    }),
  ),
  // Text between any two parts: neighbouring texts would be read as one.
  parts: fc
    .array(tie('part'), { maxLength: 4 })
    .map(found =>
      found.flatMap((part): MessagePart[] => [
        part,
        { kind: 'message-text', span, text: ' and ' },
        { kind: 'message-handle', span, text: '@slack-ops', channel: 'slack' },
        { kind: 'message-text', span, text: '\n' },
      ]),
    ),
}))

it('reading a printed tree gives the same tree', () => {
  fc.assert(
    fc.property(parts, found => {
      const printed = printMessage({ kind: 'message', span, parts: found })
      expect(shapeOf(read(printed).parts)).toEqual(shapeOf(found))
    }),
    { numRuns: 500 },
  )
})
