import type { ServerResponse } from 'node:http'
import type { Answer } from '../answer.js'

/** An answer as bytes, ready to be sent in full or in part. */
export interface Rendered {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly payload: Buffer
}

/** Turns an answer into bytes. It throws for what is no JSON, so it comes before a commit. */
export function render(answer: Answer, headers: Readonly<Record<string, string>>): Rendered {
  const text = answer.text ?? (answer.body === undefined ? '' : JSON.stringify(answer.body))
  const payload = Buffer.from(text)
  const type = answer.contentType ?? 'application/json'
  const described: Record<string, string> = text === '' ? {} : { 'content-type': type }
  // 204 must not name a length.
  if (answer.status !== 204) described['content-length'] = String(payload.length)
  return { status: answer.status, headers: { ...headers, ...described }, payload }
}

export function send(response: ServerResponse, rendered: Rendered): void {
  response.writeHead(rendered.status, rendered.headers)
  response.end(rendered.payload)
}

/** Sends half of the payload under the length of the whole, then cuts the connection. */
export function sendTruncated(response: ServerResponse, rendered: Rendered): void {
  response.writeHead(rendered.status, rendered.headers)
  response.write(rendered.payload.subarray(0, Math.floor(rendered.payload.length / 2)), () =>
    response.destroy(),
  )
}
