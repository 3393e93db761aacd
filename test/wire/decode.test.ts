import { describe, expect, it } from 'vitest'
import type { Json } from '../../src/model/index.js'
import { decode, encode, keyFrom } from '../../src/wire/index.js'

const monitor = { type: 'query alert', query: 'avg(last_5m):avg:x{*} > 1', name: 'Load is high!' }
const slo = { type: 'metric', name: 'API', thresholds: [], query: { numerator: 'a', denominator: 'b' } }
const dashboard = { title: 'k6', layout_type: 'ordered', widgets: [] }

const guesses: readonly (readonly [string, Json, string])[] = [
  ['a monitor', monitor, 'monitor.load-is-high'],
  ['an SLO', slo, 'slo.api'],
  ['an SLO in its envelope', { data: slo, error: null }, 'slo.api'],
  ['an SLO in the envelope of a write', { data: [slo], error: null }, 'slo.api'],
  ['a dashboard', dashboard, 'dashboard.k6'],
  ['a name without a letter', { ...monitor, name: '★' }, 'monitor.monitor'],
  ['a mark', { ...monitor, tags: ['dogma:shop/checkout'] }, 'monitor.checkout'],
]

const refusals: readonly (readonly [string, Json, RegExp])[] = [
  ['a list', [], /not a JSON object/],
  ['null', null, /not a JSON object/],
  ['something else', { foo: 1 }, /neither a monitor/],
  ['a dashboard without widgets', { layout_type: 'ordered', title: 't' }, /no field `widgets`/],
  ['a monitor whose query is no text', { type: 'x', query: {}, thresholds: [] }, /no field `name`/],
]

describe('reading Datadog JSON', () => {
  it.each(guesses)('knows %s by its fields', (_, json, address) => {
    const decoded = decode(json)
    expect(decoded.ok && `${decoded.resource.kind}.${decoded.resource.key}`).toBe(address)
  })

  it.each(refusals)('refuses %s', (_, json, message) => {
    const decoded = decode(json)
    expect(!decoded.ok && decoded.diagnostics[0]?.message).toMatch(message)
  })

  it('names the field that was probably meant', () => {
    const decoded = decode({ querry: 'x', type: 'y' })
    expect(!decoded.ok && decoded.diagnostics[0]?.hint).toContain('Did you mean `query`?')
  })

  it('takes out what the account added, and nothing else', () => {
    const live = {
      ...monitor,
      id: 5,
      created: 'now',
      tags: ['a', 'dogma:shop/k'],
      options: { silenced: {}, new_thing: 1 },
      other: 2,
    }
    const decoded = decode(live)
    expect(decoded.ok && decoded.resource.definition).toEqual({
      ...monitor,
      tags: ['a'],
      options: { new_thing: 1 },
      other: 2,
    })
  })

  it('takes the numbers out of widgets and turns tabs into positions', () => {
    const live = {
      ...dashboard,
      widgets: [{ id: 7, definition: { type: 'note' } }],
      tabs: [{ widget_ids: [7] }],
    }
    const decoded = decode(live)
    expect(decoded.ok && decoded.resource.definition).toEqual({
      ...dashboard,
      widgets: [{ definition: { type: 'note' } }],
      tabs: [{ widget_ids: ['@1'] }],
    })
  })

  it('is the inverse of encoding', () => {
    const decoded = decode(slo)
    if (!decoded.ok) throw new Error('not read')
    const again = decode(encode(decoded.resource, 'shop'))
    expect(again.ok && again.resource).toEqual({ ...decoded.resource, definition: { ...slo, tags: [] } })
  })

  it.each([
    ['Checkout: errors > 5 %', 'checkout-errors-5'],
    ['Übersicht', 'ubersicht'],
    ['監視', undefined],
    ['', undefined],
  ])('makes a key of %j', (name, key) => {
    expect(keyFrom(name)).toBe(key)
  })
})
