import { isJsonObject, type Json, type JsonObject } from '../model/index.js'
import { type Clause, matchOf } from './clause.js'
import { defined } from './defined.js'
import type { JourneyStep } from './sentences/resource.js'
import { type Phrase, phrase } from './sentences.js'
import { clauseIn, facets, textIn } from './variable-keys.js'

/**
 * What the single `query` of a funnel, a flow or a retention widget shows; undefined for a query of any other shape.
 * https://docs.datadoghq.com/dashboards/widgets/funnel/ https://docs.datadoghq.com/dashboards/widgets/sankey/
 */
export function journeyValue(query: JsonObject): Phrase | undefined {
  if (Array.isArray(query.steps)) return funnelValue(query, query.steps)
  const { search } = query
  if (isJsonObject(search) && isJsonObject(search.node_objects))
    return userJourneyValue(query, search, search.node_objects)
  if (isJsonObject(search) && isJsonObject(search.cohort_criteria))
    return retentionValue(search, search.cohort_criteria)
  return 'mode' in query || textIn(query, 'data_source') === 'network' ? flowValue(query) : undefined
}

/** The old form: each step is a facet with a value, all of them out of one search. */
function funnelValue(query: JsonObject, steps: readonly Json[]): Phrase {
  return phrase('value/funnel', {
    among: { source: textIn(query, 'data_source'), clause: clauseIn(textIn(query, 'query_string')) },
    steps: steps.filter(isJsonObject).map(step => {
      const value = textIn(step, 'value')
      return { clause: { is: 'match', field: textIn(step, 'facet'), ...matchOf(value), negated: false } }
    }),
    groups: [],
  })
}

/** The form of Product Analytics: an expression such as `step1 -> step2` over named searches. */
function userJourneyValue(query: JsonObject, search: JsonObject, nodes: JsonObject): Phrase {
  const expression = textIn(search, 'expression')
  const order = expression.split('->').map(name => name.trim())
  const isChain = order.every(name => isJsonObject(nodes[name]))
  const named = isChain ? order : Object.keys(nodes)
  const steps = named.map(name => journeyStep(nodes[name], isChain ? undefined : name))
  return phrase('value/funnel', {
    ...(isChain ? {} : { expression }),
    steps,
    groups: facets(query),
  })
}

function journeyStep(node: Json | undefined, name: string | undefined): JourneyStep {
  return { ...defined({ name }), source: textIn(objectIn(node), 'data_source'), clause: searchIn(node) }
}

function retentionValue(search: JsonObject, cohort: JsonObject): Phrase {
  const returned = objectIn(search.return_criteria)
  const interval = objectIn(objectIn(cohort.time_interval).value)
  const period = textIn(interval, 'type') || textIn(interval, 'unit')
  return phrase('value/retention', {
    entity: textIn(search, 'retention_entity'),
    start: searchIn(cohort.base_query),
    ...('base_query' in returned ? { back: searchIn(returned.base_query) } : {}),
    later: search.return_condition === 'conversion_on_or_after',
    ...defined({ period: period === '' ? undefined : period }),
  })
}

function flowValue(query: JsonObject): Phrase | undefined {
  const source = textIn(query, 'data_source')
  const clause = clauseIn(textIn(query, 'query_string'))
  const groups = facets(query)
  if (groups.length > 1) return phrase('value/flow', { source, clause, groups })
  const { mode } = query
  if (mode !== 'source' && mode !== 'target') return undefined
  return phrase('value/paths', { source, clause, towards: mode === 'target', end: textIn(query, mode) })
}

function searchIn(query: Json | undefined): Clause {
  return clauseIn(textIn(objectIn(objectIn(query).search), 'query'))
}

function objectIn(value: Json | undefined): JsonObject {
  return isJsonObject(value ?? null) ? (value as JsonObject) : {}
}
