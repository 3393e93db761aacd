import { describe, expect, it } from 'vitest'
import type { JsonObject, ResourceKind } from '../../../src/model/index.js'
import { differences } from '../../../src/wire/index.js'

const query = 'avg(last_5m):avg:system.load.1{*} by {host} > 4'
const monitor = {
  type: 'query alert',
  name: 'Load',
  query,
  message: 'm',
  options: { thresholds: { critical: 4 } },
}
const slo = {
  type: 'metric',
  name: 'S',
  thresholds: [{ timeframe: '30d', target: 99 }],
  query: { numerator: 'sum:a{*}', denominator: 'sum:b{*}' },
}
const note = { definition: { type: 'note', content: 'Hello' } }
const dashboard = { title: 'D', layout_type: 'ordered', widgets: [note] }

type Case = readonly [what: string, kind: ResourceKind, desired: JsonObject, live: JsonObject]

const equal: readonly Case[] = [
  [
    'fields that only the account sets',
    'monitor',
    monitor,
    { ...monitor, id: 1, overall_state: 'OK', creator: { name: 'x' }, multi: true },
  ],
  [
    'defaults that the account fills in',
    'monitor',
    monitor,
    {
      ...monitor,
      tags: [],
      priority: null,
      restricted_roles: null,
      draft_status: 'published',
      options: {
        ...monitor.options,
        notify_audit: false,
        notify_no_data: false,
        include_tags: true,
        new_host_delay: 300,
        silenced: {},
        groupby_simple_monitor: false,
      },
    },
  ],
  [
    'a name that the account made of the query',
    'monitor',
    { type: monitor.type, query, message: 'm', options: monitor.options },
    { ...monitor, name: 'system.load.1 over * is > 4' },
  ],
  ['the other name of a metric monitor', 'monitor', monitor, { ...monitor, type: 'metric alert' }],
  ['blanks at both ends of texts', 'monitor', { ...monitor, query: `${query}\n`, message: ' m\n' }, monitor],
  [
    'blanks inside a query',
    'monitor',
    { ...monitor, query: 'avg(last_5m):avg:system.load.1{*} by {host}>4' },
    monitor,
  ],
  ['the order of tags', 'monitor', { ...monitor, tags: ['b', 'a'] }, { ...monitor, tags: ['a', 'b'] }],
  ['a tag that is written twice', 'monitor', { ...monitor, tags: ['a', 'a'] }, { ...monitor, tags: ['a'] }],
  ['priority 0, which means none', 'monitor', { ...monitor, priority: 0 }, { ...monitor, priority: null }],
  [
    'null options',
    'monitor',
    { ...monitor, options: { ...monitor.options, renotify_interval: null, timeout_h: null } },
    monitor,
  ],
  [
    'a threshold that is null',
    'monitor',
    { ...monitor, options: { thresholds: { critical: 4, warning: null } } },
    monitor,
  ],
  [
    'empty thresholds',
    'monitor',
    { type: 'composite', query: '1 && 2', options: { thresholds: {} } },
    { type: 'composite', query: '1 && 2', options: {} },
  ],
  [
    'the null threshold of a composite',
    'monitor',
    { type: 'composite', query: '1 && 2' },
    { type: 'composite', query: '1 && 2', options: { thresholds: { critical: null } } },
  ],
  [
    'a threshold that is spelled as text',
    'monitor',
    { ...monitor, options: { thresholds: { critical: '4' } } },
    monitor,
  ],
  [
    'an option that nobody knows',
    'monitor',
    monitor,
    { ...monitor, options: { ...monitor.options, brand_new: 7 }, brand_new: true },
  ],
  [
    'a monitor that is muted',
    'monitor',
    monitor,
    { ...monitor, options: { ...monitor.options, silenced: { '*': 1700000000 } } },
  ],
  [
    'on_missing_data that says default',
    'monitor',
    { ...monitor, options: { ...monitor.options, on_missing_data: 'default' } },
    monitor,
  ],
  [
    'assets that a listing does not show',
    'monitor',
    { ...monitor, assets: [{ name: 'n', url: 'u', category: 'runbook' }] },
    monitor,
  ],
  [
    'assets with the account’s own fields',
    'monitor',
    { ...monitor, assets: [{ name: 'n', url: 'u', category: 'runbook' }] },
    {
      ...monitor,
      assets: [
        { name: 'n', url: 'u', category: 'runbook', monitor_id: 1, template_variables: {}, options: {} },
      ],
    },
  ],
  [
    'the random order of SLO tags, and their case',
    'slo',
    { ...slo, tags: ['Team:A', 'b'] },
    { ...slo, tags: ['b', 'team:a'] },
  ],
  [
    'display texts of thresholds',
    'slo',
    slo,
    { ...slo, thresholds: [{ timeframe: '30d', target: 99.0, target_display: '99.' }] },
  ],
  [
    'what is copied from the first threshold',
    'slo',
    slo,
    { ...slo, timeframe: '30d', target_threshold: 99, warning_threshold: 99.5 },
  ],
  [
    'the specification worked out from the query',
    'slo',
    slo,
    { ...slo, sli_specification: { count: { queries: [] } } },
  ],
  [
    'the query worked out from the specification',
    'slo',
    { type: 'metric', name: 'S', thresholds: slo.thresholds, sli_specification: { count: { x: 1 } } },
    { ...slo, sli_specification: { count: { x: 1 } } },
  ],
  [
    'a query interval of 300 s',
    'slo',
    { type: 'time_slice', name: 'T', thresholds: [], sli_specification: { time_slice: { threshold: 5 } } },
    {
      type: 'time_slice',
      name: 'T',
      thresholds: [],
      sli_specification: { time_slice: { threshold: 5, query_interval_seconds: 300 } },
    },
  ],
  [
    'an empty description',
    'slo',
    slo,
    { ...slo, description: '', tags: [], monitor_tags: ['x'], monitor_ids: [] },
  ],
  ['the numbers of widgets', 'dashboard', dashboard, { ...dashboard, widgets: [{ ...note, id: 123 }] }],
  [
    'the numbers of widgets in a group',
    'dashboard',
    { ...dashboard, widgets: [{ definition: { type: 'group', widgets: [note] } }] },
    { ...dashboard, widgets: [{ id: 1, definition: { type: 'group', widgets: [{ ...note, id: 2 }] } }] },
  ],
  [
    'nulls for fields that were left out',
    'dashboard',
    dashboard,
    {
      ...dashboard,
      description: null,
      notify_list: null,
      template_variables: null,
      restricted_roles: [],
      url: '/x',
    },
  ],
  [
    'the sorted notify list',
    'dashboard',
    { ...dashboard, notify_list: ['b', 'a'] },
    { ...dashboard, notify_list: ['a', 'b'] },
  ],
  [
    'positions in tabs',
    'dashboard',
    { ...dashboard, tabs: [{ name: 't', widget_ids: ['@1'] }] },
    { ...dashboard, widgets: [{ ...note, id: 77 }], tabs: [{ id: 'x', name: 't', widget_ids: [77] }] },
  ],
  ['a new top-level field', 'dashboard', dashboard, { ...dashboard, brand_new: true }],
]

describe('no difference comes from', () => {
  it.each(equal)('%s', (_, kind, desired, live) => {
    expect(differences(kind, desired, live)).toEqual([])
  })
})

type Changed = readonly [
  what: string,
  kind: ResourceKind,
  desired: JsonObject,
  live: JsonObject,
  changes: readonly object[],
]

const changed: readonly Changed[] = [
  [
    'another threshold',
    'monitor',
    { ...monitor, options: { thresholds: { critical: 5 } } },
    monitor,
    [{ path: 'options.thresholds.critical', kind: 'change', before: 4, after: 5 }],
  ],
  [
    'another meaning of the query',
    'monitor',
    { ...monitor, query: query.replace('4', '5') },
    monitor,
    [{ path: 'query', kind: 'change', before: query, after: query.replace('4', '5') }],
  ],
  [
    'a query that cannot be read',
    'monitor',
    { ...monitor, query: 'avg(last_5m' },
    { ...monitor, query: 'avg( last_5m' },
    [{ path: 'query', kind: 'change', before: 'avg( last_5m', after: 'avg(last_5m' }],
  ],
  [
    'blanks inside a message',
    'monitor',
    { ...monitor, message: 'a  b' },
    { ...monitor, message: 'a b' },
    [{ path: 'message', kind: 'change', before: 'a b', after: 'a  b' }],
  ],
  [
    'an option that somebody set by hand',
    'monitor',
    monitor,
    { ...monitor, options: { ...monitor.options, renotify_interval: 10 } },
    [{ path: 'options.renotify_interval', kind: 'change', before: 10, after: 0 }],
  ],
  [
    'an option without a default',
    'monitor',
    monitor,
    { ...monitor, options: { ...monitor.options, no_data_timeframe: 20 } },
    [{ path: 'options.no_data_timeframe', kind: 'remove', before: 20 }],
  ],
  [
    'a default that somebody changed',
    'monitor',
    monitor,
    { ...monitor, options: { ...monitor.options, include_tags: false } },
    [{ path: 'options.include_tags', kind: 'change', before: false, after: true }],
  ],
  [
    'an unknown option that the author wrote',
    'monitor',
    { ...monitor, options: { ...monitor.options, brand_new: 1 } },
    monitor,
    [{ path: 'options.brand_new', kind: 'add', after: 1 }],
  ],
  [
    'a tag',
    'monitor',
    { ...monitor, tags: ['a', 'b'] },
    { ...monitor, tags: ['a'] },
    [{ path: 'tags', kind: 'change', before: ['a'], after: ['a', 'b'] }],
  ],
  [
    'the case of a monitor’s tag',
    'monitor',
    { ...monitor, tags: ['A'] },
    { ...monitor, tags: ['a'] },
    [{ path: 'tags', kind: 'change', before: ['a'], after: ['A'] }],
  ],
  [
    'the first tag',
    'monitor',
    { ...monitor, tags: ['a'] },
    { ...monitor, tags: [] },
    [{ path: 'tags', kind: 'change', before: [], after: ['a'] }],
  ],
  [
    'a target',
    'slo',
    { ...slo, thresholds: [{ timeframe: '30d', target: 99.5 }] },
    slo,
    [{ path: 'thresholds[0].target', kind: 'change', before: 99, after: 99.5 }],
  ],
  [
    'a warning that was taken out',
    'slo',
    slo,
    { ...slo, thresholds: [{ timeframe: '30d', target: 99, warning: 99.5 }] },
    [{ path: 'thresholds[0].warning', kind: 'remove', before: 99.5 }],
  ],
  [
    'an SLO query',
    'slo',
    { ...slo, query: { ...slo.query, numerator: 'sum:c{*}' } },
    slo,
    [{ path: 'query.numerator', kind: 'change', before: 'sum:a{*}', after: 'sum:c{*}' }],
  ],
  [
    'a text in a widget',
    'dashboard',
    { ...dashboard, widgets: [{ definition: { type: 'note', content: 'Bye' } }] },
    { ...dashboard, widgets: [{ ...note, id: 1 }] },
    [{ path: 'widgets[0].definition.content', kind: 'change', before: 'Hello', after: 'Bye' }],
  ],
  [
    'a field that somebody added to a widget',
    'dashboard',
    dashboard,
    { ...dashboard, widgets: [{ definition: { ...note.definition, font_size: '14' } }] },
    [{ path: 'widgets[0].definition.font_size', kind: 'remove', before: '14' }],
  ],
  [
    'one widget more in front',
    'dashboard',
    { ...dashboard, widgets: [{ definition: { type: 'note', content: 'New' } }, note] },
    dashboard,
    [{ path: 'widgets[0]', kind: 'add', after: { definition: { type: 'note', content: 'New' } } }],
  ],
  [
    'one widget less at the end',
    'dashboard',
    dashboard,
    { ...dashboard, widgets: [note, { definition: { type: 'note', content: 'Old' } }] },
    [{ path: 'widgets[1]', kind: 'remove', before: { definition: { type: 'note', content: 'Old' } } }],
  ],
  [
    'roles that somebody set',
    'dashboard',
    dashboard,
    { ...dashboard, restricted_roles: ['r'] },
    [{ path: 'restricted_roles', kind: 'change', before: ['r'], after: [] }],
  ],
  [
    'a number that the author gave a widget',
    'dashboard',
    { ...dashboard, widgets: [{ ...note, id: 5 }] },
    { ...dashboard, widgets: [{ ...note, id: 6 }] },
    [{ path: 'widgets[0].id', kind: 'change', before: 6, after: 5 }],
  ],
  [
    'a key with a dot in it',
    'dashboard',
    { ...dashboard, widgets: [{ definition: { 'a.b': 1 } }] },
    { ...dashboard, widgets: [{ definition: { 'a.b': 2 } }] },
    [{ path: 'widgets[0].definition["a.b"]', kind: 'change', before: 2, after: 1 }],
  ],
]

describe('a difference is', () => {
  it.each(changed)('%s', (_, kind, desired, live, changes) => {
    expect(differences(kind, desired, live)).toEqual(changes)
  })
})
