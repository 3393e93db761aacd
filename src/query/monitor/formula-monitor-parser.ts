import { closeParenthesis, endOfText, isQuote, openParenthesis } from '../characters.js'
import { leftOver } from '../finish.js'
import type { MetricExpression } from '../metric/ast.js'
import { parseWholeExpression } from '../metric/parser.js'
import { addDiagnostic, peekAfterBlanks, type Scanner, scannerFor, scannerWithin } from '../scanner.js'
import type { FormulaMonitorQuery, Step } from './ast.js'
import { parseCondition } from './condition-parser.js'
import { embeddedText, moved, moveTree, requoted } from './embedded.js'
import { expectedSearch, unclosedSource, unopenedSource } from './event-mistakes.js'
import { type QuotedText, readQuotedText } from './quoted-parser.js'
import { checkQuotes, checkSteps } from './step-mistakes.js'
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
  adviseQuotes(scanner, steps, formula)
  const condition = parseCondition(scanner, end)
  const span = { start, end: Math.max(condition.span.end, end) }
  return { kind: 'formula-monitor', span, quote: '"', formula, steps, condition }
}

/** Data-jobs monitors alone write their windows without quotes. */
function adviseQuotes(scanner: Scanner, steps: readonly Step[], formula: MetricExpression): void {
  if (formula.kind === 'call' && formula.name === 'failed_runs') return
  for (const step of steps)
    if (step.name === 'last' || step.name === 'current') checkQuotes(scanner, step, 'warning')
}

/** "(" , q(formula) , ")" */
function parseFormulaArgument(scanner: Scanner): MetricExpression {
  const open = peekAfterBlanks(scanner) === openParenthesis ? scanner.at : unopenedSource(scanner)
  scanner.at = open === undefined ? scanner.at : open + 1
  const place = isQuote(peekAfterBlanks(scanner)) ? readQuotedText(scanner) : expectedSearch(scanner, open)
  const formula = parseQuotedFormula(scanner, place)
  if (peekAfterBlanks(scanner) === closeParenthesis) scanner.at += 1
  else if (open !== undefined) unclosedSource(scanner, open, place.end)
  return formula
}

/** Without escapes the formula is read where it stands. */
function parseQuotedFormula(scanner: Scanner, place: QuotedText): MetricExpression {
  const { innerStart, innerEnd, quote } = place
  const embedded = embeddedText(scanner.text, place)
  if (embedded.text === embedded.raw)
    return parseInner(scanner, scannerWithin(scanner, innerStart, innerEnd, true))
  const inner = scannerFor(embedded.text, true)
  const formula = parseInner(scanner, inner)
  moveTree(formula, embedded)
  for (const diagnostic of inner.diagnostics)
    addDiagnostic(scanner, requoted(moved(diagnostic, embedded), quote))
  return formula
}

function parseInner(scanner: Scanner, inner: Scanner): MetricExpression {
  const formula = parseWholeExpression(inner)
  if (peekAfterBlanks(inner) !== endOfText) leftOver(inner)
  scanner.unusual ||= inner.unusual
  return formula
}
