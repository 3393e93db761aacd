import { describe, expect, it } from 'vitest'
import { declarationText, readInventory } from '../../src/inventory/index.js'

const entries = (metrics: Parameters<typeof declarationText>[0]['metrics']) =>
  declarationText({ metrics })
    .split('\n')
    .filter(line => line.startsWith('      '))
    .map(line => line.trim())

describe('the declaration', () => {
  it('names each metric once, in order, with what is known about it', () => {
    expect(
      entries([
        { name: 'b', type: 'gauge', unit: 'byte/second', tags: ['host', 'env', 'host'] },
        { name: 'a' },
        { name: 'b', type: 'count', tags: [] },
      ]),
    ).toEqual(["'a': { type: string; tags: string }", "'b': { type: 'count'; tags: never }"])
  })

  it('holds nothing that could be more than a name', () => {
    const text = declarationText({
      metrics: [
        { name: "a' | string; //", type: 'gauge' },
        { name: 'ok', type: "x' }", unit: "'", tags: ["'", 'a`b', '\u2028', 'fine', '${x}'] },
      ],
    })
    expect(text).toContain("'ok': { type: string; tags: 'fine' }")
    expect(text).not.toContain('//, ')
    expect(text.match(/'/g)?.length).toBe(6)
  })
})

describe('reading an inventory', () => {
  it.each([
    [['a'], [{ name: 'a' }]],
    [{ metrics: ['a'] }, [{ name: 'a' }]],
    [
      [{ name: 'a', type: 'count', unit: 'byte', tags: ['env:prod', 'env:dev', 'host'] }],
      [{ name: 'a', type: 'count', unit: 'byte', tags: ['env', 'host'] }],
    ],
  ])('takes %j', (value, metrics) => {
    expect(readInventory(value)).toEqual({ ok: true, inventory: { metrics } })
  })

  it.each([[null], [5], [{}], [[5]], [[{ type: 'gauge' }]]])('refuses %j', value => {
    expect(readInventory(value).ok).toBe(false)
  })
})
