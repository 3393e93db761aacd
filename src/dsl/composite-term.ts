import type { MonitorType } from '../catalog/index.js'
import { type Monitor, referenceText } from '../model/index.js'
import type { CompositeExpression } from '../query/index.js'
import { definitionError } from './definition-error.js'
import { nowhere } from './nodes.js'

declare const compositeGroups: unique symbol
declare const monitorTypes: unique symbol

/** Monitors joined by `and`, `or` and `not`. */
export interface CompositeTerm<Groups extends string = string> {
  readonly kind: 'composite-term'
  readonly expression: CompositeExpression
  readonly [compositeGroups]?: Groups
  and<G extends string = string>(other: CompositeOperand<G>): CompositeTerm<Groups | G>
  or<G extends string = string>(other: CompositeOperand<G>): CompositeTerm<Groups | G>
}

/** A monitor that the builders made: plain data, which can also be joined to composites. */
export interface MonitorResource<Type extends string = string, Groups extends string = string>
  extends Monitor {
  readonly [monitorTypes]?: readonly [Type, Groups]
  /** Both must alert. */
  and<G extends string = string>(other: CompositeOperand<G>): CompositeTerm<Groups | G>
  /** Either must alert. */
  or<G extends string = string>(other: CompositeOperand<G>): CompositeTerm<Groups | G>
}

/** Composites of composites do not exist. https://docs.datadoghq.com/monitors/types/composite/ */
type MemberType = Exclude<MonitorType, 'composite'>

/** A monitor, the id of one that this project does not manage, or a condition on several. */
export type CompositeOperand<Groups extends string = string> =
  | CompositeTerm<Groups>
  | MonitorResource<MemberType, Groups>
  | number

export function compositeTerm(expression: CompositeExpression): CompositeTerm<never> {
  return {
    kind: 'composite-term',
    expression,
    and: other => continued('composite-and', expression, other),
    or: other => continued('composite-or', expression, other),
  }
}

/** `a.and(b).and(c)` is one list, so that no needless parentheses appear. */
function continued(
  kind: 'composite-and' | 'composite-or',
  left: CompositeExpression,
  right: CompositeOperand,
): CompositeTerm<never> {
  const before = left.kind === kind ? left.operands : [left]
  return joined(kind, [...before, compositeNode(right)])
}

/** Joins operands as the author grouped them. */
export function joined(
  kind: 'composite-and' | 'composite-or',
  operands: readonly CompositeExpression[],
): CompositeTerm<never> {
  const [first] = operands
  return compositeTerm(
    operands.length === 1 && first !== undefined ? first : { kind, operands, span: nowhere },
  )
}

export function isCompositeOperand(value: unknown): value is CompositeOperand {
  if (typeof value === 'number') return true
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  return value.kind === 'composite-term' || (value.kind === 'monitor' && 'definition' in value)
}

export function compositeNode(operand: CompositeOperand): CompositeExpression {
  if (typeof operand === 'number') return { kind: 'composite-monitor', id: idText(operand), span: nowhere }
  if (!isCompositeOperand(operand)) throw noMonitor(operand)
  if (operand.kind === 'composite-term') return operand.expression
  return { kind: 'composite-monitor', id: referenceText(operand), span: nowhere }
}

/** Types rule it out, but not two files that import each other, nor definitions in JavaScript. */
function noMonitor(operand: unknown): Error {
  const found = operand === undefined ? 'undefined' : `a ${typeof operand}`
  return definitionError('dsl/composite-operand', `A composite takes monitors; this is ${found}.`, {
    hint: 'Two files that import each other find undefined: define monitors before what is composed of them.',
  })
}

function idText(id: number): string {
  if (Number.isSafeInteger(id) && id > 0) return String(id)
  throw definitionError('dsl/monitor-id', `\`${id}\` is not the id of a monitor.`, {
    hint: 'Ids are whole numbers above zero, as in the address of the monitor page.',
  })
}
