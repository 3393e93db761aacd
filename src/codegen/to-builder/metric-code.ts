import { isAcceptable } from '../../diagnostic/index.js'
import type { Json } from '../../model/index.js'
import { parseMetricQuery, print } from '../../query/index.js'
import type { CodeArgument } from '../code/index.js'
import { expressionCode } from './expression.js'

/** Builder calls for a query in its normal form; any other text stays text, which keeps every blank. */
export function metricCode(text: Json): CodeArgument | undefined {
  if (typeof text !== 'string') return undefined
  const parsed = parseMetricQuery(text)
  if (!parsed.ok || !isAcceptable(parsed.diagnostics)) return undefined
  if (parsed.node.kind === 'query-list' || print(parsed.node) !== text) return text
  const code = expressionCode(parsed.node)
  const isText = code.kind === 'call' && code.target.kind === 'atom' && code.target.text === 'query'
  return isText ? text : code
}
