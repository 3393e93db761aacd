import { requireText } from '../required-text.js'
import type { ParseResult } from '../result.js'
import type { MessageComment, MessageRaw, MessageTemplate } from './ast.js'
import { addPart, type Builder, builderOf, closeBlock, finish, openBlock, turnToElse } from './blocks.js'
import { checkSingleBrace, reportUnclosedBraces, reportUnclosedRaw } from './brace-problems.js'
import { checkFullWidthBraces } from './full-width.js'
import { checkGluedBefore, readHandle } from './handles.js'
import { isBlank, type MessageScanner, nextOf, nextSpecial, scannerOf, skipBlanks } from './lexer.js'
import { readPath } from './path.js'
import { readTag, variableNode } from './read-tag.js'

/**
 * Reads a notification template: the `message`, the `name` or the `escalation_message` of a monitor. Takes any text, and
 * loses none of it: the printed tree is the text. Blocks that are not closed, crossed or misspelt are reported and the rest is
 * read as far as it goes.
 *
 * Messages of Synthetics tests may hold blocks that others may not; they are taken where `type` is not given.
 *
 * @example
 * parseMessage('{{#is_alert}}{{host.name}} is down @slack-ops{{/is_alert}}').node
 * // → { kind: 'message', parts: [{ kind: 'message-block', name: 'is_alert', body: [variable, text, handle], … }] }
 *
 * @throws TypeError when the text is not a string.
 */
export function parseMessage(
  text: string,
  { type }: { readonly type?: string } = {},
): ParseResult<MessageTemplate> {
  requireText(text, 'message')
  const scanner = scannerOf(text, type)
  const builder = builderOf(scanner)
  readParts(scanner, builder)
  if (text.includes('｛')) checkFullWidthBraces(scanner)
  const node: MessageTemplate = {
    kind: 'message',
    span: { start: 0, end: text.length },
    parts: finish(builder),
  }
  const diagnostics = scanner.diagnostics.sort((a, b) => a.span!.start - b.span!.start)
  return { ok: !scanner.failed, node, diagnostics }
}

/** `template = { text | comment | raw | triple | block | inline }`, and handles. */
function readParts(scanner: MessageScanner, builder: Builder): void {
  const { text } = scanner
  let textStart = 0
  while (scanner.at < text.length) {
    const at = nextSpecial(text, scanner.at)
    scanner.at = at
    if (at >= text.length) break
    const isRead =
      text.charCodeAt(at) === 64
        ? readAt(scanner, builder, textStart)
        : readBraces(scanner, builder, textStart)
    if (isRead) textStart = scanner.at
  }
  addText(builder, textStart, text.length)
}

function addText(builder: Builder, start: number, end: number): void {
  if (start === end) return
  addPart(builder, {
    kind: 'message-text',
    span: { start, end },
    text: builder.scanner.text.slice(start, end),
  })
}

/** A handle, or an `@` that begins none. True when a part was added. */
function readAt(scanner: MessageScanner, builder: Builder, textStart: number): boolean {
  const { text, at } = scanner
  const isFree = at === 0 || isBlank(text.charCodeAt(at - 1)) || at === builder.silentEnd
  const handle = isFree ? readHandle(scanner, at) : undefined
  if (handle === undefined) {
    if (!isFree) checkGluedBefore(scanner, at)
    scanner.at = at + 1
    return false
  }
  addText(builder, textStart, at)
  const { end, channel } = handle
  addPart(builder, { kind: 'message-handle', span: { start: at, end }, text: text.slice(at, end), channel })
  scanner.at = end
  return true
}

/** Something in braces. True when a part was added; else the brace is text. */
function readBraces(scanner: MessageScanner, builder: Builder, textStart: number): boolean {
  const { text, at } = scanner
  if (text.charCodeAt(at + 1) !== 123) {
    checkSingleBrace(scanner, at)
    scanner.at = at + 1
    return false
  }
  if (text.startsWith('{{{{', at)) return readRaw(scanner, builder, textStart)
  if (text.charCodeAt(at + 2) === 33) return readComment(scanner, builder, textStart)
  if (text.charCodeAt(at + 2) === 123) return readTriple(scanner, builder, textStart)
  return readDouble(scanner, builder, textStart)
}

/** `raw = "{{{{" , helper , args , "}}}}" , any , "{{{{/" , helper , "}}}}"` */
function readRaw(scanner: MessageScanner, builder: Builder, textStart: number): boolean {
  const { text, at } = scanner
  const openEnd = nextOf(scanner, '}}}}', at + 4)
  const close = openEnd === -1 ? -1 : nextOf(scanner, '{{{{/', openEnd + 4)
  const end = close === -1 ? -1 : nextOf(scanner, '}}}}', close + 5)
  if (end === -1) {
    reportUnclosedRaw(scanner, at)
    scanner.at = at + 4
    return false
  }
  addText(builder, textStart, at)
  addPart(builder, rawPart(text, at, end + 4))
  scanner.at = end + 4
  return true
}

function rawPart(text: string, start: number, end: number): MessageRaw {
  return { kind: 'message-raw', span: { start, end }, text: text.slice(start, end) }
}

/** `comment = "{{!--" , any , "--}}" | "{{!" , any , "}}"` */
function readComment(scanner: MessageScanner, builder: Builder, textStart: number): boolean {
  const { text, at } = scanner
  const end = commentEnd(scanner, at)
  if (end === -1) return reportUnclosed(scanner, at)
  addText(builder, textStart, at)
  const part: MessageComment = {
    kind: 'message-comment',
    span: { start: at, end },
    text: text.slice(at, end),
  }
  addPart(builder, part)
  scanner.at = end
  builder.silentEnd = end
  return true
}

/** Behind the comment that begins here, or -1. `{{!-- x }}` is documented too. */
function commentEnd(scanner: MessageScanner, at: number): number {
  if (scanner.text.startsWith('--', at + 3)) {
    const dashed = nextOf(scanner, '--}}', at + 5)
    if (dashed !== -1) return dashed + 4
  }
  const close = nextOf(scanner, '}}', at + 3)
  return close === -1 ? -1 : close + 2
}

function reportUnclosed(scanner: MessageScanner, at: number): boolean {
  reportUnclosedBraces(scanner, at)
  scanner.at = at + 2
  return false
}

/** `triple = "{{{" , path , "}}}"` */
function readTriple(scanner: MessageScanner, builder: Builder, textStart: number): boolean {
  const { text, at } = scanner
  const close = nextOf(scanner, '}}}', at + 3)
  const read = close === -1 ? undefined : readPath(text, skipBlanks(text, at + 3, close), close)
  if (read === undefined || skipBlanks(text, read.end, close) !== close) {
    // One brace is text then, and the other two may well begin a tag.
    scanner.at = at + 1
    return false
  }
  addText(builder, textStart, at)
  addPart(builder, variableNode(scanner, read.path, true, at, close + 3))
  scanner.at = close + 3
  return true
}

/** A tag in two braces. One that is not closed before the next one begins is text. */
function readDouble(scanner: MessageScanner, builder: Builder, textStart: number): boolean {
  const { text, at } = scanner
  const close = nextOf(scanner, '}}', at + 2)
  const next = nextOf(scanner, '{{', at + 2)
  if (close === -1 || (next !== -1 && next < close)) return reportUnclosed(scanner, at)
  const end = close + 2
  addText(builder, textStart, at)
  scanner.at = end
  const tag = readTag(scanner, at, end)
  if (tag.kind === 'open') openBlock(builder, tag, at, end)
  else if (tag.kind === 'close') closeBlock(builder, tag, at, end)
  else if (tag.kind === 'else') turnToElse(builder, at, end)
  else addPart(builder, tag.kind === 'unknown' ? rawPart(text, at, end) : tag)
  return true
}
