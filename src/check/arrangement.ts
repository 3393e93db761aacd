import type { FunctionParameter, FunctionRow } from '../catalog/index.js'
import {
  type Argument,
  type FunctionCall,
  type MethodCall,
  type NamedArgument,
  print,
} from '../query/index.js'
import { namedArgument, textOf } from './argument-values.js'
import { complaintOf, type ValueNode } from './complaints.js'
import type { Report } from './report.js'
import { count, type Signature, usageOf } from './usage.js'

/**
 * `clamp_min(0, x)`, `top(5, x)`, `anomalies(x)`: the arguments fit in another order, or with the usual values between them. True
 * when that was said, and nothing else about them is worth saying.
 */
export function checkArrangement(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  signature: Signature,
  report: Report,
): boolean {
  const { positional, named, required, variadic } = signature
  const bare = withoutNamed(node.arguments)
  const given =
    bare === node.arguments
      ? bare
      : withoutNamed(node.arguments.map(argument => valueGiven(argument, positional)))
  if (variadic || given.length > positional.length || given.length > mostArranged) return false
  if (bare.length >= required && fits(given, positional)) return false
  const parameters = positional.slice(0, Math.max(required, given.length))
  const order = arrangementOf(given, parameters)
  const last = given.at(-1)?.span ?? { start: node.span.end - 1, end: node.span.end - 1 }
  const span = { start: given[0]?.span.start ?? last.start, end: last.end }
  // Neither unknown, nor between those that are written anew.
  const mayStay = (argument: NamedArgument) =>
    positional.some(({ name }) => name === argument.name) ||
    (argument.span.start >= span.end && named.some(({ name }) => name === argument.name))
  if (order === undefined || !node.arguments.filter(isNamed).every(mayStay)) return false
  const text = order.map((argument, index) => writtenAs(argument, parameters[index]!)).join(', ')
  const isShort = bare.length < required
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: isShort
      ? `\`${node.name}\` needs ${count(required, 'argument')} and has ${bare.length}.`
      : `The arguments of \`${node.name}\` are in the wrong order.`,
    span: isShort ? { start: node.nameSpan.start, end: node.span.end } : span,
    hint: `Write ${usageOf(row.name, row)}, as in \`${row.example}\`.`,
    repair: [{ span, text }],
  })
  return true
}

/** `bounds=2` where the argument has no name. */
function valueGiven(argument: Argument, parameters: readonly FunctionParameter[]): ValueNode {
  return argument.kind === 'named-argument' && parameters.some(({ name }) => name === argument.name)
    ? argument.value
    : argument
}

function withoutNamed<Given extends ValueNode>(given: readonly Given[]): readonly Given[] {
  return given.some(isNamed) ? given.filter(argument => !isNamed(argument)) : given
}

function isNamed(argument: ValueNode): argument is NamedArgument {
  return argument.kind === 'named-argument'
}

/** Each order of more arguments would be too many to try. */
const mostArranged = 4

function fits(given: readonly ValueNode[], parameters: readonly FunctionParameter[]): boolean {
  return given.every((argument, index) => isFit(argument, parameters[index]!))
}

/** Fits as it stands, or after a small repair. */
function isFit(argument: ValueNode, parameter: FunctionParameter): boolean {
  const complaint = complaintOf(parameter, argument)
  return complaint === undefined || complaint.text !== undefined
}

/** The argument for each parameter, undefined where its usual value is put; the order as written is tried first. */
function arrangementOf(
  given: readonly ValueNode[],
  [parameter, ...others]: readonly FunctionParameter[],
): readonly (ValueNode | undefined)[] | undefined {
  if (parameter === undefined) return given.length === 0 ? [] : undefined
  for (const argument of given) {
    if (!isFit(argument, parameter)) continue
    const rest = arrangementOf(
      given.filter(other => other !== argument),
      others,
    )
    if (rest !== undefined) return [argument, ...rest]
  }
  if (parameter.usual === undefined) return undefined
  const rest = arrangementOf(given, others)
  return rest === undefined ? undefined : [undefined, ...rest]
}

function writtenAs(argument: ValueNode | undefined, parameter: FunctionParameter): string {
  if (argument === undefined) return parameter.usual!
  return complaintOf(parameter, argument)?.text ?? print(argument)
}

/** `anomalies(x, 'basic', 2, 'above')`: the named argument that this value can only be meant for. */
export function nameMissing(
  node: FunctionCall | MethodCall,
  { named }: Signature,
  argument: Argument,
): string | undefined {
  const isWindow = /^last_\d/.test(textOf(argument) ?? '')
  const isMeant = (parameter: FunctionParameter) =>
    parameter.kind === 'text'
      ? isWindow && parameter.name === 'alert_window'
      : complaintOf(parameter, argument) === undefined
  const name = named.find(isMeant)?.name
  return name === undefined || namedArgument(node, name) !== undefined ? undefined : name
}
