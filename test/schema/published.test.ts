import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json, JsonObject, ResourceKind } from '../../src/model/index.js'
import { checkSchema } from '../../src/schema/index.js'
import { table } from '../../src/schema/table.js'
import { dashboardOf, monitorSamples, sloSamples, widgetSamples } from './samples.js'

function readSchema(kind: ResourceKind): JsonObject {
  const file = new URL(`../../src/schema/${kind}.schema.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8')) as JsonObject
}

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictRequired: false, strictTypes: false })
const validate = {
  monitor: ajv.compile(readSchema('monitor')),
  slo: ajv.compile(readSchema('slo')),
  dashboard: ajv.compile(readSchema('dashboard')),
}

const samples: readonly (readonly [ResourceKind, JsonObject])[] = [
  ...monitorSamples.map(sample => ['monitor', sample] as const),
  ...sloSamples.map(sample => ['slo', sample] as const),
  ...widgetSamples.map(sample => ['dashboard', dashboardOf(sample)] as const),
]

describe('a real definition', () => {
  it('is at hand for every widget type', () => {
    const row = table.WidgetDefinition!
    const known = 'cases' in row ? row.cases.flatMap(([values]) => values) : []
    expect(new Set(widgetSamples.map(sample => sample.type))).toEqual(new Set(known))
  })

  it.each(samples.map(([kind, sample]) => [kind, kindOf(sample), sample] as const))(
    'raises nothing: %s %s',
    (kind, _, sample) => {
      expect(checkSchema(kind, sample)).toEqual([])
      expect(validate[kind](sample), JSON.stringify(validate[kind].errors)).toBe(true)
    },
  )
})

function kindOf(sample: JsonObject): Json {
  const widgets = sample.widgets as readonly { readonly definition: JsonObject }[] | undefined
  return (widgets?.[0]?.definition ?? sample).type ?? null
}

type Path = readonly (string | number)[]

/** The paths of all values inside a value. */
function pathsOf(value: Json | undefined, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inside = Object.entries(value).flatMap(([key, part]) =>
    pathsOf(part, [...at, Array.isArray(value) ? Number(key) : key]),
  )
  return at.length === 0 ? inside : [at, ...inside]
}

/** The definition with another value at the path; undefined takes the field away. */
function withValue(value: Json | undefined, [key, ...rest]: Path, put: Json | undefined): Json | undefined {
  if (key === undefined) return put
  if (Array.isArray(value)) {
    return value.map((item: Json, index) => (index === key ? (withValue(item, rest, put) ?? null) : item))
  }
  const object = value as JsonObject
  return { ...object, [key]: withValue(object[key], rest, put) }
}

// Text is left out: a value that only checkSchema lets pass, because it may be newer than the schema, is text.
const replacement = fc.constantFrom<Json | undefined>(undefined, null, true, 5, 0.5, [], [1], {}, { a: 1 })

const damaged = fc
  .constantFrom(...samples)
  .chain(([kind, sample]) =>
    fc.record({
      kind: fc.constant(kind),
      sample: fc.constant(sample),
      path: fc.constantFrom(...pathsOf(sample)),
      put: replacement,
    }),
  )
  .map(({ kind, sample, path, put }) => ({ kind, definition: withValue(sample, path, put) as JsonObject }))

describe('the published schema and checkSchema', () => {
  it('agree about definitions with one value replaced or taken away', () => {
    fc.assert(
      fc.property(damaged, ({ kind, definition }) => {
        // Through JSON, since a field that is taken away is not there at all for ajv.
        const accepted = validate[kind](JSON.parse(JSON.stringify(definition)))
        expect(checkSchema(kind, definition).every(({ severity }) => severity !== 'error')).toBe(accepted)
      }),
      { numRuns: 3_000 },
    )
  })

  it('let unknown fields and widget types pass', () => {
    const board = { ...dashboardOf({ type: 'hologram', depth: 3 }), future: true }
    expect(validate.dashboard(board)).toBe(true)
    expect(checkSchema('dashboard', board).map(({ severity }) => severity)).toEqual(['warning', 'warning'])
  })
})
