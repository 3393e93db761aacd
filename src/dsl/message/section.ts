declare const usedTags: unique symbol

/** A piece of a message in Datadog's template language, ready to be put in. `Tags` are the tag keys it uses. */
export interface MessagePart<Tags extends string = string> {
  readonly kind: 'message-part'
  readonly template: string
  /** What a condition or function calls it by: `host.name`; absent for what is not a variable. */
  readonly path?: string
  readonly [usedTags]?: Tags
}

/** A finished block or paragraph of a message. */
export interface MessageSection<Tags extends string = string> {
  readonly kind: 'message-section'
  readonly template: string
  readonly [usedTags]?: Tags
}

/** What a message is a list of; `''` is an empty line between two sections. */
export type MessageItem<Tags extends string = string> = MessageSection<Tags> | ''

/** A whole message. */
export interface Message<Tags extends string = string> {
  readonly kind: 'message'
  readonly template: string
  readonly [usedTags]?: Tags
}

/** What may stand in the holes of a section: parts, sections, and plain text, which can never become syntax. */
export type MessageHole<Tags extends string = string> =
  | string
  | number
  | MessagePart<Tags>
  | MessageSection<Tags>

/** A tag of template literals: text with holes → a section. */
export type SectionTag = <Tags extends string = never>(
  text: TemplateStringsArray,
  ...holes: readonly MessageHole<Tags>[]
) => MessageSection<Tags>

export function part(template: string, path?: string): MessagePart<never> {
  return path === undefined ? { kind: 'message-part', template } : { kind: 'message-part', template, path }
}

export function section(template: string): MessageSection<never> {
  return { kind: 'message-section', template }
}
