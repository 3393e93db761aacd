import type { Diagnostic } from '../../diagnostic/index.js'
import { type MonitorDefinition, messageOf } from '../../model/index.js'
import {
  type MessageBlock,
  type MessagePart,
  type MessageTemplate,
  type ParseResult,
  parseMessage,
} from '../../query/index.js'
import { memo } from './memo.js'
import { blockTransitions, everyTransition, type Transition } from './transitions.js'

/** The fields of a monitor that are templates. */
export type TemplateField = 'message' | 'name' | 'escalation_message'

/** A template of a monitor with its place in the definition. */
export interface PlacedTemplate {
  readonly field: TemplateField
  readonly path: readonly string[]
  readonly text: string
  readonly template: MessageTemplate | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** One part of a template, with what must be true for it to be sent. */
export interface PlacedPart {
  readonly part: MessagePart
  readonly template: PlacedTemplate
  /** The state changes for which it is sent. */
  readonly transitions: readonly Transition[]
  /** The blocks around it, outermost first. */
  readonly blocks: readonly MessageBlock[]
}

/** The templates that a monitor has: message, name, escalation message; empty ones too, absent ones not. */
export const templatesOf = memo((definition: MonitorDefinition): readonly PlacedTemplate[] => {
  const escalation = definition.options?.escalation_message
  const parse = (text: string) => parseMessage(text, { type: definition.type })
  return [
    placed('message', ['message'], definition.message, () => messageOf(definition)),
    placed('name', ['name'], definition.name, parse),
    placed('escalation_message', ['options', 'escalation_message'], escalation, parse),
  ].filter(template => template !== undefined)
})

function placed(
  field: TemplateField,
  path: readonly string[],
  text: unknown,
  parse: (text: string) => ParseResult<MessageTemplate>,
): PlacedTemplate | undefined {
  if (typeof text !== 'string') return undefined
  const { node: template, diagnostics } = parse(text)
  return { field, path, text, template, diagnostics }
}

/** Every part of every template, outer parts before the ones inside them. */
export const partsOf = memo((definition: MonitorDefinition): readonly PlacedPart[] => {
  const found: PlacedPart[] = []
  for (const template of templatesOf(definition)) {
    collect(
      template.template?.parts ?? [],
      { template, transitions: everyTransition, blocks: noBlocks },
      found,
    )
  }
  return found
})

/** A part of one kind, as `PlacedPart`. */
export type PlacedOfKind<K extends MessagePart['kind']> = PlacedPart & {
  readonly part: Extract<MessagePart, { readonly kind: K }>
}

export const blocksOf = partsOfKind('message-block')
export const variablesOf = partsOfKind('message-variable')
export const functionsOf = partsOfKind('message-function')

/** Most rules ask for few of many parts, so those are picked out once. */
function partsOfKind<K extends MessagePart['kind']>(kind: K) {
  return memo((definition: MonitorDefinition): readonly PlacedOfKind<K>[] =>
    partsOf(definition).filter((placed): placed is PlacedOfKind<K> => placed.part.kind === kind),
  )
}

const noBlocks: readonly MessageBlock[] = []

/** What is known of a part before it is looked at. */
type Around = Omit<PlacedPart, 'part'>

function collect(parts: readonly MessagePart[], around: Around, found: PlacedPart[]): void {
  const { template, transitions, blocks } = around
  for (const part of parts) {
    found.push({ part, template, transitions, blocks })
    if (part.kind !== 'message-block') continue
    collect(part.body, inside(part, part.inverted, around), found)
    if (part.otherwise !== undefined) collect(part.otherwise, inside(part, !part.inverted, around), found)
  }
}

function inside(block: MessageBlock, inverted: boolean, { template, transitions, blocks }: Around): Around {
  const own = blockTransitions(block.name)
  const left = own === undefined ? transitions : transitions.filter(each => own.includes(each) !== inverted)
  return { template, transitions: left, blocks: [...blocks, block] }
}
