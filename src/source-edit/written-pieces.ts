import { ts } from 'ts-morph'
import type { Span } from '../diagnostic/index.js'
import { type Alignment, alignment } from './alignment.js'
import { type Quote, readWritten, type WrittenText } from './written-text.js'

/** A place in a file where text may be put, in the form that its literal needs. */
export interface WrittenPlace {
  readonly span: Span
  readonly quote: Quote
}

/**
 * Where a span of a text stands in the literals from which an expression makes that text, or undefined when it is not
 * plain: the text is made of values, or the same words are written twice.
 */
export function writtenPlace(expression: ts.Node, text: string, span: Span): WrittenPlace | undefined {
  const places = literalsIn(expression).flatMap(literal => {
    const written = writtenText(literal)
    const align = written && alignmentOf(written, literal === expression, text)
    const inside = align?.(span)
    return written === undefined || inside === undefined ? [] : [toFile(written, inside)]
  })
  return places.length === 1 ? places[0] : undefined
}

function toFile({ offsetOf, quote }: WrittenText, { start, end }: Span): WrittenPlace {
  return { span: { start: offsetOf(start), end: offsetOf(end) }, quote }
}

function alignmentOf(written: WrittenText, isWhole: boolean, text: string): Alignment | undefined {
  if (isWhole && written.value === text) return span => span
  return alignment(written.value, text)
}

/** Literals whose words go into the text as they are; the names of tags and metrics that builders take do not. */
function literalsIn(expression: ts.Node): ts.Node[] {
  const pieces: ts.Node[] = isLiteral(expression) ? [expression] : []
  const visit = (node: ts.Node): void => {
    if (isTextPiece(node)) pieces.push(node)
    ts.forEachChild(node, visit)
  }
  ts.forEachChild(expression, visit)
  return pieces
}

function isTextPiece(node: ts.Node): boolean {
  if (!isLiteral(node)) return false
  const parent = node.parent
  if (isTemplatePart(node) || ts.isTaggedTemplateExpression(parent)) return true
  if (ts.isBinaryExpression(parent) || ts.isArrayLiteralExpression(parent)) return true
  const holdsQuery = ts.isCallExpression(parent) && node.getText().includes('{')
  return holdsQuery
}

function isLiteral(node: ts.Node): boolean {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || isTemplatePart(node)
}

function isTemplatePart(node: ts.Node): boolean {
  const kind = node.kind
  return (
    kind === ts.SyntaxKind.TemplateHead ||
    kind === ts.SyntaxKind.TemplateMiddle ||
    kind === ts.SyntaxKind.TemplateTail
  )
}

function writtenText(literal: ts.Node): WrittenText | undefined {
  const [start, end] = [literal.getStart(), literal.getEnd()]
  const file = literal.getSourceFile().text
  if (ts.isStringLiteral(literal)) {
    return readWritten(file, { start: start + 1, end: end - 1 }, file[start] === '"' ? '"' : "'")
  }
  // A head and a middle part end with `${`, everything else with one delimiter.
  const opensHole = literal.getText().endsWith('${') && !ts.isNoSubstitutionTemplateLiteral(literal)
  return readWritten(file, { start: start + 1, end: end - (opensHole ? 2 : 1) }, '`')
}
