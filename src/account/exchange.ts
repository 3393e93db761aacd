import * as http from 'node:http'
import * as https from 'node:https'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { agentThrough, proxyErrorPrefix } from './proxy.js'

const unzipped = promisify(gunzip)

export interface RawRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Why there is no answer. `sent` is false only when the request certainly never left. */
export interface NoAnswer {
  readonly reason: 'timeout' | 'connection' | 'truncated'
  readonly sent: boolean
  /** The system's word for it, such as ECONNREFUSED. */
  readonly detail: string
}

export type Exchange = { readonly answer: RawAnswer } | { readonly noAnswer: NoAnswer }

/** Sends one request and waits for its whole answer. */
export interface Exchanger {
  send(request: RawRequest): Promise<Exchange>
  close(): void
}

/**
 * Exchanges over connections that are kept open, each with a limit on its whole time; those with TLS through the proxy,
 * where one is given. After `close` nothing is sent.
 */
export function createExchanger(timeoutMs: number, proxy?: string): Exchanger {
  const options = { keepAlive: true, maxSockets: 64, scheduling: 'lifo' as const }
  const secure = proxy === undefined ? new https.Agent(options) : agentThrough(proxy, options)
  const agents = { http: new http.Agent(options), https: secure }
  let isClosed = false
  return {
    send: request => (isClosed ? Promise.resolve(closed) : exchange(request, agents, timeoutMs)),
    close() {
      isClosed = true
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

const closed: Exchange = { noAnswer: { reason: 'connection', sent: false, detail: 'the account was closed' } }

interface Agents {
  readonly http: http.Agent
  readonly https: https.Agent
}

/** Errors that happen before a byte of the request can have been read by the account. */
const neverSent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

function exchange(request: RawRequest, agents: Agents, timeoutMs: number): Promise<Exchange> {
  return new Promise(resolve => {
    const isSecure = request.url.startsWith('https:')
    const body = request.body === undefined ? undefined : Buffer.from(request.body)
    const outgoing = (isSecure ? https : http).request(request.url, {
      method: request.method,
      headers: { ...request.headers, ...(body && { 'content-length': String(body.length) }) },
      agent: isSecure ? agents.https : agents.http,
    })
    const timer = setTimeout(
      () => finish({ noAnswer: { reason: 'timeout', sent: true, detail: `${timeoutMs} ms` } }),
      timeoutMs,
    )
    const finish = (result: Exchange) => {
      clearTimeout(timer)
      resolve(result)
      if ('noAnswer' in result) outgoing.destroy()
    }
    outgoing.on('error', (error: NodeJS.ErrnoException) => finish({ noAnswer: lost(error) }))
    outgoing.on('response', incoming => collect(incoming).then(finish))
    outgoing.end(body)
  })
}

function lost(error: NodeJS.ErrnoException): NoAnswer {
  const detail = error.code ?? error.name
  return {
    reason: 'connection',
    sent: !neverSent.has(detail) && !detail.startsWith(proxyErrorPrefix),
    detail,
  }
}

async function collect(incoming: http.IncomingMessage): Promise<Exchange> {
  try {
    const parts: Buffer[] = []
    for await (const part of incoming) parts.push(part as Buffer)
    if (!incoming.complete) return truncated('the connection was closed')
    const raw = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    const body = incoming.headers['content-encoding'] === 'gzip' ? await unzipped(raw) : raw
    return { answer: { status: incoming.statusCode ?? 0, headers: plainHeaders(incoming.headers), body } }
  } catch (error) {
    return truncated((error as NodeJS.ErrnoException).code ?? 'the connection was closed')
  }
}

function truncated(detail: string): Exchange {
  return { noAnswer: { reason: 'truncated', sent: true, detail } }
}

function plainHeaders(headers: http.IncomingHttpHeaders): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}
