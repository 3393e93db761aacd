import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import { isShown } from '../dated-fields.js'
import { dashboardListId } from '../identifiers.js'
import type { Json, JsonObject } from '../json.js'
import { arrayOf, isArray, objectOf, omit, textOf } from '../json.js'
import { PERSON } from '../people.js'
import { bodyOf, type Call, param, type Route } from '../route.js'
import { isoMicroseconds } from '../times.js'

/** https://docs.datadoghq.com/api/latest/dashboard-lists/ */
export const LIST_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/v1/dashboard/lists/manual', handle: readLists },
  { method: 'POST', path: '/api/v1/dashboard/lists/manual', handle: createList },
  { method: 'GET', path: '/api/v1/dashboard/lists/manual/:id', handle: readList },
  { method: 'PUT', path: '/api/v1/dashboard/lists/manual/:id', handle: renameList },
  { method: 'DELETE', path: '/api/v1/dashboard/lists/manual/:id', handle: deleteList },
  ...(['v1', 'v2'] as const).flatMap(version => memberRoutes(version)),
]

function memberRoutes(version: 'v1' | 'v2'): readonly Route[] {
  const path = `/api/${version}/dashboard/lists/manual/:id/dashboards`
  return [
    { method: 'GET', path, handle: readMembers },
    { method: 'POST', path, handle: addMembers },
    { method: 'PUT', path, handle: replaceMembers },
    { method: 'DELETE', path, handle: removeMembers },
  ]
}

const NAMELESS = refuse(400, "'name' parameter can't be empty")

/** A list as answers show it: its members only as a number. */
function shown(list: JsonObject): JsonObject {
  return {
    ...omit(list, new Set(['members'])),
    dashboards: null,
    dashboard_count: arrayOf(list.members).length,
  }
}

/** Hands the list of the id in the path to `answer`. */
function withList(call: Call, account: Account, answer: (list: JsonObject, id: string) => Answer): Answer {
  const id = param(call, 'id')
  const list = account.store.get('dashboard_list', id)
  return list ? answer(list, id) : refuse(404, `Manual Dashboard List with id ${id} not found`)
}

function readLists(_call: Call, account: Account): Answer {
  return ok({ dashboard_lists: account.store.all('dashboard_list').map(shown) })
}

function createList(call: Call, account: Account): Answer {
  const name = bodyOf(call).name
  if (typeof name !== 'string' || name === '') return NAMELESS
  const id = dashboardListId(account.store.next('dashboard_list'))
  const now = isoMicroseconds(account.clock())
  const list: JsonObject = {
    author: { name: PERSON.name, handle: PERSON.handle },
    created: now,
    id,
    is_favorite: false,
    modified: now,
    name,
    type: 'manual_dashboard_list',
    members: [],
  }
  account.store.put('dashboard_list', String(id), list)
  return ok(shown(list))
}

function readList(call: Call, account: Account): Answer {
  return withList(call, account, list => ok(shown(list)))
}

function renameList(call: Call, account: Account): Answer {
  const name = textOf(bodyOf(call).name)
  if (name === '') return NAMELESS
  return withList(call, account, (list, id) => {
    const after = { ...list, name, modified: isoMicroseconds(account.clock()) }
    account.store.put('dashboard_list', id, after)
    return ok(shown(after))
  })
}

function deleteList(call: Call, account: Account): Answer {
  return withList(call, account, (_list, id) => {
    account.store.remove('dashboard_list', id)
    return ok({ deleted_dashboard_list_id: Number(id) })
  })
}

interface Member {
  readonly type: string
  readonly id: string
}

function membersOf(items: Json | undefined): readonly Member[] {
  return arrayOf(items).map(item => ({
    type: textOf(objectOf(item).type),
    id: textOf(objectOf(item).id),
  }))
}

function isSame(a: Member, b: Member): boolean {
  return a.id === b.id && a.type === b.type
}

/** Ordered dashboards are timeboards here, free ones screenboards. */
function exists(member: Member, account: Account): boolean {
  const layout = account.store.get('dashboard', member.id)?.layout_type
  const type = layout === 'free' ? 'custom_screenboard' : 'custom_timeboard'
  // Dashboards of other kinds (integrations, hosts) are not part of the account, so they cannot be looked up.
  return member.type.startsWith('custom_') ? layout !== undefined && member.type === type : member.id !== ''
}

function keep(account: Account, list: JsonObject, id: string, members: readonly Member[]): void {
  const modified = isoMicroseconds(account.clock())
  account.store.put('dashboard_list', id, {
    ...list,
    members: members.map(member => ({ ...member })),
    modified,
  })
}

function readMembers(call: Call, account: Account): Answer {
  return withList(call, account, list => {
    const dashboards = membersOf(list.members).map(member => memberView(member, account))
    return ok({ dashboards, total: dashboards.length })
  })
}

function memberView(member: Member, account: Account): JsonObject {
  const dashboard = account.store.get('dashboard', member.id) ?? {}
  return {
    id: member.id,
    type: member.type,
    title: dashboard.title ?? null,
    url: dashboard.url ?? null,
    author: { name: PERSON.name, handle: PERSON.handle },
    created: dashboard.created_at ?? null,
    modified: dashboard.modified_at ?? null,
    popularity: 0,
    is_favorite: false,
    is_read_only: false,
    is_shared: false,
    icon: null,
    integration_id: null,
    ...(isShown('tags of a dashboard in a list', account) ? { tags: dashboard.tags ?? null } : {}),
  }
}

/** A deleted dashboard leaves every list it was in. */
export function forgetMember(account: Account, dashboard: string): void {
  for (const [id, list] of account.store.entries('dashboard_list')) {
    const members = membersOf(list.members)
    const left = members.filter(member => member.id !== dashboard)
    if (left.length < members.length) keep(account, list, id, left)
  }
}

function views(members: readonly Member[]): readonly JsonObject[] {
  return members.map(({ type, id }) => ({ type, id }))
}

/** Hands the list to `answer` when the request names dashboards, which may be none of them. */
function withNamed(call: Call, account: Account, answer: (list: JsonObject, id: string) => Answer): Answer {
  const hasNames = isArray(bodyOf(call).dashboards)
  return withList(call, account, (list, id) => {
    return hasNames ? answer(list, id) : refuse(400, "Required parameter 'dashboards' is missing")
  })
}

/** Answers to additions name the dashboards of people before those of integrations (2/2 recorded with both). */
function ownFirst(members: readonly Member[]): readonly Member[] {
  const isOwn = (member: Member) => member.type.startsWith('custom_')
  return [...members.filter(isOwn), ...members.filter(member => !isOwn(member))]
}

function addMembers(call: Call, account: Account): Answer {
  return withNamed(call, account, (list, id) => {
    const before = membersOf(list.members)
    const isNew = (member: Member) => exists(member, account) && !before.some(other => isSame(other, member))
    const added = membersOf(bodyOf(call).dashboards).filter(isNew)
    keep(account, list, id, [...before, ...added])
    return ok({ added_dashboards_to_list: views(ownFirst(added)) })
  })
}

function replaceMembers(call: Call, account: Account): Answer {
  return withNamed(call, account, (list, id) => {
    const members = membersOf(bodyOf(call).dashboards).filter(member => exists(member, account))
    keep(account, list, id, members)
    return ok({ dashboards: views(ownFirst(members)) })
  })
}

function removeMembers(call: Call, account: Account): Answer {
  return withNamed(call, account, (list, id) => {
    const named = membersOf(bodyOf(call).dashboards)
    const isNamed = (member: Member) => named.some(other => isSame(other, member))
    const before = membersOf(list.members)
    keep(
      account,
      list,
      id,
      before.filter(member => !isNamed(member)),
    )
    return ok({ deleted_dashboards_from_list: views(before.filter(isNamed)) })
  })
}
