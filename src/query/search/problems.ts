import { isBlank } from './characters.js'
import { afterBlanks, edit, fail, isName, report, type SearchScanner, warn } from './lexer.js'

/** `AND` or `OR` with nothing before or behind it. */
export function reportLonelyConnective(
  scanner: SearchScanner,
  start: number,
  end: number,
  missing: 'before' | 'behind',
): void {
  const word = scanner.text.slice(start, end)
  const from = missing === 'behind' ? blanksBefore(scanner.text, start) : start
  const to = missing === 'before' ? afterBlanks(scanner.text, end) : end
  fail(
    scanner,
    start,
    end,
    'search/missing-operand',
    `\`${word}\` joins two searches, but there is none ${missing} it.`,
    `Write a search ${missing} \`${word}\`, or leave \`${word}\` out.`,
    [edit(scanner, from, to, '')],
  )
}

/** `NOT`, `-` or `+` with nothing behind it. */
export function reportLonelyModifier(scanner: SearchScanner, start: number, end: number): void {
  const word = scanner.text.slice(start, end)
  fail(
    scanner,
    start,
    end,
    'search/missing-operand',
    `\`${word}\` belongs to the search behind it, but there is none.`,
    `Write a search behind \`${word}\`, or escape it as \`\\${word}\` to search for it as text.`,
    [edit(scanner, blanksBefore(scanner.text, start), end, '')],
  )
}

/** `(` without `)`. */
export function reportUnclosedGroup(scanner: SearchScanner, open: number, end: number): void {
  fail(
    scanner,
    open,
    open + 1,
    'search/unclosed-parenthesis',
    'This parenthesis is never closed.',
    'Write `)` where the group ends.',
    [edit(scanner, end, end, ')')],
  )
}

/** `()` */
export function reportEmptyGroup(scanner: SearchScanner, open: number, end: number): void {
  fail(
    scanner,
    open,
    end,
    'search/empty-group',
    'These parentheses hold no search.',
    'Write what must match between them, `*` for anything, or leave them out.',
    [edit(scanner, open, end, scanner.text[open - 1] === ':' ? '*' : '')],
  )
}

/** `)`, `]` or `}` that nothing opened. */
export function reportStrayBracket(scanner: SearchScanner, at: number): void {
  const bracket = scanner.text[at]!
  fail(
    scanner,
    at,
    at + 1,
    'search/stray-bracket',
    `This \`${bracket}\` closes nothing.`,
    `Leave it out, or escape it as \`\\${bracket}\` to search for it as text.`,
    [edit(scanner, at, at + 1, '')],
  )
}

/** `service:` with no value behind it. */
export function reportMissingValue(scanner: SearchScanner, start: number, colon: number): void {
  const field = scanner.text.slice(start, colon)
  fail(
    scanner,
    start,
    colon + 1,
    'search/missing-value',
    `\`${field}:\` has no value behind the colon.`,
    `Write \`${field}:*\` for any value, or \`${field}:""\` for an empty text.`,
    [edit(scanner, colon + 1, colon + 1, '*')],
  )
}

/** `:value` with no field before it; of `service : web` the word before it is the field. */
export function reportMissingField(scanner: SearchScanner, colon: number, end: number): void {
  const { text, bareStart, bareEnd } = scanner
  const value = afterBlanks(text, colon + 1)
  const isField = bareStart !== -1 && isName(text, bareStart, bareEnd) && value < text.length
  fail(
    scanner,
    colon,
    end,
    'search/missing-field',
    'There is no field before this colon.',
    'Write the name of a tag or an attribute before it (`service:web`, `@http.method:GET`), or escape it as `\\:`.',
    [isField ? edit(scanner, bareEnd, value, ':') : edit(scanner, colon, colon + 1, '\\:')],
  )
}

/** `service: web` */
export function warnBlankAfterColon(scanner: SearchScanner, colon: number, value: number): void {
  warn(
    scanner,
    colon,
    value,
    'search/blank-after-colon',
    'There is a blank between the colon and the value.',
    'Write the value directly behind the colon.',
    [edit(scanner, colon + 1, value, '')],
  )
}

/** `"service":web` */
export function reportQuotedField(scanner: SearchScanner, start: number, end: number): void {
  fail(
    scanner,
    start,
    end,
    'search/quoted-field',
    'The name of a field cannot be written in quotes.',
    'Write the name without quotes, with a backslash before every blank in it.',
    [edit(scanner, start, end, scanner.text.slice(start + 1, end - 1).replaceAll(' ', '\\ '))],
  )
}

/** Nesting beyond the limit; everything after it is skipped. */
export function reportTooDeep(scanner: SearchScanner, at: number): void {
  report(scanner, at, at + 1, {
    severity: 'error',
    code: 'query/too-deep',
    message: 'This search is nested more than 200 levels deep; it was read up to here only.',
    hint: 'Write it with fewer parentheses and negations inside one another.',
  })
  scanner.stopped = true
  scanner.at = scanner.text.length
}

function blanksBefore(text: string, from: number): number {
  let at = from
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at -= 1
  return at
}
