import type { AnyNode, MonitorQuery } from '../query/index.js'
import type { Subject } from './drawing.js'
import type { Reading } from './reading.js'
import type { WordKey } from './words/index.js'

/** What can be drawn of a text, or why nothing can. */
export function subjectOf({ monitor, node, diagnostics, explanation }: Reading): Subject | WordKey {
  const isBroken = [...diagnostics, ...explanation.diagnostics].some(({ severity }) => severity === 'error')
  if (isBroken) return 'behaviourUnread'
  if (monitor === undefined || node === undefined || !isMonitorQuery(node)) return 'behaviourNoStates'
  return { monitor, node }
}

const monitorKinds: ReadonlySet<string> = new Set<MonitorQuery['kind']>([
  'metric-monitor',
  'service-check',
  'event-monitor',
  'formula-monitor',
  'slo-monitor',
  'composite',
  'placeholder',
  'opaque',
])

function isMonitorQuery(node: AnyNode): node is MonitorQuery {
  return monitorKinds.has(node.kind)
}
