import type { JsonObject } from '../../model/index.js'
import type { FormulaMonitorQuery, MetricExpression, Step, StepArgument } from '../../query/index.js'
import { type AlertCondition, alertCondition, conditionNode } from '../condition.js'
import { definitionError } from '../definition-error.js'
import { comparisons, type Evaluation } from '../evaluation.js'
import { BuiltExpression, type Expression, type ExpressionInput, toExpression } from '../expression.js'
import { nowhere, numberNode, stepNode, stringNode } from '../nodes.js'
import { type EventQuery, type EventWindow, eventQueryJson } from './event-query.js'
import type { VariableSource } from './variable.js'

/** What a variable of a formula may be. */
export type FormulaSource<
  Type extends string = string,
  Groups extends string = string,
  Tags extends string = string,
> = EventQuery<Type, Groups, Tags> | VariableSource<Type, Groups, Tags>

declare const formulaTypes: unique symbol

/** Arithmetic over named queries; serves monitors and widgets. */
export interface Formula<
  Type extends string = string,
  Groups extends string = string,
  Tags extends string = string,
> {
  readonly kind: 'formula'
  readonly type: Type
  readonly node: MetricExpression
  /** The queries it names, in Datadog's JSON. */
  readonly variables: readonly JsonObject[]
  readonly [formulaTypes]?: readonly [Groups, Tags]
  /** How the points of the window become one number, where the queries do not say. */
  rollup(aggregator: string): Formula<Type, Groups, Tags>
  last(window: EventWindow): Evaluation<Type, Groups, Groups | Tags>
  current(window: EventWindow): Evaluation<Type, Groups, Groups | Tags>
}

/** A formula over costs, which can also be compared with their own past. */
export interface CostFormula<Groups extends string = string, Tags extends string = string>
  extends Formula<'cost alert', Groups, Tags> {
  rollup(aggregator: string): CostFormula<Groups, Tags>
  last(window: EventWindow): CostEvaluation<Groups, Groups | Tags>
  current(window: EventWindow): CostEvaluation<Groups, Groups | Tags>
}

type CostComparison<Groups extends string, Tags extends string> = Evaluation<'cost alert', Groups, Tags>

/** https://docs.datadoghq.com/monitors/types/cloud_cost/ */
export interface CostEvaluation<Groups extends string = string, Tags extends string = string>
  extends CostComparison<Groups, Tags> {
  /** Alerts on costs outside of what is expected. */
  anomaly(options: {
    readonly direction: 'above' | 'below' | 'both'
    readonly threshold?: number
  }): CostComparison<Groups, Tags>
  /** Alerts on the change since the time before. */
  change(how: 'relative' | 'absolute', threshold?: number): CostComparison<Groups, Tags>
  /** Alerts on where the costs are going. */
  forecast(options?: Readonly<Record<string, string | number>>): CostComparison<Groups, Tags>
}

type FormulaBuild<Names extends string> = (
  queries: { readonly [Name in Names]: Expression },
) => ExpressionInput

/**
 * A formula over named queries: searches over events, costs, data quality.
 * @example
 * formula({ errors: log('status:error'), all: log('*') }, ({ errors, all }) => errors.dividedBy(all).times(100))
 *   .last('15m')
 *   .above(5)
 */
export function formula<Names extends string, Groups extends string, Tags extends string>(
  sources: { readonly [Name in Names]: VariableSource<'cost alert', Groups, Tags> },
  build: FormulaBuild<Names>,
): CostFormula<Groups, Tags>
export function formula<
  Names extends string,
  Type extends string,
  Groups extends string,
  Tags extends string,
>(
  sources: { readonly [Name in Names]: FormulaSource<Type, Groups, Tags> },
  build: FormulaBuild<Names>,
): Formula<Type, Groups, Tags>
export function formula<Names extends string, Type extends string>(
  sources: { readonly [Name in Names]: FormulaSource<Type> },
  build: FormulaBuild<Names>,
): Formula<Type> {
  const entries = Object.entries(sources) as [string, FormulaSource<Type>][]
  const names = entries.map(([name]) => [name, named(name)] as const)
  const [first] = entries
  if (first === undefined) throw definitionError('dsl/formula', 'A formula needs at least one query.')
  const { node } = toExpression(build(Object.fromEntries(names) as { readonly [Name in Names]: Expression }))
  const variables = entries.map(([name, query]) => variableJson(name, query))
  return builtFormula(first[1].type, node, variables, [])
}

function named(name: string): Expression {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    throw definitionError('dsl/query-name', `'${name}' cannot be the name of a query.`, {
      hint: 'Use letters, digits and `_`.',
      text: name,
    })
  }
  return new BuiltExpression({ kind: 'query-name', name, span: nowhere })
}

function variableJson(name: string, query: FormulaSource): JsonObject {
  return query.kind === 'event-query' ? eventQueryJson(name, query) : { name, ...query.definition }
}

function builtFormula<Type extends string>(
  type: Type,
  node: MetricExpression,
  variables: readonly JsonObject[],
  steps: readonly Step[],
): Formula<Type, never, never> {
  const over = (form: 'last' | 'current', window: string) =>
    evaluation(type, node, variables, [...steps, textStep(form, window)])
  return {
    kind: 'formula',
    type,
    node,
    variables,
    rollup: aggregator => builtFormula(type, node, variables, [...steps, textStep('rollup', aggregator)]),
    last: window => over('last', window),
    current: window => over('current', window),
  }
}

function evaluation<Type extends string>(
  type: Type,
  node: MetricExpression,
  variables: readonly JsonObject[],
  steps: readonly Step[],
) {
  const after = (tail: readonly Step[]) =>
    comparisons((comparator, threshold): AlertCondition<Type, never, never> => {
      const query: FormulaMonitorQuery = {
        kind: 'formula-monitor',
        quote: '"',
        formula: node,
        steps: [...steps, ...tail],
        condition: conditionNode(comparator, threshold),
        span: nowhere,
      }
      return alertCondition(type, query, threshold, { variables })
    })
  return {
    ...after([]),
    anomaly: (options: Readonly<Record<string, string | number>>) =>
      after([stepNode('anomaly', namedStepArguments(options))]),
    change: (how: string, threshold?: number) =>
      after([
        stepNode('change', [
          stringNode(how, '"'),
          ...(threshold === undefined ? [] : [numberNode(threshold)]),
        ]),
      ]),
    forecast: (options: Readonly<Record<string, string | number>> = {}) =>
      after([stepNode('forecast', namedStepArguments(options))]),
  }
}

function textStep(name: string, text: string): Step {
  return stepNode(name, [stringNode(text, '"')])
}

function namedStepArguments(options: Readonly<Record<string, string | number>>): readonly StepArgument[] {
  return Object.entries(options).map(([name, value]) => ({
    kind: 'step-named-argument',
    name,
    value: typeof value === 'number' ? numberNode(value) : stringNode(value, '"'),
    span: nowhere,
  }))
}
