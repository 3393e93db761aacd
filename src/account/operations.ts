import type { JsonObject, ResourceKind } from '../model/index.js'
import type { LiveObject } from '../wire/index.js'
import type { Account } from './account.js'
import type { Call, Client } from './client.js'
import type { DashboardCache } from './dashboard-cache.js'
import { activeMetrics, endpoints, idOf } from './endpoints.js'
import { listDashboards, listMonitors, listSlos } from './listing.js'
import { failed, type Outcome, succeeded } from './outcome.js'

/** The calls of an account, over a client. */
export function createOperations(name: string, client: Client, cache: DashboardCache | undefined): Account {
  const callForObject = (kind: ResourceKind, call: Call) => objectOf(client, kind, call)
  const get: Account['get'] = (kind, id) => {
    const path = `${pathOf(kind, id)}${endpoints[kind].readQuery}`
    return callForObject(kind, { method: 'GET', path, isRepeatable: true })
  }
  return {
    name,
    get,
    list(kind, options = {}) {
      if (kind === 'monitor') return listMonitors(client, options)
      return kind === 'slo' ? listSlos(client, options) : listDashboards(client, options, get, cache)
    },
    create: (kind, body) =>
      callForObject(kind, { method: 'POST', path: endpoints[kind].path, body, isRepeatable: false }),
    update: (kind, id, body) =>
      callForObject(kind, { method: 'PUT', path: pathOf(kind, id), body, isRepeatable: true }),
    delete: (kind, id, options = {}) => deleteObject(client, kind, id, options.force ?? false),
    validate(body, id) {
      const path = id === undefined ? '/api/v1/monitor/validate' : `${pathOf('monitor', id)}/validate`
      return done(client, { method: 'POST', path, body, isRepeatable: true })
    },
    validateKeys: () => done(client, { method: 'GET', path: '/api/v1/validate', isRepeatable: true }),
    async read(path) {
      const { outcome } = await client.call({ method: 'GET', path, isRepeatable: true })
      return outcome
    },
    activeMetrics: since => namesOfMetrics(client, since),
    close: () => client.close(),
  }
}

function pathOf(kind: ResourceKind, id: string): string {
  return `${endpoints[kind].path}/${encodeURIComponent(id)}`
}

async function objectOf(client: Client, kind: ResourceKind, call: Call): Promise<Outcome<LiveObject>> {
  const { outcome } = await client.call(call)
  if (!outcome.ok) return outcome
  const payload = endpoints[kind].unwrap(outcome.value)
  return payload === undefined ? failed(unreadable(call)) : succeeded(liveObject(kind, payload))
}

function liveObject(kind: ResourceKind, payload: JsonObject): LiveObject {
  return { kind, id: idOf(payload) ?? '', payload }
}

function unreadable(call: Call) {
  return {
    code: call.isRepeatable ? ('unreadable' as const) : ('unclear' as const),
    messages: ['The account answered with JSON that has no id.'],
    request: { method: call.method, path: call.path },
  }
}

async function namesOfMetrics(client: Client, since: number): Promise<Outcome<readonly string[]>> {
  const call: Call = { method: 'GET', path: activeMetrics.path(since), isRepeatable: true }
  const { outcome } = await client.call(call)
  if (!outcome.ok) return outcome
  const names = activeMetrics.unwrap(outcome.value)
  if (names !== undefined) return succeeded(names)
  const messages = ['The account answered with JSON that lists no metrics.']
  return failed({ code: 'unreadable', messages, request: { method: call.method, path: call.path } })
}

async function deleteObject(
  client: Client,
  kind: ResourceKind,
  id: string,
  force: boolean,
): Promise<Outcome<void>> {
  const path = `${pathOf(kind, id)}${force ? '?force=true' : ''}`
  const outcome = await done(client, { method: 'DELETE', path, isRepeatable: true })
  // Gone is what was asked for, whether by us in an attempt whose answer was lost or by somebody else.
  return !outcome.ok && outcome.error.code === 'not-found' ? succeeded(undefined) : outcome
}

async function done(client: Client, call: Call): Promise<Outcome<void>> {
  const { outcome } = await client.call(call)
  return outcome.ok ? succeeded(undefined) : outcome
}
