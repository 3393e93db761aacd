import type { Account } from '../account.js'
import { isShown } from '../dated-fields.js'
import { matchingDowntimes, silencedBy } from '../downtime/coverage.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, isObject, objectOf, omit, textOf } from '../json.js'
import { floatText } from './query-facts.js'
import { MONITOR_TYPES } from './types.js'

/** A monitor as one kind of answer shows it. */
export interface MonitorView {
  readonly hidden: ReadonlySet<string>
  readonly instead: JsonObject
  readonly hasDowntimes: boolean
}

/** What a request asks to see of a monitor. */
interface Asked {
  readonly assets: boolean
  readonly restrictedRoles: boolean
  readonly downtimes: boolean
  /** `group_states`: the states of groups, of which there are none without evaluation. */
  readonly groups: boolean
}

/** The view that a read asks for, on the account's day. */
export function readView(asked: Asked, account: Account): MonitorView {
  const hasEmptyAssets =
    !asked.assets && isShown('empty assets of a monitor read without with_assets', account)
  const hidden = [
    ...(asked.assets ? [] : ['assets']),
    ...(asked.restrictedRoles ? [] : ['restricted_roles']),
    ...(isShown('draft_status of a monitor', account) ? [] : ['draft_status']),
  ]
  const instead: JsonObject = {
    ...(hasEmptyAssets ? { assets: [] } : {}),
    ...(asked.groups ? { state: { groups: {} } } : {}),
  }
  return { hidden: new Set(hidden), instead, hasDowntimes: asked.downtimes }
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
  const hidden = [
    ...(kind === 'created' ? [] : ['creator']),
    ...(isShown('draft_status of a monitor', account) ? [] : ['draft_status']),
    ...(isShown('assets of a written monitor', account) ? [] : ['assets']),
    ...(isShown('restriction_policy of a written monitor', account) ? [] : ['restriction_policy']),
  ]
  return monitorText(omit({ ...monitor, assets, restriction_policy: null }, new Set(hidden)), account)
}

/** The answer to a GET. */
export function readMonitorText(monitor: JsonObject, account: Account, view: MonitorView): string {
  const downtimes = view.hasDowntimes ? { matching_downtimes: matchingDowntimes(account, monitor) } : {}
  return monitorText({ ...omit(monitor, view.hidden), ...view.instead, ...downtimes }, account)
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
