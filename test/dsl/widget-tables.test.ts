import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type BuiltWidgetType,
  commonWidgetOptions,
  type FieldForm,
  fieldName,
  isKnownValue,
  isNameable,
  optionName,
  type WidgetBuilder,
  type WidgetField,
  widgetBuilderOf,
  widgetBuilders,
  widgetQueries,
  widgetQueryBuilderOf,
  widgetRequestOf,
  widgetRequests,
  widgets,
  widgetTypes,
} from '../../src/catalog/index.js'
import * as dsl from '../../src/dsl/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../src/model/index.js'

const types = Object.keys(widgetBuilders) as BuiltWidgetType[]
type Build = (...args: readonly unknown[]) => unknown

function isBuild(entry: [string, unknown]): entry is [string, Build] {
  return typeof entry[1] === 'function'
}

const exported: readonly [string, unknown][] = Object.entries(dsl)
const functions: Readonly<Record<string, Build>> = Object.fromEntries(exported.filter(isBuild))

/** For each form a value in TypeScript and the JSON it stands for. */
const samples: Readonly<Record<FieldForm, readonly [unknown, Json]>> = {
  same: ['x', 'x'],
  named: [{ aB: [{ cD: 1 }] }, { a_b: [{ c_d: 1 }] }],
  axis: [
    { min: 1, includeZero: false },
    { min: '1', include_zero: false },
  ],
  markers: [
    [
      { at: 1, label: 'a' },
      { value: 'y = 2', displayType: 'ok' },
    ],
    [
      { value: 'y = 1', display_type: 'error dashed', label: 'a' },
      { value: 'y = 2', display_type: 'ok' },
    ],
  ],
  events: [
    ['x', { q: 'y', tagsExecution: 'or' }],
    [{ q: 'x' }, { q: 'y', tags_execution: 'or' }],
  ],
  columns: [
    ['a', { field: 'b', width: 'full' }],
    [
      { field: 'a', width: 'auto' },
      { field: 'b', width: 'full' },
    ],
  ],
  metric: [dsl.avg('a'), 'avg:a{*}'],
  queries: [{ q: dsl.metricQuery('avg:a{*}') }, [{ name: 'q', data_source: 'metrics', query: 'avg:a{*}' }]],
  formulas: [
    ['q', { formula: 'q * 2', cellDisplayMode: 'bar' }],
    [{ formula: 'q' }, { formula: 'q * 2', cell_display_mode: 'bar' }],
  ],
  monitor: [12, '12'],
  slo: ['ab', 'ab'],
  widget: [dsl.note('x'), { type: 'note', content: 'x' }],
  widgets: [[], []],
  requests: [{}, [{}]],
  request: [{}, {}],
}

function at(value: Json | undefined, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>(
      (inner, step) =>
        Array.isArray(inner) ? inner[Number(step)] : isJsonObject(inner) ? inner[step] : undefined,
      value,
    )
}

function sampleOf(field: WidgetField): readonly [unknown, Json] {
  return samples[field.form ?? 'same']
}

function made(type: BuiltWidgetType, data: object, options: object): JsonObject {
  const row: WidgetBuilder = widgetBuilders[type]
  const positional = row.positional.map(([, field]) => sampleOf(field)[0])
  const args = [...positional, ...(row.data === undefined ? [] : [data]), options]
  return widgetOf(row.builder, args)
}

function widgetOf(builder: string, args: readonly unknown[]): JsonObject {
  return (functions[builder]!(...args) as dsl.Widget).definition
}

describe('the table of widget builders', () => {
  it.each(types)('tells where the arguments of %s go', type => {
    const row: WidgetBuilder = widgetBuilders[type]
    const definition = made(type, { table: {} }, {})
    expect(definition.type).toBe(type)
    for (const [, field] of row.positional) {
      // A group's widgets are laid out by the dashboard; requests add what their widget needs.
      if (field.form !== 'widgets' && field.form !== 'requests') {
        expect(at(definition, field.path)).toEqual(sampleOf(field)[1])
      }
    }
    for (const [path, value] of Object.entries(row.fixed ?? {})) expect(at(definition, path)).toEqual(value)
  })

  const options = types.flatMap(type => {
    const row: WidgetBuilder = widgetBuilders[type]
    return Object.entries({ ...row.options, ...(row.plain ? {} : commonWidgetOptions) }).map(
      ([option, field]) => [type, option, field] as const,
    )
  })

  it.each(options)('tells which field of %s the option %s writes', (type, option, field) => {
    const [value, json] = sampleOf(field)
    expect(at(made(type, { table: {} }, { [option]: value }), field.path)).toEqual(json)
    if (field.default === undefined) return
    expect(at(made(type, { table: {} }, { [option]: null }), field.path)).toBeUndefined()
    expect(at(made(type, { table: {} }, {}), field.path)).toEqual(field.default)
  })

  it.each(widgetTypes)('has the fields that the facts about %s have', type => {
    const row: WidgetBuilder = widgetBuilders[type]
    const paths = [
      ...row.positional.map(([, { path }]) => path),
      ...Object.values({ ...row.data, ...row.options }).map(({ path }) => path),
      ...Object.keys(row.fixed ?? {}),
    ]
    const written = new Set(paths.map(path => path.split('.')[0]).filter(name => name !== 'title'))
    const { required, fields } = widgets[type]
    expect([...written].sort()).toEqual([...required, ...fields].sort())
  })

  it('has a builder and an option for every widget and field of the API', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../src/schema/dashboard.schema.json', import.meta.url), 'utf8'),
    ) as { readonly $defs: Readonly<Record<string, JsonObject>> }
    const found = new Set<string>()
    const missing = Object.values(schema.$defs).flatMap(definition => {
      const properties = isJsonObject(definition.properties) ? definition.properties : {}
      const type = typeOf(properties.type, schema.$defs)
      if (type === undefined) return []
      found.add(type)
      const row = widgetBuilderOf(type)
      if (row === undefined) return [type]
      const fields = [
        ...row.positional.map(([, field]) => field),
        ...Object.values({ ...row.data, ...row.options, ...(row.plain ? {} : commonWidgetOptions) }),
        ...Object.keys(row.fixed ?? {}).map(path => ({ path })),
      ]
      const written = new Set(fields.map(({ path }) => path.split('.')[0]))
      return Object.keys(properties)
        .filter(name => name !== 'type' && !written.has(name))
        .map(name => `${type}.${name}`)
    })
    expect(missing).toEqual([])
    // Custom widgets come from the marketplace; the schema says nothing about them.
    expect([...found].sort()).toEqual(types.filter(type => found.has(type) || type !== 'custom').sort())
  })
})

/** The type a definition is for, where it is a widget's. */
function typeOf(property: Json | undefined, definitions: Readonly<Record<string, JsonObject>>) {
  const name = isJsonObject(property) ? String(property.$ref ?? '').replace('#/$defs/', '') : ''
  if (!/Widget(Definition)?\w*Type$/.test(name) || !/Definition/.test(name)) return undefined
  const values = definitions[name]?.enum
  return Array.isArray(values) ? String(values[0]) : undefined
}

describe('the table of requests', () => {
  const cases = Object.entries(widgetRequests).flatMap(([type, table]) =>
    Object.entries(table as Readonly<Record<string, WidgetField>>).map(
      ([option, field]) => [type, option, field] as const,
    ),
  )

  it.each(cases)('tells which field of a request of %s the option %s writes', (type, option, field) => {
    const [value, json] = sampleOf(field)
    expect(at(requestOf(type, { [option]: value, extra: { unheard: 1 } }), field.path)).toEqual(json)
    expect(requestOf(type, { [option]: value, extra: { unheard: 1 } })).toHaveProperty('unheard', 1)
  })
})

function requestOf(type: string, request: object): JsonObject {
  const data = type === 'hostmap' ? { fill: request } : { table: request }
  const row = widgetBuilderOf(type)!
  const positional = row.positional.map(([name]) => (name === 'requests' ? request : 'x'))
  const args = [...positional, ...(row.data === undefined ? [] : [data]), {}]
  const { requests } = widgetOf(row.builder, args)
  const first = Array.isArray(requests) ? requests[0] : Object.values(requests as JsonObject)[0]
  return first as JsonObject
}

describe('the table of queries', () => {
  const cases = Object.entries(widgetQueries).flatMap(([builder, { options }]) =>
    Object.entries(options as Readonly<Record<string, WidgetField>>).map(
      ([option, field]) => [builder, option, field] as const,
    ),
  )

  it.each(cases)('tells which field of %s the option %s writes', (builder, option, field) => {
    const row = widgetQueries[builder as keyof typeof widgetQueries]
    const [value, json] = sampleOf(field)
    const args = row.positional.map(([, positional]) => sampleOf(positional)[0])
    const query = functions[builder]!(...args, { [option]: value, extra: { unheard: 1 } }) as dsl.WidgetQuery
    expect(at(query.definition, field.path)).toEqual(json)
    expect(query.definition).toHaveProperty('unheard', 1)
    for (const [, positional] of row.positional) {
      expect(at(query.definition, positional.path)).toEqual(sampleOf(positional)[1])
    }
  })

  it('finds the builder of a data source', () => {
    expect(widgetQueryBuilderOf('cloud_cost')?.builder).toBe('costQuery')
    expect(widgetQueryBuilderOf('rum')?.builder).toBe('eventsQuery')
    expect(widgetQueryBuilderOf('traces')).toBeUndefined()
    expect(widgetBuilderOf('toString')).toBeUndefined()
    expect(widgetRequestOf('note')).toBeUndefined()
  })
})

describe('names and values', () => {
  it.each([
    ['includeZero', 'include_zero'],
    ['q', 'q'],
    ['aggregator', 'aggregator'],
    ['isNormalizedCpu', 'is_normalized_cpu'],
  ])('turn %s into %s and back', (option, field) => {
    expect(fieldName(option)).toBe(field)
    expect(optionName(field)).toBe(option)
  })

  it.each([
    [{ a_b: [{ c: 1 }] }, true],
    [{ '@usr.id': 1 }, true],
    [{ aB: 1 }, false],
    [[{ a: { B: 1 } }], false],
    ['Ab', true],
  ])('can be named in camelCase: %j is %s', (value, expected) => {
    expect(isNameable(value)).toBe(expected)
  })

  const { style, sort } = widgetRequests.timeseries
  it.each([
    [style, { palette: 'x', line_width: 'thin' }, true],
    [style, { line_width: 'wide' }, false],
    [style, { unheard: 1 }, false],
    [sort, { count: 1, order_by: [{ type: 'formula', order: 'asc' }] }, true],
    [sort, { order_by: [{ type: 'formula', order: 'up' }] }, false],
    [widgetRequests.timeseries.display, 'bars', true],
    [widgetRequests.timeseries.display, 'toString', false],
    [widgetBuilders.timeseries.options.legendColumns, ['avg', 'max'], true],
    [widgetBuilders.timeseries.options.legendColumns, ['avg', 'p95'], false],
  ] as const)('are known to the builders or not: %j %j', (field, value, expected) => {
    expect(isKnownValue(field, value)).toBe(expected)
  })
})
