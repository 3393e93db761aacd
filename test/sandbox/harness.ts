import { request } from 'node:http'
import { afterEach } from 'vitest'
import { type Sandbox, type SandboxOptions, startSandbox } from '../../src/sandbox/index.js'
import type { Json, JsonObject } from '../../src/sandbox/json.js'
import { isObject } from '../../src/sandbox/json.js'

/** An answer, with its body as JSON when it is JSON. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Json
}

/** A client of one sandbox. */
export interface Client {
  readonly url: string
  call(method: string, path: string, body?: Json, headers?: Readonly<Record<string, string>>): Promise<Reply>
  /** A call that must succeed; its body as an object. */
  done(method: string, path: string, body?: Json): Promise<JsonObject>
}

export const KEYS = { 'DD-API-KEY': 'api', 'DD-APPLICATION-KEY': 'app' }

export function clientOf(url: string): Client {
  const call: Client['call'] = async (method, path, body, headers = {}) => {
    const payload = body === undefined ? {} : { body: JSON.stringify(body) }
    const all = { 'content-type': 'application/json', ...KEYS, ...headers }
    const response = await fetch(url + path, { method, headers: all, ...payload })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parse(text) }
  }
  const done: Client['done'] = async (method, path, body) => {
    const reply = await call(method, path, body)
    if (reply.status >= 300) throw new Error(`${method} ${path} answered ${reply.status}: ${reply.text}`)
    return isObject(reply.body) ? reply.body : {}
  }
  return { url, call, done }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return null
  }
}

const open: Sandbox[] = []
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close()
})

/** A client of a sandbox that is closed after the test. */
export async function startClient(options: SandboxOptions = {}): Promise<Client> {
  const sandbox = await startSandbox(options)
  open.push(sandbox)
  return clientOf(sandbox.url)
}

/** A request with headers that `fetch` would not let through, such as Host. */
export function rawStatus(
  url: string,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers: { ...KEYS, ...headers } }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** A small valid monitor. */
export function metricMonitor(changes: JsonObject = {}): JsonObject {
  return {
    type: 'query alert',
    name: 'CPU is high',
    query: 'avg(last_5m):avg:system.cpu.user{env:prod} by {host} > 90',
    message: 'Look at the host. @slack-sre',
    tags: ['team:sre'],
    options: { thresholds: { critical: 90 } },
    ...changes,
  }
}

/** A small valid metric SLO. */
export function metricSlo(changes: JsonObject = {}): JsonObject {
  return {
    type: 'metric',
    name: 'API answers',
    query: { numerator: 'sum:api.ok{*}.as_count()', denominator: 'sum:api.all{*}.as_count()' },
    thresholds: [{ timeframe: '7d', target: 99 }],
    tags: ['service:api'],
    ...changes,
  }
}

/** A small valid dashboard. */
export function noteDashboard(changes: JsonObject = {}): JsonObject {
  return {
    title: 'API - overview',
    layout_type: 'ordered',
    widgets: [{ definition: { type: 'note', content: 'Hello' } }],
    ...changes,
  }
}
