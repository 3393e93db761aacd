import { describe, expect, it } from 'vitest'
import type { JsonObject, Resource } from '../../src/model/index.js'
import { encode, encodeMarked, encodeUpdate } from '../../src/wire/index.js'

const monitor = (definition: JsonObject): Resource => ({
  kind: 'monitor',
  key: 'k',
  management: {},
  definition: { type: 'composite', query: '1', ...definition },
})

describe('a new object', () => {
  it('carries the mark of its project', () => {
    expect(encode(monitor({ tags: ['team:a'] }), 'shop').tags).toEqual(['team:a', 'dogma:shop/k'])
  })

  it('brings its options as a whole, also when there are none', () => {
    expect(encode(monitor({}), 'shop').options).toEqual({})
  })

  it('leaves out what only the account sets', () => {
    const body = encode(
      monitor({ id: 5, overall_state: 'OK', options: { silenced: {}, notify_audit: true } }),
      'shop',
    )
    expect(body).toEqual({
      type: 'composite',
      query: '1',
      options: { notify_audit: true },
      tags: ['dogma:shop/k'],
    })
  })

  it('has SLO tags in lower case, as the account keeps them', () => {
    const definition = { type: 'metric', name: 'S', thresholds: [], tags: ['Team:A'] }
    expect(encode({ kind: 'slo', key: 'k', management: {}, definition }, 'shop').tags).toEqual([
      'team:a',
      'dogma:shop/k',
    ])
  })

  it('loses a mark that came with copied JSON', () => {
    expect(encode(monitor({ tags: ['dogma:other/x'] }), 'shop').tags).toEqual(['dogma:shop/k'])
  })
})

describe('an update', () => {
  it('empties the fields of a monitor that are no longer written', () => {
    const body = encodeUpdate(
      'monitor',
      { type: 'composite', query: '1' },
      { message: 'old', priority: 2, name: 'n', assets: [] },
    )
    expect(body).toEqual({ type: 'composite', query: '1', message: '', priority: null })
  })

  it('sends an SLO as it is', () => {
    const desired = { type: 'metric', name: 'S' }
    expect(encodeUpdate('slo', desired, { description: 'old' })).toBe(desired)
  })

  it('can give an object another mark and nothing else', () => {
    const live = {
      id: 'x',
      title: 'T',
      description: 'About\n\ndogma:shop/k',
      widgets: [],
      layout_type: 'free',
    }
    expect(encodeMarked('dashboard', live, { project: 'shop', key: 'k', replaced: true })).toEqual({
      title: 'T',
      description: 'About\n\ndogma-replaced:shop/k',
      widgets: [],
      layout_type: 'free',
    })
  })
})
