import type { IncomingMessage } from 'node:http'
import { type Answer, refuse } from '../answer.js'
import { isWithinDepth, type Json } from '../json.js'

/** Dashboards of thousands of widgets stay well below. */
const LARGEST_BODY = 10 * 1024 * 1024
const DEEPEST_BODY = 200

export type Body =
  | { readonly kind: 'body'; readonly value: Json | undefined }
  | { readonly kind: 'refused'; readonly answer: Answer }

const TOO_LARGE: Body = {
  kind: 'refused',
  answer: refuse(413, `The request body is larger than ${LARGEST_BODY} bytes.`),
}

/** Reads a request body as JSON; an empty one has no value. Rejects only when the connection breaks. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return TOO_LARGE
  const chunks: Buffer[] = []
  let size = 0
  // Leaving the loop must not destroy the stream: the refusal goes out over the same socket.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_BODY) return TOO_LARGE
    chunks.push(chunk)
  }
  return size === 0 ? { kind: 'body', value: undefined } : parse(Buffer.concat(chunks).toString('utf8'))
}

function parse(text: string): Body {
  try {
    const value = JSON.parse(text) as Json
    if (isWithinDepth(value, DEEPEST_BODY)) return { kind: 'body', value }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  return { kind: 'refused', answer: refuse(400, 'The request body is not valid JSON.') }
}
