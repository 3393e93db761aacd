import type { Account } from '../account.js'
import { type Answer, ok, refuse } from '../answer.js'
import { isShown } from '../dated-fields.js'
import type { JsonObject } from '../json.js'
import { arrayOf, objectOf, pick, stringsOf, textOf } from '../json.js'
import { PERSON } from '../people.js'
import { bodyOf, type Call, param, type Route } from '../route.js'
import { isoMicroseconds } from '../times.js'
import { shareToken } from './share-token.js'

const WRITABLE = [
  'global_time',
  'global_time_selectable_enabled',
  'selectable_template_vars',
  'share_list',
  'share_type',
  'session_duration_in_days',
  'embeddable_domains',
  'expiration',
  'status',
  'title',
  'viewing_preferences',
] as const

// Wins over what a share by invitation gets by itself.
const SENT_ALWAYS = ['session_duration_in_days'] as const

/** https://docs.datadoghq.com/api/latest/dashboards/#create-a-shared-dashboard */
export const PUBLIC_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/api/v1/dashboard/public', handle: share },
  { method: 'GET', path: '/api/v1/dashboard/public/:token', handle: readShare },
  { method: 'PUT', path: '/api/v1/dashboard/public/:token', handle: changeShare },
  { method: 'DELETE', path: '/api/v1/dashboard/public/:token', handle: endShare },
  { method: 'GET', path: '/api/v1/dashboard/public/:token/invitation', handle: listInvitations },
  { method: 'POST', path: '/api/v1/dashboard/public/:token/invitation', handle: invite },
  { method: 'DELETE', path: '/api/v1/dashboard/public/:token/invitation', handle: withdrawInvitations },
]

function share(call: Call, account: Account): Answer {
  const body = bodyOf(call)
  const id = textOf(body.dashboard_id)
  const dashboard = account.store.get('dashboard', id)
  if (!dashboard) return refuse(404, `${textOf(body.dashboard_type)} ${id} not found`)
  const token = shareToken('public_dashboard', account.store.next('public_dashboard'))
  const now = isoMicroseconds(account.clock())
  const shared: JsonObject = {
    author: { handle: PERSON.handle, name: PERSON.name },
    dashboard_id: id,
    dashboard_type: body.dashboard_type ?? null,
    status: 'active',
    title: dashboard.title ?? null,
    viewing_preferences: {},
    expiration: null,
    last_accessed: null,
    global_time_selectable_enabled: false,
    global_time: { live_span: '1h' },
    selectable_template_vars: null,
    token,
    public_url: `https://p.datadoghq.com/sb/${token}`,
    created: now,
    share_type: 'open',
    share_list: null,
    ...(isShown('embeddable_domains of a shared dashboard', account) ? { embeddable_domains: [] } : {}),
    ...pick(body, WRITABLE),
    ...inviteesOf(body, now, account),
    ...pick(body, SENT_ALWAYS),
  }
  account.store.put('public_dashboard', token, shared)
  return ok(shared)
}

/** Only a share by invitation has invitees and a session length; whoever shares is invited, too. */
function inviteesOf(body: JsonObject, now: string, account: Account): JsonObject {
  if (body.share_type !== 'invite') return { session_duration_in_days: null, invitees: [] }
  const sharer = isShown('the sharing person among the invited', account) ? [PERSON.email] : []
  const invited = [...new Set([...sharer, ...stringsOf(body.share_list)])]
  const invitees = invited.map(email => {
    return { email, access_expiration: null, last_accessed: null, created_at: now }
  })
  return { session_duration_in_days: 30, share_list: invited, invitees }
}

/** Hands the shared dashboard of the token in the path to `answer`. */
function withShare(
  call: Call,
  account: Account,
  answer: (shared: JsonObject, token: string) => Answer,
): Answer {
  const token = param(call, 'token')
  const shared = account.store.get('public_dashboard', token)
  return shared ? answer(shared, token) : refuse(404, `Public dashboard with token ${token} not found`)
}

function readShare(call: Call, account: Account): Answer {
  return withShare(call, account, ok)
}

function changeShare(call: Call, account: Account): Answer {
  return withShare(call, account, (shared, token) => {
    const [sent, now] = [bodyOf(call), isoMicroseconds(account.clock())]
    const invitees = sent.share_type === undefined ? {} : inviteesOf(sent, now, account)
    const isKept =
      sent.share_type !== 'invite' && isShown('session length of a share no longer by invitation', account)
    const kept = isKept ? pick(shared, ['session_duration_in_days']) : {}
    const after = { ...shared, ...pick(sent, WRITABLE), ...invitees, ...kept, ...pick(sent, SENT_ALWAYS) }
    account.store.put('public_dashboard', token, after)
    return ok(after)
  })
}

function endShare(call: Call, account: Account): Answer {
  return withShare(call, account, (_shared, token) => {
    account.store.remove('public_dashboard', token)
    return ok({ deleted_public_dashboard_token: token })
  })
}

function listInvitations(call: Call, account: Account): Answer {
  return withShare(call, account, shared => {
    const data = arrayOf(shared.invitations)
    return ok({ data, meta: { page: { total_count: data.length } } })
  })
}

function invite(call: Call, account: Account): Answer {
  return withShare(call, account, (shared, token) => {
    const now = account.clock()
    const sent = Array.isArray(bodyOf(call).data) ? arrayOf(bodyOf(call).data) : [bodyOf(call).data ?? {}]
    const added = sent.map(item =>
      invitationOf(textOf(objectOf(objectOf(item).attributes).email), token, now),
    )
    account.store.put('public_dashboard', token, {
      ...shared,
      invitations: [...arrayOf(shared.invitations), ...added],
    })
    return { status: 201, body: { data: added.length === 1 ? added[0]! : added } }
  })
}

/** An invitation can be taken up for an hour. */
function invitationOf(email: string, token: string, now: Date): JsonObject {
  const attributes = {
    email,
    has_session: false,
    invitation_expiry: isoMicroseconds(new Date(now.getTime() + 3_600_000)),
    session_expiry: null,
    created_at: isoMicroseconds(now),
    share_token: token,
  }
  return { type: 'public_dashboard_invitation', attributes }
}

function withdrawInvitations(call: Call, account: Account): Answer {
  return withShare(call, account, (shared, token) => {
    account.store.put('public_dashboard', token, { ...shared, invitations: [] })
    return { status: 204 }
  })
}
