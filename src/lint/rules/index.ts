import type { Rule } from '../rule.js'
import { anomalyAlertWindow } from './anomaly/alert-window.js'
import { anomalyAlertWindowMissing } from './anomaly/alert-window-missing.js'
import { basicIgnoresSeasonality } from './anomaly/basic-ignores-seasonality.js'
import { anomalyBasicWithSeasonality } from './anomaly/basic-with-seasonality.js'
import { anomalyComparator } from './anomaly/comparator.js'
import { countDefaultZero } from './anomaly/count-default-zero.js'
import { anomalyInterval } from './anomaly/interval.js'
import { anomalyMissingWindows } from './anomaly/missing-windows.js'
import { anomalyQueryWindowTooShort } from './anomaly/query-window-too-short.js'
import { anomalyRecoveryWindow } from './anomaly/recovery-window.js'
import { anomalySeasonalityMissing } from './anomaly/seasonality-missing.js'
import { anomalyThresholdRange } from './anomaly/threshold-range.js'
import { anomalyWindowMismatch } from './anomaly/window-mismatch.js'
import { anomalyWindowsWithoutAnomalies } from './anomaly/windows-without-anomalies.js'
import { compositeCount } from './composite/count.js'
import { duplicateMember } from './composite/duplicate-member.js'
import { compositeGroupMismatch } from './composite/group-mismatch.js'
import { nested } from './composite/nested.js'
import { numericId } from './composite/numeric-id.js'
import { dashDeprecatedFunction } from './dash/deprecated-function.js'
import { deprecatedQ } from './dash/deprecated-q.js'
import { duplicateTitle } from './dash/duplicate-title.js'
import { emptyGroup } from './dash/empty-group.js'
import { formulaUnknownQuery } from './dash/formula-unknown-query.js'
import { layoutMissing } from './dash/layout-missing.js'
import { mixedRequest } from './dash/mixed-request.js'
import { nestedGroup } from './dash/nested-group.js'
import { outsideGrid } from './dash/outside-grid.js'
import { widgetOverlap } from './dash/overlap.js'
import { presetVariable } from './dash/preset-variable.js'
import { presetsSorted } from './dash/presets-sorted.js'
import { queryIgnoresVars } from './dash/query-ignores-vars.js'
import { queryNameDuplicate } from './dash/query-name-duplicate.js'
import { dashQuerySuspicious } from './dash/query-suspicious.js'
import { dashQuerySyntax } from './dash/query-syntax.js'
import { responseFormat } from './dash/response-format.js'
import { dashTags } from './dash/tags.js'
import { templateVarUndeclared } from './dash/template-var-undeclared.js'
import { templateVarUnused } from './dash/template-var-unused.js'
import { tooManyWidgets } from './dash/too-many-widgets.js'
import { dashUnknownFunction } from './dash/unknown-function.js'
import { unusedQuery } from './dash/unused-query.js'
import { variableDefaults } from './dash/variable-defaults.js'
import { variableDuplicate } from './dash/variable-duplicate.js'
import { definitionShape } from './definition/shape.js'
import { definitionType } from './definition/type.js'
import { formulaDataSource } from './formula/data-source.js'
import { formulaVariableName } from './formula/variable-name.js'
import { formulaVariableTwice } from './formula/variable-twice.js'
import { formulaVariableUndefined } from './formula/variable-undefined.js'
import { formulaVariableUnused } from './formula/variable-unused.js'
import { alwaysAlerting } from './live/always-alerting.js'
import { handleUnknown } from './live/handle-unknown.js'
import { metricMissing } from './live/metric-missing.js'
import { metricStale } from './live/metric-stale.js'
import { mutedForever } from './live/muted-forever.js'
import { nodataDays } from './live/nodata-days.js'
import { removedReference } from './live/removed-reference.js'
import { unmanaged } from './live/unmanaged.js'
import { messageArgumentCount } from './message/argument-count.js'
import { deadChannel } from './message/dead-channel.js'
import { dottedKeyBrackets } from './message/dotted-key-brackets.js'
import { duplicateHandle } from './message/duplicate-handle.js'
import { emptyName } from './message/empty-name.js'
import { escapedCheckMessage } from './message/escaped-check-message.js'
import { evalFunction } from './message/eval-function.js'
import { messageGluedHandle } from './message/glued-handle.js'
import { messageHandleSyntax } from './message/handle-syntax.js'
import { isMatchVariable } from './message/is-match-variable.js'
import { mentionAll } from './message/mention-all.js'
import { messageMissingHash } from './message/missing-hash.js'
import { messageMissingQuotes } from './message/missing-quotes.js'
import { nameBlank } from './message/name-blank.js'
import { noGroupVariable } from './message/no-group-variable.js'
import { noNotification } from './message/no-notification.js'
import { noRunbook } from './message/no-runbook.js'
import { opsgenieCollapse } from './message/opsgenie-collapse.js'
import { pageOnWarning } from './message/page-on-warning.js'
import { priorityValue } from './message/priority-value.js'
import { recoverySilent } from './message/recovery-silent.js'
import { messageSingleBrace } from './message/single-brace.js'
import { messageSmartQuotes } from './message/smart-quotes.js'
import { stateNesting } from './message/state-nesting.js'
import { messageStrayElse } from './message/stray-else.js'
import { messageSyntax } from './message/syntax.js'
import { timeZone } from './message/time-zone.js'
import { tooLong } from './message/too-long.js'
import { messageUnbalancedBlock } from './message/unbalanced-block.js'
import { messageUnclosedBraces } from './message/unclosed-braces.js'
import { messageUnclosedQuote } from './message/unclosed-quote.js'
import { messageUnknownConditional } from './message/unknown-conditional.js'
import { messageUnknownFunction } from './message/unknown-function.js'
import { messageUnknownHandle } from './message/unknown-handle.js'
import { messageUnknownTag } from './message/unknown-tag.js'
import { unreachableState } from './message/unreachable-state.js'
import { valueInName } from './message/value-in-name.js'
import { variableNotGrouped } from './message/variable-not-grouped.js'
import { nodataConflict } from './nodata/conflict.js'
import { nodataCustomSchedule } from './nodata/custom-schedule.js'
import { nodataDefaultZero } from './nodata/default-zero.js'
import { nodataLogTimeframe } from './nodata/log-timeframe.js'
import { noAutoresolve } from './nodata/no-autoresolve.js'
import { nodataResolveTimeout } from './nodata/resolve-timeout.js'
import { silent } from './nodata/silent.js'
import { timeframeIgnored } from './nodata/timeframe-ignored.js'
import { nodataTimeframeRetention } from './nodata/timeframe-retention.js'
import { nodataTimeframeShort } from './nodata/timeframe-short.js'
import { nodataUnsupported } from './nodata/unsupported.js'
import { nodataValue } from './nodata/value.js'
import { evaluationDelayCloud } from './options/evaluation-delay-cloud.js'
import { fullWindowSparse } from './options/full-window-sparse.js'
import { optionsGroupDelaySimple } from './options/group-delay-simple.js'
import { lockedDeprecated } from './options/locked-deprecated.js'
import { optionsLogOnly } from './options/log-only.js'
import { optionsMisplaced } from './options/misplaced.js'
import { newGroupDelayMissing } from './options/new-group-delay-missing.js'
import { optionsNewHostDelay } from './options/new-host-delay.js'
import { notifyAudit } from './options/notify-audit.js'
import { optionsNotifyBySubset } from './options/notify-by-subset.js'
import { optionsRange } from './options/range.js'
import { redundantDefault } from './options/redundant-default.js'
import { optionsRenotifyStatuses } from './options/renotify-statuses.js'
import { optionsRenotifyWithoutInterval } from './options/renotify-without-interval.js'
import { optionsRetentionRange } from './options/retention-range.js'
import { silencedPresent } from './options/silenced-present.js'
import { optionsUnknown } from './options/unknown.js'
import { optionsValue } from './options/value.js'
import { queryAsCountAggregator } from './query/as-count-aggregator.js'
import { queryAsCountRollup } from './query/as-count-rollup.js'
import { queryContradiction } from './query/contradiction.js'
import { queryDeprecatedFunction } from './query/deprecated-function.js'
import { divisionZeroGuard } from './query/division-zero-guard.js'
import { queryDuplicateFilter } from './query/duplicate-filter.js'
import { queryEventMethod } from './query/event-method.js'
import { queryForecastLimits } from './query/forecast-limits.js'
import { queryFunctionArity } from './query/function-arity.js'
import { groupByConstant } from './query/group-by-constant.js'
import { queryGroupLimit } from './query/group-limit.js'
import { queryGroupMismatch } from './query/group-mismatch.js'
import { highCardinalityGroup } from './query/high-cardinality-group.js'
import { queryIssueGroup } from './query/issue-group.js'
import { queryMethodOnExpression } from './query/method-on-expression.js'
import { metricAlertType } from './query/metric-alert-type.js'
import { queryMissingGroupBy } from './query/missing-group-by.js'
import { queryMissingIndex } from './query/missing-index.js'
import { queryMissingLast } from './query/missing-last.js'
import { queryMissingOver } from './query/missing-over.js'
import { queryMissingRollup } from './query/missing-rollup.js'
import { queryMissingStatusCount } from './query/missing-status-count.js'
import { queryMixedCountRate } from './query/mixed-count-rate.js'
import { queryMixedOperators } from './query/mixed-operators.js'
import { queryOutlierParams } from './query/outlier-params.js'
import { queryRatioAvgAsCount } from './query/ratio-avg-as-count.js'
import { requiredFilter } from './query/required-filter.js'
import { queryRollupInWindow } from './query/rollup-in-window.js'
import { queryRollupPercentile } from './query/rollup-percentile.js'
import { querySpaceAggregator } from './query/space-aggregator.js'
import { spaceAggregatorDefault } from './query/space-aggregator-default.js'
import { starScope } from './query/star-scope.js'
import { queryStepArguments } from './query/step-arguments.js'
import { queryStepTwice } from './query/step-twice.js'
import { suspiciousSyntax } from './query/suspicious-syntax.js'
import { querySyntax } from './query/syntax.js'
import { queryTemplateVariable } from './query/template-variable.js'
import { queryTimeshiftPositive } from './query/timeshift-positive.js'
import { queryTopInMonitor } from './query/top-in-monitor.js'
import { queryTypeMismatch } from './query/type-mismatch.js'
import { queryUnknownFunction } from './query/unknown-function.js'
import { queryUnknownSource } from './query/unknown-source.js'
import { queryUnknownStep } from './query/unknown-step.js'
import { queryUnknownTimeAggregator } from './query/unknown-time-aggregator.js'
import { queryUnsupportedInMonitor } from './query/unsupported-in-monitor.js'
import { queryWeighted } from './query/weighted.js'
import { queryWindowRange } from './query/window-range.js'
import { duplicateKey } from './repo/duplicate-key.js'
import { duplicateMonitor } from './repo/duplicate-monitor.js'
import { duplicateName } from './repo/duplicate-name.js'
import { duplicateTag } from './repo/duplicate-tag.js'
import { expiredSnooze } from './repo/expired-snooze.js'
import { namePattern } from './repo/name-pattern.js'
import { ownerTag } from './repo/owner-tag.js'
import { priority } from './repo/priority.js'
import { priorityPager } from './repo/priority-pager.js'
import { reject } from './repo/reject.js'
import { requiredTags } from './repo/required-tags.js'
import { subsumed } from './repo/subsumed.js'
import { suppressionReason } from './repo/suppression-reason.js'
import { tagSyntax } from './repo/tag-syntax.js'
import { unknownReference } from './repo/unknown-reference.js'
import { unusedSuppression } from './repo/unused-suppression.js'
import { scheduleRecurrences } from './schedule/recurrences.js'
import { scheduleResetMissing } from './schedule/reset-missing.js'
import { scheduleResetRange } from './schedule/reset-range.js'
import { scheduleResetUnused } from './schedule/reset-unused.js'
import { serviceCheckGroupBy } from './service-check/group-by.js'
import { serviceCheckLastRange } from './service-check/last-range.js'
import { serviceCheckLastThresholds } from './service-check/last-thresholds.js'
import { sloAsCount } from './slo/as-count.js'
import { sloBurnRateParams } from './slo/burn-rate-params.js'
import { sloBurnRateRange } from './slo/burn-rate-range.js'
import { sloComparator } from './slo/comparator.js'
import { sloDecimals } from './slo/decimals.js'
import { sloGroupMismatch } from './slo/group-mismatch.js'
import { groupsSingleMonitor } from './slo/groups-single-monitor.js'
import { sloId } from './slo/id.js'
import { monitorEligible } from './slo/monitor-eligible.js'
import { noAlert } from './slo/no-alert.js'
import { primaryTarget } from './slo/primary-target.js'
import { sloQuerySyntax } from './slo/query-syntax.js'
import { sameQuery } from './slo/same-query.js'
import { sliceInterval } from './slo/slice-interval.js'
import { smallTarget } from './slo/small-target.js'
import { sloSource } from './slo/source.js'
import { sumAggregator } from './slo/sum-aggregator.js'
import { tagsUpper } from './slo/tags-upper.js'
import { targetRange } from './slo/target-range.js'
import { sloThresholdRange } from './slo/threshold-range.js'
import { sloThresholds } from './slo/thresholds.js'
import { sloTimeframe } from './slo/timeframe.js'
import { sloTimeframeMissing } from './slo/timeframe-missing.js'
import { sloWarningOrder } from './slo/warning-order.js'
import { thresholdMismatch } from './threshold/mismatch.js'
import { thresholdMissingCritical } from './threshold/missing-critical.js'
import { neverOrAlways } from './threshold/never-or-always.js'
import { thresholdNotANumber } from './threshold/not-a-number.js'
import { thresholdOrphanRecovery } from './threshold/orphan-recovery.js'
import { recoveryMissing } from './threshold/recovery-missing.js'
import { thresholdRecoveryOrder } from './threshold/recovery-order.js'
import { thresholdRecoveryWithoutSide } from './threshold/recovery-without-side.js'
import { thresholdServiceCheckCounts } from './threshold/service-check-counts.js'
import { thresholdWarningOrder } from './threshold/warning-order.js'

/**
 * Every rule, in the order in which a reader wants to hear about one monitor: first what makes its query unreadable (the
 * other findings may be consequences), then what the account refuses, then what works but not as meant, then the message,
 * then SLOs and dashboards, and last the repository. Rules about suppressions end the list, because they look at what
 * the others found.
 */
export const rules: readonly Rule[] = [
  definitionShape,
  // query
  querySyntax,
  queryTypeMismatch,
  queryUnknownSource,
  queryUnknownFunction,
  queryFunctionArity,
  queryAsCountAggregator,
  queryAsCountRollup,
  queryContradiction,
  queryDeprecatedFunction,
  divisionZeroGuard,
  queryDuplicateFilter,
  queryEventMethod,
  queryForecastLimits,
  groupByConstant,
  queryMissingGroupBy,
  queryGroupLimit,
  queryGroupMismatch,
  queryUnknownTimeAggregator,
  highCardinalityGroup,
  queryMissingIndex,
  queryIssueGroup,
  queryMissingLast,
  queryMethodOnExpression,
  metricAlertType,
  queryMixedCountRate,
  queryMixedOperators,
  queryOutlierParams,
  queryMissingOver,
  queryRatioAvgAsCount,
  requiredFilter,
  queryRollupInWindow,
  queryMissingRollup,
  queryRollupPercentile,
  querySpaceAggregator,
  spaceAggregatorDefault,
  starScope,
  queryStepArguments,
  queryStepTwice,
  suspiciousSyntax,
  queryTemplateVariable,
  queryTimeshiftPositive,
  queryTopInMonitor,
  queryUnknownStep,
  queryUnsupportedInMonitor,
  queryWeighted,
  queryWindowRange,
  // formula
  formulaDataSource,
  formulaVariableName,
  formulaVariableTwice,
  formulaVariableUndefined,
  formulaVariableUnused,
  // threshold
  thresholdMismatch,
  thresholdMissingCritical,
  neverOrAlways,
  thresholdNotANumber,
  thresholdOrphanRecovery,
  recoveryMissing,
  thresholdRecoveryOrder,
  thresholdRecoveryWithoutSide,
  thresholdServiceCheckCounts,
  thresholdWarningOrder,
  // anomaly
  anomalyAlertWindow,
  anomalyAlertWindowMissing,
  basicIgnoresSeasonality,
  anomalyBasicWithSeasonality,
  anomalyComparator,
  countDefaultZero,
  anomalyInterval,
  anomalyMissingWindows,
  anomalyQueryWindowTooShort,
  anomalyRecoveryWindow,
  anomalySeasonalityMissing,
  anomalyThresholdRange,
  anomalyWindowMismatch,
  anomalyWindowsWithoutAnomalies,
  // nodata
  nodataConflict,
  nodataCustomSchedule,
  nodataDefaultZero,
  nodataLogTimeframe,
  noAutoresolve,
  nodataResolveTimeout,
  silent,
  timeframeIgnored,
  nodataTimeframeRetention,
  nodataTimeframeShort,
  nodataUnsupported,
  nodataValue,
  // options
  evaluationDelayCloud,
  fullWindowSparse,
  optionsGroupDelaySimple,
  lockedDeprecated,
  optionsLogOnly,
  newGroupDelayMissing,
  optionsNewHostDelay,
  notifyAudit,
  optionsNotifyBySubset,
  optionsRange,
  redundantDefault,
  optionsRenotifyStatuses,
  optionsRenotifyWithoutInterval,
  optionsRetentionRange,
  silencedPresent,
  optionsMisplaced,
  optionsUnknown,
  optionsValue,
  // schedule
  scheduleRecurrences,
  scheduleResetMissing,
  scheduleResetRange,
  scheduleResetUnused,
  // service-check
  serviceCheckGroupBy,
  serviceCheckLastRange,
  serviceCheckLastThresholds,
  queryMissingStatusCount,
  // definition
  definitionType,
  // message
  messageArgumentCount,
  deadChannel,
  dottedKeyBrackets,
  duplicateHandle,
  emptyName,
  escapedCheckMessage,
  evalFunction,
  messageGluedHandle,
  messageHandleSyntax,
  isMatchVariable,
  mentionAll,
  messageMissingHash,
  messageMissingQuotes,
  nameBlank,
  noGroupVariable,
  noNotification,
  noRunbook,
  opsgenieCollapse,
  pageOnWarning,
  priorityValue,
  recoverySilent,
  messageSingleBrace,
  messageSmartQuotes,
  stateNesting,
  messageStrayElse,
  messageSyntax,
  timeZone,
  tooLong,
  messageUnbalancedBlock,
  messageUnclosedBraces,
  messageUnclosedQuote,
  messageUnknownConditional,
  messageUnknownFunction,
  messageUnknownHandle,
  messageUnknownTag,
  unreachableState,
  valueInName,
  variableNotGrouped,
  // composite
  compositeCount,
  duplicateMember,
  compositeGroupMismatch,
  nested,
  numericId,
  // slo
  sloAsCount,
  sloBurnRateParams,
  sloBurnRateRange,
  sloComparator,
  sloDecimals,
  sloGroupMismatch,
  groupsSingleMonitor,
  sloId,
  monitorEligible,
  noAlert,
  primaryTarget,
  sloQuerySyntax,
  sameQuery,
  sliceInterval,
  smallTarget,
  sloSource,
  sumAggregator,
  tagsUpper,
  targetRange,
  sloThresholdRange,
  sloThresholds,
  sloTimeframe,
  sloTimeframeMissing,
  sloWarningOrder,
  // dash
  dashDeprecatedFunction,
  deprecatedQ,
  duplicateTitle,
  emptyGroup,
  formulaUnknownQuery,
  layoutMissing,
  mixedRequest,
  nestedGroup,
  outsideGrid,
  widgetOverlap,
  presetVariable,
  presetsSorted,
  queryIgnoresVars,
  queryNameDuplicate,
  dashQuerySyntax,
  dashQuerySuspicious,
  responseFormat,
  dashTags,
  templateVarUndeclared,
  templateVarUnused,
  tooManyWidgets,
  dashUnknownFunction,
  unusedQuery,
  variableDefaults,
  variableDuplicate,
  // repo
  duplicateKey,
  duplicateMonitor,
  duplicateName,
  duplicateTag,
  namePattern,
  ownerTag,
  priority,
  priorityPager,
  reject,
  requiredTags,
  subsumed,
  tagSyntax,
  unknownReference,
  // live
  removedReference,
  metricMissing,
  metricStale,
  handleUnknown,
  mutedForever,
  alwaysAlerting,
  nodataDays,
  unmanaged,
  // suppressions
  suppressionReason,
  expiredSnooze,
  unusedSuppression,
]
