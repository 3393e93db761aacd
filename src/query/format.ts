import type { CompositeExpression } from './composite/ast.js'
import { printComposite } from './composite/printer.js'
import { type Layout, render } from './layout.js'
import type { Argument, BinaryOperation, Filter, MethodCall, MetricExpression, Series } from './metric/ast.js'
import {
  levelOf,
  postfixLevel,
  printAggregator,
  printArgument,
  printExpression,
  printGroupBy,
} from './metric/printer.js'
import { printFilter } from './metric/scope-printer.js'
import type { MonitorQuery, Step } from './monitor/ast.js'
import {
  printCondition,
  printEmbedded,
  printHead,
  printMonitorQuery,
  printQuoted,
  printStep,
} from './monitor/printer.js'
import { print } from './printer.js'
import { quoted } from './quoting.js'
import type { AnyNode } from './visitor.js'

/**
 * The pretty form of any node: the normal form, broken into lines where it is long. Reading it again gives an equal tree.
 *
 * @example
 * format(parseMonitorQuery('avg(last_5m):sum:errors{*}.as_count()/sum:hits{*}.as_count()*100>5').node)
 */
export function format(node: AnyNode): string {
  switch (node.kind) {
    case 'series':
    case 'call':
    case 'method':
    case 'binary':
    case 'unary':
      return render(expressionLayout(node))
    case 'query-list':
      return node.queries.map(query => render(expressionLayout(query))).join(',\n')
    case 'metric-monitor':
    case 'service-check':
    case 'event-monitor':
    case 'formula-monitor':
    case 'slo-monitor':
    case 'composite':
      return render(monitorLayout(node))
    case 'composite-and':
    case 'composite-or':
      return render(compositeLayout(node))
    default:
      return print(node)
  }
}

function monitorLayout(query: MonitorQuery): Layout {
  switch (query.kind) {
    case 'metric-monitor': {
      const body = [expressionLayout(query.expression), ` ${printCondition(query.condition)}`]
      return { open: `${printHead(query.head)}:`, items: [body], separator: '', close: '', gap: '' }
    }
    case 'service-check':
      return [printQuoted(query.check), stepsLayout(query.steps)]
    case 'event-monitor': {
      const source = `${query.source}(${printEmbedded(query.search)})`
      return [source, stepsLayout(query.steps), ` ${printCondition(query.condition)}`]
    }
    case 'formula-monitor': {
      const source = `formula(${quoted(printExpression(query.formula), '"')})`
      return [source, stepsLayout(query.steps), ` ${printCondition(query.condition)}`]
    }
    case 'slo-monitor': {
      const source = `${query.measure}(${printQuoted(query.slo)})`
      return [source, stepsLayout(query.steps), ` ${printCondition(query.condition)}`]
    }
    case 'composite':
      return compositeLayout(query.expression)
    default:
      return printMonitorQuery(query)
  }
}

/** The steps after a source: in a row, or one under the other. */
function stepsLayout(steps: readonly Step[]): Layout {
  return { open: '', items: ['', ...steps.map(printStep)], separator: '', close: '', gap: '' }
}

function compositeLayout(expression: CompositeExpression): Layout {
  if (expression.kind !== 'composite-or' && expression.kind !== 'composite-and')
    return printComposite(expression)
  const operator = expression.kind === 'composite-or' ? '||' : '&&'
  const operands = expression.operands.map(operand => {
    const text = printComposite(operand)
    const isLooser = operand.kind === 'composite-or' || operand.kind === expression.kind
    return isLooser ? `(${text})` : text
  })
  const items = operands.map((operand, index) => (index === 0 ? operand : `${operator} ${operand}`))
  return { open: '', items, separator: '', close: '', gap: ' ' }
}

function expressionLayout(expression: MetricExpression): Layout {
  switch (expression.kind) {
    case 'series':
      return seriesLayout(expression)
    case 'call':
      return argumentsLayout(`${expression.name}(`, expression.arguments)
    case 'method':
      return methodsLayout(expression)
    case 'binary':
      return binaryLayout(expression)
    default:
      return printExpression(expression)
  }
}

/** A chain of methods in a row; walked, because it can be as long as the text. */
function methodsLayout(expression: MethodCall): Layout {
  const parts: Layout[] = []
  let target: MetricExpression = expression
  for (; target.kind === 'method'; target = target.target) {
    parts.push(argumentsLayout(`.${target.name}(`, target.arguments))
  }
  return [within(target, postfixLevel), ...parts.reverse()]
}

function argumentsLayout(open: string, args: readonly Argument[]): Layout {
  return { open, items: args.map(argumentLayout), separator: ',', close: ')', gap: ' ' }
}

function argumentLayout(argument: Argument): Layout {
  switch (argument.kind) {
    case 'string':
    case 'word':
    case 'named-argument':
    case 'tag-list':
      return printArgument(argument)
    default:
      return expressionLayout(argument)
  }
}

/** Operands of one level stand under each other, each after its operator. */
function binaryLayout(expression: BinaryOperation): Layout {
  const level = levelOf(expression)
  const operands: Layout[] = []
  let left: MetricExpression = expression
  while (left.kind === 'binary' && levelOf(left) === level) {
    operands.push([`${left.operator} `, within(left.right, level + 1)])
    left = left.left
  }
  const items = [within(left, level), ...operands.reverse()]
  return { open: '', items, separator: '', close: '', gap: ' ' }
}

function within(expression: MetricExpression, level: number): Layout {
  const layout = expressionLayout(expression)
  if (levelOf(expression) >= level) return layout
  return { open: '(', items: [layout], separator: '', close: ')', gap: '' }
}

function seriesLayout(series: Series): Layout {
  const { aggregator, metric, scope, groupBy } = series
  const name = aggregator === undefined ? metric.name : `${printAggregator(aggregator)}:${metric.name}`
  const by = groupBy === undefined ? '' : ` ${printGroupBy(groupBy)}`
  return [name, scope === undefined ? '' : scopeLayout(scope.filter), by]
}

function scopeLayout(filter: Filter): Layout {
  if (filter.kind !== 'filter-list') return `{${printFilter(filter)}}`
  return { open: '{', items: filter.operands.map(listItem), separator: ',', close: '}', gap: '' }
}

function listItem(filter: Filter): string {
  const text = printFilter(filter)
  return filter.kind === 'filter-list' || filter.kind === 'opaque' ? `(${text})` : text
}
