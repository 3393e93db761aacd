import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../src/model/index.js'
import { encodeUpdate } from '../../src/wire/index.js'

const note = (content: string, title?: string): JsonObject => ({
  definition: { type: 'note', content, ...(title !== undefined && { title }) },
})
const group = (title: string, widgets: readonly JsonObject[]): JsonObject => ({
  definition: { type: 'group', title, widgets },
})
const numbered = (id: number, widget: JsonObject): JsonObject => ({ id, ...widget })

/** The numbers that an update sends, groups as `[group, [inside]]`. */
function idsAfter(desired: readonly JsonObject[], live: readonly JsonObject[]): unknown {
  const sent = JSON.parse(
    JSON.stringify(encodeUpdate('dashboard', { widgets: desired }, { widgets: live })),
  ) as { widgets: Sent[] }
  return sent.widgets.map(idsOf)
}

interface Sent {
  readonly id?: number
  readonly definition: { readonly widgets?: readonly Sent[] }
}

function idsOf({ id, definition }: Sent): unknown {
  return definition.widgets === undefined ? id : [id, definition.widgets.map(idsOf)]
}

describe('an update of a dashboard', () => {
  it('keeps the number of a widget that did not change, wherever it moved', () => {
    expect(idsAfter([note('b'), note('a')], [numbered(1, note('a')), numbered(2, note('b'))])).toEqual([2, 1])
  })

  it('keeps the number of a changed widget with the same type and title', () => {
    expect(
      idsAfter([note('new', 'T')], [numbered(1, note('x', 'U')), numbered(2, note('old', 'T'))]),
    ).toEqual([2])
  })

  it('gives a new widget no number', () => {
    expect(idsAfter([note('a'), note('new', 'N')], [numbered(1, note('a'))])).toEqual([1, undefined])
  })

  it('gives a number once, also to equal widgets', () => {
    expect(
      idsAfter([note('a'), note('a'), note('a')], [numbered(1, note('a')), numbered(2, note('a'))]),
    ).toEqual([1, 2, undefined])
  })

  it('keeps numbers in groups', () => {
    const live = [numbered(1, group('G', [numbered(2, note('a')), numbered(3, note('b', 'B'))]))]
    expect(idsAfter([group('G', [note('new', 'B'), note('a')])], live)).toEqual([[1, [3, 2]]])
  })

  it('keeps numbers that the author wrote', () => {
    expect(idsAfter([numbered(9, note('a'))], [numbered(1, note('a'))])).toEqual([9])
  })
})
