import type { MonitorOptions, MonitorThresholds } from '../../model/index.js'
import {
  type MetricExpression,
  parseMetricQuery,
  parseMonitorQuery,
  type QueryList,
} from '../../query/index.js'
import { type Code, callOf, jsonLiteral, listOf, namesOf, objectOf, textOf } from '../code/index.js'
import { alertCode } from './alerts.js'
import { expressionCode } from './expression.js'
import { holdsNone } from './thresholds.js'

/** What is known about the query beside its text. */
export interface ToBuilderOptions {
  /** The type of the monitor it belongs to; without it a text that can be a metric query is one. */
  readonly type?: string
  /** The monitor's options: thresholds and windows become part of the condition. */
  readonly options?: MonitorOptions
}

/** A builder expression, and the names to import for it. */
export interface BuilderExpression {
  readonly text: string
  /** In alphabetical order. */
  readonly names: readonly string[]
}

/**
 * Writes the builder expression of a query. Evaluating it gives an expression or an alert condition that prints as the
 * normal form of the text; what the builders cannot say becomes `query('…')` or `monitorQuery('…')`. Text from the query
 * only ever stands inside string literals. Several queries separated by commas, an old form of widgets, become a list.
 * @example toBuilder("avg:system.load.1{env:prod} by {host}") // "avg('system.load.1').where({ env: 'prod' }).by('host')"
 */
export function toBuilder(queryText: string, options: ToBuilderOptions = {}): string {
  return builderExpression(queryText, options).text
}

/** The same with the names that the expression uses. */
export function builderExpression(queryText: string, options: ToBuilderOptions = {}): BuilderExpression {
  const code = codeOf(queryText, options)
  return { text: textOf(code), names: [...namesOf(code)].sort() }
}

function codeOf(text: string, options: ToBuilderOptions): Code {
  const metric = options.type === undefined ? metricNode(text) : undefined
  if (metric?.kind === 'query-list') return listOf(metric.queries.map(expressionCode))
  if (metric !== undefined && metric.kind !== 'opaque') return expressionCode(metric)
  const parsed = parseMonitorQuery(text, options.type === undefined ? {} : { type: options.type })
  const alert = parsed.ok ? alertCode(parsed.node, options.options ?? {}, options.type) : undefined
  if (alert !== undefined) return alert
  return metric !== undefined && !parsed.ok ? callOf('query', text) : monitorQueryCode(text, options)
}

/** `monitorQuery('…')`: the text of a whole monitor query with what it cannot say itself. */
export function monitorQueryCode(text: string, options: ToBuilderOptions): Code {
  return callOf('monitorQuery', text, ...rawOptions(options))
}

function metricNode(text: string): MetricExpression | QueryList | undefined {
  const parsed = parseMetricQuery(text)
  return parsed.ok ? parsed.node : undefined
}

function rawOptions({ type, options }: ToBuilderOptions): readonly Code[] {
  const members = [
    ['type', type],
    ['thresholds', rawThresholds(options?.thresholds ?? undefined)],
    ['variables', options?.variables === undefined ? undefined : jsonLiteral(options.variables)],
  ] as const
  return members.some(([, value]) => value !== undefined) ? [objectOf(members)] : []
}

function rawThresholds(thresholds: MonitorThresholds | undefined): Code | null | undefined {
  if (thresholds === undefined) return undefined
  if (holdsNone(thresholds)) return null
  const members = [
    ['warning', thresholds.warning ?? undefined],
    ['criticalRecovery', thresholds.critical_recovery ?? undefined],
    ['warningRecovery', thresholds.warning_recovery ?? undefined],
  ] as const
  return members.some(([, value]) => value !== undefined) ? objectOf(members) : undefined
}
