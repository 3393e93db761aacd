import type { Account } from './account.js'
import type { Answer } from './answer.js'
import type { Json, JsonObject } from './json.js'
import { isObject } from './json.js'

/** One request, as a route sees it. */
export interface Call {
  readonly path: string
  readonly search: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Undefined when the request had no body. */
  readonly body: Json | undefined
  /** What the client calls itself: its `User-Agent`. */
  readonly client: string
}

/** Handlers are synchronous: what they change in the store is one commit, kept or undone as a whole. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Segments that start with a colon are parameters: `/api/v1/monitor/:id`. */
  readonly path: string
  readonly handle: (call: Call, account: Account) => Answer
}

/** The body as an object; anything else counts as an empty one. */
export function bodyOf(call: Call): JsonObject {
  return isObject(call.body) ? call.body : {}
}

/** A path parameter by its name in the route. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? ''
}

/** A non-negative whole number from the query string, or the default. */
export function numberOf(call: Call, name: string, fallback: number): number {
  const text = call.query.get(name)
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : fallback
}

/** A comma-separated list from the query string. */
export function listOf(call: Call, name: string): readonly string[] {
  return call.query
    .getAll(name)
    .flatMap(text => text.split(','))
    .map(text => text.trim())
    .filter(text => text !== '')
}

export function isFlagSet(call: Call, name: string): boolean {
  return call.query.get(name)?.toLowerCase() === 'true'
}
