import { isJsonObject, type MonitorDefinition, queryOf } from '../../model/index.js'
import { parseSearch, type SearchExpression } from '../../query/index.js'
import { expressionsOf } from './expressions.js'
import { memo } from './memo.js'
import { nodesOfKind } from './nodes.js'
import { stepsOf, textsOf } from './steps.js'

/** The searches of a monitor: of its query, and of the event queries of its formula. */
export const searchesOf = memo((definition: MonitorDefinition): readonly SearchExpression[] => {
  const query = queryOf(definition).node
  const own = query?.kind === 'event-monitor' ? [query.search.expression] : []
  return [...own, ...(definition.options?.variables ?? []).flatMap(searchOf)]
})

function searchOf(variable: unknown): SearchExpression[] {
  const search = isJsonObject(variable) ? variable.search : undefined
  const text = isJsonObject(search) ? search.query : undefined
  const node = typeof text === 'string' ? parseSearch(text).node : undefined
  return node === undefined ? [] : [node]
}

/** The tag keys and fields that the monitor filters by; fields of searches without their `@`. */
export const filterKeysOf = memo((definition: MonitorDefinition): ReadonlySet<string> => {
  const keys = expressionsOf(definition).flatMap(({ expression }) => [
    ...nodesOfKind(expression, 'filter-tag').map(tag => tag.key),
    ...nodesOfKind(expression, 'filter-in').map(list => list.key),
  ])
  const fields = searchesOf(definition)
    .flatMap(search => nodesOfKind(search, 'search-field'))
    .map(({ field }) => field.replace(/^@/, ''))
  const over = stepsOf(queryOf(definition).node)
    .filter(step => step.name === 'over')
    .flatMap(textsOf)
    .map(tag => tag.split(':', 1)[0])
  return new Set([...keys, ...fields, ...over].filter(key => key !== undefined))
})
