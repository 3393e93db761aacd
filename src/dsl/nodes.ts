// Nodes that builders make have no place in a text.
import type {
  Argument,
  BinaryOperation,
  Filter,
  FilterAnd,
  FilterList,
  FilterOr,
  FilterTag,
  FunctionCall,
  MethodCall,
  MetricExpression,
  NamedArgument,
  NumberLiteral,
  Step,
  StepArgument,
  StringLiteral,
  TagList,
  Word,
} from '../query/index.js'
import { canonicalNumber } from '../query/index.js'
import { definitionError } from './definition-error.js'

export const nowhere = { start: 0, end: 0 } as const

/** A number that a query can hold. Minus zero means zero, and the language has no sign for it. */
export function checkedNumber(value: number): number {
  if (!Number.isFinite(value)) {
    throw definitionError('dsl/number', `\`${value}\` is not a number that a query can hold.`, {
      hint: 'Write a finite number.',
    })
  }
  return value === 0 ? 0 : value
}

export function numberNode(number: number): NumberLiteral {
  const value = checkedNumber(number)
  return { kind: 'number', value, text: numberText(value), span: nowhere }
}

function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  return (value < 0 ? '-' : '') + canonicalNumber(String(Math.abs(value)))
}

export function stringNode(value: string, quote: '"' | "'" = "'"): StringLiteral {
  return { kind: 'string', value, quote, span: nowhere }
}

export function wordNode(text: string): Word {
  return { kind: 'word', text, span: nowhere }
}

export function namedNode(name: string, value: NamedArgument['value']): NamedArgument {
  return { kind: 'named-argument', name, value, span: nowhere }
}

/** `{env,host}`; `{*}` without keys. */
export function tagListNode(keys: readonly string[]): TagList {
  return {
    kind: 'tag-list',
    keys: keys.map(name => ({ kind: 'tag-key', name, span: nowhere })),
    span: nowhere,
  }
}

export function callNode(name: string, args: readonly Argument[]): FunctionCall {
  return { kind: 'call', name, nameSpan: nowhere, arguments: args, span: nowhere }
}

export function methodNode(target: MetricExpression, name: string, args: readonly Argument[]): MethodCall {
  return { kind: 'method', target, name, nameSpan: nowhere, arguments: args, span: nowhere }
}

export function binaryNode(
  operator: BinaryOperation['operator'],
  left: MetricExpression,
  right: MetricExpression,
): BinaryOperation {
  return { kind: 'binary', operator, left, right, span: nowhere }
}

export function tagNode(key: string | undefined, value: string): FilterTag {
  return key === undefined
    ? { kind: 'filter-tag', value, span: nowhere }
    : { kind: 'filter-tag', key, value, span: nowhere }
}

export function filterGroup(
  kind: 'filter-and' | 'filter-or' | 'filter-list',
  operands: readonly Filter[],
): FilterAnd | FilterOr | FilterList {
  return { kind, operands, span: nowhere }
}

export function stepNode(name: string, args: readonly StepArgument[]): Step {
  return { kind: 'step', name, nameSpan: nowhere, arguments: args, span: nowhere }
}
