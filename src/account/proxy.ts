import * as http from 'node:http'
import * as https from 'node:https'
import type { Duplex } from 'node:stream'
import * as tls from 'node:tls'

/** Why there is no way through a proxy; a request was never sent then. Its `code` stands where a system's word would. */
export interface ProxyError extends Error {
  readonly code: string
}

/** How the code of every error of a proxy begins. */
export const proxyErrorPrefix = 'proxy '

type Connected = (error: Error | null, socket?: Duplex) => void

/** An agent whose connections go through a proxy: it makes the tunnel, and TLS is spoken with the account alone. */
export function agentThrough(proxy: string, options: https.AgentOptions): https.Agent {
  const createConnection = (target: tls.ConnectionOptions, connected: Connected) => {
    openTunnel(new URL(proxy), `${target.host}:${target.port ?? 443}`, (error, socket) => {
      if (socket === undefined) return connected(error)
      connected(null, tls.connect({ ...target, socket }))
    })
  }
  return Object.assign(new https.Agent(options), { createConnection })
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-connect */
function openTunnel(proxy: URL, target: string, connected: Connected): void {
  const { request } = proxy.protocol === 'https:' ? https : http
  const asked = request({
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: proxy.port || (proxy.protocol === 'https:' ? 443 : 80),
    method: 'CONNECT',
    path: target,
    headers: { host: target, ...credentialsOf(proxy) },
    agent: false,
    timeout: 30_000,
  })
  const fail = (detail: string) => connected(proxyError(`${proxyErrorPrefix}${proxy.host}: ${detail}`))
  asked.on('connect', ({ statusCode }, socket) => {
    if (statusCode === 200) return connected(null, socket)
    socket.destroy()
    fail(`it answered ${statusCode}`)
  })
  asked.on('response', answer => {
    answer.destroy()
    fail(`it answered ${answer.statusCode}`)
  })
  asked.on('timeout', () => asked.destroy(new Error('no answer')))
  asked.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message))
  asked.end()
}

function credentialsOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '') return {}
  const plain = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { 'proxy-authorization': `Basic ${Buffer.from(plain).toString('base64')}` }
}

function proxyError(code: string): ProxyError {
  return Object.assign(new Error(code), { code })
}
