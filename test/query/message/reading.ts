import { applyEdits } from '../../../src/diagnostic/index.js'
import type { MessagePart, MessageTemplate } from '../../../src/query/message/ast.js'
import { parseMessage } from '../../../src/query/message/parser.js'

/** The tree of any text; there always is one. */
export function read(text: string): MessageTemplate {
  const { node } = parseMessage(text)
  if (node === undefined) throw new Error('A message always has a tree.')
  return node
}

/** The only part of a text. */
export function readPart(text: string): MessagePart {
  const [part, ...more] = read(text).parts
  if (part === undefined || more.length > 0) throw new Error(`${text} has ${more.length + 1} parts.`)
  return part
}

/** A tree without its spans. */
export function shapeOf(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    key === 'span' || key === 'nameSpan' ? undefined : inner,
  )
  return JSON.parse(text)
}

/** What is said about a message: `error message/unbalanced-block 3-11`. */
export function reportsOf(text: string): string[] {
  return parseMessage(text).diagnostics.map(
    ({ severity, code, span }) => `${severity} ${code} ${span?.start}-${span?.end}`,
  )
}

/** The message after every repair that was offered. */
export function repaired(text: string): string {
  return applyEdits(
    text,
    parseMessage(text).diagnostics.flatMap(({ repair }) => repair ?? []),
  )
}
