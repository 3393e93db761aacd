import { describe, expect, it } from 'vitest'
import { glob } from '../../src/lint/glob.js'

describe('glob', () => {
  it.each([
    ['monitors/*.ts', 'monitors/load.ts', true],
    ['monitors/*.ts', 'monitors/team/load.ts', false],
    ['monitors/**', 'monitors/team/load.ts', true],
    ['**/*.ts', 'load.ts', true],
    ['**/*.ts', 'a/b/load.ts', true],
    ['team:*', 'team:sre', true],
    ['lo?d', 'load', true],
    ['lo?d', 'lo/d', false],
    ['a.b', 'axb', false],
    ['a+(b)[c]', 'a+(b)[c]', true],
  ])('%s and %s: %s', (pattern, text, expected) => {
    expect(glob(pattern)(text)).toBe(expected)
  })
})
