import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { arrayOf, objectOf, textOf } from '../json.js'
import { ORGANISATION_ID, PERSON } from '../people.js'
import { type Call, numberOf, param, type Route } from '../route.js'

const LARGEST_PAGE = 500

/** Views of dashboards; nobody looks at a sandbox, so every number is 0. */
export const USAGE_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v2/dashboards/usage', handle: listUsage },
  { method: 'GET', path: '/api/v2/dashboards/:id/usage', handle: readUsage },
]

function listUsage(call: Call, account: Account): Answer {
  const limit = numberOf(call, 'page[limit]', LARGEST_PAGE)
  if (limit > LARGEST_PAGE) return refuse(400, `Input should be less than or equal to ${LARGEST_PAGE}`)
  const offset = numberOf(call, 'page[offset]', 0)
  return ok({
    data: account.store
      .all('dashboard')
      .slice(offset, offset + limit)
      .map(usageOf),
  })
}

function readUsage(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const dashboard = account.store.get('dashboard', id)
  if (dashboard) return ok({ data: usageOf(dashboard) })
  return refuse(404, `Dashboard not found for dashboard_id=${id} in org_id=${ORGANISATION_ID} not found`)
}

function usageOf(dashboard: JsonObject): JsonObject {
  const types = arrayOf(dashboard.widgets).map(widget => textOf(objectOf(objectOf(widget).definition).type))
  const counts = new Map<string, number>()
  for (const type of types) counts.set(type, (counts.get(type) ?? 0) + 1)
  const utc = (time: unknown) => (typeof time === 'string' ? time.replace('+00:00', 'Z') : null)
  return {
    id: dashboard.id ?? null,
    type: 'dashboards-usages',
    attributes: {
      org_id: ORGANISATION_ID,
      title: dashboard.title ?? null,
      teams: [],
      created_at: utc(dashboard.created_at),
      author: { id: String(PERSON.id), name: PERSON.name, handle: PERSON.handle, is_disabled: false },
      total_views: 0,
      viewed_at: null,
      viewer: null,
      total_views_by_type: null,
      edited_at: utc(dashboard.modified_at),
      widget_count: types.length,
      widget_count_by_type: Object.fromEntries(counts),
      dashboard_quality_score: null,
    },
  }
}
