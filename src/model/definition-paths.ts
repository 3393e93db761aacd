import { isJsonObject, type Json, type JsonObject } from './json.js'
import { type JsonPath, valueAt } from './json-path.js'

/** Names under which answers and exports hold lists of definitions. */
const lists = ['dashboards', 'monitors', 'slos', 'data', 'objects', 'resources']

/** Names under which backups, the assets of Datadog's integrations, and answers hold one definition. */
const wrappers = ['payload', 'definition', 'data', 'attributes']

/** Nobody wraps a definition so often; a text that does was made to exhaust its reader. */
const deepest = 20

/**
 * Where in a JSON value the definitions stand: it is one, or a list of them, or holds them under one of the usual names.
 * What holds none under these names is taken for a definition itself, so that whoever reads it can say what is wrong.
 *
 * @example
 * definitionPaths({ monitors: [{ type: 'composite', query: '1 && 2' }] }, object => 'query' in object) // [['monitors', 0]]
 */
export function definitionPaths(
  value: Json,
  isDefinition: (object: JsonObject) => boolean,
): readonly JsonPath[] {
  return pathsIn(value, isDefinition, 0)
}

function pathsIn(
  value: Json,
  isDefinition: (object: JsonObject) => boolean,
  depth: number,
): readonly JsonPath[] {
  if (depth > deepest) return [[]]
  const inside = (steps: readonly (string | number)[]) =>
    steps.flatMap(step =>
      pathsIn(valueAt(value, [step]) ?? null, isDefinition, depth + 1).map(path => [step, ...path]),
    )
  if (Array.isArray(value)) return inside([...value.keys()])
  if (!isJsonObject(value) || isDefinition(value)) return [[]]
  const held = lists.filter(name => Array.isArray(value[name]))
  if (held.length > 0) return inside(held)
  const wrapper = wrappers.find(name => isJsonObject(value[name]))
  return wrapper === undefined ? [[]] : inside([wrapper])
}
