import { referenceText } from '../model/index.js'
import type { MonitorResource } from './composite-term.js'
import { commonFields, type SloFields } from './slo-fields.js'
import { defineSlo, type SloResource, type Timeframe } from './slo-resource.js'
import { withExtra } from './with-extra.js'

/** Monitors whose state can be an SLO's. https://docs.datadoghq.com/service_level_objectives/monitor/ */
type SloMonitorType = 'metric alert' | 'query alert' | 'service check' | 'synthetics alert'

type SloMonitor = MonitorResource<SloMonitorType> | number

/** Groups can be chosen only where there is a single monitor. */
type MonitorChoice =
  | { readonly monitors: readonly SloMonitor[]; readonly groups?: never }
  | { readonly monitors: readonly [SloMonitor]; readonly groups?: readonly string[] }

/**
 * An SLO over the time in which monitors do not alert; only metric, service check and Synthetics monitors can back one.
 * @example monitorSlo('api-up', { name: 'API is up', monitors: [errors], target: { '30d': 99.5 } })
 */
export function monitorSlo<Frames extends Timeframe>(
  key: string,
  spec: SloFields<Frames> & MonitorChoice,
): SloResource<Frames> {
  const definition = {
    ...commonFields('monitor', spec),
    monitor_ids: spec.monitors.map(monitorId),
    ...(spec.groups === undefined ? {} : { groups: spec.groups }),
  }
  return defineSlo(key, spec, withExtra(definition, spec.extra), monitorSlo)
}

function monitorId(monitor: SloMonitor): number | string {
  return typeof monitor === 'number' ? monitor : referenceText(monitor)
}
