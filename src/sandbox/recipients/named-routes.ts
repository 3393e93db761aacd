import type { Account } from '../account.js'
import { type Answer, noContent, ok, refuse } from '../answer.js'
import type { JsonObject } from '../json.js'
import { isObject, objectOf, omit, pick, textOf } from '../json.js'
import { bodyOf, type Call, param, type Route } from '../route.js'
import type { Collection } from '../storage/store.js'

/** Things of an integration that have a name for an id, and no list. */
interface Named {
  readonly path: string
  readonly collection: Collection
  /** The field that holds the name. */
  readonly name: string
  readonly required: readonly string[]
  readonly writable: readonly string[]
  /** Secrets that no answer shows. */
  readonly hidden: ReadonlySet<string>
  readonly defaults: JsonObject
}

const NAMED: readonly Named[] = [
  // https://docs.datadoghq.com/api/latest/pagerduty-integration/
  {
    path: '/api/v1/integration/pagerduty/configuration/services',
    collection: 'pagerduty_service',
    name: 'service_name',
    required: ['service_name', 'service_key'],
    writable: ['service_name', 'service_key'],
    hidden: new Set(['service_key']),
    defaults: {},
  },
  // https://docs.datadoghq.com/api/latest/webhooks-integration/
  {
    path: '/api/v1/integration/webhooks/configuration/webhooks',
    collection: 'webhook',
    name: 'name',
    required: ['name', 'url'],
    writable: ['name', 'url', 'payload', 'custom_headers', 'encode_as'],
    hidden: new Set(),
    defaults: { payload: null, custom_headers: null, encode_as: 'json' },
  },
]

export const NAMED_ROUTES: readonly Route[] = NAMED.flatMap(routesOf)

function routesOf(named: Named): readonly Route[] {
  const { path } = named
  const one = `${path}/:name`
  return [
    { method: 'POST', path, handle: (call, account) => create(named, call, account) },
    {
      method: 'GET',
      path: one,
      handle: (call, account) => found(named, call, account, item => ok(shown(named, item))),
    },
    { method: 'PUT', path: one, handle: (call, account) => change(named, call, account) },
    { method: 'DELETE', path: one, handle: (call, account) => remove(named, call, account) },
  ]
}

function shown({ hidden }: Named, item: JsonObject): JsonObject {
  return omit(item, hidden)
}

function create(named: Named, call: Call, account: Account): Answer {
  const item = { ...named.defaults, ...pick(bodyOf(call), named.writable) }
  const missing = named.required.find(field => textOf(item[field]) === '')
  if (missing !== undefined) return refuse(400, `'${missing}' is a required property`)
  const name = textOf(objectOf(item)[named.name])
  if (account.store.get(named.collection, name)) return refuse(400, `${name} already exists`)
  account.store.put(named.collection, name, item)
  return { status: 201, body: shown(named, item) }
}

function found(
  { collection }: Named,
  call: Call,
  account: Account,
  answer: (item: JsonObject, name: string) => Answer,
): Answer {
  const name = param(call, 'name')
  const item = account.store.get(collection, name)
  return isObject(item) ? answer(item, name) : refuse(404, 'Item Not Found')
}

function change(named: Named, call: Call, account: Account): Answer {
  return found(named, call, account, (before, name) => {
    const item: JsonObject = { ...before, ...pick(bodyOf(call), named.writable) }
    account.store.remove(named.collection, name)
    account.store.put(named.collection, textOf(item[named.name]), item)
    return ok(shown(named, item))
  })
}

function remove(named: Named, call: Call, account: Account): Answer {
  return found(named, call, account, (_, name) => {
    account.store.remove(named.collection, name)
    return noContent
  })
}
