import { closeParenthesis, endOfText, isQuote, openParenthesis } from '../characters.js'
import { leftOver } from '../finish.js'
import { parseWholeExpression } from '../metric/parser.js'
import type { MetricExpression } from '../metric/ast.js'
import { peekAfterBlanks, type Scanner, scannerWithin } from '../scanner.js'
import type { FormulaMonitorQuery } from './ast.js'
import { parseCondition } from './condition-parser.js'
import { expectedSearch, unclosedSource, unopenedSource } from './event-mistakes.js'
import { readQuotedText } from './quoted-parser.js'
import { checkSteps } from './step-mistakes.js'
import { parseSteps } from './step-parser.js'

/** formula-monitor = "formula" , "(" , q(formula) , ")" , { "." , step } , cmp , threshold ; */
export function parseFormulaMonitor(scanner: Scanner): FormulaMonitorQuery {
  peekAfterBlanks(scanner)
  const start = scanner.at
  scanner.at += 'formula'.length
  const formula = parseFormulaArgument(scanner)
  const formulaEnd = scanner.at
  const steps = parseSteps(scanner)
  const end = steps.at(-1)?.span.end ?? formulaEnd
  checkSteps(scanner, steps, formulaEnd, { window: true, rollup: false, quotes: false })
  const condition = parseCondition(scanner, end)
  const span = { start, end: Math.max(condition.span.end, end) }
  return { kind: 'formula-monitor', span, quote: '"', formula, steps, condition }
}

/** "(" , q(formula) , ")" */
function parseFormulaArgument(scanner: Scanner): MetricExpression {
  const open = peekAfterBlanks(scanner) === openParenthesis ? scanner.at : unopenedSource(scanner)
  scanner.at = open === undefined ? scanner.at : open + 1
  const place = isQuote(peekAfterBlanks(scanner)) ? readQuotedText(scanner) : expectedSearch(scanner, open)
  const inner = scannerWithin(scanner, place.innerStart, place.innerEnd, true)
  const formula = parseWholeExpression(inner)
  if (peekAfterBlanks(inner) !== endOfText) leftOver(inner)
  scanner.unusual ||= inner.unusual
  scanner.halted ||= inner.halted
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else if (open !== undefined) unclosedSource(scanner, open, place.end)
  return formula
}
