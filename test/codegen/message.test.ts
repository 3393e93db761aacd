import { describe, expect, it } from 'vitest'
import { changesOf, textOf } from './generated.js'

const withMessage = (message: string) => ({
  type: 'query alert',
  name: 'Load',
  query: 'avg(last_5m):avg:system.load.1{*} by {host,pod.name} > 4',
  message,
  options: { thresholds: { critical: 4 } },
})

const codeOf = (message: string) =>
  textOf(withMessage(message))
    .replace(/^[\s\S]*?message: /, '')
    .replace(/,\n\}\)\n$/, '')

describe('a message of one line', () => {
  it('is a plain string', () => {
    expect(codeOf("It's `high`. @slack-sre")).toBe(`"It's \`high\`. @slack-sre"`)
  })
})

describe('a message with blocks', () => {
  it('is written by its states, with the variables that the query has', () => {
    const message =
      '{{#is_alert}}\n{{host.name}} has {{value}} of {{threshold}}, {{[pod.name].name}}, {{zone.name}}\n{{/is_alert}}\nAlways. @sre'
    expect(codeOf(message)).toBe(
      [
        'message(({ alert, tag, text, threshold, value }) => [',
        "    alert`${tag('host')} has ${value} of ${threshold}, ${tag('pod.name')}, {{zone.name}}`,",
        '    text`Always. @sre`,',
        '  ])',
      ].join('\n'),
    )
  })
})

describe('a message of several paragraphs', () => {
  it('is one template literal', () => {
    expect(codeOf('Load is high.\n\nCall @sre.\n\n')).toBe(
      [
        'message(({ text }) => [',
        '    text`',
        '      Load is high.',
        '',
        '      Call @sre.',
        '    `,',
        '  ])',
      ].join('\n'),
    )
  })

  it('shows the empty lines between its sections as such', () => {
    const message = 'Load.\n\n{{#is_alert}}\nNow.\n{{/is_alert}}\n\n{{#is_recovery}}\nOver.\n{{/is_recovery}}'
    expect(codeOf(message)).toBe(
      [
        'message(({ alert, recovery, text }) => [',
        '    text`Load.`,',
        "    '',",
        '    alert`Now.`,',
        "    '',",
        '    recovery`Over.`,',
        '  ])',
      ].join('\n'),
    )
  })
})

describe('every message', () => {
  it.each([
    ['lines with indentation', 'a\n  b\n\n\tc\n'],
    ['a common indentation', '  a\n  b'],
    ['blank lines at its ends inside a block', '{{#is_alert}}\n\na\n\n{{/is_alert}}'],
    ['lines of blanks', 'a\n   \nb'],
    ['carriage returns', 'a\r\nb'],
    ['a null character', 'a\0\nb'],
    ['backticks, holes and backslashes', 'a `b` ${c}\n\\n \\` $\n$' + '{d}'],
    ['blocks in blocks', '{{#is_alert}}\n{{#is_match "host.name" "a"}}\nb\n{{/is_match}}\n{{/is_alert}}'],
    ['a block in itself', '{{#is_alert}}\n{{#is_alert}}\nb\n{{/is_alert}}\n{{/is_alert}}'],
    ['an empty block', '{{#is_alert}}\n{{/is_alert}}\nx'],
    ['blocks on one line', '{{#is_alert}}a{{/is_alert}} {{^is_alert}}b{{/is_alert}}'],
    ['an unclosed block', '{{#is_alert}}\na'],
    ['triple braces', 'a {{{value}}}\n{{ value }} {{value }}'],
    ['text between blocks', '{{#is_alert}}\na\n{{/is_alert}}\n\n\nb\n{{#is_recovery}}\nc\n{{/is_recovery}}'],
    ['invisible signs', 'a\u2028b\u200B\n\u00A0c\nd\u202Ee'],
  ])('with %s comes back', async (_, message) => {
    expect(await changesOf(withMessage(message))).toEqual([])
  })
})
