import type { Span } from '../../diagnostic/index.js'
import { replacement, report, type Scanner } from '../scanner.js'

/** `.as_count` without parentheses: the scanner is behind the name. */
export function missingMethodCall(scanner: Scanner, name: Span): void {
  const text = scanner.text.slice(name.start, name.end)
  report(scanner, 'missing-call-parentheses', name.start, name.end, `\`.${text}\` lacks its parentheses.`, {
    hint: `Write \`.${text}()\`.`,
    // Not an insertion: a parenthesis that is missing behind it may be inserted at the same place.
    repair: [replacement(name.start, name.end, `${text}()`)],
  })
}
