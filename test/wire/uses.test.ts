import { describe, expect, it } from 'vitest'
import type { JsonObject, ResourceKind } from '../../src/model/index.js'
import { usesOf, withReferences } from '../../src/wire/index.js'

const cases: readonly (readonly [string, ResourceKind, JsonObject, readonly string[]])[] = [
  ['a composite', 'monitor', { type: 'composite', query: '12 && (!34 || 12)' }, ['monitor:12', 'monitor:34']],
  [
    'a composite of references',
    'monitor',
    { type: 'composite', query: '${monitor:a-1} && 34' },
    ['monitor:34'],
  ],
  [
    'an SLO alert',
    'monitor',
    { type: 'slo alert', query: 'burn_rate("ab12").over("30d").long_window("1h") > 14' },
    ['slo:ab12'],
  ],
  [
    'an SLO alert of a reference',
    'monitor',
    { type: 'slo alert', query: 'error_budget("${slo:a}").over("7d") > 10' },
    [],
  ],
  [
    'a metric monitor with numbers',
    'monitor',
    { type: 'query alert', query: 'avg(last_5m):avg:x{*} > 123' },
    [],
  ],
  ['an SLO of monitors', 'slo', { monitor_ids: [1, '2', '${monitor:c}'] }, ['monitor:1', 'monitor:2']],
  [
    'widgets, also in groups',
    'dashboard',
    {
      widgets: [
        { definition: { alert_id: '7' } },
        { definition: { widgets: [{ definition: { slo_id: 'ab' } }] } },
      ],
    },
    ['monitor:7', 'slo:ab'],
  ],
  ['nothing', 'dashboard', { widgets: [{ definition: { type: 'note', content: 'slo_id: 5' } }] }, []],
]

describe('the objects named by', () => {
  it.each(cases)('%s', (_, kind, payload, expected) => {
    expect(usesOf(kind, payload).map(use => `${use.kind}:${use.id}`)).toEqual(expected)
  })
})

describe('ids turned back into references', () => {
  const textFor = ({ kind, id }: { readonly kind: string; readonly id: string }) =>
    ['monitor:12', 'slo:ab12'].includes(`${kind}:${id}`) ? `\${${kind}:gone}` : undefined

  it.each<readonly [string, ResourceKind, JsonObject, JsonObject]>([
    [
      'in a composite',
      'monitor',
      { type: 'composite', query: '12 && !(34 || 12)' },
      { type: 'composite', query: '${monitor:gone} && !(34 || ${monitor:gone})' },
    ],
    [
      'in an SLO alert',
      'monitor',
      { type: 'slo alert', query: 'burn_rate("ab12").over("30d") > 12' },
      { type: 'slo alert', query: 'burn_rate("${slo:gone}").over("30d") > 12' },
    ],
    [
      'not in other queries',
      'monitor',
      { type: 'query alert', query: 'a > 12' },
      { type: 'query alert', query: 'a > 12' },
    ],
    [
      'in an SLO',
      'slo',
      { monitor_ids: [12, 34], name: '12' },
      { monitor_ids: ['${monitor:gone}', 34], name: '12' },
    ],
    [
      'in widgets',
      'dashboard',
      { widgets: [{ definition: { alert_id: '12', slo_id: 'ab12', title: 'ab12' } }] },
      { widgets: [{ definition: { alert_id: '${monitor:gone}', slo_id: '${slo:gone}', title: 'ab12' } }] },
    ],
  ])('%s', (_, kind, payload, expected) => {
    expect(withReferences(kind, payload, textFor)).toEqual(expected)
  })
})
