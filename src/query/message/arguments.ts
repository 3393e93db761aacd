import type { StringLiteral } from '../node.js'
import type { MessageArgument, MessageSubexpression } from './ast.js'
import { edit, isBlank, type MessageScanner, report, skipBlanks } from './lexer.js'

/** The arguments of a tag, up to `end`; undefined when something stands there that is no argument. */
export function readArguments(
  scanner: MessageScanner,
  from: number,
  end: number,
): readonly MessageArgument[] | undefined {
  const found: MessageArgument[] = []
  let at = skipBlanks(scanner.text, from, end)
  while (at < end) {
    const argument = readArgument(scanner, at, end)
    if (argument === undefined) return undefined
    found.push(argument)
    at = skipBlanks(scanner.text, argument.span.end, end)
  }
  return found
}

/** `string | subexpr`, and a bare word where the quotes were forgotten. */
function readArgument(scanner: MessageScanner, at: number, end: number): MessageArgument | undefined {
  const code = scanner.text.charCodeAt(at)
  if (code === 40) return readSubexpression(scanner, at, end)
  if (code === 41) return undefined
  return readLiteral(scanner, at, end)
}

/** `subexpr = "(" , helper , { ws , string } , ")"` */
function readSubexpression(
  scanner: MessageScanner,
  open: number,
  end: number,
): MessageSubexpression | undefined {
  const { text } = scanner
  const nameStart = skipBlanks(text, open + 1, end)
  let at = nameStart
  while (at < end && !isBlank(text.charCodeAt(at)) && !'()\'"'.includes(text[at]!)) at += 1
  const name = text.slice(nameStart, at)
  const found: StringLiteral[] = []
  at = skipBlanks(text, at, end)
  while (at < end && text.charCodeAt(at) !== 41) {
    if (text.charCodeAt(at) === 40) return undefined
    const literal = readLiteral(scanner, at, end)
    found.push(literal)
    at = skipBlanks(text, literal.span.end, end)
  }
  if (at >= end || name === '') return undefined
  return { kind: 'message-subexpression', span: { start: open, end: at + 1 }, name, arguments: found }
}

function readLiteral(scanner: MessageScanner, at: number, end: number): StringLiteral {
  const code = scanner.text.charCodeAt(at)
  if (code === 34 || code === 39) return readString(scanner, at, end)
  if (code >= 0x2018 && code <= 0x201f) return readSmartString(scanner, at, end)
  return readBareWord(scanner, at, end)
}

/** `string = "'" … "'" | '"' … '"'` */
function readString(scanner: MessageScanner, open: number, end: number): StringLiteral {
  const { text } = scanner
  const quote = text[open] === '"' ? '"' : "'"
  let at = open + 1
  let hasEscape = false
  while (at < end && text[at] !== quote) {
    const escapes = text.charCodeAt(at) === 92 && at + 1 < end
    hasEscape ||= escapes
    at += escapes ? 2 : 1
  }
  if (at >= end) return unclosedString(scanner, open, end, quote)
  const inner = text.slice(open + 1, at)
  const value = hasEscape ? inner.replaceAll(`\\${quote}`, quote) : inner
  return { kind: 'string', span: { start: open, end: at + 1 }, value, quote }
}

/** `{{eval "value * 2}}`: the string ends with the tag. */
function unclosedString(scanner: MessageScanner, open: number, end: number, quote: '"' | "'"): StringLiteral {
  let last = end
  while (last > open + 1 && isBlank(scanner.text.charCodeAt(last - 1))) last -= 1
  report(scanner, open, last, {
    severity: 'error',
    code: 'message/unclosed-quote',
    message: 'This quoted text has no closing quote.',
    hint: `Write \`${quote}\` where the text ends.`,
    repair: [edit(last, last, quote)],
  })
  return { kind: 'string', span: { start: open, end }, value: scanner.text.slice(open + 1, last), quote }
}

function readSmartString(scanner: MessageScanner, open: number, end: number): StringLiteral {
  const { text } = scanner
  let at = open + 1
  while (at < end && !isSmart(text.charCodeAt(at))) at += 1
  const after = Math.min(at + 1, end)
  report(scanner, open, after, {
    severity: 'error',
    code: 'message/smart-quotes',
    message: 'Typographic quotes do not quote an argument.',
    hint: 'Write straight quotes: `"`.',
    repair: [edit(open, open + 1, '"'), edit(at, after, '"')],
  })
  return { kind: 'string', span: { start: open, end: after }, value: text.slice(open + 1, at), quote: '"' }
}

function isSmart(code: number): boolean {
  return (code >= 0x2018 && code <= 0x201f) || code === 34
}

/** A word that ends at a blank. */
function readBareWord(scanner: MessageScanner, start: number, end: number): StringLiteral {
  const { text } = scanner
  let at = start
  while (at < end && !isBlank(text.charCodeAt(at)) && !'()"\''.includes(text[at]!)) at += 1
  const after = Math.max(at, start + 1)
  const value = text.slice(start, after)
  if (!scanner.isBare) reportBareWord(scanner, start, after, value)
  return { kind: 'string', span: { start, end: after }, value, quote: '"' }
}

/** `{{#is_match host.name "web"}}`: quotes are missing. */
function reportBareWord(scanner: MessageScanner, start: number, after: number, value: string): void {
  const isComma = value === ','
  report(scanner, start, after, {
    severity: 'error',
    code: 'message/missing-quotes',
    message: isComma
      ? 'Arguments have blanks between them, no commas.'
      : `The argument \`${value}\` needs quotes.`,
    hint: isComma ? 'Take the comma away.' : `Write \`"${value}"\`.`,
    repair: [edit(start, after, isComma ? '' : `"${value}"`)],
  })
}
