import { scalarAggregators } from '../../catalog/index.js'
import { isJsonObject, type Json, type JsonObject } from '../../model/index.js'
import { type Code, type CodeArgument, callOf, jsonLiteral, objectOf } from '../code/index.js'
import { productType } from './event-search.js'
import { hasOnly } from './has-only.js'
import { joinSource } from './join-source.js'
import { metricCode } from './metric-code.js'
import { searchSource } from './search-source.js'

/** A query that a formula names, as its builder; else its own JSON, which passes through unchanged. */
export function variableSource(type: string, variable: JsonObject): Code {
  const { name: _, ...definition } = variable
  const own = productType(definition.data_source) === type ? searchSource(definition) : undefined
  return (
    own ??
    metricSource(type, definition) ??
    (type === 'data-quality alert' ? dataQuality(definition) : undefined) ??
    joinSource(type, definition) ??
    callOf('rawVariable', type, jsonLiteral(definition))
  )
}

const metricBuilders: Readonly<Record<string, readonly [type: string, builder: string]>> = {
  metrics: ['query alert', 'metricVariable'],
  cloud_cost: ['cost alert', 'cost'],
}

function metricSource(type: string, definition: JsonObject): Code | undefined {
  const { data_source: source, query, aggregator, ...rest } = definition
  const [own, builder] = metricBuilders[String(source)] ?? []
  const isPlain = typeof query === 'string' && Object.keys(rest).length === 0 && own === type
  if (!isPlain || builder === undefined || !(scalarAggregators as readonly unknown[]).includes(aggregator))
    return undefined
  const code = metricCode(query)
  return code === undefined ? undefined : callOf(builder, code, String(aggregator))
}

const qualityFields = [
  'data_source',
  'measure',
  'filter',
  'group_by',
  'scope',
  'schema_version',
  'monitor_options',
]

/** `dataQuality({ measure: 'row_count', filter: '…' })` */
function dataQuality(definition: JsonObject): Code | undefined {
  const {
    measure,
    filter,
    group_by: groups,
    scope,
    schema_version: version,
    monitor_options: options,
  } = definition
  const areTexts = [measure, filter, scope ?? '', version ?? ''].every(each => typeof each === 'string')
  const areGroups =
    groups === undefined || (Array.isArray(groups) && groups.every(each => typeof each === 'string'))
  const isKnown = definition.data_source === 'data_quality_metrics' && hasOnly(definition, qualityFields)
  if (!areTexts || !areGroups || !isKnown || (options !== undefined && !isJsonObject(options)))
    return undefined
  const literal = (value: Json | undefined): CodeArgument | undefined =>
    value === undefined ? undefined : jsonLiteral(value)
  return callOf(
    'dataQuality',
    objectOf([
      ['measure', literal(measure)],
      ['filter', literal(filter)],
      ['groupBy', literal(groups)],
      ['scope', literal(scope)],
      ['schemaVersion', literal(version)],
      ['monitorOptions', literal(options)],
    ]),
  )
}
