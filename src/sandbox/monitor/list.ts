import type { Account } from '../account.js'
import { type Answer, okText, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { stringsOf, textOf } from '../json.js'
import { type Call, listOf, numberOf } from '../route.js'
import { readMonitorText, readView } from './view.js'

const GROUP_STATES: ReadonlySet<string> = new Set(['all', 'alert', 'warn', 'no data', 'ok'])
const PAGE_SIZE = 100
const LARGEST_PAGE = 1000

/** `GET /api/v1/monitor`: a bare array in the order of ids; without `page` or `id_offset` it holds everything. */
export function listMonitors(call: Call, account: Account): Answer {
  if (!hasValidGroupStates(call)) return refuse(400, 'Invalid group_state filters.')
  const found = account.store.all('monitor').filter(filterOf(call))
  const view = readView(
    { assets: false, restrictedRoles: true, downtimes: true, groups: call.query.has('group_states') },
    account,
  )
  const texts = pageOf(call, found).map(monitor => readMonitorText(monitor, account, view))
  return okText(`[${texts.join(',')}]`)
}

export function hasValidGroupStates(call: Call): boolean {
  return listOf(call, 'group_states').every(state => GROUP_STATES.has(state.toLowerCase()))
}

function pageOf(call: Call, monitors: readonly JsonObject[]): readonly JsonObject[] {
  const size = Math.max(1, Math.min(numberOf(call, 'page_size', PAGE_SIZE), LARGEST_PAGE))
  if (call.query.has('id_offset')) {
    const offset = numberOf(call, 'id_offset', 0)
    return monitors.filter(monitor => Number(monitor.id) > offset).slice(0, size)
  }
  if (!call.query.has('page') && !call.query.has('page_size')) return monitors
  const start = numberOf(call, 'page', 0) * size
  return monitors.slice(start, start + size)
}

function filterOf(call: Call): (monitor: JsonObject) => boolean {
  const name = call.query.get('name')?.toLowerCase() ?? ''
  const scopes = listOf(call, 'tags')
  const tags = listOf(call, 'monitor_tags')
  return monitor =>
    textOf(monitor.name).toLowerCase().includes(name) &&
    scopes.every(scope => hasScope(textOf(monitor.query), scope)) &&
    tags.every(tag => stringsOf(monitor.tags).includes(tag))
}

/** `tags` filters by scope: a tag between the braces of the query, or in the `.over("…")` of a check. */
function hasScope(query: string, tag: string): boolean {
  const groups = query.match(/\{[^{}]*\}|["'][^"']*["']/g) ?? []
  return groups.some(group =>
    group
      .slice(1, -1)
      .split(/,|\s+(?:AND|OR)\s+/)
      .some(part => part.trim() === tag),
  )
}
