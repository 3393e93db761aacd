import type { MonitorOptions } from '../../model/index.js'
import type { SloMonitorQuery } from '../../query/index.js'
import { type Code, callOf, objectOf } from '../code/index.js'
import { singleText } from './steps.js'
import { compared } from './thresholds.js'
import type { Variables } from './variables.js'

/** `burnRate('id', { over: '30d', longWindow: '1h' }).above(14.4)` */
export function sloAlert(
  query: SloMonitorQuery,
  options: MonitorOptions,
  variables: Variables,
): Code | undefined {
  if (query.condition.comparator !== '>' && query.condition.comparator !== '>=') return undefined
  const slo = variables('slo', query.slo.value) ?? query.slo.value
  const texts = query.steps.map(step => [step.name, singleText(step)] as const)
  const [over, long, short] = texts.map(([, text]) => text)
  const names = texts.map(([name]) => name).join(' ')
  if (over === undefined || !/^(7|30|90)d$/.test(over)) return undefined
  if (query.measure === 'error_budget') {
    if (names !== 'over') return undefined
    return compared(callOf('errorBudget', slo, objectOf([['over', over]])), query, options)
  }
  if (!/^over long_window( short_window)?$/.test(names)) return undefined
  if (!/^\d+h$/.test(long ?? '') || !/^\d+[mh]$/.test(short ?? '5m')) return undefined
  const windows = objectOf([
    ['over', over],
    ['longWindow', long],
    ['shortWindow', short],
  ])
  return compared(callOf('burnRate', slo, windows), query, options)
}
