import { type FunctionParameter, type FunctionRow, functionNamed } from '../catalog/index.js'
import { didYouMean } from '../diagnostic/index.js'
import {
  type Argument,
  type FunctionCall,
  functionForm,
  type MethodCall,
  type NamedArgument,
  print,
} from '../query/index.js'
import { withoutArgument } from './argument-repairs.js'
import { checkArrangement, nameMissing } from './arrangement.js'
import { callInstead } from './calls-meant.js'
import { complaintOf } from './complaints.js'
import { callMeant } from './names-meant.js'
import type { MetricContext, Report } from './report.js'
import { count, list, type Signature, usageOf } from './usage.js'

function signatureOf(row: FunctionRow): Signature {
  const positional = row.parameters.filter(parameter => parameter.named !== true)
  return {
    positional,
    named: row.parameters.filter(parameter => parameter.named === true),
    required: positional.filter(parameter => parameter.optional !== true).length,
    variadic: positional.at(-1)?.variadic === true,
  }
}

const signatures = new Map<string, Signature>()

/** Made when it is first asked for: a query calls a few functions, and there are more than a hundred. */
function signatureNamed(row: FunctionRow): Signature {
  const known = signatures.get(row.name)
  if (known !== undefined) return known
  const signature = signatureOf(row)
  signatures.set(row.name, signature)
  return signature
}

/** Their arguments have forms that a list of parameters cannot say; see `modifiers.ts`. */
const checkedElsewhere: ReadonlySet<string> = new Set(['rollup', 'fill'])

/** `query/function-arity`: number, kind, value and order of the arguments of a function. */
export function checkArguments(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  _context: MetricContext,
  report: Report,
): void {
  if (checkedElsewhere.has(row.name)) return
  const signature = signatureNamed(row)
  // `.as_count()` and its like, which are most of all.
  if (node.arguments.length === 0 && signature.required === 0) return
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

/** The same for an unknown name: its arguments are repaired with it, as those of the function it is taken for. */
export function checkMeantArguments(
  node: FunctionCall | MethodCall,
  context: MetricContext,
  report: Report,
): void {
  if (functionForm(node) !== 'call' || callInstead(node) !== undefined) return
  const meant = callMeant(node.name)
  const row = meant === undefined ? undefined : functionNamed(meant, 'call')
  if (row !== undefined) checkArguments(node, row, context, report)
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
  const name = nameMissing(node, signature, argument)
  // One finding is enough for a list that is too long.
  if (name === undefined && position > signature.positional.length) return
  report({
    code: 'query/function-arity',
    severity: 'error',
    message: `\`${node.name}\` takes ${count(signature.positional.length, 'argument')}, this one is too many.`,
    span: argument.span,
    ...(name === undefined
      ? {
          hint: `Write ${usageOf(node.name, row)}.`,
          // It may be the value of any argument with a name.
          ...(signature.named.length === 0 ? withoutArgument(node, argument) : {}),
        }
      : {
          hint: `Write \`${name}=${print(argument)}\`.`,
          repair: [{ span: { start: argument.span.start, end: argument.span.start }, text: `${name}=` }],
        }),
  })
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
