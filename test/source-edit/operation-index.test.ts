import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListPlace, Operation } from '../../src/source-edit/index.js'
import { operationIndex } from '../../src/source-edit/index.js'
import { conflicts } from '../../src/source-edit/operation.js'

const outer: ListPlace = {
  span: { start: 0, end: 4000 },
  items: [
    { start: 10, end: 2000 },
    { start: 2010, end: 3990 },
  ],
  hasTrailingComma: false,
}
const inner: ListPlace = {
  span: { start: 900, end: 1500 },
  items: [{ start: 901, end: 1400 }],
  hasTrailingComma: false,
}

const replace = (start: number, end: number, text = 'x'): Operation => ({
  kind: 'replace',
  span: { start, end },
  text,
})
const remove = (list: ListPlace, index: number): Operation => ({ kind: 'remove', list, index })
const insert = (list: ListPlace, text: string): Operation => ({ kind: 'insert', list, text })

const cases: readonly [title: string, one: Operation, other: Operation, isConflict: boolean][] = [
  ['replacements side by side', replace(0, 5), replace(5, 9), false],
  ['replacements of the same words by others', replace(0, 5, 'a'), replace(0, 5, 'b'), true],
  ['the same replacement twice', replace(0, 5), replace(0, 5), false],
  ['a replacement in what is removed', replace(1200, 1205), remove(outer, 0), true],
  ['a replacement beside what is removed', replace(2500, 2505), remove(outer, 0), false],
  ['two removals from one list', remove(outer, 0), remove(outer, 1), false],
  ['an addition to a list that is removed', insert(inner, 'a: 1'), remove(outer, 0), true],
  ['an addition to a list from which something is removed', insert(outer, 'a: 1'), remove(outer, 0), false],
  ['two values for one name', insert(outer, 'a: 1'), insert(outer, 'a: 2'), true],
  ['two names', insert(outer, 'a: 1'), insert(outer, 'b: 2'), false],
]

describe('two operations on a file', () => {
  it.each(cases)('%s', (_, one, other, isConflict) => {
    expect([conflicts(one, other), conflicts(other, one)]).toEqual([isConflict, isConflict])
  })

  it('are compared wherever they lie', () => {
    const offset = fc.integer({ min: 0, max: 4000 })
    const span = fc.tuple(offset, offset).map(([a, b]) => replace(Math.min(a, b), Math.max(a, b)))
    const others = fc.constantFrom(...cases.flatMap(([, one, other]) => [one, other]))
    fc.assert(
      fc.property(
        fc.array(fc.oneof(span, others), { maxLength: 8 }),
        fc.oneof(span, others),
        (added, next) => {
          const index = operationIndex()
          for (const each of added) index.add(each)
          expect(index.excludes(next)).toBe(added.some(each => conflicts(next, each)))
        },
      ),
    )
  })
})
