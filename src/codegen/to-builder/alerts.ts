import type { MonitorOptions } from '../../model/index.js'
import type { MonitorQuery } from '../../query/index.js'
import { type Code, callOf } from '../code/index.js'
import { checkAlert } from './check-alert.js'
import { compositeCode } from './composite.js'
import { eventAlert } from './event-alert.js'
import { formulaAlert } from './formula.js'
import { metricAlert } from './metric-alert.js'
import { sloAlert } from './slo-alert.js'
import { noVariables, type Variables } from './variables.js'

/** The builder expression of an alert condition; undefined when the builders cannot say it. */
export function alertCode(
  query: MonitorQuery,
  options: MonitorOptions,
  type?: string,
  variables: Variables = noVariables,
): Code | undefined {
  switch (query.kind) {
    case 'metric-monitor':
      return metricAlert(query, options)
    case 'service-check':
      return checkAlert(query, options)
    case 'event-monitor':
      return eventAlert(query, options)
    case 'slo-monitor':
      return sloAlert(query, options, variables)
    case 'composite': {
      const condition = compositeCode(query.expression, variables)
      return condition === undefined ? undefined : callOf('composite', condition)
    }
    case 'formula-monitor':
      return type === undefined ? undefined : formulaAlert(query, type, options)
    default:
      return undefined
  }
}
