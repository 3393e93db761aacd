import { describe, expect, it } from 'vitest'
import { parseMessage } from '../../../src/query/message/parser.js'
import { read, readPart, repaired, reportsOf, shapeOf } from './reading.js'

const text = (content: string) => ({ kind: 'message-text', text: content })
const string = (value: string, quote = '"') => ({ kind: 'string', value, quote })
const variable = (...path: string[]) => ({ kind: 'message-variable', path, triple: false })
const block = (name: string, body: object[], more: object = {}) => ({
  kind: 'message-block',
  name,
  inverted: false,
  arguments: [],
  body,
  closed: true,
  ...more,
})

describe('a template is read', () => {
  it.each<[string, object[]]>([
    ['', []],
    ['plain { text }', [text('plain { text }')]],
    ['on {{host.name}}!', [text('on '), variable('host', 'name'), text('!')]],
    ['{{[a.b].name}}', [variable('a.b', 'name')]],
    ['{{ host.name }}', [{ ...variable('host', 'name'), written: '{{ host.name }}' }]],
    ['{{{check_message}}}', [{ ...variable('check_message'), triple: true }]],
    ['{{{{raw}}}} {{x}} {{{{/raw}}}}', [{ kind: 'message-raw', text: '{{{{raw}}}} {{x}} {{{{/raw}}}}' }]],
    ['{{! a }}b', [{ kind: 'message-comment', text: '{{! a }}' }, text('b')]],
    ['{{!-- a }} --}}b', [{ kind: 'message-comment', text: '{{!-- a }} --}}' }, text('b')]],
    ['{{!-- a }}b', [{ kind: 'message-comment', text: '{{!-- a }}' }, text('b')]],
    ['{{eval "value * 2"}}', [{ kind: 'message-function', name: 'eval', arguments: [string('value * 2')] }]],
    ['{{#is_alert}}a{{/is_alert}}', [block('is_alert', [text('a')])]],
    ['{{^is_alert}}a{{/is_alert}}', [block('is_alert', [text('a')], { inverted: true })]],
    [
      '{{# is_alert }}a{{ else }}b{{ /is_alert}}',
      [
        block('is_alert', [text('a')], {
          otherwise: [text('b')],
          written: { open: '{{# is_alert }}', otherwise: '{{ else }}', close: '{{ /is_alert}}' },
        }),
      ],
    ],
    [
      '{{#is_match "env" \'prod\'}}{{#is_alert}}a{{/is_alert}}{{/is_match}}',
      [
        block('is_match', [block('is_alert', [text('a')])], {
          arguments: [string('env'), string('prod', "'")],
        }),
      ],
    ],
    [
      '{{#is_exact_match (eval "int(value)") "8"}}a{{/is_exact_match}}',
      [
        block('is_exact_match', [text('a')], {
          arguments: [
            { kind: 'message-subexpression', name: 'eval', arguments: [string('int(value)')] },
            string('8'),
          ],
        }),
      ],
    ],
    ['{{value | round}}', [{ kind: 'message-raw', text: '{{value | round}}' }]],
  ])('%j', (source, parts) => {
    expect(shapeOf(read(source).parts)).toEqual(parts)
  })
})

describe('spans', () => {
  it('cover each part, the tags of a block included', () => {
    const source = 'x {{#is_alert}}@slack-ops{{/is_alert}} y'
    expect(read(source).parts.map(({ span }) => source.slice(span.start, span.end))).toEqual([
      'x ',
      '{{#is_alert}}@slack-ops{{/is_alert}}',
      ' y',
    ])
  })

  it('tell where the name of a block stands', () => {
    expect(readPart('{{# is_alert}}{{/is_alert}}')).toMatchObject({ nameSpan: { start: 4, end: 12 } })
  })
})

describe('any text whatsoever', () => {
  it('several faults are all reported, in the order of the text', () => {
    const source = '{{#is_alrt}}a{{/is_alrt}} {{eval x}} {{#is_warning}} {{/is_recovery}} {{host.name'
    expect(parseMessage(source).diagnostics.map(({ code }) => code)).toEqual([
      'message/unknown-conditional',
      'message/missing-quotes',
      'message/unbalanced-block',
      'message/unclosed-braces',
    ])
  })

  it('nesting deeper than the limit is one error, and the tags stay as text', () => {
    const { ok, node, diagnostics } = parseMessage('{{#is_alert}}'.repeat(5000))
    expect(ok).toBe(false)
    expect(node).toBeDefined()
    expect(diagnostics.filter(({ code }) => code === 'query/too-deep')).toHaveLength(1)
  })

  it('what is repaired has nothing left to repair', () => {
    const source = '{{#is_alrt}}a{{#is_match env "prod"}}b{{/is_alrt}}{{/is_match}} @slack-ops. {{host.name}'
    expect(reportsOf(repaired(source))).toEqual([])
  })

  it('something that is no text is a TypeError with a sentence', () => {
    const wrong: unknown = 5
    expect(() => parseMessage(wrong as string)).toThrow(new TypeError('A message is a string, not number.'))
  })
})
