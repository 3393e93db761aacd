import { canWarn, notifiesNoData } from '../../check/index.js'
import type { MonitorDefinition } from '../../model/index.js'

/** The state changes that can send a notification. */
export const everyTransition = [
  'alert',
  'warning',
  'no data',
  'unknown',
  'alert recovery',
  'warning recovery',
  'no data recovery',
  'alert to warning',
] as const

export type Transition = (typeof everyTransition)[number]

/**
 * The state changes for which a conditional block is true. `is_alert_recovery` is also entered on Alert to Warn.
 * https://docs.datadoghq.com/monitors/notify/variables/#conditional-variables
 */
const blocks: Readonly<Record<string, readonly Transition[]>> = {
  is_alert: ['alert'],
  is_warning: ['warning', 'alert to warning'],
  is_no_data: ['no data'],
  is_unknown: ['unknown'],
  is_recovery: ['alert recovery', 'warning recovery', 'no data recovery'],
  is_alert_recovery: ['alert recovery', 'alert to warning'],
  is_warning_recovery: ['warning recovery'],
  is_no_data_recovery: ['no data recovery'],
  is_alert_to_warning: ['alert to warning'],
}

/** The state changes of a block, or undefined for one that asks something else (`is_match`, `is_renotify`). */
export function blockTransitions(name: string): readonly Transition[] | undefined {
  return Object.hasOwn(blocks, name) ? blocks[name] : undefined
}

/** The state changes that this monitor can make and notify. */
export function possibleTransitions(definition: MonitorDefinition): readonly Transition[] {
  const warns = canWarn(definition.type, definition.options, definition.query.includes('.pct_by_status('))
  const tellsNoData = notifiesNoData(definition.options)
  return everyTransition.filter(transition => {
    if (transition === 'unknown') return hasUnknownState(definition)
    if (transition === 'no data' || transition === 'no data recovery') return tellsNoData
    return transition === 'alert' || transition === 'alert recovery' || warns
  })
}

const unknownByItself: ReadonlySet<string> = new Set(['service check', 'composite', 'synthetics alert'])

function hasUnknownState(definition: MonitorDefinition): boolean {
  return unknownByItself.has(definition.type)
}
