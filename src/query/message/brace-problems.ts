import { conditionalNames } from './conditionals.js'
import { edit, type MessageScanner, report } from './lexer.js'

/** How far a single brace is followed to see what it holds; the limit keeps reading linear. */
const lookahead = 80

/** `{{host.name` without `}}`. */
export function reportUnclosedBraces(scanner: MessageScanner, at: number): void {
  const inner = scanner.text.slice(at + 2, at + 2 + lookahead)
  const found = /^[ \t]*[#^/]?[\w.[\]@-]+[ \t]*(\}?)/.exec(inner)
  const end = found === null ? undefined : at + 2 + found[0].trimEnd().length
  report(scanner, at, at + 2, {
    severity: 'error',
    code: 'message/unclosed-braces',
    message: 'These braces are never closed.',
    hint: 'Write `}}` where the tag ends.',
    ...(end !== undefined && { repair: [edit(end, end, found?.[1] === '}' ? '}' : '}}')] }),
  })
}

/** `{{{{raw}}}}` without its end. */
export function reportUnclosedRaw(scanner: MessageScanner, at: number): void {
  report(scanner, at, at + 4, {
    severity: 'error',
    code: 'message/unclosed-braces',
    message: 'Four braces begin text that is left as it is, and its end is missing.',
    hint: 'Write `{{{{raw}}}} … {{{{/raw}}}}`, or two braces for a variable.',
  })
}

/** Names of variables that cannot be taken for ordinary text in braces. */
export const builtIn =
  /^(?:[\w@-]+\.name|value|threshold|warn_threshold|comparator|check_message|(?:first|last)_triggered_at)$/

/** `{host.name}`, `{#is_alert}`, `{value}}`: one brace where two belong. Only what is surely meant as a tag is reported. */
export function checkSingleBrace(scanner: MessageScanner, at: number): void {
  const { text } = scanner
  const inner = text.slice(at + 1, at + 1 + lookahead)
  const close = inner.indexOf('}')
  if (close <= 0) return
  const name = inner.slice(0, close).trim()
  const isBlock = '#^/'.includes(name[0] ?? ' ') && conditionalNames.includes(/^\w*/.exec(name.slice(1))![0])
  if (!isBlock && !builtIn.test(name)) return
  const end = at + 1 + close + 1
  const isDoubled = text[end] === '}'
  report(scanner, at, isDoubled ? end + 1 : end, {
    severity: 'warning',
    code: 'message/single-brace',
    message: `\`{${name}}\` is sent as it stands, because a tag has two braces on each side.`,
    hint: `Write \`{{${name}}}\`.`,
    repair: [edit(at, at, '{'), ...(isDoubled ? [] : [edit(end, end, '}')])],
  })
}
