import { describe, expect, it } from 'vitest'
import {
  compile,
  type DashboardSpec,
  dashboard,
  group,
  monitor,
  note,
  preset,
  raw,
  type ShowsWidgets,
  slo,
  sum,
  tab,
  variable,
  type Widget,
} from '../../src/dsl/index.js'
import { problems } from './printed.js'

const compiled = (spec: Omit<DashboardSpec, 'title'> & ShowsWidgets) =>
  compile(dashboard('d', { title: 'D', ...spec }))
const place = { x: 1, y: 2, width: 3, height: 4 }

describe('the computed layout of tabs', () => {
  const rows = (layout: 'fixed' | 'free') =>
    compiled({
      layout,
      widgets: [note('everywhere')],
      tabs: [tab('A', [note('a'), note('b')]), tab('B', [note('c')]), tab('C', ['@1'])],
    }).widgets.map(widget => widget.layout)

  it.each(['fixed', 'free'] as const)('of a %s board starts at the top of each', layout => {
    const [everywhere, a, b, c] = rows(layout)
    expect(everywhere).toEqual(a)
    expect(c).toEqual(a)
    expect(b).not.toEqual(a)
    expect(a).toMatchObject({ x: 0, y: 0 })
  })
})

describe('tabs', () => {
  const [first, second] = [note('a'), group('b', [note('c')])]

  it('name widgets by their position and keep their ids', () => {
    const { tabs } = compiled({
      widgets: [first, second],
      tabs: [tab('All', [second, first], { id: 'i' }), tab('Numbers', [12])],
    })
    expect(tabs).toEqual([
      { id: 'i', name: 'All', widget_ids: ['@2', '@1'] },
      { id: expect.any(String), name: 'Numbers', widget_ids: [12] },
    ])
  })

  it('have UUIDs that stay the same and differ from each other', () => {
    const ids = () =>
      (
        compiled({ widgets: [], tabs: ['a', 'b', 'c'].map(name => tab(name, [])) }).tabs as { id: string }[]
      ).map(({ id }) => id)
    expect(ids()).toEqual(ids())
    expect(new Set(ids()).size).toBe(3)
    for (const id of ids())
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('bring their widgets with them, each once and after those of no tab', () => {
    const [third, fourth] = [note('d'), note('e')]
    const { tabs, widgets } = compiled({
      widgets: [third],
      tabs: [tab('A', [second, first], { id: 'a' }), tab('B', [first, third, fourth], { id: 'b' })],
    })
    expect(widgets).toEqual(compiled({ widgets: [third, second, first, fourth] }).widgets)
    expect(tabs).toEqual([
      { id: 'a', name: 'A', widget_ids: ['@2', '@3'] },
      { id: 'b', name: 'B', widget_ids: ['@3', '@1', '@4'] },
    ])
  })

  it('take positions as the API has them', () => {
    const { tabs } = compiled({ widgets: [first, second], tabs: [tab('A', ['@2', '@1'], { id: 'a' })] })
    expect(tabs).toEqual([{ id: 'a', name: 'A', widget_ids: ['@2', '@1'] }])
  })

  it.each([
    [
      'in the list of the board',
      (member: Widget) => ({ widgets: [group('g', [member])], tabs: [tab('T', [member])] }),
    ],
    ['on a tab', (member: Widget) => ({ tabs: [tab('G', [group('g', [member])]), tab('T', [member])] })],
  ])('take no widget out of a group %s', (_, spec) => {
    expect(problems(() => compiled(spec(first))).join()).toMatch(
      /tab 'T' shows a widget that stands inside a group/,
    )
  })
})

describe('widgets on a board', () => {
  it('keep their ids, and their places where they have any', () => {
    const widgets = [
      note('a', { id: 7, at: { ...place, isColumnBreak: true } }),
      note('b', { at: null }),
      group('c', [note('d', { id: 8 })]),
    ]
    expect(compiled({ widgets, layout: 'ordered' })).toEqual({
      title: 'D',
      layout_type: 'ordered',
      widgets: [
        { id: 7, definition: { type: 'note', content: 'a' }, layout: { ...place, is_column_break: true } },
        { definition: { type: 'note', content: 'b' } },
        {
          definition: {
            title: 'c',
            type: 'group',
            layout_type: 'ordered',
            widgets: [{ id: 8, definition: { type: 'note', content: 'd' } }],
          },
        },
      ],
    })
  })

  it('have no layout where the author wants none, even on a fixed board', () => {
    const board = compiled({ widgets: [note('a', { at: null }), note('b')], layout: 'fixed' })
    expect(board.widgets.map(({ layout }) => layout)).toEqual([
      undefined,
      { x: 0, y: 0, width: 4, height: 3 },
    ])
  })

  it('pass through with everything that stands beside their definition', () => {
    const widget = { id: 3, definition: { type: 'unheard' }, layout: place, title: 'beside' }
    expect(compiled({ widgets: [raw(widget)], layout: 'free' }).widgets).toEqual([widget])
  })

  it('inside groups of a board that arranges itself may have places', () => {
    const board = compiled({ widgets: [group('a', [note('b', { at: place })])] })
    expect(board.widgets[0]).not.toHaveProperty('layout')
    expect(board.widgets[0]?.definition.widgets).toMatchObject([{ layout: place }])
  })
})

describe('a board', () => {
  it('takes everything else that the API has', () => {
    const board = compiled({
      widgets: [],
      templateVariables: [
        variable('a', { default: 'x', type: 'group', extra: { unheard: 1 } }),
        variable('b', { prefix: '@b', defaults: ['x', 'y'], values: [] }),
      ],
      presets: [preset('P', { a: 'x', b: ['x', 'y'] }), { name: 'raw' }],
      restrictedRoles: ['r'],
      defaultTimeframe: { type: 'live', value: 4, unit: 'hour' },
      extra: { title: 'E', unheard: 1 },
    })
    expect(board).toEqual({
      title: 'E',
      layout_type: 'ordered',
      reflow_type: 'auto',
      widgets: [],
      template_variables: [
        { name: 'a', prefix: 'a', default: 'x', type: 'group', unheard: 1 },
        { name: 'b', prefix: '@b', defaults: ['x', 'y'], available_values: [] },
      ],
      template_variable_presets: [
        {
          name: 'P',
          template_variables: [
            { name: 'a', value: 'x' },
            { name: 'b', values: ['x', 'y'] },
          ],
        },
        { name: 'raw' },
      ],
      restricted_roles: ['r'],
      default_timeframe: { type: 'live', value: 4, unit: 'hour' },
      unheard: 1,
    })
  })

  it('accepts findings, as monitors and SLOs do', () => {
    const suppress = [{ rule: 'dash/tags', reason: 'a test', until: '2026-12-31' }]
    const hits = sum('hits').asCount()
    const made = [
      dashboard('d', { title: 'D', widgets: [], suppress }),
      monitor('m', { name: '', alert: hits.last('5m').above(1), suppress }),
      slo('s', { name: '', good: hits, total: hits, target: { '30d': 99 }, suppress }),
    ]
    for (const resource of made) {
      expect(resource.management).toEqual({ suppress })
      expect(resource.definition).not.toHaveProperty('suppress')
    }
  })
})
