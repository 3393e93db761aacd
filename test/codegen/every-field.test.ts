import { describe, expect, it } from 'vitest'
import { generate } from '../../src/codegen/index.js'
import { isJsonObject, type JsonObject } from '../../src/model/index.js'
import { compiled } from '../types/compiler.js'
import { changesOf, resourceOf } from './generated.js'
import { readSchema, type Sample, samplesOf } from './schema-samples.js'

const metric = 'avg:a{*}'
const schema = readSchema('dashboard', {
  texts: {
    q: metric,
    'FormulaAndFunctionMetricQueryDefinition.query': metric,
    'FormulaAndFunctionCloudCostQueryDefinition.query': metric,
    scale: 'linear',
    tags_execution: 'and',
    background_color: 'white',
    color_order: 'shuffled',
    view_type: 'detail',
    value: 'y = 1',
    'WidgetMarker.display_type': 'error dashed',
  },
  usual: [
    'queries',
    'response_format',
    'slo_id',
    'table',
    'LogStreamWidgetDefinition.query',
    'TopologyRequestServiceMap.query',
    'TopologyRequestDataStreams.query',
    'TopologyRequestServiceMap.request_type',
    'WidgetConditionalFormat.comparator',
    'WidgetConditionalFormat.palette',
    'WidgetConditionalFormat.value',
  ],
  shallow: ['source_widget_definition'],
  omitted: ['ScatterPlotWidgetDefinitionRequests.x', 'ScatterPlotWidgetDefinitionRequests.y'],
})

const samples = samplesOf(schema, 'WidgetDefinition', 'widget')
const types = [...new Set(samples.map(typeOf))]

function typeOf({ json }: Sample): string {
  return isJsonObject(json) ? String(json.type) : ''
}

const of = (type: string) => samples.filter(sample => typeOf(sample) === type)

/** A board that shows samples. */
function boardOf(type: string, shown: readonly Sample[]): JsonObject {
  const widgets = shown.map(({ json }) => ({ definition: json }))
  return { title: `board of ${type}`, layout_type: 'ordered', reflow_type: 'auto', widgets }
}

/** Whether something of it stands in Datadog’s own form. */
function isRaw(sample: Sample): boolean {
  const { raw } = generate(resourceOf(boardOf('one', [sample])))
  return raw.dashboard.whole + raw.widget.whole + raw.widget.fields > 0
}

/** The fields of queries are the same in every widget, so one is enough for the compiler. */
function withoutRepeatedQueries(all: readonly Sample[]): readonly Sample[] {
  const first = new Map<string, string>()
  return all.filter(sample => {
    const type = typeOf(sample)
    if (!first.has(sample.place)) first.set(sample.place, type)
    return !sample.place.includes('queries[]') || first.get(sample.place) === type
  })
}

describe('the builders of widgets', () => {
  it.each(types)('can say every field and value that the client declares for %s', type => {
    expect(
      of(type)
        .filter(isRaw)
        .map(({ place }) => place),
    ).toEqual([])
  })

  it.each(types)('give every field and value of %s back', async type => {
    expect(await changesOf(boardOf(type, of(type)))).toEqual([])
  })

  it('take every field and value under strict types', () => {
    const { files } = generate(resourceOf(boardOf('all', withoutRepeatedQueries(samples))))
    const head = /^import \{([^}]*)\} from 'dogma'$/m
    const text = files.map(file => file.text).join('\n')
    expect(compiled(head.exec(text)?.[1]?.match(/\w+/g) ?? [], [text.replace(head, '')]).errors).toEqual([])
  }, 120_000)
})
