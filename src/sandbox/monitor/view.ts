import type { Account } from '../account.js'
import { silencedBy } from '../downtime/coverage.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, isObject, objectOf, omit, textOf } from '../json.js'
import { floatText } from './query-facts.js'
import { MONITOR_TYPES } from './types.js'

/** A monitor as one kind of answer shows it. */
export interface MonitorView {
  readonly hasAssets: boolean
  readonly hasRestrictedRoles: boolean
  readonly hasDowntimes: boolean
}

/** The answer to a POST (with creator) or a PUT (without). */
export function writtenMonitorText(
  monitor: JsonObject,
  account: Account,
  kind: 'created' | 'changed',
): string {
  const assets = arrayOf(monitor.assets)
    .filter(isObject)
    .map(asset => ({ ...asset, monitor_id: monitor.id ?? null }))
  const shown = { ...monitor, assets, restriction_policy: null }
  return monitorText(kind === 'created' ? shown : omit(shown, new Set(['creator'])), account)
}

/** The answer to a GET. */
export function readMonitorText(monitor: JsonObject, account: Account, view: MonitorView): string {
  const hidden = new Set([
    ...(view.hasAssets ? [] : ['assets']),
    ...(view.hasRestrictedRoles ? [] : ['restricted_roles']),
  ])
  const shown = omit(monitor, hidden)
  return monitorText(view.hasDowntimes ? { ...shown, matching_downtimes: [] } : shown, account)
}

/** JSON text of a monitor with its thresholds as floats, which `JSON.stringify` cannot write. */
function monitorText(monitor: JsonObject, account: Account): string {
  const silenced = silencedBy(account, monitor)
  const options = silenced ? { ...objectOf(monitor.options), silenced } : monitor.options
  const fields = Object.entries(monitor).map(([key, value]) => {
    const text =
      key === 'options' ? optionsText(objectOf(options), textOf(monitor.type)) : JSON.stringify(value)
    return `${JSON.stringify(key)}:${text}`
  })
  return `{${fields.join(',')}}`
}

function optionsText(options: JsonObject, type: string): string {
  const thresholds = options.thresholds
  if (!isObject(thresholds) || !MONITOR_TYPES.get(type)?.floatThresholds) return JSON.stringify(options)
  const fields = Object.entries(options).map(([key, value]) => {
    return `${JSON.stringify(key)}:${key === 'thresholds' ? thresholdsText(thresholds) : JSON.stringify(value)}`
  })
  return `{${fields.join(',')}}`
}

function thresholdsText(thresholds: JsonObject): string {
  const fields = Object.entries(thresholds).map(
    ([key, value]) => `${JSON.stringify(key)}:${thresholdText(value)}`,
  )
  return `{${fields.join(',')}}`
}

function thresholdText(value: Json): string {
  return typeof value === 'number' ? floatText(value) : JSON.stringify(value)
}
