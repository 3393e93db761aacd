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

const secondsPerUnit: Readonly<Record<string, number>> = {
  '': 1,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
}

/** `'5m'` where a number stands, in seconds if it is a time. */
export function unquotedNumber(
  argument: Argument | NamedArgument['value'],
  isTime: boolean,
): { hint: string; text: string } | Record<string, never> {
  const [, amount, unit] = /^(-?\d+(?:\.\d+)?)([smhdw]?)$/.exec(textOf(argument) ?? '') ?? []
  if (amount === undefined || (unit !== '' && !isTime)) return {}
  const text = unit === '' ? amount : String(Number(amount) * secondsPerUnit[unit!]!)
  return { hint: `Write \`${text}\` without quotes.`, text }
}

/** `5m` of other languages, and `'60'`, in seconds. */
export function secondsMeant(text: string): string | undefined {
  const [, amount, unit] = /^(\d+)([smhd]?)$/.exec(text) ?? []
  return amount === undefined ? undefined : String(Number(amount) * (secondsPerUnit[unit!] ?? 1))
}
