import type { JsonObject } from '../json.js'
import { objectOf, textOf } from '../json.js'
import { windowMinutes } from './query-facts.js'
import { isMetricType } from './types.js'

const OVERLAP =
  'alert and alert recovery criteria are such that the monitor can be simultaneously in alert and alert recovery states'

/** The windows of an anomaly monitor: https://docs.datadoghq.com/monitors/types/anomaly/#api */
export function checkAnomaly(monitor: JsonObject): string | undefined {
  const query = textOf(monitor.query)
  if (!isMetricType(textOf(monitor.type)) || !query.includes('anomalies(')) return undefined
  const options = objectOf(monitor.options)
  const alertWindow = /\balert_window\s*=\s*['"]([^'"]{1,20})['"]/.exec(query)?.[1]
  // Without the argument it is an anomaly monitor of the older kind, which had no windows of its own.
  if (alertWindow === undefined) return undefined
  const { trigger_window: trigger, recovery_window: recovery } = objectOf(options.threshold_windows)
  if (typeof trigger !== 'string' || typeof recovery !== 'string') return OVERLAP
  if (alertWindow !== trigger) return 'alert window query arg must match trigger window monitor option'
  return isRecoveryWindowUsable(trigger, recovery, objectOf(options.thresholds).critical)
    ? undefined
    : OVERLAP
}

/** A shorter recovery window than what an alert leaves of the trigger window could hold while the alert holds. */
function isRecoveryWindowUsable(trigger: string, recovery: string, critical: unknown): boolean {
  const [triggerMinutes, recoveryMinutes] = [windowMinutes(trigger), windowMinutes(recovery)]
  if (triggerMinutes === undefined || recoveryMinutes === undefined) return false
  const share = typeof critical === 'number' ? critical : 1
  return recoveryMinutes > triggerMinutes * (1 - share)
}
