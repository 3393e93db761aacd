import type { MonitorOptions } from '../../model/index.js'
import type { ServiceCheckQuery, Step } from '../../query/index.js'
import { type Code, callOf, methodOf, objectOf } from '../code/index.js'
import { textsOf } from './steps.js'
import { holdsNone } from './thresholds.js'

/** `serviceCheck('http.can_connect').over('*').last(4).countByStatus({ critical: 3 })` */
export function checkAlert(query: ServiceCheckQuery, options: MonitorOptions): Code | undefined {
  const steps = query.steps.slice(0, -2)
  const [last, status] = query.steps.slice(-2)
  const looked = last?.name === 'last' ? last.arguments[0] : undefined
  const method = status?.name === 'count_by_status' ? 'countByStatus' : 'pctByStatus'
  if (looked?.kind !== 'number' || (status?.name !== 'count_by_status' && status?.name !== 'pct_by_status'))
    return undefined
  const start = withTextSteps(callOf('serviceCheck', query.check.value), steps, ['over', 'exclude', 'by'])
  const counts = statusCounts(looked.value, options)
  return start && methodOf(methodOf(start, 'last', looked.value), method, ...counts)
}

/** The counts stand only in the options; where those are not known, the usual one less than what is looked at. */
function statusCounts(looked: number, { thresholds }: MonitorOptions): readonly Code[] {
  if (thresholds && holdsNone(thresholds)) return []
  const critical = thresholds === undefined ? Math.max(1, looked - 1) : (thresholds.critical ?? undefined)
  const others = ['warning', 'ok', 'unknown'] as const
  return [
    objectOf([
      ['critical', critical],
      ...others.map(name => [name, thresholds?.[name] ?? undefined] as const),
    ]),
  ]
}

/** Steps whose arguments are all texts. */
function withTextSteps(start: Code, steps: readonly Step[], allowed: readonly string[]): Code | undefined {
  return steps.reduce<Code | undefined>((code, step) => {
    const texts = allowed.includes(step.name) ? textsOf(step) : undefined
    return code && texts && methodOf(code, step.name, ...texts)
  }, start)
}
