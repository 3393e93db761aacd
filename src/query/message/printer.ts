import type { StringLiteral } from '../node.js'
import type { MessageArgument, MessageBlock, MessageNode, MessagePart, MessageTemplate } from './ast.js'
import { printPath } from './path.js'

/**
 * The text of a template or of a piece of one, exactly as it was read: `printMessage(parseMessage(text).node) === text` for
 * every text. Nodes that were not read but made are printed in the normal form of their tags.
 *
 * @example
 * printMessage(parseMessage('{{#is_alert}} Down @slack-ops {{/is_alert}}').node)
 * // '{{#is_alert}} Down @slack-ops {{/is_alert}}'
 */
export function printMessage(node: MessageNode): string {
  switch (node.kind) {
    case 'message':
      return printParts(node)
    case 'message-text':
    case 'message-comment':
    case 'message-raw':
    case 'message-handle':
      return node.text
    case 'message-variable':
      return node.written ?? variableTag(node.path, node.triple)
    case 'message-function':
      return node.written ?? functionTag(node.name, node.arguments)
    case 'message-block':
      return printBlock(node)
    case 'message-subexpression':
    case 'string':
      return printArgument(node)
  }
}

function printParts(node: MessageTemplate): string {
  return joinParts(node.parts)
}

function joinParts(parts: readonly MessagePart[]): string {
  return parts.map(printMessage).join('')
}

function printBlock(node: MessageBlock): string {
  const { written } = node
  const open = written?.open ?? openTag(node.name, node.inverted, node.arguments)
  const otherwise =
    node.otherwise === undefined ? '' : (written?.otherwise ?? elseTag) + joinParts(node.otherwise)
  const close = node.closed ? (written?.close ?? closeTag(node.name)) : ''
  return open + joinParts(node.body) + otherwise + close
}

export const elseTag = '{{else}}'

export function closeTag(name: string): string {
  return `{{/${name}}}`
}

export function openTag(name: string, inverted: boolean, args: readonly MessageArgument[]): string {
  return `{{${inverted ? '^' : '#'}${name}${printArguments(args)}}}`
}

export function functionTag(name: string, args: readonly MessageArgument[]): string {
  return `{{${name}${printArguments(args)}}}`
}

export function variableTag(path: readonly string[], triple: boolean): string {
  return triple ? `{{{${printPath(path)}}}}` : `{{${printPath(path)}}}`
}

function printArguments(args: readonly MessageArgument[]): string {
  return args.map(argument => ` ${printArgument(argument)}`).join('')
}

export function printArgument(argument: MessageArgument): string {
  if (argument.kind === 'string') return printString(argument)
  return `(${argument.name}${printArguments(argument.arguments)})`
}

function printString({ value, quote }: StringLiteral): string {
  return quote + value.replaceAll(quote, `\\${quote}`) + quote
}
