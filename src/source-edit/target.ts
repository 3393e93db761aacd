import type { ts } from 'ts-morph'

/** Where in the author's code the value at a JSON path stands. */
export type Target = Found | Missing | Near

/** This very expression is the value. */
export interface Found {
  readonly kind: 'found'
  readonly node: ts.Node
  /** What the specification itself says: the same, or the name of the constant that holds it. */
  readonly mention: ts.Node
}

/** The value is not there; it would be the property of these names, one inside the other, of this object. */
export interface Missing {
  readonly kind: 'missing'
  readonly object: ts.ObjectLiteralExpression
  readonly names: readonly string[]
}

/** The value comes out of this expression in a way that cannot be turned round. */
export interface Near {
  readonly kind: 'near'
  readonly node: ts.Node
  /** Completes the sentence “This fix cannot be made here, because …”. */
  readonly why: string
}

export function found(node: ts.Node, mention: ts.Node = node): Found {
  return { kind: 'found', node, mention }
}

export function near(node: ts.Node, why: string): Near {
  return { kind: 'near', node, why }
}
