import type { JsonObject, ResourceKind } from '../model/index.js'

/** The field of each kind that an update cannot change. */
const fixedField: Readonly<Record<ResourceKind, string>> = {
  monitor: 'type',
  slo: 'type',
  dashboard: 'layout_type',
}

const metricTypes: ReadonlySet<unknown> = new Set(['metric alert', 'query alert'])

/** Why an update cannot turn `live` into `desired`, as a sentence; undefined when it can. */
export function replacementReason(
  kind: ResourceKind,
  desired: JsonObject,
  live: JsonObject,
): string | undefined {
  const field = fixedField[kind]
  const before = live[field]
  const after = desired[field]
  if (before === after || before === undefined || (metricTypes.has(before) && metricTypes.has(after)))
    return undefined
  return `The API cannot change \`${field}\` of an existing ${kind} (from \`${before}\` to \`${after}\`).`
}
