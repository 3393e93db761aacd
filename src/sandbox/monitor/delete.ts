import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { textOf } from '../json.js'
import { type Call, isFlagSet, listOf, param } from '../route.js'

/** Why a monitor cannot go without force: the SLOs and composites that use it. */
function usesOf(account: Account, id: string, name: string): readonly string[] {
  const named = (kind: 'slo' | 'monitor') =>
    account.references.usersOf(`monitor:${id}`, kind).map(user => {
      return `[${user},${textOf(account.store.get(kind, user)?.name)}]`
    })
  const [slos, composites] = [named('slo'), named('monitor')]
  const label = `monitor [${id},${name}] is referenced in`
  return [
    ...(slos.length > 0 ? [`${label} slos: ${slos.join(', ')}`] : []),
    ...(composites.length > 0 ? [`${label} composite monitors: ${composites.join(', ')}`] : []),
  ]
}

/** `DELETE /api/v1/monitor/:id`; a monitor in use is refused unless `force=true`. */
export function deleteMonitor(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const monitor = account.store.get('monitor', id)
  if (!monitor) return refuse(404, 'Monitor not found')
  const uses = usesOf(account, id, textOf(monitor.name))
  if (uses.length > 0 && !isFlagSet(call, 'force')) return refuse(409, ...uses)
  account.store.remove('monitor', id)
  return ok({ deleted_monitor_id: Number(id) })
}

/** `GET /api/v1/monitor/can_delete?monitor_ids=1,2`. */
export function canDeleteMonitors(call: Call, account: Account): Answer {
  const ids = listOf(call, 'monitor_ids')
  if (ids.length === 0) return refuse(400, 'monitor_ids are required')
  const unknown = ids.filter(id => !account.store.get('monitor', id))
  if (unknown.length > 0) return refuse(404, 'Monitor not found')
  const errors: JsonObject = Object.fromEntries(
    ids.flatMap(id => {
      const uses = usesOf(account, id, textOf(account.store.get('monitor', id)?.name))
      return uses.length > 0 ? [[id, uses]] : []
    }),
  )
  const free = ids.filter(id => !Object.hasOwn(errors, id)).map(Number)
  if (Object.keys(errors).length === 0) return ok({ data: { ok: free }, errors: null })
  return { status: 409, body: { data: { ok: free }, errors } }
}
