import { ts } from 'ts-morph'
import type { JsonPath } from '../lint/index.js'
import type { Resource } from '../model/index.js'
import type { BuilderCall } from './builder-call.js'
import { dashboardTarget } from './dashboard-target.js'
import { targetIn } from './members.js'
import { monitorTarget } from './monitor-target.js'
import { sloTarget } from './slo-target.js'
import { near, type Target } from './target.js'
import { settled } from './value-node.js'

/** Builders that take Datadog's own JSON as their second argument. */
const rawBuilders: ReadonlySet<string> = new Set(['rawMonitor', 'rawSlo', 'rawDashboard'])
const sloBuilders: ReadonlySet<string> = new Set(['slo', 'monitorSlo', 'timeSliceSlo'])

/** The place of a JSON path of a resource in the call that defines it. */
export function targetOf({ call, builder }: BuilderCall, resource: Resource, path: JsonPath): Target {
  const [, argument] = call.arguments
  const spec = argument && settled(argument)
  if (spec === undefined) return near(call, `\`${builder}\` decides about it`)
  if (rawBuilders.has(builder)) return targetIn(spec, path)
  if (!ts.isObjectLiteralExpression(spec)) return near(spec, 'the specification is made elsewhere')
  if (resource.kind === 'monitor' && builder === 'monitor') return monitorTarget(spec, path)
  if (resource.kind === 'slo' && sloBuilders.has(builder)) return sloTarget(spec, path, resource.definition)
  if (resource.kind === 'dashboard' && builder === 'dashboard') return dashboardTarget(spec, path)
  return near(call, `\`${builder}\` decides about it`)
}
