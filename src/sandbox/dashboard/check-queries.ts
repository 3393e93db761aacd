import type { Json, JsonObject } from '../json.js'
import { arrayOf, objectOf, textOf } from '../json.js'

/**
 * Why the server refuses the metric queries of a dashboard, or undefined. It names the first widget whose query it cannot
 * parse; clients try a definition by adding such a widget. Here only the scope is looked for, without which nothing is a
 * metric query: https://docs.datadoghq.com/dashboards/querying/
 */
export function checkMetricQueries(body: JsonObject): string | undefined {
  for (const [position, widget] of arrayOf(body.widgets).entries()) {
    const definition = objectOf(objectOf(widget).definition)
    const wrong = queriesOf(definition).find(query => !query.includes('{'))
    if (wrong === undefined) continue
    const where = `Invalid query in widget at position ${position} of type ${textOf(definition.type)}`
    return `${where}. Error: unable to parse ${wrong}: Rule 'scope_expr' didn't match at '' (line 1, column ${wrong.length + 1}).`
  }
  return undefined
}

function queriesOf(definition: JsonObject): readonly string[] {
  const inner = arrayOf(definition.widgets).flatMap(widget =>
    queriesOf(objectOf(objectOf(widget).definition)),
  )
  return [...arrayOf(definition.requests).flatMap(queriesOfRequest), ...inner]
}

function queriesOfRequest(request: Json): readonly string[] {
  const { q, queries } = objectOf(request)
  const metrics = arrayOf(queries)
    .map(objectOf)
    .filter(({ data_source: source }) => source === 'metrics')
    .map(({ query }) => query)
  return [q, ...metrics].filter(query => typeof query === 'string').filter(query => query !== '')
}
