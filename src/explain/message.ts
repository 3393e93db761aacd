import { builtInVariables, eventVariables, groupMetadata } from '../catalog/index.js'
import type {
  MessageArgument,
  MessageBlock,
  MessagePart,
  MessageTemplate,
  MessageVariable,
} from '../query/index.js'
import { defined } from './defined.js'
import { addPart, type Pieces } from './pieces.js'
import type { VariableMeaning } from './sentences/resource.js'
import { type Phrase, phrase } from './sentences.js'

/** The tags a message may name; undefined when its monitor is not known. */
export type KnownTags = ReadonlySet<string> | undefined

interface Reading {
  readonly tags?: KnownTags
  /** Plain text explains itself; beside a whole monitor it would only be in the way. */
  readonly withTexts: boolean
}

/** The parts of a message template. */
export function addMessageParts(pieces: Pieces, message: MessageTemplate, reading: Reading): void {
  addParts(pieces, message.parts, 0, reading)
}

/** The handles of a message, once each. */
export function handlesIn(message: MessageTemplate): readonly string[] {
  const found = new Set<string>()
  const search = (parts: readonly MessagePart[]) => {
    for (const part of parts) {
      if (part.kind === 'message-handle') found.add(part.text)
      if (part.kind === 'message-block') {
        search(part.body)
        search(part.otherwise ?? [])
      }
    }
  }
  search(message.parts)
  return [...found]
}

function addParts(pieces: Pieces, parts: readonly MessagePart[], depth: number, reading: Reading): void {
  for (const part of parts) {
    if (part.kind === 'message-block') addBlockParts(pieces, part, depth, reading)
    else if (part.kind !== 'message-text')
      addPart(pieces, part, depth, leafSentence(part, reading.tags), shownPart(pieces, part))
    else if (reading.withTexts) addTextPart(pieces, part, depth)
  }
}

const shownLength = 60

/** The text of a part on one line, shortened. */
function shownPart(pieces: Pieces, part: MessagePart): string {
  const text = pieces.text.slice(part.span.start, part.span.end).replace(/\s+/g, ' ').trim()
  return text.length <= shownLength ? text : `${text.slice(0, shownLength - 1)}…`
}

/** Blank lines between blocks need no explanation of their own; the text beside them has it. */
function addTextPart(
  pieces: Pieces,
  part: Extract<MessagePart, { kind: 'message-text' }>,
  depth: number,
): void {
  if (part.text.trim() !== '')
    addPart(pieces, part, depth, phrase('message/text', {}), shownPart(pieces, part))
}

function addBlockParts(pieces: Pieces, block: MessageBlock, depth: number, reading: Reading): void {
  const values = block.arguments.map(argumentText)
  const { name, inverted } = block
  const shown = `{{${inverted ? '^' : '#'}${[name, ...values.map(value => JSON.stringify(value))].join(' ')}}}`
  addPart(pieces, block, depth, phrase('message/block', { name, inverted, values }), shown)
  for (const argument of block.arguments) {
    if (argument.kind === 'message-subexpression')
      addPart(pieces, argument, depth + 1, subexpressionSentence(argument))
  }
  addParts(pieces, block.body, depth + 1, reading)
  if (block.otherwise !== undefined) {
    const start = block.otherwise[0]?.span.start ?? block.span.end
    const node = { kind: 'message-block', span: { start, end: block.span.end } }
    addPart(pieces, node, depth, phrase('message/otherwise', { name }), '{{else}}')
    addParts(pieces, block.otherwise, depth + 1, reading)
  }
  if (!block.closed) addPart(pieces, block, depth, phrase('message/unclosed', { name }), shown)
}

function argumentText(argument: MessageArgument): string {
  return argument.kind === 'string'
    ? argument.value
    : `(${[argument.name, ...argument.arguments.map(one => JSON.stringify(one.value))].join(' ')})`
}

function subexpressionSentence(
  argument: Extract<MessageArgument, { kind: 'message-subexpression' }>,
): Phrase {
  return phrase('message/subexpression', {
    name: argument.name,
    values: argument.arguments.map(one => one.value),
  })
}

function leafSentence(
  part: Exclude<MessagePart, MessageBlock | { kind: 'message-text' }>,
  tags: KnownTags,
): Phrase {
  switch (part.kind) {
    case 'message-comment':
      return phrase('message/comment', {})
    case 'message-raw':
      return phrase('message/raw', {})
    case 'message-variable': {
      const { meaning: written, key } = variableMeaning(part)
      const meaning = written === 'other' && tags?.has(key) === true ? 'unnamed-tag' : written
      const available =
        meaning !== 'tag' || tags === undefined ? undefined : tags.has(key) || tags.has(`@${key}`)
      return phrase('message/variable', {
        path: part.path.join('.'),
        meaning,
        key,
        triple: part.triple,
        ...defined({ available }),
      })
    }
    case 'message-function':
      return phrase('message/function', { name: part.name, values: part.arguments.map(one => one.value) })
    case 'message-handle':
      return phrase('message/handle', {
        handle: part.text,
        channel: part.channel,
        dynamic: part.text.includes('{{'),
      })
  }
}

const builtIn: ReadonlySet<string> = new Set(builtInVariables)
const metadata: ReadonlySet<string> = new Set(Object.values(groupMetadata))

/** What a variable stands for. https://docs.datadoghq.com/monitors/notify/variables/ */
export function variableMeaning(variable: Pick<MessageVariable, 'path'>): {
  readonly meaning: VariableMeaning
  readonly key: string
} {
  const { path } = variable
  const [first = '', ...rest] = path
  const whole = path.join('.')
  if (path.length === 1 && builtIn.has(first)) return { meaning: first as VariableMeaning, key: first }
  if (Object.hasOwn(eventVariables, first)) return { meaning: 'event-attribute', key: rest.join('.') }
  if (first === 'host' && rest.length > 0 && rest.join('.') !== 'name')
    return { meaning: 'host', key: rest.join('.') }
  if (rest.at(-1) === 'name') return { meaning: 'tag', key: path.slice(0, -1).join('.') }
  if (/^[a-j]$/.test(first) && rest.length > 0) return { meaning: 'member', key: whole }
  return metadata.has(first) ? { meaning: 'tag', key: first } : { meaning: 'other', key: whole }
}
