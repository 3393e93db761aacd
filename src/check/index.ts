// Checks beyond syntax: `checkQuery` and `checkMetricExpression` for trees, `checkDefinition` for whole monitors, and
// each single check with the list it belongs to, for lint rules.
export {
  checkDefinition,
  type DefinitionCheck,
  type DefinitionCheckOptions,
  definitionChecks,
} from './definition.js'
export {
  type CheckedMonitor,
  type DefinitionDiagnostic,
  type DefinitionFacts,
  type DefinitionReport,
  decidingSecondsOf,
  definitionFacts,
  type KnownSlo,
} from './definition-facts.js'
export { type EventCheck, eventChecks } from './event.js'
export { type MetricMonitorFacts, metricMonitorFacts } from './head.js'
export { checkMetricExpression } from './metric.js'
export { advisedTimeframe } from './nodata.js'
export { isForeignOption } from './options.js'
export { checkQuery } from './query.js'
export { checkRepaired } from './repaired.js'
export type { MetricContext, Place, Report } from './report.js'
export {
  alertsAbove,
  alertsBelow,
  alertsOnNothing,
  canWarn,
  ignoredTimeframe,
  type JudgedQuery,
  lacksRecovery,
  lateMetric,
  missingIsZero,
  notifiesNoData,
  silentCheck,
  silentHeartbeat,
  uncountedSeries,
  unguardedRatio,
} from './risks.js'
export {
  meansVariable,
  templateVariablesIn,
  unusedTemplateVariables,
  type WrittenVariable,
} from './template-variables.js'
export { timeZoneProblem } from './time-zone.js'
export { usageOf } from './usage.js'
