import { describe, expect, it } from 'vitest'
import {
  applyEdits,
  didYouMean,
  displayWidth,
  isAcceptable,
  nearest,
  positionAt,
  renderFrame,
  visible,
} from '../../src/diagnostic/index.js'

describe('applyEdits', () => {
  it.each([
    ['replaces', 'avg:a{x=1}', [{ span: { start: 7, end: 8 }, text: ':' }], 'avg:a{x:1}'],
    ['inserts', 'avg:a{x:1', [{ span: { start: 9, end: 9 }, text: '}' }], 'avg:a{x:1}'],
    ['removes', 'a,,b', [{ span: { start: 1, end: 2 }, text: '' }], 'a,b'],
    [
      'inserts before what it replaces at the same place',
      'avg:a{*}) by',
      [
        { span: { start: 8, end: 9 }, text: '' },
        { span: { start: 8, end: 8 }, text: ' by {x}' },
        { span: { start: 9, end: 12 }, text: '' },
      ],
      'avg:a{*} by {x}',
    ],
    [
      'takes edits in any order',
      'abc',
      [
        { span: { start: 2, end: 3 }, text: 'C' },
        { span: { start: 0, end: 1 }, text: 'A' },
      ],
      'AbC',
    ],
    [
      'passes over an edit inside another',
      'abc',
      [
        { span: { start: 0, end: 3 }, text: 'x' },
        { span: { start: 1, end: 2 }, text: 'y' },
      ],
      'x',
    ],
  ])('%s', (_, text, edits, expected) => {
    expect(applyEdits(text, edits)).toBe(expected)
  })
})

describe('nearest', () => {
  const names = ['anomalies', 'outliers', 'forecast', 'top', 'abs']
  it.each([
    ['anomoly', undefined],
    ['anomolies', 'anomalies'],
    ['Anomalies', 'anomalies'],
    ['outlires', 'outliers'],
    ['tpo', 'top'],
    ['x', undefined],
    ['', undefined],
    ['completely-different', undefined],
  ])('finds for %j: %j', (written, expected) => {
    expect(nearest(written, names)).toBe(expected)
  })

  it('is a sentence for a hint', () => {
    expect(didYouMean('forcast', names)).toBe('Did you mean `forecast`?')
    expect(didYouMean('zzzzzz', names)).toBeUndefined()
  })
})

describe('positionAt', () => {
  it.each([
    ['abc', 0, { line: 1, column: 1 }],
    ['abc', 3, { line: 1, column: 4 }],
    ['a\nbc', 2, { line: 2, column: 1 }],
    ['a\n\nc', 3, { line: 3, column: 1 }],
  ])('of %j at %d', (text, offset, expected) => {
    expect(positionAt(text, offset)).toEqual(expected)
  })
})

describe('renderFrame', () => {
  it('puts the caret below the piece', () => {
    expect(renderFrame('avg:cpu{env=prod}', { start: 11, end: 12 })).toBe(
      '1 | avg:cpu{env=prod}\n               ^',
    )
  })

  it('shows only the line of the piece, with its number', () => {
    expect(renderFrame('one\ntwo three\nfour', { start: 8, end: 13 })).toBe('2 | two three\n        ^^^^^')
  })

  it('keeps the caret in place below full-width characters', () => {
    expect(renderFrame('環境：prod', { start: 2, end: 3 })).toBe('1 | 環境：prod\n        ^^')
  })

  it('cuts a long line around the piece', () => {
    const frame = renderFrame(`${'a'.repeat(500)}!${'b'.repeat(500)}`, { start: 500, end: 501 })
    const [line, caret] = frame.split('\n')
    expect(line!.length).toBeLessThan(130)
    expect(line![caret!.indexOf('^')]).toBe('!')
  })

  it('marks one place at the very end', () => {
    expect(renderFrame('avg:a{', { start: 6, end: 6 })).toBe('1 | avg:a{\n          ^')
  })

  it('lets no control character through', () => {
    expect(renderFrame('a\u001b[31mb', { start: 0, end: 1 })).not.toContain('\u001b')
  })
})

describe('visible', () => {
  it.each([
    ['a\tb', 'a b'],
    ['a\u0007b', 'a\uFFFDb'],
    ['a\u202Eb', 'a\uFFFDb'],
    ['日本語', '日本語'],
  ])('turns %j into %j', (text, expected) => {
    expect(visible(text)).toBe(expected)
  })
})

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['', 0],
  ])('of %j is %d', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('isAcceptable', () => {
  it('is true unless something is an error', () => {
    const warning = { code: 'a/b', severity: 'warning', message: 'x' } as const
    expect(isAcceptable([warning])).toBe(true)
    expect(isAcceptable([warning, { ...warning, severity: 'error' }])).toBe(false)
  })
})
