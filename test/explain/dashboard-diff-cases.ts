import type { DiffCode } from '../../src/explain/index.js'
import type { JsonObject } from '../../src/model/index.js'
import type { DiffCase } from './diff-cases.js'

type Said = readonly [DiffCode, string]

function boards(name: string, before: JsonObject, after: JsonObject, ...said: readonly Said[]): DiffCase {
  const board = { title: 'Shop', layout_type: 'ordered', widgets: [] }
  return {
    name,
    before: { ...board, ...before },
    after: { ...board, ...after },
    says: said.map(([, text]) => text),
    codes: said.map(([code]) => code),
  }
}

const widgets = (...definitions: readonly JsonObject[]) => ({
  widgets: definitions.map((definition, index) => ({ id: index + 1, definition })),
})

/** One widget before and after. */
function one(name: string, before: JsonObject, after: JsonObject, ...said: readonly Said[]): DiffCase {
  return boards(name, widgets(before), widgets(after), ...said)
}

const plot = (...requests: readonly JsonObject[]) => ({ type: 'timeseries', title: 'Orders', requests })
const metric = (formulas: readonly JsonObject[]) => ({
  queries: [
    { name: 'a', data_source: 'metrics', query: 'sum:a.b{*}' },
    { name: 'b', data_source: 'metrics', query: 'sum:c.d{*}' },
  ],
  formulas,
})
const logs = (query: JsonObject) => ({
  ...plot({
    queries: [{ name: 'a', data_source: 'logs', search: { query: 'status:error' }, ...query }],
    formulas: [{ formula: 'a' }],
  }),
})
const facet = (name: string, limit: number) => ({ facet: name, limit })
const coloured = (...formats: readonly JsonObject[]) => ({
  type: 'query_value',
  title: 'Errors',
  requests: [{ ...metric([{ formula: 'a', conditional_formats: formats }]), response_format: 'scalar' }],
})
const red = { comparator: '>', value: 5, palette: 'white_on_red' }
const note = { type: 'note', content: 'Owners' }
const group = (title: string, ...definitions: readonly JsonObject[]) => ({
  type: 'group',
  layout_type: 'ordered',
  title,
  ...widgets(...definitions),
})
const withTabs = (...tabs: readonly JsonObject[]) => ({ ...widgets(note, plot({ q: 'avg:a.b{*}' })), tabs })
const link = { label: 'Runbook', link: 'https://a.b/c' }

/** What stands in a dashboard beside the queries of its widgets, and searches, which are no metric queries. */
export const dashboardDiffCases: readonly DiffCase[] = [
  one(
    'the search of a log stream',
    { type: 'log_stream', title: 'Logs', query: 'service:web -status:info' },
    { type: 'log_stream', title: 'Logs', query: 'service:api -status:info' },
    ['diff/filter-changed', 'Filter `service:api` instead of `service:web`.'],
  ),
  one(
    'the monitors of a summary',
    { type: 'manage_status', query: 'team:a', summary_type: 'groups' },
    { type: 'manage_status', query: 'team:b', summary_type: 'monitors' },
    ['diff/filter-changed', 'Filter `team:b` instead of `team:a`.'],
    ['diff/look', 'Summary of: `monitors` instead of `groups`.'],
  ),
  one(
    'the search of a list',
    { type: 'list_stream', requests: [{ query: { data_source: 'logs_stream', query_string: 'a:b' } }] },
    {
      type: 'list_stream',
      requests: [
        { columns: [{ field: 'host' }], query: { data_source: 'logs_stream', query_string: 'a:c' } },
      ],
    },
    ['diff/filter-changed', 'Filter `a:c` instead of `a:b`.'],
    ['diff/members', 'Columns: `host` added.'],
  ),
  one(
    'what events are counted by',
    logs({ compute: { aggregation: 'count' }, group_by: [facet('service', 10)], indexes: ['*'] }),
    logs({
      compute: { aggregation: 'cardinality', metric: '@usr.id' },
      group_by: [facet('service', 20)],
      indexes: ['main'],
    }),
    [
      'diff/measured',
      'Measures the number of different values of `@usr.id` instead of the number of matches.',
    ],
    ['diff/look', 'Shown at most: 20 instead of 10.'],
    ['diff/look', 'Indexes: `main` instead of `*`.'],
  ),
  one(
    'the facet of events',
    logs({ group_by: [facet('service', 10)] }),
    logs({ group_by: [facet('host', 10)] }),
    ['diff/groups', 'Now one line per `host` instead of per `service`.'],
  ),
  one(
    'a request that gives way to another',
    plot({ q: 'avg:a.b{*}' }, { q: 'avg:c.d{*}' }, { q: 'avg:e.f{*}' }),
    plot({ q: 'avg:c.d{*}' }, { q: 'avg:e.f{*}' }, { q: 'avg:g.h{*}' }),
    ['diff/request-added', 'Now also shows the average of `g.h` over all sources.'],
    ['diff/request-removed', 'No longer shows the average of `a.b` over all sources.'],
  ),
  one(
    'a formula more',
    plot(metric([{ formula: 'a' }])),
    plot(metric([{ formula: 'a * 2' }, { formula: 'b', alias: 'more' }])),
    ['diff/request-added', 'Now also shows “more” = the sum of `c.d` over all sources.'],
    ['diff/expression', 'Computes `a * 2` instead of `a`.'],
  ),
  one(
    'a query that cannot be read any more',
    plot({ q: 'avg:a.b{env:prod}' }),
    plot({ q: 'max:a.b{env:prod' }),
    ['diff/broken', 'The text after the change has an error; it is compared as far as it could be read.'],
    ['diff/space', 'Combines the sources by `max` instead of `avg`.'],
  ),
  one(
    'the custom links of a widget',
    { ...note, custom_links: [link, { override_label: 'logs', is_hidden: true }] },
    {
      ...note,
      custom_links: [
        { ...link, link: 'https://a.b/d' },
        { label: 'Wiki', link: 'https://e.f' },
      ],
    },
    ['diff/link', 'Custom link “Runbook” leads to `https://a.b/d` instead of `https://a.b/c`.'],
    ['diff/link', 'Custom link “logs” removed.'],
    ['diff/link', 'Custom link “Wiki” added: `https://e.f`.'],
  ),
  one(
    'a custom link that is hidden',
    { ...note, custom_links: [{ override_label: 'logs', is_hidden: false }] },
    {
      ...note,
      custom_links: [
        { override_label: 'logs', is_hidden: true },
        { override_label: 'hosts', is_hidden: true },
      ],
    },
    ['diff/link', 'Custom link “logs” is hidden now.'],
    ['diff/link', 'Custom link “hosts” hidden.'],
  ),
  one(
    'the events over a graph',
    { ...plot({ q: 'avg:a.b{*}' }), events: [{ q: 'source:deploy' }] },
    { ...plot({ q: 'avg:a.b{*}' }), events: [{ q: 'source:release' }] },
    ['diff/events', 'The events found by `source:release` are now drawn over it.'],
    ['diff/events', 'The events found by `source:deploy` are no longer drawn over it.'],
  ),
  one(
    'colours without a limit',
    coloured(red),
    coloured(
      { ...red, hide_value: true, timeframe: '1h' },
      { type: 'range', palette: 'transparent_to_green' },
    ),
    [
      'diff/colours',
      'Colours: red background where above 5 (compared over `1h`, number hidden), else the colours `transparent_to_green` by the value. Before: red background where above 5.',
    ],
  ),
  one(
    'ids are no numbers',
    { type: 'alert_graph', alert_id: '123456', viz_type: 'timeseries' },
    { type: 'alert_graph', alert_id: '654321', viz_type: 'timeseries' },
    ['diff/look', 'Monitor: `654321` instead of `123456`.'],
  ),
  boards(
    'a widget that leaves its group',
    widgets(group('Inside', { ...note, content: 'a' }), group('Other', plot({ q: 'avg:a.b{*}' }))),
    widgets(group('Inside', { ...note, content: 'a' }, plot({ q: 'avg:a.b{*}' })), group('Other')),
    ['diff/widget-regrouped', 'Widget “Orders” moved out of group “Other” into group “Inside”.'],
  ),
  boards(
    'a group that is dissolved',
    { widgets: [{ definition: group('Inside', note, plot({ q: 'avg:a.b{*}' })) }] },
    { widgets: [{ definition: plot({ q: 'avg:a.b{*}' }) }] },
    ['diff/widget-removed', 'Widget “Inside” removed.'],
    ['diff/widget-regrouped', 'Widget “Orders” moved out of group “Inside”.'],
  ),
  boards(
    'a group with another name and fewer widgets',
    { widgets: [{ definition: group('Inside', plot({ q: 'avg:a.b{*}' }), note) }] },
    { widgets: [{ definition: group('Within', plot({ q: 'avg:a.b{*}' })) }] },
    ['diff/widget-removed', 'Widget 2 (Note) removed.'],
    ['diff/name', 'Renamed from “Inside” to “Within”.'],
  ),
  boards(
    'how widgets are arranged',
    { reflow_type: 'fixed', widgets: [{ definition: note, layout: { x: 0, y: 0, width: 2, height: 2 } }] },
    { reflow_type: 'auto', widgets: [{ definition: note }] },
    ['diff/look', 'Arrangement of the widgets: automatic instead of fixed.'],
  ),
  one(
    'a query of metrics instead of logs',
    logs({ compute: { aggregation: 'count' } }),
    plot({
      queries: [{ name: 'a', data_source: 'metrics', query: 'sum:a.b{*}' }],
      formulas: [{ formula: 'a' }],
    }),
    ['diff/request-added', 'Now also shows the sum of `a.b` over all sources.'],
    ['diff/request-removed', 'No longer shows the number of logs where `status` is `error`.'],
  ),
  boards(
    'a new group',
    { widgets: [{ definition: plot({ q: 'avg:a.b{*}' }) }] },
    { widgets: [{ definition: group('Inside', note, plot({ q: 'avg:a.b{*}' })) }] },
    ['diff/widget-added', 'New widget. Group “Inside” with 2 widgets.'],
    ['diff/widget-added', 'New widget. Note: “Owners”.'],
    ['diff/widget-regrouped', 'Widget “Orders” moved into group “Inside”.'],
  ),
  boards(
    'a widget with a place of its own',
    {
      widgets: [
        { id: 1, definition: note },
        { id: 2, definition: note, layout: { x: 0, y: 1, width: 2, height: 3 } },
      ],
    },
    {
      widgets: [
        { id: 1, definition: note, layout: { x: 0, y: 1, width: 2, height: 3 } },
        { id: 2, definition: note },
      ],
    },
    ['diff/widget-placed', 'Now stands at x 0, y 1, 2 wide and 3 high; it had no place of its own.'],
    ['diff/widget-placed', 'Has no place of its own any more (it was at x 0, y 1, 2 wide and 3 high).'],
  ),
  boards(
    'the tabs of a dashboard',
    withTabs({ id: 'x', name: 'A', widget_ids: [1, 2] }, { id: 'y', name: 'B', widget_ids: [] }),
    withTabs({ id: 'x', name: 'C', widget_ids: ['@1'] }, { id: 'z', name: 'D', widget_ids: ['@2'] }),
    ['diff/tab', 'Tab “D” (1 widget) added.'],
    ['diff/tab', 'Tab “B” (0 widgets) removed.'],
    ['diff/tab-renamed', 'Tab “A” is now called “C”.'],
    ['diff/tab-widgets', 'On the tab “C”: widget “Orders” removed.'],
  ),
  boards(
    'saved views, and what there is to choose from',
    {
      template_variables: [{ name: 'env', prefix: 'env', available_values: ['a'] }],
      template_variable_presets: [
        { name: 'Live', template_variables: [{ name: 'env', value: 'a' }] },
        { name: 'Old', template_variables: [] },
      ],
      restricted_roles: ['r'],
      is_read_only: true,
    },
    {
      template_variables: [{ name: 'env', prefix: 'stage', available_values: [] }],
      template_variable_presets: [
        { name: 'Live', template_variables: [{ name: 'env', values: ['a', 'b'] }] },
        { name: 'New', template_variables: [{ name: 'env', values: ['c'] }] },
      ],
      is_read_only: false,
    },
    ['diff/variable-prefix', 'Template variable `$env` filters by `stage` instead of `env`.'],
    ['diff/variable-choices', 'To choose from for `$env`: any value instead of `a`.'],
    ['diff/preset', 'Saved view “Live”: `$env` = `a` or `b`. Before: `$env` = `a`.'],
    ['diff/preset', 'Saved view “Old” removed.'],
    ['diff/preset', 'Saved view “New” added: `$env` = `c`.'],
    ['diff/members', 'Roles that may edit it: `r` removed.'],
    ['diff/look', 'Read-only: off instead of on.'],
  ),
]
