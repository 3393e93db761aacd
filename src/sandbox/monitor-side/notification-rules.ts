import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import { uuid } from '../identifiers.js'
import type { JsonObject } from '../json.js'
import { isObject, objectOf, omit, pick, stringsOf, textOf } from '../json.js'
import { INCLUDED_PERSON, PERSON_LINK } from '../people.js'
import { bodyOf, type Call, numberOf, param, type Route } from '../route.js'
import { isoMicroseconds } from '../times.js'

const PATH = '/api/v2/monitor/notification_rule'
const WRITABLE = ['name', 'recipients', 'filter', 'conditional_recipients', 'bundle_config'] as const
/** What the server says in the answer to the POST, where nothing was modified yet. */
const NEVER = '1970-01-01T00:00:00+00:00'

/** https://docs.datadoghq.com/api/latest/monitors/#create-a-monitor-notification-rule */
export const NOTIFICATION_RULE_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, handle: listRules },
  { method: 'POST', path: PATH, handle: createRule },
  { method: 'GET', path: `${PATH}/:id`, handle: readRule },
  { method: 'PATCH', path: `${PATH}/:id`, handle: changeRule },
  { method: 'DELETE', path: `${PATH}/:id`, handle: deleteRule },
]

const NOT_FOUND = refuse(404, 'Monitor Notification Rule not found')

function sentIn(call: Call): JsonObject {
  return pick(objectOf(objectOf(bodyOf(call).data).attributes), WRITABLE)
}

function check(attributes: JsonObject): string | undefined {
  if (textOf(attributes.name) === '') return "'name' is a required property"
  if (!isObject(attributes.filter)) return "'filter' is a required property"
  const handles = stringsOf(attributes.recipients)
  if (handles.some(handle => handle.startsWith('@'))) {
    return "Invalid recipients: Recipient handle should not start with '@'"
  }
  const hasRecipients = handles.length > 0 || isObject(attributes.conditional_recipients)
  return hasRecipients ? undefined : "'recipients' is a required property"
}

function written(rule: JsonObject): Answer {
  return ok({ data: { ...rule, relationships: { created_by: PERSON_LINK } }, included: [INCLUDED_PERSON] })
}

function createRule(call: Call, account: Account): Answer {
  const sent = sentIn(call)
  const refusal = check(sent)
  if (refusal !== undefined) return refuse(400, refusal)
  const id = uuid('notification_rule', account.store.next('notification_rule'))
  const now = isoMicroseconds(account.clock())
  const rule = {
    type: 'monitor-notification-rule',
    id,
    attributes: { ...sent, created_at: now, modified_at: now },
  }
  account.store.put('notification_rule', id, rule)
  return written({ ...rule, attributes: { ...rule.attributes, modified_at: NEVER } })
}

/** Pages count from 0, and have 100 rules unless `per_page` says otherwise. */
function listRules(call: Call, account: Account): Answer {
  const size = Math.max(1, numberOf(call, 'per_page', 100))
  const from = Math.max(0, numberOf(call, 'page', 0)) * size
  return ok({ data: account.store.all('notification_rule').slice(from, from + size) })
}

function readRule(call: Call, account: Account): Answer {
  const data = account.store.get('notification_rule', param(call, 'id'))
  return data ? ok({ data }) : NOT_FOUND
}

function changeRule(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  const before = account.store.get('notification_rule', id)
  if (!before) return NOT_FOUND
  const attributes = changedAttributes(objectOf(before.attributes), sentIn(call))
  const refusal = check(attributes)
  if (refusal !== undefined) return refuse(400, refusal)
  const rule = { ...before, attributes: { ...attributes, modified_at: isoMicroseconds(account.clock()) } }
  account.store.put('notification_rule', id, rule)
  return written(rule)
}

/** Recipients are plain or conditional: sending the one kind takes the other away. */
function changedAttributes(before: JsonObject, sent: JsonObject): JsonObject {
  const replaced = [
    ...(sent.conditional_recipients === undefined ? [] : ['recipients']),
    ...(sent.recipients === undefined ? [] : ['conditional_recipients']),
  ]
  return { ...omit(before, new Set(replaced)), ...sent }
}

function deleteRule(call: Call, account: Account): Answer {
  const id = param(call, 'id')
  if (!account.store.get('notification_rule', id)) return NOT_FOUND
  account.store.remove('notification_rule', id)
  return noContent
}
