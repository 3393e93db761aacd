import {
  type FunctionParameter,
  type FunctionRow,
  functionNamed,
  functionRows,
  isPercentile,
  valuesElsewhere,
} from '../catalog/index.js'
import { didYouMean, nearest, type TextEdit } from '../diagnostic/index.js'
import {
  type Argument,
  type FunctionCall,
  functionForm,
  type MethodCall,
  type NamedArgument,
} from '../query/index.js'
import { numberOf, textOf, wordOf } from './argument-values.js'
import type { MetricContext, Report } from './report.js'

interface Signature {
  readonly positional: readonly FunctionParameter[]
  readonly named: readonly FunctionParameter[]
  readonly required: number
  readonly variadic: boolean
}

function signatureOf(row: FunctionRow): Signature {
  const positional = row.parameters.filter(parameter => parameter.named !== true)
  return {
    positional,
    named: row.parameters.filter(parameter => parameter.named === true),
    required: positional.filter(parameter => parameter.optional !== true).length,
    variadic: positional.at(-1)?.variadic === true,
  }
}

const signatures = new Map(functionRows.map(row => [row.name, signatureOf(row)]))

/** Their arguments have forms that a list of parameters cannot say; see `modifiers.ts`. */
const checkedElsewhere: ReadonlySet<string> = new Set(['rollup', 'fill'])

/** `query/function-arity`: number, kind, value and order of the arguments of a function. */
export function checkArguments(
  node: FunctionCall | MethodCall,
  _context: MetricContext,
  report: Report,
): void {
  const row = functionNamed(node.name, functionForm(node))
  if (row === undefined || checkedElsewhere.has(row.name)) return
  const signature = signatures.get(row.name)!
  let position = 0
  let named: NamedArgument | undefined
  for (const argument of node.arguments) {
    if (argument.kind === 'named-argument') {
      named = argument
      checkNamed(node, row, signature, argument, report)
    } else {
      if (named !== undefined) reportOrder(argument, named, report)
      checkPositional(node, row, signature, argument, position, report)
      position += 1
    }
  }
  if (position < signature.required) reportMissing(node, row, signature, position, report)
}

function checkPositional(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  signature: Signature,
  argument: Argument,
  position: number,
  report: Report,
): void {
  const parameter =
    signature.positional[position] ?? (signature.variadic ? signature.positional.at(-1) : undefined)
  if (parameter !== undefined) {
    checkValue(node.name, parameter, argument, report)
    return
  }
  // One finding is enough for a list that is too long.
  if (position > signature.positional.length) return
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `\`${node.name}\` takes ${count(signature.positional.length, 'argument')}, this one is too many.`,
    span: argument.span,
    hint: `Write ${usageOf(node.name, row)}.`,
    ...withoutArgument(node, argument),
  })
}

/** The edit that takes the last argument away; parentheses around the one before it would be cut. */
function withoutArgument(
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

function checkNamed(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  signature: Signature,
  argument: NamedArgument,
  report: Report,
): void {
  const parameter = signature.named.find(candidate => candidate.name === argument.name)
  if (parameter !== undefined) {
    checkValue(node.name, parameter, argument.value, report, argument.name)
    return
  }
  const names = signature.named.map(candidate => candidate.name)
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `\`${node.name}\` has no argument named \`${argument.name}\`.`,
    span: argument.span,
    hint:
      didYouMean(argument.name, names) ??
      (names.length === 0 ? `Write ${usageOf(node.name, row)}.` : `It has ${list(names)}.`),
  })
}

function reportOrder(argument: Argument, named: NamedArgument, report: Report): void {
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `This argument stands behind \`${named.name}=\`, but named arguments come last.`,
    span: argument.span,
    hint: 'Write the arguments without a name first, then those with a name.',
  })
}

function reportMissing(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  signature: Signature,
  given: number,
  report: Report,
): void {
  const missing = signature.positional.slice(given, signature.required).map(parameter => parameter.name)
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `\`${node.name}\` needs ${count(signature.required, 'argument')} and has ${given}: ${list(missing)} is missing.`,
    span: { start: node.nameSpan.start, end: node.span.end },
    hint: `Write ${usageOf(node.name, row)}, as in \`${row.example}\`.`,
  })
}

function checkValue(
  name: string,
  parameter: FunctionParameter,
  argument: Argument | NamedArgument['value'],
  report: Report,
  written?: string,
): void {
  if (argument.kind === 'opaque') return
  const label = written ?? parameter.name
  const complaint = complaintOf(parameter, argument)
  if (complaint === undefined) return
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `The argument \`${label}\` of \`${name}\` ${complaint.problem}.`,
    span: argument.span,
    ...(complaint.hint === undefined ? {} : { hint: complaint.hint }),
    ...(complaint.text === undefined ? {} : { repair: [{ span: argument.span, text: complaint.text }] }),
  })
}

interface Complaint {
  /** The rest of “The argument x of f …”. */
  readonly problem: string
  readonly hint?: string
  /** What to write in its place. */
  readonly text?: string
}

type ValueNode = Argument | NamedArgument['value']

function complaintOf(parameter: FunctionParameter, argument: ValueNode): Complaint | undefined {
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

const secondsPerUnit: Readonly<Record<string, number>> = {
  '': 1,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
}

function unquotedNumber(
  argument: ValueNode,
  isTime: boolean,
): { hint: string; text: string } | Record<string, never> {
  const [, amount, unit] = /^(-?\d+(?:\.\d+)?)([smhdw]?)$/.exec(textOf(argument) ?? '') ?? []
  if (amount === undefined || (unit !== '' && !isTime)) return {}
  const text = unit === '' ? amount : String(Number(amount) * secondsPerUnit[unit!]!)
  return { hint: `Write \`${text}\` without quotes.`, text }
}

function choiceComplaint(parameter: FunctionParameter, argument: ValueNode): Complaint | undefined {
  const values = parameter.values ?? []
  const text = textOf(argument)
  if (text === undefined) return { problem: `must be ${choices(parameter)}` }
  if (!values.includes(text) && !(parameter.percentiles === true && isPercentile(text))) {
    const meant =
      valuesElsewhere.get(text.toLowerCase())?.find(value => values.includes(value)) ?? nearest(text, values)
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

/** `` `top(query, limit, 'by', 'direction')` ``: how a function is written. */
export function usageOf(name: string, row: FunctionRow): string {
  const words = row.parameters.map(parameter => {
    const value = parameter.quoted === true ? `'${parameter.name}'` : parameter.name
    const written = parameter.named === true ? `${parameter.name}=…` : value
    return parameter.optional === true ? `[${written}]` : written
  })
  return `\`${row.form === 'method' ? '.' : ''}${name}(${words.join(', ')})\``
}

function count(number: number, word: string): string {
  return number === 0 ? `no ${word}` : `${number} ${word}${number === 1 ? '' : 's'}`
}

function list(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ')
}
