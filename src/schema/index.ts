import type { JsonObject, ResourceKind } from '../model/index.js'
import { checkType } from './check.js'
import type { SchemaProblem } from './problem.js'
import type { Type } from './type.js'

export type { SchemaPath, SchemaProblem } from './problem.js'

const roots: Readonly<Record<ResourceKind, Type>> = {
  monitor: { kind: 'named', name: 'Monitor' },
  slo: { kind: 'named', name: 'ServiceLevelObjective' },
  dashboard: { kind: 'named', name: 'Dashboard' },
}

/**
 * Compares a definition in Datadog's own form with the schema of its kind. Errors are what the API is known to refuse;
 * warnings are what the schema does not know: it is passed on unchanged, and told once.
 *
 * @example
 * checkSchema('monitor', { type: 'metric alert', query: 'avg(last_5m):avg:system.load.1{*} > 4', options: { timeout_h: '2' } })
 * // [{ code: 'schema/type', message: "options.timeout_h: '2' stands where a whole number or null is wanted.", … }]
 */
export function checkSchema(kind: ResourceKind, definition: JsonObject): SchemaProblem[] {
  const walk = { kind, definition, path: [], problems: [], told: new Set<string>() }
  checkType(walk, roots[kind], definition)
  return walk.problems
}
