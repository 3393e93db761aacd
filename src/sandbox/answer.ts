import type { Json } from './json.js'

/** What a route says. `text` is a body that is already JSON text; without it and `body` the answer is empty. */
export interface Answer {
  readonly status: number
  readonly body?: Json
  readonly text?: string
  readonly contentType?: string
}

/** 200 with a body. */
export function ok(body: Json): Answer {
  return { status: 200, body }
}

/** 200 with a body that is already JSON text. */
export function okText(text: string): Answer {
  return { status: 200, text }
}

/** 204, as deletes of the v2 API answer. */
export const noContent: Answer = { status: 204 }

/** The error shape of v1 and most of v2: `{"errors": ["text"]}`. */
export function refuse(status: number, ...errors: readonly Json[]): Answer {
  return { status, body: { errors } }
}
