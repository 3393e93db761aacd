import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, objectOf, stringsOf, textOf } from '../json.js'
import { bodyOf, type Call, isFlagSet, listOf, param } from '../route.js'
import { epochSeconds } from '../times.js'

export function sloNotFound(id: string): Answer {
  return refuse(404, `SLO not found: ${id} not found`)
}

/** Why an SLO cannot go without force: the dashboards and SLO alerts that use it. */
function usesOf(account: Account, id: string): string | undefined {
  const dashboards = account.references.usersOf(`slo:${id}`, 'dashboard')
  const alerts = account.references.usersOf(`slo:${id}`, 'monitor')
  const uses = [
    ...(dashboards.length > 0 ? [`dashboards: ${dashboards.join(', ')}`] : []),
    ...(alerts.length > 0 ? [`monitors: ${alerts.join(', ')}`] : []),
  ]
  if (uses.length === 0) return undefined
  return `SLO [${id},${textOf(account.store.get('slo', id)?.name)}] is referenced in ${uses.join('; ')}`
}

function remove(account: Account, id: string): void {
  account.store.remove('slo', id)
  for (const [correction, value] of [...account.store.entries('slo_correction')]) {
    if (objectOf(value.attributes).slo_id === id) account.store.remove('slo_correction', correction)
  }
}

/** `DELETE /api/v1/slo/:id`; an SLO in use is refused unless `force=true`. */
export function deleteSlo(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  if (!account.store.get('slo', id)) return sloNotFound(id)
  const use = usesOf(account, id)
  if (use !== undefined && !isFlagSet(call, 'force'))
    return { status: 409, body: { data: [], errors: { [id]: use } } }
  remove(account, id)
  return ok({ data: [id], error: null })
}

/** `GET /api/v1/slo/can_delete?ids=a,b`. */
export function canDeleteSlos(call: Call, account: Account): Answer {
  const ids = listOf(call, 'ids')
  if (ids.length === 0) return refuse(400, "The value provided for parameter 'ids are required' is invalid")
  const unknown = ids.find(id => !account.store.get('slo', id))
  if (unknown !== undefined) return sloNotFound(unknown)
  const errors: JsonObject = Object.fromEntries(
    ids.flatMap(id => {
      const use = usesOf(account, id)
      return use === undefined ? [] : [[id, use]]
    }),
  )
  const free = ids.filter(id => !Object.hasOwn(errors, id))
  const data = { ok: free, denied_ids: ids.filter(id => Object.hasOwn(errors, id)) }
  return free.length === ids.length ? ok({ data, errors: null }) : { status: 409, body: { data, errors } }
}

/** `POST /api/v1/slo/bulk_delete` with `{"<id>": ["7d"]}`: takes timeframes away, and the SLO with its last one. */
export function bulkDeleteSlos(call: Call, account: Account): Answer {
  // The recorded text for `{}`, which names nothing.
  if (Object.keys(bodyOf(call)).length === 0) return refuse(400, "'1' is invalid")
  const [deleted, updated]: [string[], string[]] = [[], []]
  const errors: JsonObject[] = []
  for (const [id, timeframes] of Object.entries(bodyOf(call))) {
    const slo = account.store.get('slo', id)
    if (!slo) errors.push({ id, message: `${id} not found`, timeframe: 'all' })
    else if (reduce(account, id, slo, stringsOf(timeframes))) updated.push(id)
    else deleted.push(id)
  }
  // As recorded: nothing updated is null. Monitors never go with an SLO.
  return ok({ data: { deleted, updated: updated.length > 0 ? updated : null, deleted_monitors: [] }, errors })
}

/** Takes timeframes away; false when none was left and the SLO is gone. */
function reduce(account: Account, id: string, slo: JsonObject, timeframes: readonly string[]): boolean {
  const isKept = (threshold: Json) => !timeframes.includes(textOf(objectOf(threshold).timeframe))
  const thresholds = arrayOf(slo.thresholds).filter(isKept)
  if (thresholds.length === 0) remove(account, id)
  else account.store.put('slo', id, { ...slo, thresholds, modified_at: epochSeconds(account.clock()) })
  return thresholds.length > 0
}
