import { type FunctionParameter, isPercentile } from '../catalog/index.js'
import type { Argument, NamedArgument } from '../query/index.js'
import { unquotedNumber } from './argument-repairs.js'
import { numberOf, textOf, wordOf } from './argument-values.js'
import { valueMeant } from './names-meant.js'
import { list } from './usage.js'

/** What is wrong with the value of an argument. */
export interface Complaint {
  /** The rest of “The argument x of f …”. */
  readonly problem: string
  readonly hint?: string
  /** What to write in its place. */
  readonly text?: string
}

export type ValueNode = Argument | NamedArgument['value']

/** What is wrong with an argument for a parameter, if anything is. */
export function complaintOf(parameter: FunctionParameter, argument: ValueNode): Complaint | undefined {
  switch (parameter.kind) {
    case 'series':
      return seriesComplaint(argument)
    case 'scalar-or-series':
      return argument.kind === 'string' ? { problem: 'must be a number or a query, not text' } : undefined
    case 'number':
    case 'integer':
    case 'seconds':
      return numberComplaint(parameter, argument)
    case 'enum':
      return choiceComplaint(parameter, argument)
    case 'text':
    case 'word':
      return textComplaint(parameter, argument)
    case 'tags':
      return argument.kind === 'tag-list'
        ? undefined
        : { problem: 'must be tags in braces', hint: 'Write for example `{env}`.' }
  }
}

function seriesComplaint(argument: ValueNode): Complaint | undefined {
  if (argument.kind === 'tag-list') return { problem: 'must be a query, not tags' }
  if (argument.kind === 'string') return { problem: 'must be a query, not text', hint: 'Remove the quotes.' }
  return numberOf(argument) === undefined ? undefined : { problem: 'must be a query, not a number' }
}

function numberComplaint(parameter: FunctionParameter, argument: ValueNode): Complaint | undefined {
  const value = numberOf(argument)
  if (value === undefined)
    return { problem: 'must be a number', ...unquotedNumber(argument, parameter.kind === 'seconds') }
  if (parameter.kind === 'integer' && !Number.isInteger(value)) {
    return {
      problem: 'must be a whole number',
      hint: `Write \`${Math.round(value)}\`.`,
      text: String(Math.round(value)),
    }
  }
  if (parameter.min !== undefined && value < parameter.min)
    return { problem: `must be at least ${parameter.min}` }
  if (parameter.max !== undefined && value > parameter.max)
    return { problem: `must be at most ${parameter.max}` }
  return undefined
}

function choiceComplaint(parameter: FunctionParameter, argument: ValueNode): Complaint | undefined {
  const values = parameter.values ?? []
  const text = textOf(argument)
  if (text === undefined) return { problem: `must be ${choices(parameter)}` }
  if (!values.includes(text) && !(parameter.percentiles === true && isPercentile(text))) {
    const meant = valueMeant(text, values)
    const hint = meant === undefined ? undefined : `Did you mean \`${meant}\`?`
    const problem = `must be ${choices(parameter)}`
    return hint === undefined ? { problem } : { problem, hint, text: quoted(meant!, parameter) }
  }
  return quotingComplaint(parameter, argument, text)
}

function choices({ values = [], percentiles }: FunctionParameter): string {
  const percentile = 'a percentile such as `p95`'
  if (values.length === 0) return percentile
  return `one of ${list(values)}${percentiles === true ? `, or ${percentile}` : ''}`
}

function textComplaint(parameter: FunctionParameter, argument: ValueNode): Complaint | undefined {
  if (parameter.quoted !== true || argument.kind === 'string') return undefined
  const text = wordOf(argument)
  return text === undefined
    ? { problem: 'must be text in quotes' }
    : quotingComplaint(parameter, argument, text)
}

function quotingComplaint(
  parameter: FunctionParameter,
  argument: ValueNode,
  text: string,
): Complaint | undefined {
  const isQuoted = argument.kind === 'string'
  if (parameter.quoted === undefined || parameter.quoted === isQuoted) return undefined
  const problem = parameter.quoted ? 'must stand in quotes' : 'must stand without quotes'
  return { problem, hint: `Write \`${quoted(text, parameter)}\`.`, text: quoted(text, parameter) }
}

function quoted(text: string, parameter: FunctionParameter): string {
  return parameter.quoted === true ? `'${text}'` : text
}
