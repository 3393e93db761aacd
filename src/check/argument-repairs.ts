import { type WindowUnit, windowUnits } from '../catalog/index.js'
import type { TextEdit } from '../diagnostic/index.js'
import type { Argument, FunctionCall, MethodCall, NamedArgument } from '../query/index.js'
import { textOf } from './argument-values.js'

/** The edit that takes the last argument away; parentheses around the one before it would be cut. */
export function withoutArgument(
  node: FunctionCall | MethodCall,
  argument: Argument,
): { repair: TextEdit[] } | Record<string, never> {
  const index = node.arguments.indexOf(argument)
  const previous = node.arguments[index - 1]
  if (index !== node.arguments.length - 1 || previous?.kind === 'binary' || previous?.kind === 'unary')
    return {}
  const start = previous?.span.end ?? argument.span.start
  return { repair: [{ span: { start, end: argument.span.end }, text: '' }] }
}

/** `5m` is five minutes; a number alone is seconds already. */
function secondsIn(amount: string, unit: string | undefined): string {
  return unit ? String(Number(amount) * windowUnits[unit as WindowUnit].seconds) : amount
}

/** `'5m'` where a number stands, in seconds if it is a time. */
export function unquotedNumber(
  argument: Argument | NamedArgument['value'],
  isTime: boolean,
): { hint: string; text: string } | Record<string, never> {
  const [, amount, unit] = /^(-?\d+(?:\.\d+)?)([smhdw]?)$/.exec(textOf(argument) ?? '') ?? []
  if (amount === undefined || (unit !== '' && !isTime)) return {}
  const text = secondsIn(amount, unit)
  return { hint: `Write \`${text}\` without quotes.`, text }
}

/** `5m` of other languages, and `'60'`, in seconds. */
export function secondsMeant(text: string): string | undefined {
  const [, amount, unit] = /^(\d+)([smhd]?)$/.exec(text) ?? []
  return amount === undefined ? undefined : secondsIn(amount, unit)
}
