import { equalNodes, parseMetricQuery, parseMonitorQuery } from '../../query/index.js'

/** True when two monitor queries of the same type mean the same: their trees are equal. */
export function equalMonitorQueries(a: string, b: string, type: string | undefined): boolean {
  const options = type === undefined ? {} : { type }
  const first = parseMonitorQuery(a, options)
  const second = parseMonitorQuery(b, options)
  return first.ok && second.ok && equalNodes(first.node, second.node)
}

/** True when two metric queries mean the same: their trees are equal. */
export function equalMetricQueries(a: string, b: string): boolean {
  const first = parseMetricQuery(a)
  const second = parseMetricQuery(b)
  return first.ok && second.ok && equalNodes(first.node, second.node)
}
