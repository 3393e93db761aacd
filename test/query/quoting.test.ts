import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfQuoted, offsetsIn, quoted, unquoted } from '../../src/query/quoting.js'

const texts = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('\\', '"', "'", 'a') }))
const quotes = fc.constantFrom('"' as const, "'" as const)

describe('quoting', () => {
  it.each([
    ['plain', '"plain"'],
    ['say "hi"', '"say \\"hi\\""'],
    ['@path:a\\:b', '"@path:a\\:b"'],
    ['ends with \\', '"ends with \\\\"'],
    ['an escaped \\" inside', '"an escaped \\\\\\" inside"'],
  ])('%s stands as %s', (text, expected) => {
    expect(quoted(text, '"')).toBe(expected)
    expect(unquoted(expected.slice(1, -1), '"')).toBe(text)
  })

  it('what was quoted is read back, and ends where it should', () => {
    fc.assert(
      fc.property(texts, quotes, (text, quote) => {
        const written = quoted(text, quote)
        expect(endOfQuoted(written, 0, written.length)).toBe(written.length)
        expect(unquoted(written.slice(1, -1), quote)).toBe(text)
      }),
    )
  })

  it('what was read is written back without a change', () => {
    fc.assert(
      fc.property(texts, quotes, (text, quote) => {
        const raw = quoted(text, quote)
        expect(quoted(unquoted(raw.slice(1, -1), quote), quote)).toBe(raw)
      }),
    )
  })

  it('each character knows its place in the raw text', () => {
    fc.assert(
      fc.property(texts, quotes, (text, quote) => {
        const raw = quoted(text, quote).slice(1, -1)
        const offset = offsetsIn(raw, quote)
        for (let at = 0; at < text.length; at += 1) {
          const code = raw[offset(at)]
          expect(code === text[at] || (code === '\\' && text[at] === quote)).toBe(true)
        }
        expect(offset(text.length)).toBe(raw.length)
      }),
    )
  })

  it('a text without its closing quote has no end', () => {
    expect([endOfQuoted('"abc', 0, 4), endOfQuoted('"abc\\"', 0, 6)]).toEqual([-1, -1])
  })
})
