import type { ts } from 'ts-morph'
import type { JsonPath } from '../lint/index.js'
import { isJsonObject, type SloDefinition } from '../model/index.js'
import { memberValue, propertyTarget } from './members.js'
import { nearProperty } from './monitor-target.js'
import { near, type Target } from './target.js'

const properties: Readonly<Record<string, string>> = {
  name: 'name',
  description: 'description',
  tags: 'tags',
  monitor_ids: 'monitors',
  groups: 'groups',
}

/** The value at a path of an SLO's JSON in the specification that the author gave to `slo` and its siblings. */
export function sloTarget(
  spec: ts.ObjectLiteralExpression,
  path: JsonPath,
  definition: SloDefinition,
): Target {
  const [field, ...rest] = path
  if (field === 'thresholds') return targetOfFrame(spec, rest, definition)
  if (field === 'query' && rest.length === 1) return countTarget(spec, rest[0]!)
  if (field === 'sli_specification') return sliceTarget(spec, rest)
  const property = properties[String(field)]
  if (property === undefined) return near(spec, `there is no property for \`${field}\``)
  return propertyTarget(spec, property, rest)
}

/** `thresholds[0].warning` is `warning: { '30d': … }` where the first threshold is that of 30 days. */
function targetOfFrame(spec: ts.ObjectLiteralExpression, path: JsonPath, definition: SloDefinition): Target {
  const [index, field] = path
  const threshold = typeof index === 'number' ? definition.thresholds[index] : undefined
  if (!isJsonObject(threshold) || typeof threshold.timeframe !== 'string') {
    return nearProperty(spec, 'target', 'the targets are written by timeframe')
  }
  const property = field === 'warning' ? 'warning' : 'target'
  if (field === 'target' || field === 'warning') return propertyTarget(spec, property, [threshold.timeframe])
  return nearProperty(spec, 'target', 'the targets are written by timeframe')
}

function countTarget(spec: ts.ObjectLiteralExpression, field: string | number): Target {
  const property = field === 'numerator' ? 'good' : 'total'
  return propertyTarget(spec, property, [])
}

const bounds = ['above', 'atLeast', 'below', 'atMost'] as const

function sliceTarget(spec: ts.ObjectLiteralExpression, [kind, field]: JsonPath): Target {
  if (kind === 'time_slice' && field === 'threshold') {
    const bound = bounds.find(name => memberValue(spec, name) !== undefined)
    if (bound !== undefined) return propertyTarget(spec, bound, [])
  }
  if (field === 'query_interval_seconds') return nearProperty(spec, 'slice', '`slice` has values of its own')
  return nearProperty(spec, 'good', 'the value follows from the expression')
}
