import { createHash } from 'node:crypto'
import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { objectOf, omit, pick } from '../json.js'
import { bodyOf, type Call, param, type Route } from '../route.js'
import { shareToken } from './share-token.js'

const PATH = '/api/v2/dashboard/:id/shared/secure-embed'

/** https://docs.datadoghq.com/api/latest/dashboard-secure-embed/ */
export const SECURE_EMBED_ROUTES: readonly Route[] = [
  { method: 'POST', path: PATH, handle: create },
  { method: 'GET', path: `${PATH}/:token`, handle: read },
  { method: 'PATCH', path: `${PATH}/:token`, handle: change },
  { method: 'DELETE', path: `${PATH}/:token`, handle: end },
]

const WRITABLE = [
  'title',
  'status',
  'global_time',
  'global_time_selectable',
  'selectable_template_vars',
  'viewing_preferences',
] as const

const NOT_FOUND = refuse(404, { status: '404', title: 'Not Found' })
const HIDDEN: ReadonlySet<string> = new Set(['dashboard_id'])

function sentIn(call: Call): JsonObject {
  return pick(objectOf(objectOf(bodyOf(call).data).attributes), WRITABLE)
}

/** One shape for every answer, as recorded; only the first one shows the credential. */
function shown(embed: JsonObject): JsonObject {
  return { data: { type: 'secure_embed', attributes: omit(embed, HIDDEN) } }
}

function create(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const dashboard = account.store.get('dashboard', id)
  if (!dashboard) return NOT_FOUND
  const count = account.store.next('secure_embed')
  const token = shareToken('secure_embed', count)
  const embed: JsonObject = {
    dashboard_id: id,
    token,
    url: `https://app.datadoghq.com/sb/${token}`,
    title: dashboard.title ?? null,
    status: 'active',
    global_time: { live_span: '1h' },
    global_time_selectable: true,
    selectable_template_vars: [],
    viewing_preferences: { theme: 'system', high_density: false },
    ...sentIn(call),
  }
  account.store.put('secure_embed', token, embed)
  const credential = createHash('sha256').update(`credential:${count}`).digest('hex')
  return { status: 201, body: shown({ ...embed, credential }) }
}

/** Hands the embed of the token in the path to `answer`; a token of another dashboard is not found. */
function withEmbed(
  call: Call,
  account: Account,
  answer: (embed: JsonObject, token: string) => Answer,
): Answer {
  const token = param(call, 'token')
  const embed = account.store.get('secure_embed', token)
  return embed?.dashboard_id === param(call, 'id') ? answer(embed, token) : NOT_FOUND
}

function read(call: Call, account: Account): Answer {
  return withEmbed(call, account, embed => ok(shown(embed)))
}

function change(call: Call, account: Account): Answer {
  return withEmbed(call, account, (embed, token) => {
    const after = { ...embed, ...sentIn(call) }
    account.store.put('secure_embed', token, after)
    return ok(shown(after))
  })
}

function end(call: Call, account: Account): Answer {
  return withEmbed(call, account, (_embed, token) => {
    account.store.remove('secure_embed', token)
    return noContent
  })
}
