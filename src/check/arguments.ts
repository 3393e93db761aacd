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
  print,
} from '../query/index.js'
import { numberOf, textOf, wordOf } from './argument-values.js'
import { callMeant } from './functions.js'
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
  const row = rowMeant(node)
  if (row === undefined || checkedElsewhere.has(row.name)) return
  const signature = signatures.get(row.name)!
  if (checkArrangement(node, row, signature, report)) return
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

/** The row of a function; that of an unknown name is the one it is taken for, so its arguments are repaired with it. */
function rowMeant(node: FunctionCall | MethodCall): FunctionRow | undefined {
  const form = functionForm(node)
  const known = functionNamed(node.name, form)
  if (known !== undefined || form !== 'call') return known
  const meant = callMeant(node.name)
  return meant === undefined ? undefined : functionNamed(meant, form)
}

/**
 * `clamp_min(0, x)`, `top(5, x)`, `anomalies(x)`: the arguments fit in another order, or with the usual values between them. True
 * when that was said, and nothing else about them is worth saying.
 */
function checkArrangement(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  signature: Signature,
  report: Report,
): boolean {
  const given = node.arguments.filter(argument => argument.kind !== 'named-argument')
  const parameters = signature.positional.slice(0, Math.max(signature.required, given.length))
  if (signature.variadic || given.length > parameters.length || given.length > mostArranged) return false
  if (fits(given, parameters) && given.length >= signature.required) return false
  const order = arrangementOf(given, parameters)
  if (order === undefined) return false
  const last = given.at(-1)?.span ?? { start: node.span.end - 1, end: node.span.end - 1 }
  const span = { start: given[0]?.span.start ?? last.start, end: last.end }
  const text = order.map((argument, index) => writtenAs(argument, parameters[index]!)).join(', ')
  const isShort = given.length < signature.required
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: isShort
      ? `\`${node.name}\` needs ${count(signature.required, 'argument')} and has ${given.length}.`
      : `The arguments of \`${node.name}\` are in the wrong order.`,
    span: isShort ? { start: node.nameSpan.start, end: node.span.end } : span,
    hint: `Write ${usageOf(row.name, row)}, as in \`${row.example}\`.`,
    repair: [{ span, text }],
  })
  return true
}

/** Each order of more arguments would be too many to try. */
const mostArranged = 4

function fits(given: readonly Argument[], parameters: readonly FunctionParameter[]): boolean {
  return given.every((argument, index) => isFit(argument, parameters[index]!))
}

/** Fits as it stands, or after a small repair. */
function isFit(argument: Argument, parameter: FunctionParameter): boolean {
  const complaint = complaintOf(parameter, argument)
  return complaint === undefined || complaint.text !== undefined
}

/** The argument for each parameter, undefined where its usual value is put; the order as written is tried first. */
function arrangementOf(
  given: readonly Argument[],
  [parameter, ...others]: readonly FunctionParameter[],
): readonly (Argument | undefined)[] | undefined {
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

function writtenAs(argument: Argument | undefined, parameter: FunctionParameter): string {
  if (argument === undefined) return parameter.usual!
  return complaintOf(parameter, argument)?.text ?? print(argument)
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
