import { describe, expect, it } from 'vitest'
import { normalText, rowsByKind, writable } from '../../../src/wire/index.js'

describe('the normal form', () => {
  it('is the same for two reads of an SLO whose tags come in random order', () => {
    const slo = {
      id: 'x',
      name: 'S',
      type: 'metric',
      thresholds: [{ timeframe: '7d', target: 99, target_display: '99.' }],
    }
    const first = normalText('slo', { ...slo, tags: ['a', 'b'], modified_at: 1 })
    expect(normalText('slo', { ...slo, tags: ['b', 'a'], modified_at: 2 })).toBe(first)
  })

  it('is the same for a monitor in a listing and read alone', () => {
    const monitor = { id: 1, type: 'query alert', query: 'q', message: 'm', overall_state: 'OK' }
    const alone = { ...monitor, assets: [], overall_state: 'Alert', restriction_policy: null }
    expect(normalText('monitor', alone)).toBe(normalText('monitor', monitor))
  })

  it('differs after an edit', () => {
    const monitor = { type: 'query alert', query: 'q', message: 'm' }
    expect(normalText('monitor', { ...monitor, message: 'n' })).not.toBe(normalText('monitor', monitor))
  })

  it('keeps everything of a widget', () => {
    const widgets = [{ id: 4, definition: { type: 'note', content: null } }]
    expect(JSON.parse(normalText('dashboard', { id: 'a', title: 't', widgets }))).toEqual({
      title: 't',
      widgets,
    })
  })
})

describe('what may be written', () => {
  it('is the very same object when nothing has to go', () => {
    const monitor = { type: 'query alert', query: 'q', options: { thresholds: { critical: 1 } } }
    expect(writable('monitor', monitor)).toBe(monitor)
  })

  it('holds no field of the account, on any level', () => {
    const monitor = {
      id: 1,
      type: 'composite',
      query: '1',
      options: { silenced: { '*': null }, notify_audit: true },
    }
    expect(writable('monitor', monitor)).toEqual({
      type: 'composite',
      query: '1',
      options: { notify_audit: true },
    })
    const slo = { type: 'metric', thresholds: [{ target: 99, target_display: '99.' }] }
    expect(writable('slo', slo)).toEqual({ type: 'metric', thresholds: [{ target: 99 }] })
  })
})

describe('every row', () => {
  it.each(Object.entries(rowsByKind))('of a %s says where its fact comes from, and once', (_, rows) => {
    expect(rows.filter(({ evidence }) => evidence.length < 10)).toEqual([])
    const names = rows.map(({ path, rule }) => `${path} ${rule}`)
    expect(names).toEqual([...new Set(names)])
    expect(
      rows.filter(({ rule, values }) => (rule === 'absent' || rule === 'same') && values === undefined),
    ).toEqual([])
  })
})
