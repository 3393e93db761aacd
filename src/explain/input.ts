import { isJsonObject, type Json, type JsonObject } from '../model/index.js'

export type TextKind = 'monitor-query' | 'metric-query' | 'formula' | 'search' | 'message'
type ObjectKind = 'monitor' | 'slo' | 'dashboard' | 'other'

/** What a parsed JSON value is, by the fields that only it has. */
export function objectKind(object: JsonObject): ObjectKind {
  if (Array.isArray(object.widgets)) return 'dashboard'
  if (typeof object.type === 'string' && typeof object.query === 'string') return 'monitor'
  const isSlo =
    Array.isArray(object.thresholds) ||
    object.sli_specification !== undefined ||
    Array.isArray(object.monitor_ids)
  return typeof object.type === 'string' && isSlo ? 'slo' : 'other'
}

/** The JSON object that a text holds; the answer of the SLO API wraps it in `data`. */
export function jsonObjectIn(text: string): JsonObject | undefined {
  if (!text.trimStart().startsWith('{') || text.trimStart().startsWith('{{')) return undefined
  try {
    const value: Json = JSON.parse(text)
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** True for a text that can only have been meant as JSON, but is none, or holds no object. */
export function isOtherJson(text: string): boolean {
  return /^\s*(?:\{\s*["}]|\[\s*[{[\]"]|\[\s*-?\d+\s*,)/.test(text) && jsonObjectIn(text) === undefined
}

const monitorHead =
  /^\s*(?:(?:change|pct_change)\s*\(\s*)?[a-z0-9_]+\s*\(\s*(?:(?:last|current|next)_\d|[a-z0-9]+\s*\(\s*(?:last|current|next)_)/
const monitorTail = /(?:[<>]=?|[=!]=)\s*-?(?:\d[\d.e+-]*|threshold)\s*$/
const serviceCheck = /^\s*["'][^"']+["']\s*\.\s*(?:over|by|exclude|last)\s*\(/
const eventSource = /^\s*[a-z][a-z_-]*\s*\(\s*["'].*["']\s*\)\s*\./s
const stepped =
  /^\s*[a-z][a-z_-]*\s*\([^{}]*\)\s*\.\s*(?:index|indexes|rollup|by|last|current|source)\s*\(\s*["']/
const composite = /^\s*[!(]*\s*(?:\d{2,}|\$\{monitor:)/
const template = /\{\{|(?:^|\s)@[A-Za-z]+-[A-Za-z0-9]|(?:^|\s)@[\w.+-]+@[\w-]+\./
const series = /[A-Za-z0-9_]\s*\{[^{}]*\}/
const aggregated = /^\s*(?:avg|sum|min|max|count|last|stddev|p\d{1,2}(?:\.\d+)?)\s*:/
const named = /^[\s\w.+*/()'",-]+$/
const operators = /\w\s*[+*/]\s*[\w(]|\s[-+]\s|\(|^(?:query\d+|[a-z]\d?)$/

const sloOrFormula = /^\s*(?:(?:error_budget|burn_rate|formula)\s*\(|no_query\s*$)/
const bareMetric = /^\s*[a-z][a-z0-9_]*(?:\.\w+)+\s*$/i
const sql = /^\s*select\s.*\sfrom\s/is

/** True for SQL, of which nothing can be kept. */
export const looksLikeSql = (text: string): boolean => sql.test(text)

const prose = /[a-z]\s+[a-z]/i
const sentences = /\w\s+\w+\s+\w.*[.!?。](?:\s|$)/s

/** What a text that is not JSON seems to be. */
export function guessKind(text: string): TextKind {
  if (monitorHead.test(text) || serviceCheck.test(text)) return 'monitor-query'
  if (eventSource.test(text) || stepped.test(text) || (composite.test(text) && /&&|\|\||!/.test(text)))
    return 'monitor-query'
  if (sloOrFormula.test(text)) return 'monitor-query'
  if (template.test(text)) return 'message'
  if (sql.test(text)) return 'metric-query'
  if (aggregated.test(text) || series.test(text))
    return monitorTail.test(text) && !text.includes(' OR ') ? 'monitor-query' : 'metric-query'
  if (!text.includes(':') && named.test(text) && operators.test(text.trim()) && !prose.test(text))
    return 'formula'
  if (bareMetric.test(text)) return 'metric-query'
  return sentences.test(text) && !text.includes(':') ? 'message' : 'search'
}
