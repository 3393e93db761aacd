import type { Json, MonitorOptions } from '../../model/index.js'
import { childrenOf, type FormulaMonitorQuery, type MetricExpression } from '../../query/index.js'
import { arrowOf, type Code, type CodeArgument, callOf, methodOf, objectOf } from '../code/index.js'
import { expressionCode } from './expression.js'
import { compared } from './thresholds.js'
import { variableSource } from './variable-source.js'

/**
 * `formula({ … }, q => …)` with the queries that the options hold; undefined when the formula names others, or has steps
 * that the builders do not know.
 */
export function formulaAlert(
  query: FormulaMonitorQuery,
  type: string,
  options: MonitorOptions,
): Code | undefined {
  const sources = new Map((options.variables ?? []).map(variable => [variable.name, variable]))
  const names = [...sources.keys()].filter(isName)
  if (
    names.length !== (options.variables ?? []).length ||
    !namesIn(query.formula).every(name => sources.has(name))
  ) {
    return undefined
  }
  const body = expressionCode(query.formula)
  const members = names.map(name => [name, variableSource(type, sources.get(name) ?? {})] as const)
  const build = arrowOf('q', body)
  const target = withSteps(callOf('formula', objectOf(members), build), query)
  return target && compared(target, query, options)
}

/** A property that `q.name` can stand for, in code as in the formula. */
function isName(name: Json | undefined): name is string {
  return typeof name === 'string' && /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && name !== '__proto__'
}

function namesIn(expression: MetricExpression): readonly string[] {
  const names: string[] = []
  const open: ReturnType<typeof childrenOf>[number][] = [expression]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'query-name') names.push(node.name)
    open.push(...childrenOf(node))
  }
  return names
}

function withSteps(start: Code, { steps }: FormulaMonitorQuery): Code | undefined {
  const [first, ...rest] = steps
  if (first?.name !== 'rollup') return withWindow(start, steps)
  const [aggregator] = first.arguments
  if (first.arguments.length !== 1 || aggregator?.kind !== 'string') return undefined
  return withWindow(methodOf(start, 'rollup', aggregator.value), rest)
}

function withWindow(start: Code, steps: FormulaMonitorQuery['steps']): Code | undefined {
  const [window, tail, ...more] = steps
  const [length] = window?.arguments ?? []
  const isWindow = window?.name === 'last' || window?.name === 'current'
  if (!isWindow || length?.kind !== 'string' || !/^\d+[smhdw]$/.test(length.value) || more.length > 0)
    return undefined
  const code = methodOf(start, window.name, length.value)
  return tail === undefined ? code : withTail(code, tail)
}

/** What cost monitors may end with. */
function withTail(
  code: Code,
  { name, arguments: args }: FormulaMonitorQuery['steps'][number],
): Code | undefined {
  if (name === 'change') {
    const values = args.map((argument): CodeArgument | undefined => {
      if (argument.kind === 'number') return argument.value
      return argument.kind === 'string' && /^(relative|absolute)$/.test(argument.value)
        ? argument.value
        : undefined
    })
    return values.every(value => value !== undefined) ? methodOf(code, 'change', ...values) : undefined
  }
  if (name !== 'anomaly') return undefined
  const members = args.map(argument => {
    if (argument.kind !== 'step-named-argument' || argument.value.kind === 'word') return undefined
    return [argument.name, argument.value.value] as const
  })
  const isKnown = members.every(
    member => member !== undefined && (member[0] === 'direction' || member[0] === 'threshold'),
  )
  return isKnown && members.length > 0
    ? methodOf(code, 'anomaly', objectOf(members as [string, string][]))
    : undefined
}
