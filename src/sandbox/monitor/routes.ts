import type { Account } from '../account.js'
import { type Answer, ok, okText, refuse } from '../answer.js'
import { type JsonObject, textOf } from '../json.js'
import { ORGANISATION_ID } from '../people.js'
import { bodyOf, type Call, isFlagSet, param, type Route } from '../route.js'
import { checkMonitor } from './check.js'
import { canDeleteMonitors, deleteMonitor } from './delete.js'
import { hasValidGroupStates, listMonitors } from './list.js'
import { searchMonitorGroups, searchMonitors } from './search.js'
import { isSameType } from './types.js'
import { readMonitorText, readView, writtenMonitorText } from './view.js'
import { changedMonitor, newMonitor } from './write.js'

const NOT_FOUND = refuse(404, 'Monitor not found')

/** https://docs.datadoghq.com/api/latest/monitors/ */
export const MONITOR_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/monitor', handle: listMonitors },
  { method: 'POST', path: '/api/v1/monitor', handle: createMonitor },
  { method: 'POST', path: '/api/v1/monitor/validate', handle: validateMonitor },
  { method: 'GET', path: '/api/v1/monitor/can_delete', handle: canDeleteMonitors },
  { method: 'GET', path: '/api/v1/monitor/search', handle: searchMonitors },
  { method: 'GET', path: '/api/v1/monitor/groups/search', handle: searchMonitorGroups },
  { method: 'GET', path: '/api/v1/monitor/:id', handle: readMonitor },
  { method: 'PUT', path: '/api/v1/monitor/:id', handle: changeMonitor },
  { method: 'DELETE', path: '/api/v1/monitor/:id', handle: deleteMonitor },
  { method: 'POST', path: '/api/v1/monitor/:id/validate', handle: validateExistingMonitor },
]

function duplicateOf(monitor: JsonObject, account: Account): string | undefined {
  const id = account.duplicates.find(monitor)
  return id === undefined ? undefined : `Duplicate of an existing monitor_id:${id} org_id:${ORGANISATION_ID}`
}

function createMonitor(call: Call, account: Account): Answer {
  const monitor = newMonitor(bodyOf(call), account)
  const refusal = checkMonitor(monitor, account) ?? duplicateOf(monitor, account)
  if (refusal !== undefined) return refuse(400, refusal)
  account.store.put('monitor', String(monitor.id), monitor)
  return okText(writtenMonitorText(monitor, account, 'created'))
}

/** Nothing is stored, and the id that the trial used up is given back with it. */
function validateMonitor(call: Call, account: Account): Answer {
  const monitor = newMonitor(bodyOf(call), account)
  account.store.undo()
  const refusal = checkMonitor(monitor, account) ?? duplicateOf(monitor, account)
  return refusal === undefined ? ok({}) : refuse(400, refusal)
}

function readMonitor(call: Call, account: Account): Answer {
  const monitor = account.store.get('monitor', param(call, 'id'))
  if (!monitor) return NOT_FOUND
  if (!hasValidGroupStates(call)) return refuse(400, 'Invalid group_state filters.')
  const asked = {
    assets: isFlagSet(call, 'with_assets'),
    restrictedRoles: call.query.get('with_restricted_roles') !== 'false',
    downtimes: isFlagSet(call, 'with_downtimes'),
    groups: call.query.has('group_states'),
  }
  return okText(readMonitorText(monitor, account, readView(asked, account)))
}

/** A type can only change between the two names of the metric type. */
function refusalOfChange(before: JsonObject, after: JsonObject, account: Account): string | undefined {
  if (!isSameType(textOf(before.type), textOf(after.type))) return 'Monitor type change not allowed'
  return checkMonitor(after, account)
}

function changeMonitor(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const before = account.store.get('monitor', id)
  if (!before) return NOT_FOUND
  const after = changedMonitor(before, bodyOf(call), account)
  const refusal = refusalOfChange(before, after, account)
  if (refusal !== undefined) return refuse(400, refusal)
  account.store.put('monitor', id, after)
  return okText(writtenMonitorText(after, account, 'changed'))
}

function validateExistingMonitor(call: Call, account: Account): Answer {
  const before = account.store.get('monitor', param(call, 'id'))
  if (!before) return NOT_FOUND
  const refusal = refusalOfChange(before, changedMonitor(before, bodyOf(call), account), account)
  return refusal === undefined ? ok({}) : refuse(400, refusal)
}
