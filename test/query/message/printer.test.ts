import { describe, expect, it } from 'vitest'
import type { MessageBlock } from '../../../src/query/message/ast.js'
import { printMessage } from '../../../src/query/message/printer.js'

const span = { start: 0, end: 0 }
const made: MessageBlock = {
  kind: 'message-block',
  span,
  name: 'is_match',
  nameSpan: span,
  inverted: true,
  arguments: [
    { kind: 'string', span, value: 'env.name', quote: '"' },
    { kind: 'string', span, value: 'a "b"', quote: '"' },
  ],
  body: [{ kind: 'message-variable', span, path: ['a.b', 'name'], triple: true }],
  otherwise: [{ kind: 'message-handle', span, text: '@slack-ops', channel: 'slack' }],
  closed: true,
}

describe('nodes that were made, not read', () => {
  it('have the normal form of their tags', () => {
    expect(printMessage(made)).toBe(
      '{{^is_match "env.name" "a \\"b\\""}}{{{[a.b].name}}}{{else}}@slack-ops{{/is_match}}',
    )
  })

  it('print what was written where that is known', () => {
    expect(printMessage({ ...made, otherwise: [], written: { otherwise: '{{ else }}' } })).toContain(
      '{{ else }}',
    )
  })

  it('print alone', () => {
    expect(made.arguments.map(printMessage)).toEqual(['"env.name"', '"a \\"b\\""'])
  })
})
