import { isMonitorType, monitorTypes } from '../catalog/index.js'
import { addressOf, type Monitor, type Resource, type Slo } from '../model/index.js'
import type { Code } from './code/index.js'
import type { Directory } from './project/references.js'
import type { Variables } from './to-builder/variables.js'

/**
 * The variables that the code of a resource may name. Where the builders' types would refuse one (a composite inside a
 * composite), its id stays a number.
 */
export function variablesFor(
  resource: Resource,
  directory: Directory,
  names: ReadonlyMap<string, string>,
): Variables {
  const variable = (target: Monitor | Slo | undefined): Code | undefined => {
    if (target === undefined || !fits(resource, target)) return undefined
    const address = addressOf(target)
    return { kind: 'variable', text: names.get(address) ?? '', address }
  }
  return (kind, id) => variable(directory[kind](id))
}

function fits(resource: Resource, target: Monitor | Slo): boolean {
  if (resource.kind === 'dashboard') return true
  if (target.kind === 'slo') return hasTimeframe(resource, target)
  const { type } = target.definition
  if (resource.kind === 'slo') return isMonitorType(type) && monitorTypes[type].canBackSlo
  return type !== 'composite' && isMonitorType(type)
}

/** An alert looks at a timeframe that its SLO has a target for. */
function hasTimeframe({ definition }: Resource, { definition: slo }: Slo): boolean {
  const over = /\.over\(\s*["'](\w+)["']/.exec(String(definition.query))?.[1]
  return slo.thresholds.some(({ timeframe }) => timeframe === over)
}
