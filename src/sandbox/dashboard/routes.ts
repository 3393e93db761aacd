import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, objectOf, textOf } from '../json.js'
import { bodyOf, type Call, isFlagSet, numberOf, param, type Route } from '../route.js'
import { isoMicroseconds } from '../times.js'
import { checkDashboard } from './check.js'
import { forgetMember, LIST_ROUTES } from './lists.js'
import { PUBLIC_ROUTES } from './public.js'
import { SECURE_EMBED_ROUTES } from './secure-embed.js'
import { USAGE_ROUTES } from './usage.js'
import { shownDashboard } from './view.js'
import { changedDashboard, newDashboard } from './write.js'

/** https://docs.datadoghq.com/api/latest/dashboards/ */
export const DASHBOARD_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/dashboard', handle: listDashboards },
  { method: 'POST', path: '/api/v1/dashboard', handle: createDashboard },
  { method: 'DELETE', path: '/api/v1/dashboard', handle: deleteDashboards },
  { method: 'PATCH', path: '/api/v1/dashboard', handle: restoreDashboards },
  ...PUBLIC_ROUTES,
  ...SECURE_EMBED_ROUTES,
  ...LIST_ROUTES,
  ...USAGE_ROUTES,
  { method: 'GET', path: '/api/v1/dashboard/:id', handle: readDashboard },
  { method: 'PUT', path: '/api/v1/dashboard/:id', handle: changeDashboard },
  { method: 'DELETE', path: '/api/v1/dashboard/:id', handle: deleteDashboard },
]

function notFound(id: string): Answer {
  return refuse(404, `Dashboard with ID ${id} not found`)
}

function createDashboard(call: Call, account: Account): Answer {
  const body = bodyOf(call)
  const refusal = checkDashboard(body)
  if (refusal !== undefined) return refuse(400, refusal)
  const dashboard = newDashboard(body, account)
  account.store.put('dashboard', textOf(dashboard.id), dashboard)
  return ok(shownDashboard(dashboard, call, account))
}

function readDashboard(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const dashboard = account.store.get('dashboard', id)
  return dashboard ? ok(shownDashboard(dashboard, call, account)) : notFound(id)
}

function changeDashboard(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  // The body is judged first: a wrong one is refused for a dashboard that does not exist, too.
  const refusal = checkDashboard(bodyOf(call))
  if (refusal !== undefined) return refuse(400, refusal)
  const before = account.store.get('dashboard', id)
  if (!before) return notFound(id)
  const after = changedDashboard(before, bodyOf(call), account)
  account.store.put('dashboard', id, after)
  return ok(shownDashboard(after, call, account))
}

function remove(account: Account, id: string, dashboard: JsonObject): void {
  account.store.remove('dashboard', id)
  forgetMember(account, id)
  // Deleted dashboards can be listed and restored.
  account.store.put('deleted_dashboard', id, { ...dashboard, deleted_at: isoMicroseconds(account.clock()) })
}

function deleteDashboard(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const dashboard = account.store.get('dashboard', id)
  if (!dashboard) return notFound(id)
  remove(account, id, dashboard)
  return ok({ deleted_dashboard_id: id })
}

function idsIn(call: Call): readonly string[] {
  return arrayOf(bodyOf(call).data).map(item => textOf(objectOf(item).id))
}

/** All or none: one unknown id refuses the whole request. */
function deleteDashboards(call: Call, account: Account): Answer {
  const missing = idsIn(call).find(id => !account.store.get('dashboard', id))
  if (missing !== undefined) return notFound(missing)
  for (const id of new Set(idsIn(call))) remove(account, id, account.store.get('dashboard', id)!)
  return noContent
}

function restoreDashboards(call: Call, account: Account): Answer {
  const missing = idsIn(call).find(id => !account.store.get('deleted_dashboard', id))
  if (missing !== undefined) return notFound(missing)
  for (const id of new Set(idsIn(call))) {
    const { deleted_at: _, ...dashboard } = account.store.get('deleted_dashboard', id)!
    account.store.remove('deleted_dashboard', id)
    account.store.put('dashboard', id, dashboard)
  }
  return noContent
}

/** Summaries only; `count` and `start` cut the list, and there are no totals. */
function listDashboards(call: Call, account: Account): Answer {
  const all = account.store.all(isFlagSet(call, 'filter[deleted]') ? 'deleted_dashboard' : 'dashboard')
  const shared = new Set(account.store.all('public_dashboard').map(item => item.dashboard_id))
  const found = isFlagSet(call, 'filter[shared]') ? all.filter(dashboard => shared.has(dashboard.id)) : all
  const start = numberOf(call, 'start', 0)
  return ok({ dashboards: found.slice(start, start + numberOf(call, 'count', found.length)).map(summaryOf) })
}

function summaryOf(dashboard: JsonObject): Json {
  return {
    id: dashboard.id ?? null,
    title: dashboard.title ?? null,
    description: dashboard.description ?? null,
    layout_type: dashboard.layout_type ?? null,
    url: dashboard.url ?? null,
    is_read_only: false,
    created_at: dashboard.created_at ?? null,
    modified_at: dashboard.modified_at ?? null,
    author_handle: dashboard.author_handle ?? null,
    deleted_at: dashboard.deleted_at ?? null,
  }
}
