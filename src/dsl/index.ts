// What authors of monitors, SLOs and dashboards call.
export {
  avg,
  count,
  countValues,
  histogram,
  last,
  max,
  metric,
  min,
  p50,
  p75,
  p90,
  p95,
  p99,
  percentile,
  stddev,
  sum,
  type ValueBounds,
} from './aggregators.js'
export { type BurnRateAlertsOptions, burnRateAlerts } from './burn-rate.js'
export { collectResources } from './collector.js'
export { compile } from './compile.js'
export { composite } from './composite.js'
export type { CompositeOperand, CompositeTerm, MonitorResource } from './composite-term.js'
export type { AlertCondition, QueryThreshold, Threshold, Thresholds } from './condition.js'
export {
  type DashboardSpec,
  type DefaultTimeframe,
  dashboard,
  rawDashboard,
  type ShowsWidgets,
} from './dashboard.js'
export { DefinitionError, isDefinitionError } from './definition-error.js'
export type { Duration } from './duration.js'
export type { Evaluation, MetricEvaluation, ScheduledStart, TimeAggregator } from './evaluation.js'
export { dataJobs } from './events/data-jobs.js'
export type { EventQuery, EventWindow } from './events/event-query.js'
export { type EventVariableOptions, eventVariable } from './events/event-variable.js'
export { type CostFormula, type Formula, formula } from './events/formula.js'
export {
  augmented,
  filtered,
  type JoinCompute,
  type JoinGroup,
  type JoinSpec,
  type ReferenceTable,
  referenceTable,
} from './events/join.js'
export {
  auditTrail,
  ciPipelines,
  ciTests,
  databaseMonitoring,
  errorTracking,
  events,
  llmObservability,
  log,
  networkPath,
  networkPerformance,
  processes,
  rum,
  spans,
} from './events/products.js'
export { cost, dataQuality, metricVariable, rawVariable, type VariableSource } from './events/variable.js'
export {
  constant,
  type EvaluationWindow,
  type Expression,
  type ExpressionInput,
  negative,
  query,
} from './expression.js'
export * from './functions/index.js'
export * from './inventory-types.js'
export type { DashboardLayout } from './layout.js'
export { type Line, type LineOptions, line, type WidgetData } from './line.js'
export { and, not, or } from './logic.js'
export { markdown } from './markdown.js'
export { type MessageParts, message } from './message/message.js'
export type { Message, MessagePart, MessageSection } from './message/section.js'
export { type MonitorAsset, type MonitorSpec, monitor, rawMonitor } from './monitor.js'
export type { Recurrence } from './monitor-options.js'
export { monitorQuery } from './monitor-query.js'
export { monitorSlo } from './monitor-slo.js'
export type { Series } from './series.js'
export { type ServiceCheck, type StatusCounts, serviceCheck } from './service-check.js'
export { rawSlo, slo } from './slo.js'
export { type BurnRateWindows, burnRate, errorBudget } from './slo-alert.js'
export type { SloResource, Timeframe } from './slo-resource.js'
export { type Tab, type TabPosition, type TabWidget, tab } from './tab.js'
export type { AttributeFilter, FilterTerm, TagFilter, TagValue, ValueRange } from './tag-filter.js'
export {
  preset,
  type TemplateVariable,
  type VariableOptions,
  type VariablePreset,
  variable,
} from './template-variable.js'
export { timeSliceSlo } from './time-slice-slo.js'
export * from './widgets/index.js'
