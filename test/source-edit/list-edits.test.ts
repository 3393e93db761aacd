import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits } from '../../src/diagnostic/index.js'
import { editsOf, type ListPlace, type Operation } from '../../src/source-edit/index.js'

/** The places of a list whose items are names, in a text that holds nothing else in brackets. */
function listIn(text: string): ListPlace {
  const [start, end] = [text.indexOf('['), text.lastIndexOf(']') + 1]
  const items = [...text.matchAll(/\b[a-z]\b/g)].map(({ index }) => ({ start: index, end: index + 1 }))
  return { span: { start, end }, items, hasTrailingComma: /,(\s|\/\/.*)*\]/.test(text) }
}

function changed(text: string, remove: readonly number[], insert: readonly string[] = []): string {
  const list = listIn(text)
  const operations: Operation[] = [
    ...remove.map(index => ({ kind: 'remove', list, index }) as const),
    ...insert.map(each => ({ kind: 'insert', list, text: each }) as const),
  ]
  return applyEdits(text, editsOf(text, operations))
}

const cases: readonly [text: string, remove: readonly number[], insert: readonly string[], after: string][] =
  [
    ['[a, b, c]', [0], [], '[b, c]'],
    ['[a,\n  b,\n  c]', [1, 0], [], '[c]'],
    ['[a, b, c]', [1], [], '[a, c]'],
    ['[a, b, c]', [1, 2], [], '[a]'],
    ['[a, b, c]', [0, 1, 2], [], '[]'],
    ['[a, b, c,]', [2], [], '[a, b,]'],
    ['[]', [], ['x'], '[ x ]'],
    ['[a]', [], ['x', 'y'], '[a, x, y]'],
    ['[a, b]', [0], ['x'], '[x, b]'],
    ['[\n  a,\n  b\n]', [1], [], '[\n  a\n]'],
    ['[\n  a,\n  b\n]', [0], [], '[\n  b\n]'],
    ['[\n  a,\n  b,\n]', [1], [], '[\n  a,\n]'],
    ['[\n  a,\n  b\n]', [], ['x'], '[\n  a,\n  b,\n  x\n]'],
    ['[\r\n  a,\r\n]', [], ['x'], '[\r\n  a,\r\n  x,\r\n]'],
    ['[\n  a, // why\n  b, // WHY\n]', [], ['x'], '[\n  a, // why\n  b, // WHY\n  x,\n]'],
    ['[\n  a, // WHY\n  // OF\n  b\n]', [0], [], '[\n  // OF\n  b\n]'],
  ]

describe('a list that is edited', () => {
  it.each(cases)('%j without %j and with %j', (text, remove, insert, after) => {
    expect(changed(text, remove, insert)).toBe(after)
  })

  it('stays a list, whatever is taken away and added', () => {
    const separators = fc.constantFrom(',', ', ', ',\n  ', ' , ', '\n,\n')
    const lists = fc.record({
      size: fc.integer({ min: 0, max: 5 }),
      separator: separators,
      around: fc.constantFrom('', ' ', '\n  ', '\n'),
      removed: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }),
      inserted: fc.uniqueArray(fc.constantFrom('v', 'w', 'x'), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(lists, ({ size, separator, around, removed, inserted }) => {
        const names = ['a', 'b', 'c', 'd', 'e'].slice(0, size)
        const text = `[${around}${names.join(separator)}${around}]`
        const gone = removed.filter(index => index < size)
        const after = changed(text, gone, inserted)
        const rest = after.replace(/^\[|\]$/g, '').trim()
        const left = rest === '' ? [] : rest.split(',').map(each => each.trim())
        const expected = [...names.filter((_, index) => !gone.includes(index)), ...inserted]
        expect([...left].sort(), JSON.stringify({ text, after })).toEqual(expected.sort())
      }),
    )
  })
})
