import { isQuote } from '../characters.js'
import { parseCompositeExpression } from '../composite/parser.js'
import { finish } from '../finish.js'
import type { ParseResult } from '../result.js'
import { beforeBlanks, codeAt, endOfWord, peekAfterBlanks, type Scanner } from '../scanner.js'
import type { MonitorQuery } from './ast.js'
import { parseEventMonitor } from './event-parser.js'
import { parseFormulaMonitor } from './formula-monitor-parser.js'
import { monitorHabits } from './habits.js'
import { languageOf } from './language.js'
import { parseMetricMonitor } from './metric-monitor-parser.js'
import { parseServiceCheck } from './service-check-parser.js'
import { parseSloMonitor } from './slo-parser.js'
import { languageOfType, type MonitorLanguage } from './sources.js'
import { checkType } from './types.js'
import { expectedCheck, expectedPlaceholder, unknownQuery } from './unknown-query.js'

/** What is known about the monitor that a query belongs to. */
export interface MonitorQueryOptions {
  /** The monitor's type, such as `log alert`; a query of another language is then an error. */
  readonly type?: string | undefined
}

/**
 * Parses the query of a monitor of any type. Without `type` the language is told from the text; what is no language of
 * ours but balanced becomes one opaque node with a warning.
 *
 * @example
 * parseMonitorQuery('avg(last_5m):avg:system.load.1{*} by {host} > 4')
 * parseMonitorQuery('logs("status:error").index("*").rollup("count").last("5m") > 3', { type: 'log alert' })
 */
export function parseMonitorQuery(
  text: string,
  options: MonitorQueryOptions = {},
): ParseResult<MonitorQuery> {
  return finish(text, false, scanner => parseAnyMonitorQuery(scanner, options.type), monitorHabits)
}

function parseAnyMonitorQuery(scanner: Scanner, type: string | undefined): MonitorQuery {
  const language = languageOf(scanner) ?? strictLanguage(type)
  if (language === undefined) return unknownQuery(scanner, type)
  const query = parsers[language](scanner)
  if (type !== undefined) checkType(scanner, query, type)
  return query
}

/** The languages whose first words say little, so that their own reader has the best message about any text. */
function strictLanguage(type: string | undefined): MonitorLanguage | undefined {
  const language = type === undefined ? undefined : languageOfType(type)
  return language === 'composite' || language === 'service-check' || language === 'placeholder'
    ? language
    : undefined
}

const parsers: Readonly<Record<MonitorLanguage, (scanner: Scanner) => MonitorQuery>> = {
  metric: parseMetricMonitor,
  'service-check': parseCheckOrQuote,
  event: parseEventMonitor,
  formula: parseFormulaMonitor,
  slo: parseSloMonitor,
  composite: parseComposed,
  placeholder: parsePlaceholder,
}

/** A quote starts a check; any other type wants its own message about it. */
function parseCheckOrQuote(scanner: Scanner): MonitorQuery {
  peekAfterBlanks(scanner)
  return isQuote(codeAt(scanner, scanner.at)) ? parseServiceCheck(scanner) : expectedCheck(scanner)
}

function parseComposed(scanner: Scanner): MonitorQuery {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const expression = parseCompositeExpression(scanner)
  return { kind: 'composite', span: { start, end: beforeBlanks(scanner, scanner.at) }, expression }
}

/** "no_query" */
function parsePlaceholder(scanner: Scanner): MonitorQuery {
  peekAfterBlanks(scanner)
  const start = scanner.at
  scanner.at = endOfWord(scanner, start)
  if (scanner.text.slice(start, scanner.at) !== 'no_query') return expectedPlaceholder(scanner, start)
  return {
    kind: 'placeholder',
    span: { start, end: scanner.at },
    text: scanner.text.slice(start, scanner.at),
  }
}
