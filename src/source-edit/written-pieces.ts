import { Node, SyntaxKind } from 'ts-morph'
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
export function writtenPlace(expression: Node, text: string, span: Span): WrittenPlace | undefined {
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
function literalsIn(expression: Node): Node[] {
  const inside = expression.getDescendants().filter(each => isTextPiece(each))
  return isLiteral(expression) ? [expression, ...inside] : inside
}

function isTextPiece(node: Node): boolean {
  if (!isLiteral(node)) return false
  const parent = node.getParent()
  if (isTemplatePart(node) || Node.isTaggedTemplateExpression(parent)) return true
  if (Node.isBinaryExpression(parent) || Node.isArrayLiteralExpression(parent)) return true
  const holdsQuery = Node.isCallExpression(parent) && node.getText().includes('{')
  return holdsQuery
}

function isLiteral(node: Node): boolean {
  return Node.isStringLiteral(node) || Node.isNoSubstitutionTemplateLiteral(node) || isTemplatePart(node)
}

function isTemplatePart(node: Node): boolean {
  const kind = node.getKind()
  return (
    kind === SyntaxKind.TemplateHead || kind === SyntaxKind.TemplateMiddle || kind === SyntaxKind.TemplateTail
  )
}

function writtenText(literal: Node): WrittenText | undefined {
  const [start, end] = [literal.getStart(), literal.getEnd()]
  const file = literal.getSourceFile().getFullText()
  if (Node.isStringLiteral(literal)) {
    return readWritten(file, { start: start + 1, end: end - 1 }, file[start] === '"' ? '"' : "'")
  }
  // A head and a middle part end with `${`, everything else with one delimiter.
  const opensHole = literal.getText().endsWith('${') && !Node.isNoSubstitutionTemplateLiteral(literal)
  return readWritten(file, { start: start + 1, end: end - (opensHole ? 2 : 1) }, '`')
}
