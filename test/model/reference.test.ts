import { describe, expect, it } from 'vitest'
import {
  type Monitor,
  type Resource,
  referencesIn,
  referencesOf,
  referenceText,
  resolveReferences,
  type Slo,
} from '../../src/model/index.js'

const composite: Monitor = {
  kind: 'monitor',
  key: 'both',
  management: {},
  definition: { type: 'composite', query: '${monitor:a} && !${monitor:b.c}', message: 'see ${monitor:x}' },
}

const uptime: Slo = {
  kind: 'slo',
  key: 'uptime',
  management: {},
  definition: { type: 'monitor', name: 'Uptime', thresholds: [], monitor_ids: [1, '${monitor:a}'] },
}

const board: Resource = {
  kind: 'dashboard',
  key: 'board',
  management: {},
  definition: {
    title: '${monitor:title}',
    layout_type: 'ordered',
    widgets: [
      { definition: { type: 'group', widgets: [{ definition: { type: 'slo', slo_id: '${slo:uptime}' } }] } },
    ],
  },
}

describe('references', () => {
  it('are written and read back', () => {
    expect(referencesIn(`x ${referenceText({ kind: 'slo', key: 'api' })} y`)).toEqual([
      { kind: 'slo', key: 'api' },
    ])
    expect(referencesIn('costs ${5} and $env')).toEqual([])
  })

  it('of a composite are those of its query, never of its message', () => {
    expect(referencesOf(composite)).toEqual([
      { kind: 'monitor', key: 'a' },
      { kind: 'monitor', key: 'b.c' },
    ])
  })

  it('are found in id fields at any depth, and nowhere else', () => {
    expect(referencesOf(uptime)).toEqual([{ kind: 'monitor', key: 'a' }])
    expect(referencesOf(board)).toEqual([{ kind: 'slo', key: 'uptime' }])
  })
})

describe('resolveReferences', () => {
  const ids: Readonly<Record<string, string>> = { a: '11', uptime: 'f00' }
  const lookup = ({ key }: { key: string }) => ids[key]

  it('puts ids into queries and leaves what is not known yet', () => {
    expect(resolveReferences(composite.definition, lookup).query).toBe('11 && !${monitor:b.c}')
  })

  it('gives numbers for monitors of an SLO and text for widgets', () => {
    expect(resolveReferences(uptime.definition, lookup).monitor_ids).toEqual([1, 11])
    expect(JSON.stringify(resolveReferences(board.definition, lookup))).toContain('"slo_id":"f00"')
  })

  it('gives back the same object when there is nothing to resolve', () => {
    expect(resolveReferences(board.definition, () => undefined)).toBe(board.definition)
  })
})
