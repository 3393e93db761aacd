import { describe, expect, it } from 'vitest'
import { changesOf, textOf } from './generated.js'

const noteOf = (content: string) => ({
  title: 'D',
  layout_type: 'ordered',
  reflow_type: 'auto',
  widgets: [{ definition: { type: 'note', content } }],
})

describe('a note of several lines', () => {
  it('is a template literal that is indented with the code', () => {
    expect(textOf(noteOf('# Title\n\nText.'))).toContain(
      ['    note(markdown`', '      # Title', '', '      Text.', '    `),'].join('\n'),
    )
  })

  it.each([
    ['indentation', 'a\n  b\n\n\tc\n'],
    ['a common indentation', '  a\n  b'],
    ['empty lines at its ends', '\n\na\n\n'],
    ['carriage returns', 'a\r\nb'],
    ['backticks, holes and backslashes', '`a`\n${process.exit()}\n\\n \\` $\n$' + '{d}'],
    ['nothing but line breaks', '\n\n'],
    ['invisible signs', 'a\u2028b\n\u202Ee'],
  ])('with %s comes back', async (_, content) => {
    expect(await changesOf(noteOf(content))).toEqual([])
    expect(await changesOf({ ...noteOf('x'), description: content })).toEqual([])
  })
})
