import { isMonitorType, monitorTypeNames } from '../catalog/index.js'
import { type Diagnostic, didYouMean } from '../diagnostic/index.js'
import { type MonitorQuery, type ParseResult, parseMonitorQuery } from '../query/index.js'
import {
  checkAlertWindowMissing,
  checkAnomalyWindows,
  checkRecoveryWindow,
  checkStrayWindows,
  checkWindowMismatch,
} from './anomaly.js'
import {
  type CheckedMonitor,
  type DefinitionDiagnostic,
  type DefinitionFacts,
  type DefinitionReport,
  definitionFacts,
  type KnownSlo,
} from './definition-facts.js'
import {
  checkFormulaSides,
  checkVariableGroupLimit,
  checkVariableMethods,
  checkVariableRollups,
  checkVariableSearches,
} from './formula-queries.js'
import {
  checkDefaultZero,
  checkLogTimeframe,
  checkNoDataConflict,
  checkNoDataSupport,
  checkNoDataValue,
  checkResolveTimeout,
  checkScheduleNoData,
  checkTimeframeRetention,
  checkTimeframeShort,
} from './nodata.js'
import {
  checkForeignOptions,
  checkForeignThresholds,
  checkGroupDelay,
  checkHostDelay,
  checkMisplacedMembers,
  checkNotifyBy,
  checkOptionNames,
  checkOptionRanges,
  checkOptionValues,
  checkPriority,
  checkRetention,
  checkThresholdNames,
} from './options.js'
import { checkQuery } from './query.js'
import { checkRenotifyInterval, checkRenotifyReach, checkRenotifyStatuses } from './renotify.js'
import { repairedReading } from './repaired.js'
import { checkCumulativeReset, checkRecurrences, checkResetRange, checkUnusedReset } from './schedule.js'
import { checkBurnRateRange, checkSloHasTimeframe } from './slo-target.js'
import {
  checkMissingCritical,
  checkOrphanRecovery,
  checkRecoveryOrder,
  checkRecoverySide,
  checkServiceCheckCounts,
  checkServiceCheckLast,
  checkThresholdMismatch,
  checkThresholdNumbers,
  checkWarningOrder,
} from './threshold.js'
import {
  checkDataSources,
  checkFixedName,
  checkUndefinedVariables,
  checkUnusedVariables,
  checkVariableNames,
  checkVariableQueries,
} from './variables.js'

/** One check of a definition. */
export type DefinitionCheck = (facts: DefinitionFacts, report: DefinitionReport) => void

/**
 * Every check of a whole definition. First what the account refuses as “query is invalid” although the query is fine,
 * then the other refusals, then what it accepts and does not do.
 */
export const definitionChecks: readonly DefinitionCheck[] = [
  checkThresholdMismatch,
  checkMissingCritical,
  checkThresholdNumbers,
  checkWarningOrder,
  checkRecoveryOrder,
  checkOrphanRecovery,
  checkRecoverySide,
  checkAnomalyWindows,
  checkWindowMismatch,
  checkAlertWindowMissing,
  checkRecoveryWindow,
  checkStrayWindows,
  checkServiceCheckLast,
  checkServiceCheckCounts,
  checkSloHasTimeframe,
  checkBurnRateRange,
  checkUndefinedVariables,
  checkVariableNames,
  checkFixedName,
  checkVariableQueries,
  checkDataSources,
  checkUnusedVariables,
  checkFormulaSides,
  checkVariableRollups,
  checkVariableGroupLimit,
  checkVariableMethods,
  checkVariableSearches,
  checkGroupDelay,
  checkNotifyBy,
  checkNoDataConflict,
  checkNoDataValue,
  checkNoDataSupport,
  checkLogTimeframe,
  checkDefaultZero,
  checkResolveTimeout,
  checkScheduleNoData,
  checkTimeframeShort,
  checkTimeframeRetention,
  checkCumulativeReset,
  checkResetRange,
  checkUnusedReset,
  checkRecurrences,
  checkOptionRanges,
  checkPriority,
  checkOptionValues,
  checkOptionNames,
  checkThresholdNames,
  checkMisplacedMembers,
  checkRetention,
  checkHostDelay,
  checkRenotifyInterval,
  checkRenotifyReach,
  checkRenotifyStatuses,
  checkForeignOptions,
  checkForeignThresholds,
]

/** What `checkDefinition` may know besides the definition. */
export interface DefinitionCheckOptions {
  /** The query's parse result, where the caller has it already. */
  readonly parsed?: ParseResult<MonitorQuery>
  /** Finds the SLO an SLO alert names, by its id or reference. */
  readonly sloNamed?: (id: string) => KnownSlo | undefined
}

/**
 * What is wrong with a whole monitor: its query's syntax, the query beyond syntax, and the definition around it, which
 * the API often reports only as “The value provided for parameter 'query' is invalid”.
 * @example checkDefinition({ type: 'query alert', query: 'avg(last_5m):avg:a{*} > 1', options: { thresholds: { critical: 2 } } })
 * // [{ code: 'threshold/mismatch', path: ['options', 'thresholds', 'critical'], … }]
 */
export function checkDefinition(
  monitor: CheckedMonitor,
  options: DefinitionCheckOptions = {},
): DefinitionDiagnostic[] {
  const shape = checkShape(monitor)
  if (shape !== undefined) return [shape]
  const { query, type } = monitor
  const parse = (text: string) => parseMonitorQuery(text, { type })
  const parsed = options.parsed ?? parse(query)
  const repaired = repairedReading(query, parsed, parse, node => checkQuery(node, { type }))
  const ofQuery = repaired?.diagnostics ?? withoutSlips(parsed.diagnostics.concat(beyondSyntax(parsed, type)))
  const around = checkAround(monitor, parsed.ok ? parsed.node : undefined, options)
  return [
    ...checkType(type),
    ...ofQuery.map(diagnostic => ({ ...diagnostic, path: ['query'] })),
    ...around,
    ...(repaired === undefined ? [] : newErrors(around, checkAround(monitor, repaired.node, options))),
  ]
}

/** What is wrong with the definition around a query, as far as the query could be read. */
function checkAround(
  monitor: CheckedMonitor,
  query: MonitorQuery | undefined,
  { sloNamed }: DefinitionCheckOptions,
): readonly DefinitionDiagnostic[] {
  const facts = definitionFacts(monitor, query, sloNamed)
  const found: DefinitionDiagnostic[] = []
  const report: DefinitionReport = diagnostic => found.push(diagnostic)
  for (const check of definitionChecks) check(facts, report)
  return found
}

/** What the account would refuse of a definition once its query is repaired; places in the repaired query are none in the query. */
function newErrors(
  known: readonly DefinitionDiagnostic[],
  found: readonly DefinitionDiagnostic[],
): readonly DefinitionDiagnostic[] {
  const told = new Set(known.map(placeOf))
  return found
    .filter(each => each.severity === 'error' && !told.has(placeOf(each)))
    .map(({ span: _, repair: __, ...words }) => words)
}

const placeOf = ({ code, path = [] }: DefinitionDiagnostic) => [code, ...path].join(' ')

/** A step that is missing because its name is mistyped is one fault: repairing both would write it twice. */
function withoutSlips(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const meant = found.flatMap(({ code, repair }) =>
    code === 'query/unknown-step' ? (repair ?? []).map(({ text }) => `query/missing-${text}`) : [],
  )
  return meant.length === 0 ? found : found.filter(({ code }) => !meant.includes(code))
}

/** Findings about the query; what the parser already complained about is not said twice. */
function beyondSyntax(parsed: ParseResult<MonitorQuery>, type: string): readonly Diagnostic[] {
  if (parsed.node === undefined) return []
  const errors = parsed.diagnostics.filter(diagnostic => diagnostic.severity === 'error')
  return checkQuery(parsed.node, { type }).filter(
    diagnostic => !errors.some(error => saysTheSame(error, diagnostic)),
  )
}

function saysTheSame(error: Diagnostic, { code, span }: Diagnostic): boolean {
  if (error.code === code) return true
  if (span === undefined || error.span === undefined || span.start >= error.span.end) return false
  // An empty span is where the parser went on with something that it made up.
  return error.span.start < span.end || (span.start === span.end && error.span.start === span.start)
}

function checkShape(monitor: CheckedMonitor): DefinitionDiagnostic | undefined {
  const field =
    typeof monitor.type !== 'string' ? 'type' : typeof monitor.query !== 'string' ? 'query' : undefined
  if (field === undefined) return undefined
  return {
    code: 'definition/shape',
    severity: 'error',
    message: `A monitor needs a \`${field}\`, as text.`,
    path: [field],
    hint:
      field === 'type' ? 'Write a monitor type such as `query alert`.' : 'Write the query of the monitor.',
  }
}

/** `definition/type`: a type the API does not list; some accounts know more. */
function checkType(type: string): readonly DefinitionDiagnostic[] {
  if (isMonitorType(type)) return []
  const hint = didYouMean(type, monitorTypeNames)
  return [
    {
      code: 'definition/type',
      severity: 'warning',
      message: `\`${type}\` is not a monitor type that Datadog documents.`,
      path: ['type'],
      ...(hint === undefined ? {} : { hint }),
    },
  ]
}
