import { windowSeconds } from '../../catalog/index.js'
import type { MonitorOptions } from '../../model/index.js'
import { tagKey } from '../groups.js'

/** How long groups live and wait, in seconds. */
export interface Lifecycle {
  /** After a group appears it is not evaluated for so long. https://docs.datadoghq.com/monitors/configuration/#new-group-delay */
  newGroupDelay(tags: readonly string[]): number
  /** Without data a group is forgotten after so long. */
  retention(tags: readonly string[]): number
  /** Without data a triggered group resolves after so long; never when absent. */
  readonly timeout?: number
}

const hour = 3_600
const day = 24 * hour

/** A group that was away for so long is new again. */
export const newAgainAfter = day

export function readLifecycle(options: MonitorOptions): Lifecycle {
  const { new_group_delay: groupDelay, new_host_delay: hostDelay, timeout_h: timeout } = options
  const given = windowSeconds(options.group_retention_duration ?? '')
  return {
    newGroupDelay: tags => {
      if (tags.length === 0) return 0
      return groupDelay || (isHost(tags) ? (hostDelay ?? 0) : 0)
    },
    retention: tags => given ?? (isHost(tags) ? 2 * day : day),
    ...(typeof timeout === 'number' && timeout > 0 ? { timeout: timeout * hour } : {}),
  }
}

const isHost = (tags: readonly string[]) => tags.some(tag => tagKey(tag) === 'host')
