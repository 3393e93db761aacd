import { describe, expect, it } from 'vitest'
import { isLetterBeyondAscii, nextOf, nextSpecial, scannerOf } from '../../../src/query/message/lexer.js'

describe('looking ahead', () => {
  it('finds the next sign, also when it is asked for an earlier place again', () => {
    const scanner = scannerOf('a}}b}}c')
    expect([0, 2, 5, 0].map(from => nextOf(scanner, '}}', from))).toEqual([1, 4, -1, 1])
  })

  it('stops at braces and handles, or at the end', () => {
    expect([nextSpecial('ab{', 0), nextSpecial('a@{', 0), nextSpecial('ab', 0)]).toEqual([2, 1, 2])
  })

  it('full-width punctuation is no letter', () => {
    expect([...'é障。、！）Ａ'].filter(letter => isLetterBeyondAscii(letter.charCodeAt(0)))).toEqual([
      'é',
      '障',
      'Ａ',
    ])
  })
})
