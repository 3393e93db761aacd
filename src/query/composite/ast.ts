import type { NodeBase, Opaque } from '../node.js'

/** The tree of a composite monitor's query. */
export type CompositeExpression = CompositeMonitor | CompositeNot | CompositeAnd | CompositeOr | Opaque

/** A member monitor: a numeric id, or a reference `${monitor:key}` that is not resolved yet. */
export interface CompositeMonitor extends NodeBase {
  readonly kind: 'composite-monitor'
  readonly id: string
}

export interface CompositeNot extends NodeBase {
  readonly kind: 'composite-not'
  readonly operand: CompositeExpression
}

export interface CompositeAnd extends NodeBase {
  readonly kind: 'composite-and'
  readonly operands: readonly CompositeExpression[]
}

export interface CompositeOr extends NodeBase {
  readonly kind: 'composite-or'
  readonly operands: readonly CompositeExpression[]
}
