import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from '../account.js'
import { type Answer, refuse } from '../answer.js'
import type { FaultRule } from '../options.js'
import type { Call } from '../route.js'
import { createRouter, type Match, type Router } from '../router.js'
import { ROUTES } from '../routes.js'
import type { Storage } from '../storage/storage.js'
import { readBody } from './body.js'
import type { FaultPicker } from './faults.js'
import { checkKeys, checkOrigin, type Keys } from './guard.js'
import type { Limiter } from './rate-limit.js'
import { type Rendered, render, send, sendTruncated } from './send.js'

/** Everything a request meets on its way. */
export interface Service {
  readonly account: Account
  readonly storage: Storage
  readonly limiter: Limiter
  readonly pickFault: FaultPicker
  readonly keys: Keys | undefined
  readonly latencyMs: number
  /** Known only once the server listens. */
  readonly port: () => number
  /** Answers `GET /sandbox/status`, by which another process recognises this server. */
  readonly status: () => Answer
}

const NOT_FOUND = refuse(404, 'Not found')
const route: Router = createRouter(ROUTES)

/** Answers one request. It rejects only when the connection broke. */
export async function handle(
  service: Service,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, search, searchParams } = addressOf(request)
  const method = request.method ?? 'GET'
  const refusal = checkOrigin(request, service.port())
  if (refusal) return finish(request, response, refusal)
  if (pathname === '/sandbox/status') return finish(request, response, service.status())
  const unauthorised = checkKeys(request, pathname, service.keys)
  if (unauthorised) return finish(request, response, unauthorised)
  const match = route(method, pathname)
  if (!match) return finish(request, response, NOT_FOUND)
  const admission = service.limiter(match.bucket)
  if (!admission.isAdmitted)
    return finish(request, response, refuse(429, 'Rate limit exceeded'), admission.headers)
  const body = await readBody(request)
  if (body.kind === 'refused') return finish(request, response, body.answer, admission.headers)
  if (service.latencyMs > 0) await pause(service.latencyMs)
  const client = request.headers['user-agent'] ?? ''
  const call = { path: pathname, search, params: match.params, query: searchParams, body: body.value, client }
  await answer(service, response, match, call, service.pickFault(method, pathname), admission.headers)
}

/** An address that is no URL has no route. */
function addressOf(request: IncomingMessage): Pick<URL, 'pathname' | 'search' | 'searchParams'> {
  const address = request.url ?? '/'
  const at = address.indexOf('?')
  const [pathname, search] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)]
  return { pathname, search, searchParams: new URLSearchParams(search) }
}

/** An early answer: what is left of the request body is not read, so the connection ends with it. */
function finish(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  headers: Readonly<Record<string, string>> = {},
): void {
  const isUnread = !request.complete && (request.headers['content-length'] ?? '0') !== '0'
  const closing: Readonly<Record<string, string>> =
    isUnread || request.headers['transfer-encoding'] ? { connection: 'close' } : {}
  send(response, render(answer, { ...headers, ...closing }))
  request.resume()
}

async function answer(
  service: Service,
  response: ServerResponse,
  match: Match,
  call: Call,
  fault: FaultRule | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  if (fault?.when === 'before' && fault.kind !== 'slow') return disturb(response, fault, undefined, headers)
  if (fault?.when === 'before') await pause(fault.delayMs ?? 1000)
  const rendered = perform(service, match, call, headers)
  if (fault?.when === 'after' && fault.kind !== 'slow') return disturb(response, fault, rendered, headers)
  if (fault?.when === 'after') await pause(fault.delayMs ?? 1000)
  send(response, rendered)
}

/**
 * Runs a route as one commit: kept before it is answered when it succeeds, undone when it is refused or when anything
 * throws. A throw is a bug or a full disk; the client gets a 500 and the account stays as it was.
 */
function perform(
  service: Service,
  match: Match,
  call: Call,
  headers: Readonly<Record<string, string>>,
): Rendered {
  const { account, storage } = service
  try {
    const answer = match.route.handle(call, account)
    const rendered = render(answer, headers)
    if (answer.status < 400) storage.commit()
    else account.store.undo()
    return rendered
  } catch (error) {
    account.store.undo()
    const why = error instanceof Error ? error.message : String(error)
    return render(refuse(500, `Internal error of the sandbox: ${why}`), headers)
  }
}

/** A pause does not keep a process alive that has nothing else to do. */
function pause(milliseconds: number): Promise<void> {
  return wait(milliseconds, undefined, { ref: false })
}

function disturb(
  response: ServerResponse,
  fault: FaultRule,
  rendered: Rendered | undefined,
  headers: Readonly<Record<string, string>>,
): void {
  if (fault.kind === 'drop') {
    response.destroy()
    return
  }
  const instead = () =>
    render(refuse(fault.status ?? 503, 'This answer was injected by the fault plan'), headers)
  if (fault.kind === 'truncate') sendTruncated(response, rendered ?? instead())
  else send(response, instead())
}
