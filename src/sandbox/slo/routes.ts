import type { Account } from '../account.js'
import { type Answer, okText, refuse } from '../answer.js'
import { textOf } from '../json.js'
import { bodyOf, type Call, isFlagSet, param, type Route } from '../route.js'
import { checkName, checkSlo } from './check.js'
import { CORRECTION_ROUTES } from './corrections.js'
import { bulkDeleteSlos, canDeleteSlos, deleteSlo, sloNotFound } from './delete.js'
import { readHistory } from './history.js'
import { listSlos } from './list.js'
import { REPORT_ROUTES } from './report.js'
import { searchSlos } from './search.js'
import { sloText } from './view.js'
import { changedSlo, newSlo } from './write.js'

/** https://docs.datadoghq.com/api/latest/service-level-objectives/ */
export const SLO_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/slo', handle: listSlos },
  { method: 'POST', path: '/api/v1/slo', handle: createSlo },
  { method: 'GET', path: '/api/v1/slo/can_delete', handle: canDeleteSlos },
  { method: 'GET', path: '/api/v1/slo/search', handle: searchSlos },
  { method: 'POST', path: '/api/v1/slo/bulk_delete', handle: bulkDeleteSlos },
  ...CORRECTION_ROUTES,
  ...REPORT_ROUTES,
  { method: 'GET', path: '/api/v1/slo/:id', handle: readSlo },
  { method: 'PUT', path: '/api/v1/slo/:id', handle: changeSlo },
  { method: 'DELETE', path: '/api/v1/slo/:id', handle: deleteSlo },
  { method: 'GET', path: '/api/v1/slo/:id/history', handle: readHistory },
]

function createSlo(call: Call, account: Account): Answer {
  const body = bodyOf(call)
  const type = textOf(body.type)
  const refusal = checkSlo(body, type, account)
  if (refusal !== undefined) return refuse(400, refusal)
  const slo = newSlo(body, type, account)
  account.store.put('slo', textOf(slo.id), slo)
  return okText(`{"data":[${sloText(slo, account)}],"error":null}`)
}

function readSlo(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const slo = account.store.get('slo', id)
  if (!slo) return sloNotFound(id)
  const alerts = account.references.usersOf(`slo:${id}`, 'monitor').map(Number)
  const shown = isFlagSet(call, 'with_configured_alert_ids') ? { ...slo, configured_alert_ids: alerts } : slo
  return okText(`{"data":${sloText(shown, account)},"error":null}`)
}

/** The type of an SLO never changes: a body with another type is judged, and stored, under the old one. */
function changeSlo(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const unnamed = checkName(bodyOf(call))
  if (unnamed !== undefined) return refuse(400, unnamed)
  const before = account.store.get('slo', id)
  if (!before) return sloNotFound(id)
  const [body, type] = [bodyOf(call), textOf(before.type)]
  const refusal = checkSlo(body, type, account)
  if (refusal !== undefined) return refuse(400, refusal)
  const after = changedSlo(before, body, type, account)
  account.store.put('slo', id, after)
  return okText(`{"data":[${sloText(after, account)}],"error":null}`)
}
