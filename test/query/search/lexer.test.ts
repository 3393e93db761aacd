import { describe, expect, it } from 'vitest'
import { boundEnd, closingQuote, connectiveAt, scannerOf, scanWord } from '../../../src/query/search/lexer.js'

const wordOf = (text: string) => {
  const scanner = scannerOf(text)
  scanWord(scanner)
  return [text.slice(0, scanner.at), scanner.colon]
}

describe('a word', () => {
  it.each<[string, string, number]>([
    ['abc def', 'abc', -1],
    ['a:b:c)', 'a:b:c', 1],
    ['a\\:b\\ c:d', 'a\\:b\\ c:d', 7],
    ['a:"b"', 'a:', 1],
    ['a:>5', 'a:', 1],
    ['a:b>5', 'a:b>5', 1],
    ['a>5', 'a', -1],
    ['a&&b', 'a', -1],
    ['a&b|c', 'a&b|c', -1],
    ['a]', 'a', -1],
    ['a\u3000b', 'a', -1],
    ['a\\', 'a\\', -1],
  ])('%j', (text, word, colon) => {
    expect(wordOf(text)).toEqual([word, colon])
  })
})

describe('a connective', () => {
  it.each<[string, string | undefined]>([
    ['AND b', 'and'],
    ['OR(b)', 'or'],
    ['AND', 'and'],
    ['&&b', 'and'],
    ['||', 'or'],
    ['ANDROID', undefined],
    ['OR:x', undefined],
    ['and', undefined],
    ['|', undefined],
  ])('%j', (text, connective) => {
    expect(connectiveAt(text, 0)).toBe(connective)
  })
})

it('a quote is closed by the next one without a backslash', () => {
  expect([closingQuote('a\\"b" c', 0), closingQuote('a\\"b', 0)]).toEqual([4, -1])
})

it('a bound ends at a blank or bracket, outside quotes', () => {
  expect(['5]', '"a b"]', 'a\\]b ', '"open'].map(text => boundEnd(text, 0))).toEqual([1, 5, 4, 0])
})
