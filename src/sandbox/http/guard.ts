import type { IncomingMessage } from 'node:http'
import { type Answer, refuse } from '../answer.js'

const FORBIDDEN: Answer = {
  status: 403,
  body: { status: 'error', code: 403, errors: ['Forbidden'], statuspage: 'https://status.datadoghq.com' },
}
const LOOPBACK_ORIGIN = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i

/**
 * Refuses what a page of a foreign site could send: a Host that is not this server (DNS rebinding) and an Origin that
 * is not on this machine. Undefined means the request may pass.
 */
export function checkOrigin(request: IncomingMessage, port: number): Answer | undefined {
  const host = request.headers.host?.toLowerCase() ?? ''
  const isOurs = ['127.0.0.1', 'localhost', '[::1]'].some(name => host === `${name}:${port}`)
  const { origin } = request.headers
  const isNear = origin === undefined || LOOPBACK_ORIGIN.test(origin)
  if (isOurs && isNear) return undefined
  return refuse(
    403,
    'The sandbox answers only requests to its own loopback address and from pages on this machine.',
  )
}

export interface Keys {
  readonly apiKey: string
  readonly appKey: string
}

/** Checks that keys came with the request, and that they are the right ones when the sandbox has its own. */
export function checkKeys(
  request: IncomingMessage,
  path: string,
  keys: Keys | undefined,
): Answer | undefined {
  const apiKey = headerOf(request, 'dd-api-key')
  // This endpoint is about the API key alone, and says 403 also when there is none.
  if (path === '/api/v1/validate')
    return apiKey !== '' && (!keys || apiKey === keys.apiKey) ? undefined : FORBIDDEN
  const bearer = /^Bearer\s+(\S+)$/i.exec(headerOf(request, 'authorization'))?.[1]
  if (bearer !== undefined) return !keys || bearer === keys.appKey ? undefined : FORBIDDEN
  const appKey = headerOf(request, 'dd-application-key')
  if (apiKey === '' || appKey === '') return refuse(401, 'Unauthorized')
  return !keys || (apiKey === keys.apiKey && appKey === keys.appKey) ? undefined : FORBIDDEN
}

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name]
  return typeof value === 'string' ? value.trim() : ''
}
