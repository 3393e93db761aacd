import { typesForSource } from '../../catalog/index.js'
import { isAcceptable } from '../../diagnostic/index.js'
import { type MonitorDefinition, type MonitorOptions, queryOf } from '../../model/index.js'
import type { MonitorQuery } from '../../query/index.js'
import type { Code } from '../code/index.js'
import { alertCode } from '../to-builder/alerts.js'
import { scheduledStart } from '../to-builder/metric-alert.js'
import { holdsNone } from '../to-builder/thresholds.js'
import { monitorQueryCode } from '../to-builder/to-builder.js'
import type { Variables } from '../to-builder/variables.js'

/** The code of an alert condition, with the options that belong to it. */
export interface AlertOfMonitor {
  readonly code: Code
  readonly query: MonitorQuery
  readonly owned: ReadonlySet<string>
  /** Whether it gives exactly the thresholds and windows of the monitor, or else completes or corrects them. */
  readonly isExact: boolean
}

/** The alert condition of a monitor as builder calls, else as checked text; undefined for a query that is none. */
export function alertOf(definition: MonitorDefinition, variables: Variables): AlertOfMonitor | undefined {
  const parsed = queryOf(definition)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics) || parsed.node.kind === 'opaque') return undefined
  const query = parsed.node
  const known = { ...definition, options: knownOptions(definition) }
  const built = isTypeOf(query, definition.type) ? builtAlert(query, known, variables) : undefined
  return built ?? textAlert(query, known)
}

/** A monitor without thresholds is known to have none. */
function knownOptions({ options }: MonitorDefinition): MonitorOptions {
  return { ...options, thresholds: options?.thresholds ?? {} }
}

function builtAlert(
  query: MonitorQuery,
  definition: MonitorDefinition,
  variables: Variables,
): AlertOfMonitor | undefined {
  const options = definition.options ?? {}
  const holdsVariables = (options.variables ?? []).length > 0
  if (holdsVariables !== (query.kind === 'formula-monitor')) return undefined
  const code = alertCode(query, options, definition.type, variables)
  const isExact = thresholdsFit(query, options) && windowsFit(query, options)
  return code && { code, query, owned: ownedOptions(query, options, true), isExact }
}

function textAlert(query: MonitorQuery, definition: MonitorDefinition): AlertOfMonitor {
  const { type, options = {} } = definition
  const code = monitorQueryCode(definition.query.trim(), { type, options })
  const isExact = thresholdsFit(query, options) && textFits(query, options)
  return { code, query, owned: ownedOptions(query, options, false), isExact }
}

/** The part of the schedule that belongs to the window, which the query starts. */
export const evaluationWindow = 'scheduling_options.evaluation_window'

/** What the builders write themselves, so that nobody else may. */
function ownedOptions(query: MonitorQuery, options: MonitorOptions, isBuilt: boolean): ReadonlySet<string> {
  const startsSchedule =
    isBuilt &&
    query.kind === 'metric-monitor' &&
    query.head.window.form === 'current' &&
    scheduledStart(options) !== undefined
  return new Set([
    'thresholds',
    'threshold_windows',
    'variables',
    ...(startsSchedule ? [evaluationWindow] : []),
  ])
}

/** The types that the builders give to a query; the two names of a metric monitor are one. */
function isTypeOf(query: MonitorQuery, type: string): boolean {
  switch (query.kind) {
    case 'metric-monitor':
      return type === 'query alert' || type === 'metric alert'
    case 'service-check':
      return type === 'service check'
    case 'slo-monitor':
      return type === 'slo alert'
    case 'composite':
      return type === 'composite'
    case 'event-monitor':
      return typesForSource(query.source)[0] === type
    default:
      return true
  }
}

const knownThresholds: ReadonlySet<string> = new Set([
  'critical',
  'warning',
  'critical_recovery',
  'warning_recovery',
])

/** Whether the condition and its thresholds are those that the builders write together. */
function thresholdsFit(query: MonitorQuery, { thresholds = {} }: MonitorOptions): boolean {
  const present = Object.entries(thresholds).filter(([, value]) => value !== null && value !== undefined)
  if (present.length === 0) return true
  if (query.kind === 'service-check') return checkCountsFit(query, present)
  if (!('condition' in query)) return false
  const { threshold } = query.condition
  if (threshold.kind !== 'number') return false
  // The account adds `ok` and `unknown` to types that have no such threshold; they mean nothing there.
  const own = present.filter(([name]) => name !== 'ok' && name !== 'unknown')
  return (
    own.every(([name, value]) => knownThresholds.has(name) && typeof value === 'number') &&
    (thresholds.critical ?? threshold.value) === threshold.value
  )
}

function checkCountsFit(
  query: MonitorQuery & { kind: 'service-check' },
  present: readonly (readonly [string, unknown])[],
): boolean {
  const last = query.steps.find(({ name }) => name === 'last')?.arguments[0]
  const isPercent = query.steps.some(({ name }) => name === 'pct_by_status')
  return present.every(([name, value]) => {
    const isKnown = ['critical', 'warning', 'ok', 'unknown'].includes(name) && typeof value === 'number'
    return isKnown && (isPercent || (last?.kind === 'number' && Number(value) <= last.value))
  })
}

/** The window that a query of anomalies names, if it is one. */
function alertWindowOf(query: MonitorQuery): string | undefined {
  if (query.kind !== 'metric-monitor' || query.expression.kind !== 'call') return undefined
  if (query.expression.name !== 'anomalies') return undefined
  for (const argument of query.expression.arguments) {
    if (argument.kind !== 'named-argument' || argument.name !== 'alert_window') continue
    return argument.value.kind === 'string' ? argument.value.value : undefined
  }
  return undefined
}

/** `anomalies(…)` writes both windows; they must be those of the monitor. */
function windowsFit(query: MonitorQuery, { threshold_windows: windows }: MonitorOptions): boolean {
  const alertWindow = alertWindowOf(query)
  const trigger = windows?.trigger_window ?? undefined
  const recovery = windows?.recovery_window ?? undefined
  if (alertWindow === undefined) return trigger === undefined && recovery === undefined
  return trigger === alertWindow && recovery !== undefined && /^last_[1-9]\d*(s|m|h|d|w|mo)$/.test(recovery)
}

/** As text, the critical threshold is in the options too, recovery has the window of the alert, and no status is counted. */
function textFits(query: MonitorQuery, options: MonitorOptions): boolean {
  const alertWindow = alertWindowOf(query)
  const { thresholds = {} } = options
  return (
    (holdsNone(thresholds) || typeof thresholds.critical === 'number') &&
    (query.kind !== 'service-check' || holdsNone(thresholds)) &&
    windowsFit(query, options) &&
    (alertWindow === undefined || options.threshold_windows?.recovery_window === alertWindow)
  )
}
