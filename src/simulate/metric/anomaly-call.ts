import { type FunctionCall, isExpression, type MetricExpression } from '../../query/index.js'

/** What a monitor evaluates of `anomalies(query, 'basic', 2, direction='both', …)`. */
export interface AnomalyCall {
  readonly node: FunctionCall
  readonly expression: MetricExpression
  readonly direction: 'above' | 'below' | 'both'
  /** `last_15m` */
  readonly alertWindow: string | undefined
  /** Seconds of a bucket. */
  readonly interval: number | undefined
  readonly countDefaultZero: boolean
}

/** The call when it stands around the whole query; elsewhere it is not simulated. */
export function readAnomalyCall(node: MetricExpression): AnomalyCall | undefined {
  if (node.kind !== 'call' || node.name !== 'anomalies') return undefined
  const [first] = node.arguments
  if (first === undefined || !isExpression(first)) return undefined
  const named = namedArguments(node)
  const direction = named.get('direction')
  const interval = Number(named.get('interval'))
  return {
    node,
    expression: first,
    direction: direction === 'above' || direction === 'below' ? direction : 'both',
    alertWindow: named.get('alert_window'),
    interval: interval > 0 ? interval : undefined,
    countDefaultZero: named.get('count_default_zero') === 'true',
  }
}

function namedArguments(node: FunctionCall): ReadonlyMap<string, string> {
  const named = new Map<string, string>()
  for (const argument of node.arguments) {
    if (argument.kind !== 'named-argument') continue
    named.set(argument.name, argument.value.kind === 'string' ? argument.value.value : argument.value.text)
  }
  return named
}
