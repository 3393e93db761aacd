import { describe, expect, it } from 'vitest'
import type { Json, JsonObject, ResourceKind } from '../../src/model/index.js'
import { checkSchema } from '../../src/schema/index.js'
import { dashboardOf } from './samples.js'

const show = (kind: ResourceKind, definition: JsonObject) =>
  checkSchema(kind, definition).map(({ code, severity, message, hint }) =>
    [`${severity} ${code}`, message, hint].filter(part => part !== undefined).join(' | '),
  )

const monitor = (fields: JsonObject): JsonObject => ({ type: 'metric alert', query: 'a', ...fields })
const slo = (fields: JsonObject): JsonObject => ({
  type: 'metric',
  name: 'Orders',
  thresholds: [{ timeframe: '7d', target: 99 }],
  ...fields,
})
const latency = (fields: JsonObject): JsonObject =>
  dashboardOf({ type: 'timeseries', title: 'Latency', requests: [{ q: 'avg:a{*}', ...fields }] })

describe('a wrong definition is told as a sentence', () => {
  it.each<[string, ResourceKind, JsonObject, string[]]>([
    [
      'a value with a slip',
      'dashboard',
      latency({ display_type: 'lines' }),
      [
        `error schema/enum | widget "Latency" · requests[0].display_type: 'lines' is not one of area, bars, line, overlay. | Did you mean \`line\`?`,
      ],
    ],
    [
      'text for a number',
      'monitor',
      monitor({ options: { timeout_h: '5h', thresholds: { critical: '90' } } }),
      [
        "error schema/type | options.timeout_h: '5h' stands where a whole number or null is wanted.",
        "error schema/type | options.thresholds.critical: '90' stands where a number or null is wanted.",
      ],
    ],
    [
      'text for a list, a list for an object',
      'monitor',
      monitor({ options: { notify_by: 'host', silenced: [], variables: {} } }),
      [
        "error schema/type | options.notify_by: 'host' stands where a list is wanted.",
        'error schema/type | options.silenced: a list stands where an object or null is wanted.',
        'error schema/type | options.variables: an object stands where a list is wanted.',
      ],
    ],
    [
      'a format that compares nothing, once for each field and without holding anybody up',
      'dashboard',
      dashboardOf({
        type: 'query_value',
        title: 'Memory',
        requests: [
          { q: 'avg:a{*}', conditional_formats: [{ palette: 'white_on_red' }, { palette: 'green' }] },
        ],
      }),
      [
        'warning schema/required | widget "Memory" · requests[0].conditional_formats[0]: `comparator` is missing, which the description of the API requires; it is passed on unchanged.',
        'warning schema/required | widget "Memory" · requests[0].conditional_formats[0]: `value` is missing, which the description of the API requires; it is passed on unchanged.',
      ],
    ],
    [
      'a missing field',
      'monitor',
      { type: 'metric alert', name: 'x' },
      ['error schema/required | monitor: `query` is required and missing.'],
    ],
    [
      'a wrong target, and a missing name',
      'slo',
      { type: 'metric', thresholds: [{ timeframe: '7d', target: '99' }] },
      [
        'error schema/required | SLO: `name` is required and missing.',
        "error schema/type | thresholds[0].target: '99' stands where a number is wanted.",
      ],
    ],
    [
      'monitors of an SLO',
      'slo',
      slo({ monitor_ids: ['${slo:other}', '${monitor:cpu}', 7, '8'] }),
      [
        "error schema/type | monitor_ids[0]: '${slo:other}' stands where a whole number or a reference to a monitor is wanted.",
        "error schema/type | monitor_ids[3]: '8' stands where a whole number or a reference to a monitor is wanted.",
      ],
    ],
    [
      'a board without widgets',
      'dashboard',
      { title: 'Shop', layout_type: 'ordered' },
      ['error schema/required | dashboard: `widgets` is required and missing.'],
    ],
    [
      'a widget without type, a note without text',
      'dashboard',
      dashboardOf({ title: 'No type' }, { type: 'note' }),
      [
        'error schema/required | widget "No type": `type` is required and missing.',
        'error schema/required | widget 2 (note): `content` is required and missing.',
      ],
    ],
    [
      'an empty list',
      'dashboard',
      dashboardOf({ type: 'query_value', requests: [] }),
      [
        'error schema/type | widget 1 (query_value) · requests: an empty list stands where exactly one item is wanted.',
      ],
    ],
    [
      'a field with a slip',
      'dashboard',
      latency({ display_typ: 'line' }),
      [
        'warning schema/unknown-field | widget "Latency" · requests[0]: `display_typ` is not a field that dogma knows here; it is passed on unchanged. | Did you mean `display_type`?',
      ],
    ],
  ])('%s', (_, kind, definition, sentences) => {
    expect(show(kind, definition)).toEqual(sentences)
  })

  it('names the groups around a widget', () => {
    const inner = { type: 'slo', slo_id: 'a' }
    const group = { type: 'group', title: 'Web', layout_type: 'ordered', widgets: [{ definition: inner }] }
    expect(show('dashboard', dashboardOf(group))).toEqual([
      'error schema/required | group "Web" · widget 1 (slo): `view_type` is required and missing.',
    ])
  })

  it('tells of a layout by its own name', () => {
    const layout = { x: 0, y: 0, width: '4', height: 2 }
    const widget = { definition: { type: 'note', content: '' }, layout }
    expect(show('dashboard', { title: '', layout_type: 'ordered', widgets: [widget] })).toEqual([
      "error schema/type | widget 1 (note) · layout.width: '4' stands where a whole number is wanted.",
    ])
  })

  it('gives the path from the definition down', () => {
    expect(checkSchema('dashboard', latency({ display_type: 'lines' }))[0]!.path).toEqual([
      'widgets',
      0,
      'definition',
      'requests',
      0,
      'display_type',
    ])
    expect(checkSchema('slo', slo({ thresholds: [{ target: 99 }] }))[0]!.path).toEqual([
      'thresholds',
      0,
      'timeframe',
    ])
  })

  it('cuts long lists of values', () => {
    const [problem] = checkSchema('monitor', monitor({ type: 'metric alrt' }))
    expect(problem!.message).toMatch(
      /^type: 'metric alrt' is not one of (?:[^,]+, ){10}[^,]+ or \d+ others\.$/,
    )
    expect(problem!.hint).toBe('Did you mean `metric alert`?')
  })
})

describe('one wrong value is one problem', () => {
  const query = { data_source: 'metrics', name: 'a', query: 'avg:a{*}' }

  it.each<[string, JsonObject, string]>([
    ['in a query', latency({ queries: [{ ...query, name: 1 }] }), 'requests[0].queries[0].name'],
    [
      'in a data source',
      latency({ queries: [{ ...query, data_source: 'metric' }] }),
      'requests[0].queries[0].data_source',
    ],
    [
      'in a live span',
      dashboardOf({
        type: 'timeseries',
        title: 'Latency',
        requests: [],
        time: { type: 'live', value: '4', unit: 'hour' },
      }),
      'time.value',
    ],
  ])('%s', (_, definition, place) => {
    const problems = checkSchema('dashboard', definition)
    expect(problems.map(({ message }) => message.split(':')[0])).toEqual([`widget "Latency" · ${place}`])
  })

  it('in a specification of an SLO, whose two forms only their fields tell apart', () => {
    const count = {
      good_events_formula: { formula: 'a' },
      bad_events_formula: { formula: 5 },
      queries: [query],
    }
    expect(show('slo', slo({ sli_specification: { count } }))).toEqual([
      'error schema/type | sli_specification.count.bad_events_formula.formula: 5 stands where text is wanted.',
    ])
  })

  it('in a form of a widget that its requests tell apart', () => {
    const map = { request_type: 'topology', query: { data_source: 'data_streams', service: 1, filters: [] } }
    expect(show('dashboard', dashboardOf({ type: 'topology_map', requests: [map] }))).toEqual([
      'error schema/type | widget 1 (topology_map) · requests[0].query.service: 1 stands where text is wanted.',
    ])
  })
})

describe('what nobody knows yet passes with one warning', () => {
  it('a widget type', () => {
    const future = { type: 'hologram', title: 'Depth', requests: [{ display_type: 'lines' }] }
    expect(show('dashboard', dashboardOf(future, future))).toEqual([
      `warning schema/unknown-widget | widget "Depth": 'hologram' is not a widget type that dogma knows; the widget is passed on unchanged.`,
    ])
  })

  it('a field, once for all places of its kind', () => {
    const widget = { type: 'note', content: '', sparkle: true }
    const other = { type: 'free_text', text: '', sparkle: true }
    const problems = checkSchema('dashboard', dashboardOf(widget, widget, other))
    expect(problems.map(({ code, severity, path }) => [code, severity, path[1]])).toEqual([
      ['schema/unknown-field', 'warning', 0],
      ['schema/unknown-field', 'warning', 2],
    ])
  })

  it.each(['3d', 'previous_month', 'since_yesterday'])('a value that is no slip: %s', live_span => {
    const problems = checkSchema(
      'dashboard',
      dashboardOf({ type: 'timeseries', requests: [], time: { live_span } }),
    )
    expect(problems).toMatchObject([{ code: 'schema/enum', severity: 'warning' }])
  })

  it('a monitor type and a data source', () => {
    const variables = [{ data_source: 'quantum_events', name: 'a', unheard: [] }]
    expect(show('monitor', monitor({ type: 'quantum alert', options: { variables } }))).toEqual([
      expect.stringMatching(/^warning schema\/enum \| type: 'quantum alert' is not one of/),
      expect.stringMatching(
        /^warning schema\/enum \| options\.variables\[0\]\.data_source: 'quantum_events'/,
      ),
    ])
  })
})

describe('text from an account', () => {
  it.each<[string, Json]>([
    ['an escape sequence', '\u001B[31mred\u202E'],
    ['a very long text', 'x'.repeat(10_000)],
  ])('is shown safely: %s', (_, text) => {
    const [problem] = checkSchema(
      'dashboard',
      dashboardOf({ type: 'timeseries', title: text, requests: text, [String(text)]: 1 }),
    )
    expect(problem!.message).not.toMatch(/[\u0000-\u001F\u202E]/)
    expect(problem!.message.length).toBeLessThan(300)
  })

  it('may nest as deeply as it likes', () => {
    let group: JsonObject = { type: 'note', content: '' }
    for (let depth = 0; depth < 20_000; depth += 1) {
      group = { type: 'group', layout_type: 'ordered', widgets: [{ definition: group }] }
    }
    expect(checkSchema('dashboard', dashboardOf(group))).toEqual([])
  })

  it('is no definition at all when it is a list', () => {
    const list = JSON.parse('[1]') as JsonObject
    expect(show('slo', list)).toEqual(['error schema/type | SLO: a list stands where an object is wanted.'])
  })

  it('cannot reach what objects inherit', () => {
    const definition = JSON.parse(
      '{"type":"metric alert","query":"a","__proto__":{"name":5},"constructor":1,"toString":{"x":[]}}',
    ) as JsonObject
    expect(checkSchema('monitor', definition).map(({ code, path }) => [code, ...path])).toEqual([
      ['schema/unknown-field', '__proto__'],
      ['schema/unknown-field', 'constructor'],
      ['schema/unknown-field', 'toString'],
    ])
  })
})
