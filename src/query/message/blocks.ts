import { nearest, type TextEdit } from '../../diagnostic/index.js'
import type { MessageBlock, MessageBlockTags, MessagePart } from './ast.js'
import { isConditional } from './conditionals.js'
import { edit, type MessageScanner, report } from './lexer.js'
import { closeTag, elseTag, openTag } from './printer.js'
import { isElse, isReopened } from './reopened.js'
import type { CloseTag, OpenTag } from './tag.js'
import { checkBlockName } from './tag-problems.js'

/** Deeper nesting than this is no template that a person wrote; it would exhaust the stack of every reader of the tree. */
const depthLimit = 200

/** A block whose end has not been met. */
interface OpenBlock {
  readonly tag: OpenTag
  readonly start: number
  readonly open: string
  readonly body: MessagePart[]
  otherwise?: MessagePart[]
  elseText?: string
}

/** A block that an outer closing tag cut off; its own closing tag may still come. */
interface CutOff {
  readonly block: OpenBlock
  /** Where its closing tag should have stood. */
  readonly at: number
}

/** Puts parts and blocks together as tags are met. */
export interface Builder {
  readonly scanner: MessageScanner
  readonly top: MessagePart[]
  readonly open: OpenBlock[]
  readonly cutOff: CutOff[]
  /** Where the parts go that come next. */
  current: MessagePart[]
  /** End of the last tag that leaves no text in the message: a handle may follow it directly. */
  silentEnd: number
  tooDeep: boolean
}

export function builderOf(scanner: MessageScanner): Builder {
  const top: MessagePart[] = []
  return { scanner, top, open: [], cutOff: [], current: top, silentEnd: -1, tooDeep: false }
}

export function addPart(builder: Builder, part: MessagePart): void {
  builder.current.push(part)
}

function addRaw(builder: Builder, start: number, end: number): void {
  addPart(builder, {
    kind: 'message-raw',
    span: { start, end },
    text: builder.scanner.text.slice(start, end),
  })
}

/** `{{#name …}}` */
export function openBlock(builder: Builder, tag: OpenTag, start: number, end: number): void {
  builder.silentEnd = end
  if (builder.open.length > 0 && isElse(builder.scanner, tag, start, end)) {
    turnToElse(builder, start, end)
    return
  }
  if (builder.open.length >= depthLimit) {
    reportTooDeep(builder, start, end)
    addRaw(builder, start, end)
    return
  }
  const block: OpenBlock = { tag, start, open: builder.scanner.text.slice(start, end), body: [] }
  builder.open.push(block)
  builder.current = block.body
}

function reportTooDeep(builder: Builder, start: number, end: number): void {
  if (builder.tooDeep) return
  builder.tooDeep = true
  report(builder.scanner, start, end, {
    severity: 'error',
    code: 'query/too-deep',
    message: `Blocks are nested more than ${depthLimit} levels deep; the tags of those inside are kept as text.`,
    hint: 'Close blocks before others begin.',
  })
}

/** `{{else}}` */
export function turnToElse(builder: Builder, start: number, end: number): void {
  builder.silentEnd = end
  const block = builder.open.at(-1)
  if (block !== undefined && block.otherwise === undefined) {
    block.otherwise = []
    block.elseText = builder.scanner.text.slice(start, end)
    builder.current = block.otherwise
    return
  }
  addRaw(builder, start, end)
  report(builder.scanner, start, end, {
    severity: 'error',
    code: 'message/stray-else',
    message:
      block === undefined
        ? 'This `{{else}}` stands outside every block.'
        : `The block \`${block.tag.name}\` has an \`{{else}}\` already.`,
    hint: 'A block has one `{{else}}`; write a block of its own for a further case.',
    repair: [edit(start, end, '')],
  })
}

/** `{{/name}}`: closes the innermost block of that name, or the innermost one when the name is nearly its name. */
export function closeBlock(builder: Builder, tag: CloseTag, start: number, end: number): void {
  builder.silentEnd = end
  if (tag.stray !== undefined) reportSign(builder, tag, start, end)
  const depth = depthOf(builder, tag.name)
  const innermost = builder.open.at(-1)
  if (depth !== -1) {
    while (builder.open.length > depth + 1) cutOff(builder, start)
    endBlock(builder, tag, start, end)
  } else if (!resolveCutOff(builder, tag, start, end)) {
    if (innermost !== undefined && (isNear(tag, innermost) || isSwapped(builder, innermost, end))) {
      // When only the opening tag is wrong, that is reported, with a repair of its own.
      if (isConditional(innermost.tag.name) || !isConditional(tag.name))
        reportMisspelt(builder, tag, innermost)
      endBlock(builder, tag, start, end)
    } else reportStrayClose(builder, tag, start, end)
  }
}

function isNear(tag: CloseTag, { tag: { name } }: OpenBlock): boolean {
  return nearest(tag.name, [name]) !== undefined
}

/** How far the closing tag that belongs to a block is looked for, to keep reading linear. */
const farthestClose = 2000

/** `{{#is_alert}} … {{/is_warning}}`, `{{#is_alert}} … {{/if}}`, and the block has no other closing tag. */
function isSwapped({ scanner }: Builder, { tag: { name } }: OpenBlock, end: number): boolean {
  if (!isConditional(name)) return false
  const rest = scanner.text.slice(end, end + farthestClose)
  const close = rest.indexOf(closeTag(name))
  const again = rest.indexOf(`{{#${name}`)
  return close === -1 || (again !== -1 && again < close)
}

/** The opening tag was written, but in a way that opens nothing, and that was said already. */
function isExplained({ scanner }: Builder, name: string, start: number): boolean {
  // Only the latest: many faults must not cost the square of their number.
  return scanner.diagnostics.slice(-8).some(({ code, span }) => {
    if (span === undefined || !misreadOpenings.has(code)) return false
    return scanner.text.slice(span.start, Math.min(span.start + 80, start)).includes(name)
  })
}

const misreadOpenings: ReadonlySet<string> = new Set([
  'message/missing-hash',
  'message/unclosed-braces',
  'message/single-brace',
  'message/unknown-tag',
])

function depthOf(builder: Builder, name: string): number {
  for (let depth = builder.open.length - 1; depth >= 0; depth -= 1) {
    if (builder.open[depth]!.tag.name === name) return depth
  }
  return -1
}

/** Ends the innermost block with its closing tag. */
function endBlock(builder: Builder, tag: CloseTag, start: number, end: number): void {
  const block = builder.open.pop()!
  builder.current = partsOf(builder)
  checkBlockName(builder.scanner, block.tag, tag)
  addPart(builder, nodeOf(block, builder.scanner.text.slice(start, end), end))
}

/** Ends the innermost block without a closing tag. */
function cutOff(builder: Builder, at: number): void {
  const block = builder.open.pop()!
  builder.current = partsOf(builder)
  checkBlockName(builder.scanner, block.tag, undefined)
  addPart(builder, nodeOf(block, undefined, at))
  builder.cutOff.push({ block, at })
  // A limit keeps the search for their closing tags, which may come much later, from growing with the text.
  if (builder.cutOff.length > depthLimit) reportUnclosed(builder, builder.cutOff.shift()!)
}

function partsOf(builder: Builder): MessagePart[] {
  const block = builder.open.at(-1)
  return block === undefined ? builder.top : (block.otherwise ?? block.body)
}

function nodeOf(block: OpenBlock, close: string | undefined, end: number): MessageBlock {
  const { tag, start, body, otherwise } = block
  const written = writtenTags(block, close)
  return {
    kind: 'message-block',
    span: { start, end },
    name: tag.name,
    nameSpan: { start: tag.nameStart, end: tag.nameStart + tag.name.length },
    inverted: tag.inverted,
    arguments: tag.arguments,
    body,
    ...(otherwise !== undefined && { otherwise }),
    closed: close !== undefined,
    ...(written !== undefined && { written }),
  }
}

/** The tags that differ from their normal form; undefined when none does. */
function writtenTags(block: OpenBlock, close: string | undefined): MessageBlockTags | undefined {
  const { tag, open, elseText } = block
  const hasOpen = open !== openTag(tag.name, tag.inverted, tag.arguments)
  const hasElse = elseText !== undefined && elseText !== elseTag
  const hasClose = close !== undefined && close !== closeTag(tag.name)
  if (!hasOpen && !hasElse && !hasClose) return undefined
  return {
    ...(hasOpen && { open }),
    ...(hasElse && { otherwise: elseText }),
    ...(hasClose && { close }),
  }
}

/** The closing tag of a block that was cut off: blocks cross. True when it was one. */
function resolveCutOff(builder: Builder, tag: CloseTag, start: number, end: number): boolean {
  const index = builder.cutOff.findLastIndex(({ block }) => block.tag.name === tag.name)
  const found = builder.cutOff[index]
  if (found === undefined) return false
  builder.cutOff.splice(index, 1)
  addRaw(builder, start, end)
  report(builder.scanner, start, end, {
    severity: 'error',
    code: 'message/unbalanced-block',
    message: `The block \`${tag.name}\` crosses the end of the block around it.`,
    hint: `Close \`${tag.name}\` before the outer block ends.`,
    repair: [edit(found.at, found.at, closeTag(tag.name)), edit(start, end, '')],
  })
  return true
}

function reportSign(builder: Builder, tag: CloseTag, start: number, end: number): void {
  const sign = builder.scanner.text[tag.stray!]!
  report(builder.scanner, start, end, {
    severity: 'error',
    code: 'message/unbalanced-block',
    message: `A closing tag has no \`${sign}\`, whatever the opening tag was.`,
    hint: `Write \`${closeTag(tag.name)}\`.`,
    repair: [edit(tag.stray!, tag.nameStart, '')],
  })
}

function reportMisspelt(builder: Builder, tag: CloseTag, block: OpenBlock): void {
  const { name } = block.tag
  report(builder.scanner, tag.nameStart, tag.nameStart + tag.name.length, {
    severity: 'error',
    code: 'message/unbalanced-block',
    message: `\`${tag.name}\` is not the block that is open; that is \`${name}\`.`,
    hint: `Did you mean \`${closeTag(name)}\`?`,
    repair: [edit(tag.nameStart, tag.nameStart + tag.name.length, name)],
  })
}

function reportStrayClose(builder: Builder, tag: CloseTag, start: number, end: number): void {
  addRaw(builder, start, end)
  const block = builder.open.at(-1)
  if (block === undefined && isExplained(builder, tag.name, start)) return
  report(builder.scanner, start, end, {
    severity: 'error',
    code: 'message/unbalanced-block',
    message: `This closes \`${tag.name}\`, which is not open here.`,
    hint:
      block === undefined
        ? `Write \`{{#${tag.name}}}\` where the block begins, or leave the closing tag out.`
        : `The innermost open block is \`${block.tag.name}\`; close it with \`${closeTag(block.tag.name)}\`.`,
    repair: [edit(start, end, block === undefined ? '' : closeTag(block.tag.name))],
  })
}

/** The parts of the whole template; blocks that are still open end with the text. */
export function finish(builder: Builder): readonly MessagePart[] {
  const end = builder.scanner.text.length
  while (builder.open.length > 0) cutOff(builder, end)
  const unclosed = [...builder.cutOff].sort((a, b) => a.block.start - b.block.start)
  for (let index = 0; index < unclosed.length; index += 1) {
    const entry = unclosed[index]!
    const next = unclosed[index + 1]
    if (next !== undefined && isReopened(builder.scanner, entry.block.tag, next.block.tag)) index += 1
    else reportUnclosed(builder, entry)
  }
  return builder.top
}

/** `{{/is_alert}`: what is wrong with it was said already. */
function hasUnclosedEnd({ scanner }: Builder, name: string): boolean {
  return scanner.diagnostics
    .slice(-8)
    .some(
      ({ code, span }) =>
        code === 'message/unclosed-braces' &&
        span !== undefined &&
        scanner.text.startsWith(`{{/${name}`, span.start),
    )
}

function reportUnclosed(builder: Builder, { block, at }: CutOff): void {
  const { name, nameStart, inverted } = block.tag
  if (hasUnclosedEnd(builder, name)) return
  const repair: TextEdit[] = [edit(at, at, closeTag(name))]
  report(builder.scanner, nameStart - 1, nameStart + name.length, {
    severity: 'error',
    code: 'message/unbalanced-block',
    message: `The block \`${inverted ? '^' : '#'}${name}\` is never closed.`,
    hint: `Write \`${closeTag(name)}\` where it ends.`,
    repair,
  })
}
