import type { StringLiteral } from '../node.js'
import { readArguments } from './arguments.js'
import type { MessageArgument, MessageVariable } from './ast.js'
import { argumentCountOf, isHandlebarsBlock } from './conditionals.js'
import { foreignBlock } from './foreign-blocks.js'
import { type MessageScanner, skipBlanks } from './lexer.js'
import { readPath } from './path.js'
import { functionTag, variableTag } from './printer.js'
import type { OpenTag, Tag, UnknownTag } from './tag.js'
import { checkBlockArguments, checkFunction, checkVariable, reportUnknownTag } from './tag-problems.js'

/** Reads `{{ … }}`; `end` is behind the closing braces. What is wrong with it is reported. */
export function readTag(scanner: MessageScanner, start: number, end: number): Tag {
  const { text } = scanner
  const limit = end - 2
  const first = skipBlanks(text, start + 2, limit)
  const sign = first < limit ? text[first] : undefined
  if (sign === '#' || sign === '^') return readOpen(scanner, first, start, end)
  if (sign === '/') return readClose(scanner, first, start, end)
  return readInline(scanner, first, start, end)
}

/** `("#"|"^") , name , { ws , ( string | subexpr ) }` */
function readOpen(scanner: MessageScanner, sign: number, start: number, end: number): Tag {
  const limit = end - 2
  const nameStart = skipBlanks(scanner.text, sign + 1, limit)
  const name = readPath(scanner.text, nameStart, limit)
  if (name === undefined) return unknown(scanner, start, end)
  const block = foreignBlock(scanner, sign, nameStart, name.end, limit) ?? {
    nameStart,
    nameEnd: name.end,
    inverted: scanner.text[sign] === '^',
  }
  const blockName = scanner.text.slice(block.nameStart, block.nameEnd)
  scanner.isBare = isHandlebarsBlock(blockName)
  const args = readArguments(scanner, block.nameEnd, limit)
  scanner.isBare = false
  if (args === undefined) return unknown(scanner, start, end)
  const tag: OpenTag = {
    kind: 'open',
    name: blockName,
    nameStart: block.nameStart,
    inverted: block.inverted,
    arguments: args,
  }
  checkBlockArguments(scanner, tag)
  return tag
}

/** `"/" , name`; a sign before the name is a slip that is read over. */
function readClose(scanner: MessageScanner, sign: number, start: number, end: number): Tag {
  const { text } = scanner
  const limit = end - 2
  const next = skipBlanks(text, sign + 1, limit)
  const hasSign = next < limit && (text[next] === '^' || text[next] === '#')
  const nameStart = hasSign ? skipBlanks(text, next + 1, limit) : next
  const name = readPath(text, nameStart, limit)
  if (name === undefined || skipBlanks(text, name.end, limit) !== limit) return unknown(scanner, start, end)
  return {
    kind: 'close',
    name: text.slice(nameStart, name.end),
    nameStart,
    ...(hasSign && { stray: next }),
  }
}

/** `path | eval | local_time | urlencode | override | "else"` */
function readInline(scanner: MessageScanner, first: number, start: number, end: number): Tag {
  const { text } = scanner
  const limit = end - 2
  const read = readPath(text, first, limit)
  if (read === undefined || text[first] === '$') return unknown(scanner, start, end)
  const name = text.slice(first, read.end)
  const after = skipBlanks(text, read.end, limit)
  if (after === limit && argumentCountOf(name) === undefined) {
    return name === 'else' ? { kind: 'else' } : variable(scanner, read.path, start, end)
  }
  // Behind a name that is no function, only quotes make an argument: `value | round` is something else altogether.
  const hasQuote = '"\'(“‘'.includes(text[after] ?? ' ')
  if (argumentCountOf(name) === undefined && !hasQuote) return unknown(scanner, start, end)
  return functionCall(scanner, name, read.end, start, end)
}

function functionCall(scanner: MessageScanner, name: string, from: number, start: number, end: number): Tag {
  const args = readArguments(scanner, from, end - 2)
  if (args === undefined || !args.every(isLiteral)) return unknown(scanner, start, end)
  checkFunction(scanner, name, start, end, args.length)
  const span = { start, end }
  const written = scanner.text.slice(start, end)
  const isNormal = written === functionTag(name, args)
  return { kind: 'message-function', span, name, arguments: args, ...(!isNormal && { written }) }
}

function isLiteral(argument: MessageArgument): argument is StringLiteral {
  return argument.kind === 'string'
}

function variable(
  scanner: MessageScanner,
  path: readonly string[],
  start: number,
  end: number,
): MessageVariable {
  checkVariable(scanner, path, start, end)
  return variableNode(scanner, path, false, start, end)
}

export function variableNode(
  scanner: MessageScanner,
  path: readonly string[],
  triple: boolean,
  start: number,
  end: number,
): MessageVariable {
  const written = scanner.text.slice(start, end)
  const isNormal = written === variableTag(path, triple)
  return { kind: 'message-variable', span: { start, end }, path, triple, ...(!isNormal && { written }) }
}

function unknown(scanner: MessageScanner, start: number, end: number): UnknownTag {
  reportUnknownTag(scanner, start, end)
  return { kind: 'unknown' }
}
