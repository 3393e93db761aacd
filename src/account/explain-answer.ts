import { isJsonObject, type Json } from '../model/index.js'
import type { NoAnswer, RawAnswer } from './exchange.js'
import type { AccountError, AccountErrorCode } from './outcome.js'
import { proxyErrorPrefix } from './proxy.js'

export interface RequestLine {
  readonly method: string
  readonly path: string
}

/** The error for an answer that is not a success. */
export function errorOfAnswer(request: RequestLine, answer: RawAnswer): AccountError {
  const { status } = answer
  const told = messagesOf(answer)
  const messages = told.length > 0 ? told : [`The account answered with status ${status} and no explanation.`]
  return { code: codeOf(status), status, messages, request }
}

/** The error for a request without an answer. */
export function errorOfNoAnswer(request: RequestLine, host: string, noAnswer: NoAnswer): AccountError {
  const message = {
    timeout: `${host} did not answer within ${noAnswer.detail}.`,
    connection: noAnswer.sent
      ? `The connection to ${host} broke (${noAnswer.detail}).`
      : `${host} cannot be reached (${noAnswer.detail}). ${adviceFor(noAnswer.detail)}`,
    truncated: `The answer of ${host} was cut off (${noAnswer.detail}).`,
  }[noAnswer.reason]
  return { code: 'unreachable', messages: [message], request }
}

/** A certificate that seems to be from another time is nearly always a clock that is wrong. */
function adviceFor(detail: string): string {
  if (detail.startsWith(proxyErrorPrefix)) return 'Check HTTPS_PROXY and NO_PROXY in the environment.'
  return /^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(detail)
    ? 'Check the clock of this machine first: certificates are valid for a time.'
    : 'Check the site or URL of the account, and the network.'
}

/** The error for a success whose body is not what the API promises. */
export function errorOfBody(request: RequestLine, host: string, answer: RawAnswer): AccountError {
  const message = isHtml(answer)
    ? `${host} answered with a web page instead of JSON. ${wrongHost(host)}`
    : `${host} answered with something that is not the JSON this request promises.`
  return { code: 'unreadable', status: answer.status, messages: [message], request }
}

/** True for a body that starts like a web page. */
export function isHtml(answer: RawAnswer): boolean {
  return answer.body.subarray(0, 64).toString('utf8').trimStart().startsWith('<')
}

function wrongHost(host: string): string {
  return host.startsWith('app.')
    ? `The API lives on \`${host.replace(/^app\./, 'api.')}\`; \`app.\` is the host of the web pages.`
    : 'The API lives on the `api.` host of a site, such as `api.datadoghq.eu`.'
}

const codes: Readonly<Record<number, AccountErrorCode>> = {
  400: 'invalid',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'invalid',
  422: 'invalid',
  429: 'rate-limited',
}

function codeOf(status: number): AccountErrorCode {
  return codes[status] ?? (status >= 500 ? 'server' : status >= 400 ? 'invalid' : 'unreadable')
}

/** All sentences in an error body, in whichever of its shapes the API chose. */
function messagesOf(answer: RawAnswer): string[] {
  if (isHtml(answer)) return ['The answer is a web page instead of JSON.']
  try {
    const body = JSON.parse(answer.body.toString('utf8')) as Json
    return isJsonObject(body) ? sentencesIn(body.errors ?? body.error ?? body.message ?? null) : []
  } catch {
    return []
  }
}

function sentencesIn(value: Json): string[] {
  if (typeof value === 'string')
    return value
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
  if (Array.isArray(value)) return value.flatMap(sentencesIn)
  if (!isJsonObject(value)) return []
  const { title, detail } = value
  if (typeof detail === 'string') return [typeof title === 'string' ? `${title}: ${detail}` : detail]
  if (typeof title === 'string') return [title]
  return Object.values(value).flatMap(member => sentencesIn(member ?? null))
}
