import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import { isUuid, uuid } from '../identifiers.js'
import { objectOf, textOf } from '../json.js'
import { bodyOf, type Call, param, type Route } from '../route.js'

const INTERVALS: ReadonlySet<string> = new Set(['daily', 'weekly', 'monthly'])

/** https://docs.datadoghq.com/api/latest/service-level-objectives/#create-a-new-slo-report */
export const REPORT_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/api/v2/slo/report', handle: createReport },
  { method: 'GET', path: '/api/v2/slo/report/:id/status', handle: readStatus },
  { method: 'GET', path: '/api/v2/slo/report/:id/download', handle: download },
]

function createReport(call: Call, account: Account): Answer {
  const attributes = objectOf(objectOf(bodyOf(call).data).attributes)
  const interval = textOf(attributes.interval ?? 'monthly')
  if (!INTERVALS.has(interval)) {
    return refuse(400, { title: 'Invalid Argument', detail: `${interval} is not a valid interval` })
  }
  const id = uuid('slo_report', account.store.next('slo_report'))
  account.store.put('slo_report', id, { ...attributes, interval })
  return ok({ data: { id, type: 'report_id' } })
}

function find(call: Call, account: Account): Answer | undefined {
  const id = param(call, 'id')
  if (!isUuid(id)) return refuse(400, { title: 'Invalid Argument', detail: `invalid report ID: ${id}` })
  if (account.store.get('slo_report', id)) return undefined
  return refuse(404, { title: 'Not Found', detail: `report ID not found: ${id}` })
}

/** Nothing is computed here, so a report never leaves its first state. */
function readStatus(call: Call, account: Account): Answer {
  const data = { id: param(call, 'id'), type: 'report_id', attributes: { status: 'in_progress' } }
  return find(call, account) ?? ok({ data })
}

/** A report without rows. */
function download(call: Call, account: Account): Answer {
  const text = 'id,slo_type,name,target,export_error\n'
  return find(call, account) ?? { status: 200, text, contentType: 'text/csv' }
}
