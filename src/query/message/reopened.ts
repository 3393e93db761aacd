import { edit, type MessageScanner, report } from './lexer.js'
import { closeTag } from './printer.js'
import type { OpenTag } from './tag.js'

/** `{{#is_alert}} … {{#is_alert}}`, neither of them closed: says, and true, that the second was to close the first. */
export function isReopened(scanner: MessageScanner, first: OpenTag, second: OpenTag): boolean {
  const { name, nameStart } = second
  if (name !== first.name || second.arguments.length > 0) return false
  report(scanner, nameStart - 1, nameStart + name.length, {
    severity: 'error',
    code: 'message/unbalanced-block',
    message: `This opens \`${name}\` again, which is never closed.`,
    hint: `Write \`${closeTag(name)}\`.`,
    repair: [edit(nameStart - 1, nameStart, '/')],
  })
  return true
}

/** `{{#else}}` inside a block: says, and true, that it is no block of its own. */
export function isElse(
  scanner: MessageScanner,
  { name, nameStart }: OpenTag,
  start: number,
  end: number,
): boolean {
  if (name !== 'else') return false
  report(scanner, start, end, {
    severity: 'error',
    code: 'message/stray-else',
    message: 'An `{{else}}` is no block of its own.',
    hint: 'Write `{{else}}`.',
    repair: [edit(nameStart - 1, nameStart, '')],
  })
  return true
}
