import { printComposite } from './composite/printer.js'
import { printMessage } from './message/printer.js'
import {
  printAggregator,
  printArgument,
  printExpression,
  printGroupBy,
  printQueryList,
  printValueCondition,
} from './metric/printer.js'
import { printFilter, printScope } from './metric/scope-printer.js'
import {
  printCondition,
  printEmbedded,
  printHead,
  printMonitorQuery,
  printStep,
  printStepArgument,
  printWindow,
} from './monitor/printer.js'
import { printSearch } from './search/printer.js'
import type { AnyNode } from './visitor.js'

/**
 * The normal form of any node, on one line: what two queries have in common that mean the same written differently. Reading it again
 * gives an equal tree.
 *
 * @example
 * print(parseMetricQuery('avg:a{ x:1 , y:2 }by{host}').node) // 'avg:a{x:1,y:2} by {host}'
 */
export function print(node: AnyNode): string {
  switch (node.kind) {
    case 'series':
    case 'call':
    case 'method':
    case 'binary':
    case 'unary':
    case 'query-name':
    case 'number':
    case 'opaque':
      return printExpression(node)
    case 'query-list':
      return printQueryList(node)
    case 'space-aggregator':
      return printAggregator(node)
    case 'value-condition':
      return printValueCondition(node)
    case 'metric-name':
    case 'tag-key':
      return node.name
    case 'scope':
      return printScope(node)
    case 'filter-all':
    case 'filter-tag':
    case 'filter-in':
    case 'filter-variable':
    case 'filter-not':
    case 'filter-and':
    case 'filter-or':
    case 'filter-list':
      return printFilter(node)
    case 'group-by':
      return printGroupBy(node)
    case 'string':
    case 'word':
    case 'named-argument':
    case 'tag-list':
      return printArgument(node)
    case 'metric-monitor':
    case 'service-check':
    case 'event-monitor':
    case 'formula-monitor':
    case 'slo-monitor':
    case 'composite':
    case 'placeholder':
      return printMonitorQuery(node)
    case 'condition':
      return printCondition(node)
    case 'window-head':
    case 'change-head':
      return printHead(node)
    case 'window':
      return printWindow(node)
    case 'embedded-search':
      return printEmbedded(node)
    case 'step':
      return printStep(node)
    case 'step-named-argument':
      return printStepArgument(node)
    case 'composite-monitor':
    case 'composite-not':
    case 'composite-and':
    case 'composite-or':
      return printComposite(node)
    case 'search-all':
    case 'search-term':
    case 'search-phrase':
    case 'search-range':
    case 'search-comparison':
    case 'search-field':
    case 'search-function':
    case 'search-variable':
    case 'search-not':
    case 'search-and':
    case 'search-or':
      return printSearch(node)
    default:
      return printMessage(node)
  }
}
