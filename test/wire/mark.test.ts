import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject, ResourceKind } from '../../src/model/index.js'
import { type Mark, markText, parseMark, readMark, stripMark, writeMark } from '../../src/wire/index.js'

const kinds: readonly ResourceKind[] = ['monitor', 'slo', 'dashboard']
const name = fc.stringMatching(/^[a-z0-9][a-z0-9_.-]{0,20}$/)
const mark = fc.record({ project: name, key: name })
const payload = fc.record({ tags: fc.array(fc.string()), description: fc.string(), message: fc.string() })

describe('a mark', () => {
  it('reads back as it was written, on every kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), payload, mark, (kind, object, written) => {
        expect(readMark(kind, writeMark(kind, object, written))).toEqual(written)
      }),
    )
  })

  it('replaces the one that was there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), payload, mark, mark, (kind, object, first, second) => {
        const twice = writeMark(kind, writeMark(kind, object, first), second)
        expect(twice).toEqual(writeMark(kind, stripMark(kind, twice), second))
        expect(JSON.stringify(twice).split('dogma:').length - 1).toBe(1)
      }),
    )
  })

  it('never appears in a message', () => {
    const object: JsonObject = { message: 'CPU is high @slack-sre' }
    for (const kind of kinds)
      expect(writeMark(kind, object, { project: 'p', key: 'k' }).message).toBe(object.message)
  })

  it('is a tag of monitors and SLOs, and the last line of a dashboard’s description', () => {
    const own = { project: 'shop', key: 'checkout' }
    expect(writeMark('monitor', { tags: ['team:a'] }, own)).toEqual({
      tags: ['team:a', 'dogma:shop/checkout'],
    })
    expect(writeMark('slo', {}, own)).toEqual({ tags: ['dogma:shop/checkout'] })
    expect(writeMark('dashboard', { description: 'All about it' }, own)).toEqual({
      description: 'All about it\n\ndogma:shop/checkout',
    })
    expect(writeMark('dashboard', { description: null }, own)).toEqual({ description: 'dogma:shop/checkout' })
  })

  const texts: readonly [string, Mark | undefined][] = [
    ['dogma:shop/checkout', { project: 'shop', key: 'checkout' }],
    ['dogma-replaced:shop/checkout', { project: 'shop', key: 'checkout', replaced: true }],
    ['dogma:shop', undefined],
    ['dogma:shop/check/out', undefined],
    ['dogma:Shop/checkout', undefined],
    ['dogmatic:shop/checkout', undefined],
    [' dogma:shop/checkout', undefined],
    ['team:dogma', undefined],
  ]
  it.each(texts)('%s', (text, expected) => {
    expect(parseMark(text)).toEqual(expected)
    if (expected !== undefined) expect(markText(expected)).toBe(text)
  })

  it('that says “replaced” wins over another one on the same object', () => {
    const object = { tags: ['dogma:shop/a', 'dogma-replaced:shop/a'] }
    expect(readMark('monitor', object)?.replaced).toBe(true)
  })

  it('in the middle of a description is ordinary text', () => {
    const object = { description: 'dogma:shop/a\nis how marks look' }
    expect(readMark('dashboard', object)).toBeUndefined()
    expect(stripMark('dashboard', object)).toBe(object)
  })

  it('survives a blank line that somebody added below it', () => {
    const object = { description: 'About\n\ndogma:shop/a\n\n' }
    expect(readMark('dashboard', object)).toEqual({ project: 'shop', key: 'a' })
    expect(stripMark('dashboard', object)).toEqual({ description: 'About' })
  })
})
