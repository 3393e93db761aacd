import { describe, expect, it } from 'vitest'
import { bracketed } from '../../../src/sandbox/slo/formula.js'

describe('bracketed', () => {
  it.each([
    ['a', 'a'],
    ['(a)', 'a'],
    ['a + b', '(a + b)'],
    ['(a) + (b)', '(a + b)'],
    ['((a + b))', '(a + b)'],
    ['a + b - c', '((a + b) - c)'],
    ['a - b * 2', '(a - (b * 2))'],
    ['(a - b) * 1.5', '((a - b) * 1.5)'],
    ['default_zero( a + b )', 'default_zero((a + b))'],
    ['clamp_min(a, 0) / -b', '(clamp_min(a, 0) / -b)'],
  ])('writes %s as %s', (formula, expected) => {
    expect(bracketed(formula)).toBe(expected)
  })

  it.each(['a +', 'a b', '(a', 'f(', 'a ? b', '', `${'('.repeat(2000)}a`])('leaves %s as it is', formula => {
    expect(bracketed(formula)).toBe(formula)
  })
})
