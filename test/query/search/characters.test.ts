import { describe, expect, it } from 'vitest'
import { isBlank, isNameCharacter, isSmartQuote } from '../../../src/query/search/characters.js'

const those = (text: string, is: (code: number) => boolean) =>
  [...text].filter(character => is(character.charCodeAt(0)))

describe('characters', () => {
  it('blanks are ASCII blanks, the ideographic blank and the no-break space', () => {
    expect(those('a \t\n\r\u3000\u00a0-。', isBlank)).toEqual([' ', '\t', '\n', '\r', '\u3000', '\u00a0'])
  })

  it('names hold letters of any script, digits, and three signs', () => {
    expect(those('aZ9_.-é名@:/$*：', isNameCharacter)).toEqual(['a', 'Z', '9', '_', '.', '-', 'é', '名'])
  })

  it('typographic double quotes', () => {
    expect(those('“”„‟"‘’', isSmartQuote)).toEqual(['“', '”', '„', '‟'])
  })

  it('the end of a text is neither a blank nor a part of a name', () => {
    expect([isBlank(Number.NaN), isNameCharacter(Number.NaN)]).toEqual([false, false])
  })
})
