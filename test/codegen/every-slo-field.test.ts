import { describe, expect, it } from 'vitest'
import { generate } from '../../src/codegen/index.js'
import { isJsonObject, type JsonObject } from '../../src/model/index.js'
import { compiled } from '../types/compiler.js'
import { changesOf, resourceOf } from './generated.js'
import { readSchema, type Sample, samplesOf } from './schema-samples.js'

const schema = readSchema('slo', {
  texts: {
    'FormulaAndFunctionMetricQueryDefinition.query': 'sum:a{*}.as_count()',
    name: 'x',
    formula: 'x * 2',
  },
  usual: [],
  shallow: [],
  omitted: [],
})

const specifications = samplesOf(schema, 'SLOSliSpec', 'sli_specification')

/** An SLO that is measured as the sample says. */
function sloOf({ json }: Sample): JsonObject {
  const isSlice = isJsonObject(json) && json.time_slice !== undefined
  return {
    type: isSlice ? 'time_slice' : 'metric',
    name: 'S',
    thresholds: [{ timeframe: '7d', target: 99 }],
    sli_specification: json,
  }
}

/** SLOs over monitors, and what every kind has. */
const others: Readonly<Record<string, JsonObject>> = Object.fromEntries(
  [
    { groups: ['host:a'] },
    { description: 'd', tags: ['a:b'] },
    { thresholds: [{ timeframe: '30d', target: 99, warning: 99.5 }] },
    {
      thresholds: [
        { timeframe: '7d', target: 99 },
        { timeframe: '90d', target: 98, warning: 99 },
      ],
      timeframe: '90d',
      target_threshold: 98,
      warning_threshold: 99,
    },
  ].map(fields => [
    Object.keys(fields).join(', '),
    {
      type: 'monitor',
      name: 'S',
      monitor_ids: [1],
      thresholds: [{ timeframe: '7d', target: 99 }],
      ...fields,
    },
  ]),
)

function rawParts(slo: JsonObject): number {
  const { raw } = generate(resourceOf(slo))
  return raw.slo.whole + raw.slo.fields
}

describe('the builders of SLOs', () => {
  const all: readonly (readonly [string, JsonObject])[] = [
    ...specifications.map(sample => [sample.place, sloOf(sample)] as const),
    ...Object.entries(others),
  ]

  it('are asked for every field of a specification', () => {
    expect(new Set(specifications.map(({ place }) => place.split('.').slice(0, 3).join('.')))).toEqual(
      new Set([
        'sli_specification',
        'sli_specification.count',
        'sli_specification.time_slice.comparator',
        'sli_specification.time_slice.no_data_strategy',
        'sli_specification.time_slice.query',
        'sli_specification.time_slice.query_interval_seconds',
        'sli_specification.count.queries[]',
      ]),
    )
  })

  it('can say every field and value', () => {
    expect(all.filter(([, slo]) => rawParts(slo) > 0).map(([place]) => place)).toEqual([])
  })

  it('give every field and value back', async () => {
    expect(await changesOf(...all.map(([, slo]) => slo))).toEqual([])
  })

  it('take every field and value under strict types', () => {
    const { files } = generate(all.map(([, slo]) => resourceOf(slo)))
    const head = /^import \{([^}]*)\} from 'dogma'$/m
    const text = files.map(file => file.text).join('\n')
    expect(compiled(head.exec(text)?.[1]?.match(/\w+/g) ?? [], [text.replace(head, '')]).errors).toEqual([])
  }, 60_000)
})

describe('a field of an SLO that nobody has heard of', () => {
  const thresholds = [{ timeframe: '7d', target: 99 }]
  const queries = [{ name: 'x', data_source: 'metrics', query: 'sum:a{*}.as_count()' }]
  const slice = {
    query: { formulas: [{ formula: 'x' }], queries },
    comparator: '>',
    threshold: 1,
    query_interval_seconds: 300,
  }
  const count = { good_events_formula: { formula: 'x' }, total_events_formula: { formula: 'x' }, queries }
  const sliced = { type: 'time_slice', name: 'S', thresholds, sli_specification: { time_slice: slice } }
  const counted = { type: 'metric', name: 'S', thresholds, sli_specification: { count } }

  it.each<[string, JsonObject]>([
    ['at its top', { ...sliced, unheard: 1 }],
    ['of its specification', { ...sliced, sli_specification: { time_slice: slice, unheard: 1 } }],
    ['of a slice', { ...sliced, sli_specification: { time_slice: { ...slice, unheard: 1 } } }],
    [
      'of a slice’s query',
      { ...sliced, sli_specification: { time_slice: { ...slice, query: { ...slice.query, unheard: 1 } } } },
    ],
    [
      'of a slice’s formula',
      {
        ...sliced,
        sli_specification: {
          time_slice: { ...slice, query: { queries, formulas: [{ formula: 'x', unheard: 1 }] } },
        },
      },
    ],
    ['of a count', { ...counted, sli_specification: { count: { ...count, unheard: 1 } } }],
    [
      'of a count’s formula',
      {
        ...counted,
        sli_specification: { count: { ...count, good_events_formula: { formula: 'x', unheard: 1 } } },
      },
    ],
    ['of a threshold', { ...counted, thresholds: [{ ...thresholds[0], unheard: 1 }] }],
    [
      'of an older query',
      {
        type: 'metric',
        name: 'S',
        thresholds,
        query: { numerator: 'sum:a{*}', denominator: 'sum:b{*}', unheard: 1 },
      },
    ],
    ['that belongs to SLOs over monitors', { ...counted, monitor_ids: [7] }],
  ])('%s costs one field, and comes back', async (_, slo) => {
    const { raw } = generate(resourceOf(slo))
    expect(raw.slo).toEqual({ whole: 0, fields: 1, total: 1 })
    expect(await changesOf(slo)).toEqual([])
  })
})
