import type { MonitorQuery } from '../query/index.js'
import { defined } from './defined.js'
import type { MonitorContext } from './monitor-context.js'
import { type Phrase, phrase } from './sentences.js'
import { has } from './series.js'
import { stepNamed } from './steps.js'

/** What happens when data stops. SLO alerts and Synthetics tests have no setting for it. */
export function missingData(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  const { options } = context
  if (options === undefined || query.kind === 'slo-monitor' || query.kind === 'placeholder') return []
  switch (options.on_missing_data) {
    case 'default':
      return [phrase('time/missing-default', defined({ zero: countsFromZero(query) }))]
    case 'show_no_data':
      return [phrase('time/missing-show', {})]
    case 'show_and_notify_no_data':
      return [phrase('time/missing-notify', {})]
    case 'resolve':
      return [phrase('time/missing-resolve', {})]
    default:
      return options.on_missing_data === undefined || typeof options.notify_no_data === 'boolean'
        ? [legacy(context)]
        : []
  }
}

function legacy({ options }: MonitorContext): Phrase {
  const minutes = typeof options?.no_data_timeframe === 'number' ? options.no_data_timeframe : undefined
  return options?.notify_no_data === true
    ? phrase('time/no-data-notify', defined({ minutes }))
    : phrase('time/no-data-silent', defined({ timeframe: minutes }))
}

/**
 * With the default, missing data of a count is 0 and of anything else nothing; `default_zero` keeps the state.
 * https://docs.datadoghq.com/monitors/configuration/#no-data
 */
function countsFromZero(query: MonitorQuery): boolean | undefined {
  if (query.kind === 'event-monitor') {
    const method = stepNamed(query.steps, 'rollup')?.arguments[0]
    return method === undefined || (method.kind === 'string' && method.value === 'count')
  }
  if (query.kind !== 'metric-monitor') return undefined
  const counts = has(query.expression, node => node.kind === 'method' && node.name === 'as_count')
  const zeroed = has(query.expression, node => node.kind === 'call' && node.name === 'default_zero')
  return counts && !zeroed
}
