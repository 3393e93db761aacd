import {
  atSign,
  closeBrace,
  closeBracket,
  closeParenthesis,
  comma,
  isBlank,
  isNamePart,
  isQuote,
  minus,
  openBracket,
  openParenthesis,
  slash,
} from '../characters.js'
import {
  afterBlanks,
  codeAt,
  excerpt,
  found,
  insertion,
  peek,
  peekAfterBlanks,
  replacement,
  report,
  type Scanner,
} from '../scanner.js'
import type { GroupBy, TagKey } from './ast.js'

/** `by {}`: the scanner is behind the brace. */
export function emptyGroupBy(scanner: Scanner, start: number): void {
  let from = start
  while (isBlank(codeAt(scanner, from - 1))) from -= 1
  report(scanner, 'empty-group-by', start, scanner.at, 'The braces after `by` name no tag.', {
    hint: 'Write the tags to group by, as in `by {host}`, or take `by {}` away.',
    repair: [replacement(from, scanner.at, '')],
  })
}

/** `by {host service}`: true when it was reported and reading may go on with the next key. */
export function missingKeyComma(scanner: Scanner, keyEnd: number): boolean {
  let at = scanner.at
  while (isKeyPart(codeAt(scanner, at))) at += 1
  const next = codeAt(scanner, afterBlanks(scanner, at))
  if (at === scanner.at || (next !== comma && next !== closeBrace)) return false
  report(scanner, 'missing-comma', scanner.at, at, 'The tags after `by` are separated by commas.', {
    hint: 'Write a comma between them.',
    repair: [insertion(keyEnd, ',')],
  })
  return true
}

function isKeyPart(code: number): boolean {
  return isNamePart(code) || code === minus || code === slash || code === atSign
}

/** `by {host` without its `}`; the last key ended at `keyEnd`. */
export function unclosedGroupBy(scanner: Scanner, open: number, keyEnd: number): void {
  report(scanner, 'unclosed-brace', open, open + 1, 'This `{` is never closed.', {
    hint: `Write \`by ${excerpt(scanner, open, keyEnd)}}\`.`,
    repair: [insertion(keyEnd, '}')],
  })
  scanner.at = keyEnd
}

/** `by (host)`, `by [host]`, `by host, service`: the scanner is behind `by` and its blanks. */
export function groupByWithoutBraces(scanner: Scanner, start: number): GroupBy {
  const open = scanner.at
  const code = peek(scanner)
  const bracketed = code === openParenthesis || code === openBracket
  if (bracketed) scanner.at += 1
  const keys = readLooseKeys(scanner, bracketed)
  const close = peekAfterBlanks(scanner)
  if (!bracketed && close === closeBrace && keys.length > 0)
    return unopenedGroupBy(scanner, start, open, keys)
  if (bracketed && (close === closeParenthesis || close === closeBracket || close === closeBrace))
    scanner.at += 1
  else if (keys.length > 0) scanner.at = afterLastKey(scanner, keys)
  const end = Math.max(scanner.at, open)
  const span = { start, end }
  reportLooseKeys(scanner, start, open, end, keys)
  return { kind: 'group-by', span, keys }
}

/** Behind the last key, and behind the quote that it was written with. */
function afterLastKey(scanner: Scanner, keys: readonly TagKey[]): number {
  const { end } = keys.at(-1)!.span
  return isQuote(codeAt(scanner, end)) ? end + 1 : end
}

/** `by host}`: the scanner is at the brace. */
function unopenedGroupBy(scanner: Scanner, start: number, open: number, keys: readonly TagKey[]): GroupBy {
  const at = scanner.at
  scanner.at += 1
  report(scanner, 'unopened-brace', at, at + 1, 'This `}` closes nothing.', {
    hint: 'Write `{` after `by`.',
    repair: [insertion(open, '{')],
  })
  return { kind: 'group-by', span: { start, end: scanner.at }, keys }
}

function readLooseKeys(scanner: Scanner, bracketed: boolean): TagKey[] {
  const keys: TagKey[] = []
  for (;;) {
    let code = peekAfterBlanks(scanner)
    if (isQuote(code)) scanner.at += 1
    const start = scanner.at
    while (isKeyPart(peek(scanner))) scanner.at += 1
    if (scanner.at === start) return keys
    const name = scanner.text.slice(start, scanner.at)
    keys.push({ kind: 'tag-key', span: { start, end: scanner.at }, name })
    if (isQuote(peek(scanner))) scanner.at += 1
    code = peekAfterBlanks(scanner)
    if (code !== comma || !(bracketed || startsBareKey(scanner))) return keys
    scanner.at += 1
  }
}

/** After a comma outside brackets only a plain word can be another key; `avg:x{*}` is another query. */
function startsBareKey(scanner: Scanner): boolean {
  let at = afterBlanks(scanner, scanner.at + 1)
  const start = at
  while (isKeyPart(codeAt(scanner, at))) at += 1
  const next = codeAt(scanner, afterBlanks(scanner, at))
  return (
    at > start && !/[:{(]/.test(String.fromCharCode(Math.max(next, 0))) && !/\d/.test(scanner.text[start]!)
  )
}

function reportLooseKeys(
  scanner: Scanner,
  start: number,
  open: number,
  end: number,
  keys: readonly TagKey[],
): void {
  if (keys.length === 0) {
    report(
      scanner,
      'expected-group-by',
      start,
      open,
      `Tags in braces are expected after \`by\`, not ${found(scanner)}.`,
      {
        hint: 'Write for example `by {host}`.',
      },
    )
    return
  }
  const right = `{${keys.map(key => key.name).join(',')}}`
  report(scanner, 'group-by-without-braces', open, end, 'The tags to group by stand in braces.', {
    hint: `Write \`by ${right}\`.`,
    repair: [replacement(open, end, isBlank(codeAt(scanner, open - 1)) ? right : ` ${right}`)],
  })
}
