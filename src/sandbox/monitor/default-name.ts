import { floatText, readComparison } from './query-facts.js'
import { isMetricType } from './types.js'

/**
 * How a metric monitor looks at its window, in the words of the monitor editor; only `avg` was recorded.
 * https://docs.datadoghq.com/monitors/types/metric/?tab=threshold#set-alert-conditions
 */
const WINDOW_WORDS: ReadonlyMap<string, string> = new Map([
  ['avg', 'on average'],
  ['max', 'at least once'],
  ['min', 'at all times'],
  ['sum', 'in total'],
])

const SIMPLE_QUERY =
  /^(avg|max|min|sum)\(last_(\w{1,8})\):\s*\w{1,20}:([\w.]{1,200})\{([^{}]*)\}\s*[<>=!]{1,2}\s*\S+$/

/**
 * The name of a monitor that was sent without one: a sentence for a plain metric query, and the query itself otherwise.
 *
 * @example
 * defaultName('query alert', 'avg(last_5m):sum:a.b{host:c} > 1')
 * // '**a.b** over **host:c** was **> 1.0** on average during the **last 5m**.'
 */
export function defaultName(type: string, query: string): string {
  const match = isMetricType(type) ? SIMPLE_QUERY.exec(query) : null
  const comparison = readComparison(query)
  if (!match || comparison?.value === undefined) return query
  const [, aggregator, window, metric, scope] = match
  const limit = `${comparison.operator} ${floatText(comparison.value)}`
  return `**${metric}** over **${scope}** was **${limit}** ${WINDOW_WORDS.get(aggregator!)} during the **last ${window}**.`
}
