import type { Json } from '../model/index.js'
import type { Exchange, Exchanger, RawRequest } from './exchange.js'
import { errorOfAnswer, errorOfBody, errorOfNoAnswer } from './explain-answer.js'
import { type AccountError, failed, type Outcome, succeeded } from './outcome.js'
import { rateLimitOf } from './rate-limit.js'
import { type Attempts, hasFailed, nextStep } from './retry.js'
import { createThrottle } from './throttle.js'

/** Something a person who waits may want to know. */
export type TransportEvent =
  | { readonly kind: 'sent'; readonly method: string; readonly path: string }
  | {
      readonly kind: 'answered'
      readonly method: string
      readonly path: string
      /** Absent where no answer came. */
      readonly status?: number
      readonly milliseconds: number
    }
  | { readonly kind: 'waiting'; readonly milliseconds: number; readonly because: 'rate-limit' | 'failure' }

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: Json
  /** Sending it twice does the same as sending it once. */
  readonly isRepeatable: boolean
}

/** What a call gave, with the number of failed attempts before it. */
export interface Reply {
  readonly outcome: Outcome<Json>
  readonly failures: number
}

/** Sends calls one by one or many at once, within the account's limits. */
export interface Client {
  call(call: Call): Promise<Reply>
  close(): void
}

export interface ClientOptions {
  readonly exchanger: Exchanger
  /** Rejects when the address of the account is none. */
  readonly makeRequest: (method: string, path: string, body?: string) => Promise<RawRequest>
  readonly redact: (text: string) => string
  /** Milliseconds since any moment; must not jump when the machine's clock is set. */
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly onEvent?: (event: TransportEvent) => void
}

/** A client that repeats what may be repeated; see {@link nextStep}. */
export function createClient(options: ClientOptions): Client {
  const { exchanger, makeRequest, now, random, sleep } = options
  const tell = options.onEvent ?? (() => {})
  const throttle = createThrottle({
    now,
    sleep,
    onWait: milliseconds => tell({ kind: 'waiting', milliseconds, because: 'rate-limit' }),
  })

  const sendOnce = (call: Call, request: RawRequest) => {
    const { method, path } = call
    const bucket = bucketOf(call)
    return throttle.run(bucket, async () => {
      tell({ kind: 'sent', method, path })
      const sentAt = now()
      const exchange = await exchanger.send(request)
      const answer = 'answer' in exchange ? exchange.answer : undefined
      const milliseconds = now() - sentAt
      tell({ kind: 'answered', method, path, milliseconds, ...(answer && { status: answer.status }) })
      const isOverloaded = hasFailed(exchange) || answer?.status === 429
      throttle.observe(bucket, answer ? rateLimitOf(answer.headers) : {}, isOverloaded)
      return exchange
    })
  }

  const send = async (call: Call, request: RawRequest) => {
    let attempts: Attempts = { failures: 0, rateLimits: 0 }
    for (;;) {
      const exchange = readable(await sendOnce(call, request))
      const step = nextStep(call.isRepeatable, exchange, attempts, random)
      if (step.kind === 'take') return { exchange, failures: attempts.failures }
      attempts = counted(attempts, step.because)
      tell({ kind: 'waiting', milliseconds: step.waitMs, because: step.because })
      await sleep(step.waitMs)
    }
  }

  return {
    async call(call) {
      const body = call.body === undefined ? undefined : JSON.stringify(call.body)
      const request = await requestOrError(makeRequest(call.method, call.path, body))
      if ('code' in request) return { failures: 0, outcome: failed({ ...request, request: lineOf(call) }) }
      const { exchange, failures } = await send(call, request)
      const outcome = outcomeOf(call, new URL(request.url).host, exchange)
      return { failures, outcome: outcome.ok ? outcome : failed(redacted(outcome.error, options.redact)) }
    },
    close: () => exchanger.close(),
  }
}

/** Only an address that is none makes this fail: it comes from the user's configuration. */
async function requestOrError(
  made: Promise<RawRequest>,
): Promise<RawRequest | Pick<AccountError, 'code' | 'messages'>> {
  try {
    return await made
  } catch {
    const message =
      'The URL of the account is not a valid one. Write it with its scheme: `https://api.datadoghq.eu`.'
    return { code: 'unreachable', messages: [message] }
  }
}

function lineOf({ method, path }: Call): AccountError['request'] {
  return { method, path }
}

function counted(attempts: Attempts, because: 'rate-limit' | 'failure'): Attempts {
  return because === 'rate-limit'
    ? { ...attempts, rateLimits: attempts.rateLimits + 1 }
    : { ...attempts, failures: attempts.failures + 1 }
}

/** Requests of one method and path, whatever the id, share a rate limit. */
function bucketOf(call: Call): string {
  return `${call.method} ${call.path.replace(/\?.*$/, '').replace(/^(\/api\/v\d\/[^/]+)\/.+$/, '$1/*')}`
}

const isSuccess = (status: number) => status >= 200 && status < 300

/** A success whose JSON ends too early is an answer that was cut off, even where the connection does not show it. */
function readable(exchange: Exchange): Exchange {
  if ('noAnswer' in exchange || !isSuccess(exchange.answer.status)) return exchange
  const { body } = exchange.answer
  const first = body[0]
  const last = body
    .toString('latin1', Math.max(0, body.length - 16))
    .trimEnd()
    .at(-1)
  const isCut = (first === 0x7b && last !== '}') || (first === 0x5b && last !== ']')
  return isCut
    ? { noAnswer: { reason: 'truncated', sent: true, detail: 'the JSON ends too early' } }
    : exchange
}

function outcomeOf(call: Call, host: string, exchange: Exchange): Outcome<Json> {
  const request = lineOf(call)
  if ('noAnswer' in exchange)
    return failed(asUnclear(call, errorOfNoAnswer(request, host, exchange.noAnswer), exchange))
  const { answer } = exchange
  if (!isSuccess(answer.status)) return failed(asUnclear(call, errorOfAnswer(request, answer), exchange))
  if (answer.body.length === 0) return succeeded(null)
  try {
    return succeeded(JSON.parse(answer.body.toString('utf8')) as Json)
  } catch {
    return failed(asUnclear(call, errorOfBody(request, host, answer), exchange))
  }
}

/** A call that must not be repeated and failed in a way that does not tell whether it took effect. */
function asUnclear(call: Call, error: AccountError, exchange: Exchange): AccountError {
  const isKnown =
    'noAnswer' in exchange ? !exchange.noAnswer.sent : !hasFailed(exchange) && error.code !== 'unreadable'
  return call.isRepeatable || isKnown ? error : { ...error, code: 'unclear' }
}

function redacted(error: AccountError, redact: (text: string) => string): AccountError {
  return {
    ...error,
    messages: error.messages.map(redact),
    request: { method: error.request.method, path: redact(error.request.path) },
  }
}
