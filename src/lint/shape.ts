import {
  isJsonObject,
  type Json,
  type JsonPath,
  type Resource,
  type ResourceKind,
  valueAt,
} from '../model/index.js'
import type { Report } from './finding.js'
import { pathText } from './json-path.js'

type Shape = 'text' | 'list' | 'list of texts' | 'list of objects' | 'object'

/** What the rules rely on; everything else in a definition may be of any form. */
interface Expected {
  readonly path: JsonPath
  readonly shape: Shape
  readonly isRequired?: true
}

const expected: Readonly<Record<ResourceKind, readonly Expected[]>> = {
  monitor: [
    { path: ['type'], shape: 'text', isRequired: true },
    { path: ['query'], shape: 'text', isRequired: true },
    { path: ['name'], shape: 'text' },
    { path: ['message'], shape: 'text' },
    { path: ['tags'], shape: 'list of texts' },
    { path: ['options'], shape: 'object' },
    { path: ['options', 'thresholds'], shape: 'object' },
    { path: ['options', 'threshold_windows'], shape: 'object' },
    { path: ['options', 'variables'], shape: 'list of objects' },
    { path: ['options', 'notify_by'], shape: 'list of texts' },
    { path: ['options', 'renotify_statuses'], shape: 'list of texts' },
  ],
  slo: [
    { path: ['type'], shape: 'text', isRequired: true },
    { path: ['thresholds'], shape: 'list of objects' },
    { path: ['tags'], shape: 'list of texts' },
    { path: ['query'], shape: 'object' },
    { path: ['sli_specification'], shape: 'object' },
    { path: ['monitor_ids'], shape: 'list' },
    { path: ['groups'], shape: 'list of texts' },
  ],
  dashboard: [
    { path: ['widgets'], shape: 'list of objects', isRequired: true },
    { path: ['template_variables'], shape: 'list of objects' },
    { path: ['tags'], shape: 'list of texts' },
  ],
}

/** Where a definition is of another form than its kind has; the rules cannot look at such a definition. */
export function shapeReports(resource: Resource): Report[] {
  return expected[resource.kind].flatMap(({ path, shape, isRequired }) => {
    const value = valueAt(resource.definition, path)
    const isAbsent = value === undefined || value === null
    if (isAbsent ? isRequired !== true : fits(value, shape)) return []
    const problem = isAbsent ? 'is missing' : `must be ${article(shape)}`
    const hint = `Write ${article(shape)} as \`${pathText(path)}\`.`
    return [{ path, message: `\`${pathText(path)}\` of the ${resource.kind} ${problem}.`, hint }]
  })
}

function fits(value: Json, shape: Shape): boolean {
  if (shape === 'text') return typeof value === 'string'
  if (shape === 'object') return isJsonObject(value)
  if (!Array.isArray(value)) return false
  if (shape === 'list') return true
  return value.every(shape === 'list of texts' ? item => typeof item === 'string' : isJsonObject)
}

function article(shape: Shape): string {
  return shape === 'text' ? 'text' : shape === 'object' ? 'an object' : `a ${shape}`
}
