import type { SloDefinition } from '../../model/index.js'
import { listOf } from '../code/index.js'
import type { Variables } from '../to-builder/variables.js'
import type { Indicator } from './indicator.js'

/** `monitors: [apiErrors]`, of which a single one may have its groups chosen. */
export function monitorIndicator(definition: SloDefinition, variables: Variables): Indicator | undefined {
  const { monitor_ids: ids = [], groups = [] } = definition
  if (ids.length === 0 || (groups.length > 0 && ids.length !== 1)) return undefined
  const monitors = ids.map(
    id => variables('monitor', String(id)) ?? (typeof id === 'number' ? id : undefined),
  )
  if (!monitors.every(monitor => monitor !== undefined)) return undefined
  return {
    builder: 'monitorSlo',
    members: [
      ['monitors', listOf(monitors)],
      ['groups', groups.length === 0 ? undefined : listOf(groups)],
    ],
  }
}
