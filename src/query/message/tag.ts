import type { MessageArgument, MessageFunction, MessageVariable } from './ast.js'

/** What stands between two braces, before blocks are put together. */
export type Tag = OpenTag | CloseTag | ElseTag | MessageVariable | MessageFunction | UnknownTag

export interface OpenTag {
  readonly kind: 'open'
  readonly name: string
  readonly nameStart: number
  readonly inverted: boolean
  readonly arguments: readonly MessageArgument[]
}

export interface CloseTag {
  readonly kind: 'close'
  readonly name: string
  readonly nameStart: number
  /** `{{/^is_alert}}`: where the sign stands that does not belong there. */
  readonly stray?: number
}

export interface ElseTag {
  readonly kind: 'else'
}

export interface UnknownTag {
  readonly kind: 'unknown'
}
