import { monitorTypeNamed } from '../catalog/index.js'
import { missingIsZero } from '../check/index.js'
import type { MonitorQuery } from '../query/index.js'
import { defined } from './defined.js'
import { groupsOfMonitor } from './groups.js'
import type { MonitorContext } from './monitor-context.js'
import { type Phrase, phrase } from './sentences.js'

import { stepNamed } from './steps.js'

/** What happens when data stops. SLO alerts and Synthetics tests have no setting for it. */
export function missingData(query: MonitorQuery, context: MonitorContext): readonly Phrase[] {
  const { options } = context
  if (options === undefined || query.kind === 'slo-monitor' || query.kind === 'placeholder') return []
  switch (options.on_missing_data ?? unwritten(context)) {
    case 'default':
      return [phrase('time/missing-default', defined({ zero: countsFromZero(query) })), ...quietGroups(query)]
    case 'show_no_data':
      return [phrase('time/missing-show', {})]
    case 'show_and_notify_no_data':
      return [phrase('time/missing-notify', {})]
    case 'resolve':
      return [phrase('time/missing-resolve', {})]
    default:
      return options.on_missing_data === undefined || typeof options.notify_no_data === 'boolean'
        ? [legacy(query, context)]
        : []
  }
}

/** Types that know only `on_missing_data` have its default where nothing is written. */
function unwritten({ options, type }: MonitorContext): 'default' | undefined {
  if (type === undefined || options?.notify_no_data === true) return undefined
  return monitorTypeNamed(type)?.missingData === 'on_missing_data' ? 'default' : undefined
}

/**
 * A group without events is not a group with 0 events.
 * https://docs.datadoghq.com/monitors/types/log/#set-alert-conditions
 */
function quietGroups(query: MonitorQuery): readonly Phrase[] {
  if (query.kind !== 'event-monitor' || !query.condition.comparator.startsWith('<')) return []
  const grouped = stepNamed(query.steps, 'by') !== undefined
  return grouped && countsFromZero(query) === true ? [phrase('time/quiet-groups', {})] : []
}

function legacy(query: MonitorQuery, { options }: MonitorContext): Phrase {
  const grouped = groupsOfMonitor(query, options?.variables).length > 0
  const composite = query.kind === 'composite'
  const minutes = typeof options?.no_data_timeframe === 'number' ? options.no_data_timeframe : undefined
  return options?.notify_no_data === true
    ? phrase('time/no-data-notify', { grouped, composite, ...defined({ minutes }) })
    : phrase('time/no-data-silent', { composite, ...defined({ timeframe: minutes }) })
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
  return missingIsZero(query.expression)
}
