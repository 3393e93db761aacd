// Findings over monitors, SLOs and dashboards. Pure: no file, clock or account.

export type { JsonPath } from '../model/index.js'
export { checkConfig } from './check-config.js'
export type { LintConfig, LintOverride, RuleSetting, RuleSettings, RuleSeverity } from './config.js'
export type { Project, RuleContext } from './context.js'
export { findingsOfExample } from './examples.js'
export { filterKeysOf } from './facts/filters.js'
export { type Groups, groupsOf } from './facts/groups.js'
export { handlesOf, type PlacedHandle } from './facts/handles.js'
export { namedHandlesOf } from './facts/named-handles.js'
export type { Finding, Report } from './finding.js'
export {
  applyFix,
  type EditText,
  type Fix,
  type FixEdit,
  type RemoveValue,
  remove,
  replaceText,
  type SetValue,
  set,
} from './fix.js'
export { pathText } from './json-path.js'
export type {
  ActiveMetrics,
  HandleFacts,
  LiveFacts,
  LiveObjectFacts,
  NotificationRuleFacts,
} from './live-facts.js'
export type { OptionTable, OptionValue, RuleOption } from './option.js'
export { explainRule, type Measured, type RuleExplanation } from './page.js'
export { type Page, rulePages } from './pages.js'
export { readConfig } from './read-config.js'
export { type Route, type RouteState, routes } from './routes.js'
export {
  type BadExample,
  defineRule,
  type Example,
  type Reports,
  type Rule,
  type RuleSet,
} from './rule.js'
export { rules } from './rules/index.js'
export { type LintRun, lint } from './run.js'
