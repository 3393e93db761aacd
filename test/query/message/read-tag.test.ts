import { describe, expect, it } from 'vitest'
import { scannerOf } from '../../../src/query/message/lexer.js'
import { readTag } from '../../../src/query/message/read-tag.js'

describe('a tag', () => {
  it.each<[string, object]>([
    ['{{#is_alert}}', { kind: 'open', name: 'is_alert', inverted: false, nameStart: 3 }],
    ['{{ ^ is_alert }}', { kind: 'open', name: 'is_alert', inverted: true, nameStart: 5 }],
    ['{{/is_alert}}', { kind: 'close', name: 'is_alert', nameStart: 3 }],
    ['{{/^is_alert}}', { kind: 'close', name: 'is_alert', nameStart: 4, stray: 3 }],
    ['{{ else }}', { kind: 'else' }],
    ['{{host.name}}', { kind: 'message-variable' }],
    ['{{urlencode "a"}}', { kind: 'message-function' }],
    ['{{eval (x "a")}}', { kind: 'unknown' }],
    ['{{/a b}}', { kind: 'unknown' }],
    ['{{#}}', { kind: 'unknown' }],
  ])('%j', (text, tag) => {
    expect(readTag(scannerOf(text), 0, text.length)).toMatchObject(tag)
  })
})
