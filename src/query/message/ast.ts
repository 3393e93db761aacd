import type { NodeBase, StringLiteral } from '../node.js'

/** A notification template: text, variables, conditional blocks and handles, in order. */
export interface MessageTemplate extends NodeBase {
  readonly kind: 'message'
  readonly parts: readonly MessagePart[]
}

export type MessagePart =
  | MessageText
  | MessageComment
  | MessageVariable
  | MessageBlock
  | MessageFunction
  | MessageRaw
  | MessageHandle

export interface MessageText extends NodeBase {
  readonly kind: 'message-text'
  readonly text: string
}

/** `{{! … }}` or `{{!-- … --}}`; `text` as written, braces included. */
export interface MessageComment extends NodeBase {
  readonly kind: 'message-comment'
  readonly text: string
}

/** `{{host.name}}`, `{{[dot.key].name}}`; `triple` for `{{{check_message}}}`. */
export interface MessageVariable extends NodeBase {
  readonly kind: 'message-variable'
  /** Segments without brackets: `['dot.key', 'name']`. */
  readonly path: readonly string[]
  readonly triple: boolean
  /** The whole tag, when it was not written in its normal form: `{{ host.name }}`. */
  readonly written?: string
}

/** `{{#is_alert}}…{{else}}…{{/is_alert}}`, `{{^is_match "env" "prod"}}…{{/is_match}}` */
export interface MessageBlock extends NodeBase {
  readonly kind: 'message-block'
  readonly name: string
  readonly nameSpan: { readonly start: number; readonly end: number }
  /** True for `{{^…}}`. */
  readonly inverted: boolean
  readonly arguments: readonly MessageArgument[]
  readonly body: readonly MessagePart[]
  readonly otherwise?: readonly MessagePart[]
  /** False when the closing tag is missing; the body then runs to the end. */
  readonly closed: boolean
  /** The tags that were not written in their normal form. */
  readonly written?: MessageBlockTags
}

/** Tags of a block as written: `{{# is_alert }}`, `{{ else }}`, `{{/^is_alert}}`. */
export interface MessageBlockTags {
  readonly open?: string
  readonly otherwise?: string
  readonly close?: string
}

export type MessageArgument = StringLiteral | MessageSubexpression

/** `(eval "…")` as an argument. */
export interface MessageSubexpression extends NodeBase {
  readonly kind: 'message-subexpression'
  readonly name: string
  readonly arguments: readonly StringLiteral[]
}

/** `{{eval "…"}}`, `{{local_time 'last_triggered_at' 'Asia/Tokyo'}}`, `{{urlencode "service.name"}}`, `{{override_priority 'P1'}}` */
export interface MessageFunction extends NodeBase {
  readonly kind: 'message-function'
  readonly name: string
  readonly arguments: readonly StringLiteral[]
  /** The whole tag, when it was not written in its normal form: `{{eval  "value * 2" }}`. */
  readonly written?: string
}

/** `{{{{raw}}}} … {{{{/raw}}}}`, and anything in braces that the grammar does not know; `text` as written. */
export interface MessageRaw extends NodeBase {
  readonly kind: 'message-raw'
  readonly text: string
}

/** `@slack-sre`, `@user@example.com`, `@slack-{{service.name}}`, `@workflow-name(key=value)`; `text` includes the `@`. */
export interface MessageHandle extends NodeBase {
  readonly kind: 'message-handle'
  readonly text: string
  /** `slack`, `pagerduty`, `email`, `team`, `webhook` …: the integration that delivers it. */
  readonly channel: string
}

export type MessageNode = MessageTemplate | MessagePart | MessageArgument
