// The package's main entry: what definition files import, and what those who build on dogma need.
export {
  type CheckedMonitor,
  checkDefinition,
  checkMetricExpression,
  checkQuery,
  type DefinitionDiagnostic,
} from './check/index.js'
export { type AccountConfig, type DogmaConfig, defineConfig } from './config/index.js'
export type { Diagnostic, Severity, Span } from './diagnostic/index.js'
export * from './dsl/index.js'
export type {
  Dashboard,
  Management,
  Monitor,
  Origin,
  Resource,
  ResourceKind,
  Slo,
  Suppression,
} from './model/index.js'
