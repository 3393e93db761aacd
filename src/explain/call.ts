import { type FunctionParameter, type FunctionRow, functionNamed } from '../catalog/index.js'
import {
  type Argument,
  type FunctionCall,
  functionForm,
  isExpression,
  type MethodCall,
  type MetricExpression,
  print,
} from '../query/index.js'
import type { CallValues } from './sentences/metric.js'
import { type Phrase, phrase } from './sentences.js'

/** One written argument with the parameter it fills; undefined for one the documentation does not list. */
interface FilledArgument {
  readonly argument: Argument
  readonly parameter?: FunctionParameter
}

/** The catalog's row for a call or method, or undefined for a name that Datadog does not document. */
export function rowOf(node: FunctionCall | MethodCall): FunctionRow | undefined {
  const form = functionForm(node)
  return functionNamed(node.name, form) ?? (form === 'regrouping' ? undefined : functionNamed(node.name))
}

/** The arguments of a call beside their parameters, in the order written. */
export function filledArguments(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
): readonly FilledArgument[] {
  const positional = row.parameters.filter(parameter => parameter.named !== true)
  let next = 0
  return node.arguments.map(argument => {
    if (argument.kind === 'named-argument') {
      return filled(
        argument,
        row.parameters.find(parameter => parameter.name === argument.name),
      )
    }
    const last = positional.at(-1)
    const parameter = positional[next] ?? (last?.variadic === true ? last : undefined)
    next += 1
    return filled(argument, parameter)
  })
}

function filled(argument: Argument, parameter: FunctionParameter | undefined): FilledArgument {
  return parameter === undefined ? { argument } : { argument, parameter }
}

/** True where the parameter takes an expression. */
function takesExpression(parameter: FunctionParameter | undefined): boolean {
  return parameter?.kind === 'series' || parameter?.kind === 'scalar-or-series'
}

/** An argument as a plain value: numbers as numbers, quotes removed. */
export function plainValue(argument: Argument): string | number {
  switch (argument.kind) {
    case 'number':
      return argument.value
    case 'string':
      return argument.value
    case 'word':
      return argument.text
    case 'named-argument':
      return plainValue(argument.value)
    case 'unary':
      return argument.operand.kind === 'number' && argument.operator === '-'
        ? -argument.operand.value
        : print(argument)
    case 'query-name':
      return argument.name
    case 'tag-list':
      return argument.keys.map(key => key.name).join()
    default:
      return print(argument)
  }
}

const digits = /\d+/

/** What a sentence about this call needs to know. `valuePhrase` gives the noun phrase of an expression. */
export function callValues(
  node: FunctionCall | MethodCall,
  row: FunctionRow,
  inMonitor: boolean,
  valuePhrase: (expression: MetricExpression) => Phrase,
): CallValues<Phrase> {
  const given: Record<string, string | number> = {}
  const expressions: Phrase[] = node.kind === 'method' ? [valuePhrase(node.target)] : []
  for (const { argument, parameter } of filledArguments(node, row)) {
    if (takesExpression(parameter) && isExpression(argument)) expressions.push(valuePhrase(argument))
    else if (parameter !== undefined) given[parameter.name] = plainValue(argument)
  }
  // A method written like a function still works on something.
  const target = expressions.length > 0 ? undefined : node.arguments.find(isExpression)
  const [inner = target === undefined ? undefined : valuePhrase(target), ...others] = expressions
  const member = digits.exec(node.name)
  return {
    function: row.name,
    written: node.name,
    ...(member === null ? {} : { member: Number(member[0]) }),
    arguments: given,
    inner: inner ?? phrase('value/opaque', { text: '…' }),
    others,
    inMonitor,
  }
}
