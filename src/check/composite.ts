import { compositeMembers } from '../catalog/index.js'
import type { CompositeExpression, CompositeQuery } from '../query/index.js'
import type { Report } from './report.js'

/** The ids or references of a composite's members, in order, each once. */
export function compositeMembersOf(expression: CompositeExpression): readonly string[] {
  const ids = new Set<string>()
  const waiting: CompositeExpression[] = [expression]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'composite-monitor') ids.add(next.id)
    else if (next.kind === 'composite-not') waiting.push(next.operand)
    else if (next.kind === 'composite-and' || next.kind === 'composite-or') {
      for (let index = next.operands.length - 1; index >= 0; index -= 1) waiting.push(next.operands[index]!)
    }
  }
  return [...ids]
}

/** `composite/count`: two to ten members. */
export function checkCompositeCount(query: CompositeQuery, report: Report): void {
  if (query.expression.kind === 'opaque') return
  const { length } = compositeMembersOf(query.expression)
  const { min, max } = compositeMembers
  if (length >= min && length <= max) return
  report({
    code: 'composite/count',
    severity: length > max ? 'error' : 'warning',
    message:
      length > max
        ? `The composite has ${length} members, but at most ${max} are possible.`
        : 'A composite of one monitor tells nothing that the monitor itself does not tell.',
    span: query.span,
    hint: length > max ? 'Split it into several composites.' : 'Join it with another: `12345 && 67890`.',
  })
}
