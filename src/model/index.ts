export type {
  DashboardDefinition,
  Definition,
  MonitorDefinition,
  MonitorOptions,
  MonitorThresholds,
  SloDefinition,
  SloThreshold,
  WidgetDefinition,
} from './definition.js'
export { definitionPaths } from './definition-paths.js'
export { isJsonObject, type Json, type JsonObject } from './json.js'
export { type JsonPath, valueAt } from './json-path.js'
export {
  checkLinks,
  findCycles,
  type ReferenceGraph,
  type ResourceDiagnostic,
  referenceGraph,
} from './links.js'
export { forgetTrees, messageOf, queryOf } from './parsed.js'
export { type Reference, referencesIn, referencesOf, referenceText, resolveReferences } from './reference.js'
export {
  addressOf,
  type Dashboard,
  keyPattern,
  type Management,
  type Monitor,
  type Origin,
  type Resource,
  type ResourceKind,
  resourceKinds,
  type Slo,
  type Suppression,
} from './resource.js'
