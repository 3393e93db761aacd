import {
  type CompositeOperand,
  type CompositeTerm,
  compositeNode,
  compositeTerm,
  isCompositeOperand,
  joined,
} from './composite-term.js'
import { nowhere } from './nodes.js'
import { type AttributeFilter, type FilterTerm, filterTerm, filterTree } from './tag-filter.js'
import type { TemplateVariable } from './template-variable.js'

/** What a condition on tags may be written as inside `not`, `and` and `or`. */
type Condition = AttributeFilter | FilterTerm | TemplateVariable | string

/** The keys that a condition names; nothing is known about text. */
type KeysOf<C> = C extends string
  ? string
  : C extends FilterTerm<infer Keys>
    ? Keys
    : C extends TemplateVariable
      ? never
      : keyof C & string

type AnyOperand = CompositeOperand | Condition

/**
 * The opposite of a condition: of a monitor in a composite, or of tags in a filter.
 * @example composite(and(errors, not(maintenance)))
 * @example avg('system.cpu.user').where(not({ env: 'dev' }))
 */
export function not<G extends string = string>(operand: CompositeOperand<G>): CompositeTerm<G>
export function not<const C extends Condition>(condition: C): FilterTerm<KeysOf<C>>
export function not(operand: AnyOperand): CompositeTerm | FilterTerm {
  if (isCompositeOperand(operand)) {
    return compositeTerm({ kind: 'composite-not', operand: compositeNode(operand), span: nowhere })
  }
  return filterTerm({ is: 'not', term: filterTree(operand) })
}

/**
 * All of several conditions: of monitors in a composite, or of tags in a filter.
 * @example composite(and(errors, traffic))
 * @example avg('system.cpu.user').where(and({ env: 'prod' }, not({ role: 'batch' })))
 */
export function and<G extends string = string>(...operands: readonly CompositeOperand<G>[]): CompositeTerm<G>
export function and<const C extends readonly Condition[]>(...conditions: C): FilterTerm<KeysOf<C[number]>>
export function and(...operands: readonly AnyOperand[]): CompositeTerm | FilterTerm {
  if (operands.every(isCompositeOperand)) return joined('composite-and', operands.map(compositeNode))
  return filterTerm({ is: 'and', terms: operands.map(filterTree) })
}

/**
 * Any of several conditions: of monitors in a composite, or of tags in a filter.
 * @example composite(or(errors, latency))
 * @example avg('system.cpu.user').where(or({ env: 'prod' }, { team: 'sre' }))
 */
export function or<G extends string = string>(...operands: readonly CompositeOperand<G>[]): CompositeTerm<G>
export function or<const C extends readonly Condition[]>(...conditions: C): FilterTerm<KeysOf<C[number]>>
export function or(...operands: readonly AnyOperand[]): CompositeTerm | FilterTerm {
  if (operands.every(isCompositeOperand)) return joined('composite-or', operands.map(compositeNode))
  return filterTerm({ is: 'or', terms: operands.map(filterTree) })
}
