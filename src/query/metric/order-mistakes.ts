import type { Span } from '../../diagnostic/index.js'
import { isLetter } from '../characters.js'
import { codeAt, excerpt, replacement, report, type Scanner } from '../scanner.js'
import { endOfName, isWordAt } from './lexer.js'

/** `.as_count` without parentheses: the scanner is behind the name. */
export function missingMethodCall(scanner: Scanner, name: Span): void {
  const text = scanner.text.slice(name.start, name.end)
  report(scanner, 'missing-call-parentheses', name.start, name.end, `\`.${text}\` lacks its parentheses.`, {
    hint: `Write \`.${text}()\`.`,
    // Not an insertion: a parenthesis that is missing behind it may be inserted at the same place.
    repair: [replacement(name.start, name.end, `${text}()`)],
  })
}

/** `avg system.load.1{*}`: true, reported, when a metric follows the blanks after the aggregator. */
export function missingSpaceColon(
  scanner: Scanner,
  nameStart: number,
  nameEnd: number,
  next: number,
): boolean {
  const isClause =
    isWordAt(scanner, next, 'by') || isWordAt(scanner, next, 'where') || isWordAt(scanner, next, 'group')
  if (!isLetter(codeAt(scanner, next)) || isClause) return false
  const name = scanner.text.slice(nameStart, nameEnd)
  const metric = excerpt(scanner, next, endOfName(scanner, next))
  report(
    scanner,
    'missing-space-colon',
    nameEnd,
    next,
    'A colon is missing between the space aggregation and the metric.',
    {
      hint: `Write \`${name}:${metric}\`.`,
      repair: [replacement(nameEnd, next, ':')],
    },
  )
  return true
}
