import { closeParenthesis, colon, comma, isQuote, isWordPart, openParenthesis } from '../characters.js'
import { endOfName } from '../metric/lexer.js'
import { parseWholeExpression } from '../metric/parser.js'
import { afterBlanks, beforeBlanks, codeAt, peekAfterBlanks, type Scanner } from '../scanner.js'
import type { ChangeHead, EvaluationHead, MetricMonitorQuery, Window, WindowHead } from './ast.js'
import { parseCondition } from './condition-parser.js'
import {
  checkTimeAggregator,
  expectedHeadClose,
  expectedHeadComma,
  missingHead,
  missingHeadColon,
  readWrongWindow,
  startsHead,
  wrongHeadBracket,
} from './head-mistakes.js'
import { readWindow } from './lexer.js'

/** metric-monitor = head , ":" , metric-expr , cmp , threshold ; */
export function parseMetricMonitor(scanner: Scanner): MetricMonitorQuery {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const head = startsHead(scanner) ? parseHead(scanner) : missingHead(scanner)
  const expression = parseWholeExpression(scanner)
  const expressionEnd = beforeBlanks(scanner, scanner.at)
  const condition = parseCondition(scanner, expressionEnd)
  const span = { start, end: Math.max(condition.span.end, expressionEnd) }
  return { kind: 'metric-monitor', span, head, expression, condition }
}

/** head , ":" */
function parseHead(scanner: Scanner): EvaluationHead {
  const start = scanner.at
  const nameEnd = endOfName(scanner, start)
  const name = scanner.text.slice(start, nameEnd)
  const head =
    name === 'change' || name === 'pct_change'
      ? parseChangeHead(scanner, name, start, nameEnd)
      : parseWindowHead(scanner)
  if (peekAfterBlanks(scanner) === colon) scanner.at += 1
  else missingHeadColon(scanner, start, head.span.end)
  return head
}

/** ( "change" | "pct_change" ) , "(" , time-agg , "(" , window , ")" , "," , shift , ")" */
function parseChangeHead(
  scanner: Scanner,
  change: ChangeHead['change'],
  start: number,
  nameEnd: number,
): ChangeHead {
  scanner.at = Math.min(afterBlanks(scanner, nameEnd) + 1, scanner.end)
  peekAfterBlanks(scanner)
  const { aggregator, window } = parseWindowHead(scanner)
  if (peekAfterBlanks(scanner) === comma) scanner.at += 1
  else expectedHeadComma(scanner)
  const shift = parseWindow(scanner)
  closeHead(scanner)
  return { kind: 'change-head', span: { start, end: scanner.at }, change, aggregator, window, shift }
}

/** time-agg , "(" , window , ")" */
function parseWindowHead(scanner: Scanner): WindowHead {
  const start = scanner.at
  const end = endOfName(scanner, start)
  const aggregator = checkTimeAggregator(scanner, start, end)
  const open = afterBlanks(scanner, end)
  const isOpen = codeAt(scanner, open) === openParenthesis
  scanner.at = isOpen ? open + 1 : wrongHeadBracket(scanner, open)
  const window = parseWindow(scanner)
  closeHead(scanner)
  return { kind: 'window-head', span: { start, end: scanner.at }, aggregator, window }
}

function closeHead(scanner: Scanner): void {
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else expectedHeadClose(scanner)
}

/** Windows are counted in minutes; one that is shorter is no question of spelling. */
function isSeconds({ unit, amount }: Window): boolean {
  return unit === 's' && amount >= 60
}

/** window and shift: `last_5m`, `current_1d`, `next_1w`, `1d_ago` */
function parseWindow(scanner: Scanner): Window {
  peekAfterBlanks(scanner)
  const start = scanner.at
  const window = readWindow(scanner)
  const code = peekAfterBlanks(scanner)
  const goesOn = isWordPart(code) || isQuote(code)
  if (window !== undefined && window.form !== 'plain' && !isSeconds(window) && !goesOn) return window
  scanner.at = start
  return readWrongWindow(scanner)
}
