import { describe, expect, it } from 'vitest'
import { endOfSource, readWindow } from '../../../src/query/monitor/lexer.js'
import { scannerFor } from '../../../src/query/scanner.js'

const windowOf = (text: string) => readWindow(scannerFor(text, false))

describe('windows', () => {
  it.each([
    ['last_5m', 'last', 5, 'm'],
    ['last_730h', 'last', 730, 'h'],
    ['current_1mo', 'current', 1, 'mo'],
    ['next_2w', 'next', 2, 'w'],
    ['1d_ago', 'ago', 1, 'd'],
    ['10s', 'plain', 10, 's'],
  ])('%s', (text, form, amount, unit) => {
    expect(windowOf(text)).toEqual({
      kind: 'window',
      span: { start: 0, end: text.length },
      form,
      amount,
      unit,
    })
  })

  it.each([
    '',
    'last_',
    'last_m',
    'last_5',
    'last_5x',
    'last_5mm',
    'last_5m_ago',
    '5',
    '_ago',
    'last_1234567890m',
  ])('%s is none', text => {
    expect(windowOf(text)).toBeUndefined()
  })
})

it('the name of a source may hold hyphens', () => {
  expect(endOfSource(scannerFor('ci-pipelines("x")', false), 0)).toBe(12)
})
