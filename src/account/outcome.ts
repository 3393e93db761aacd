/** What a call gives: a value, or an error that is data. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AccountError }

/**
 * Why a call failed.
 * - `unauthorized`, `forbidden`: the keys, their scope, or the site are wrong.
 * - `invalid`: the account refuses the body. `conflict`: something else still uses the object.
 * - `unreachable`: the request never arrived. `server`: the account failed.
 * - `unclear`: nobody can tell whether the request took effect; only creating gives this.
 * - `unreadable`: the answer is not what the API says.
 * - `aborted`: the caller stopped before the request was sent.
 */
export type AccountErrorCode =
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'invalid'
  | 'rate-limited'
  | 'unreachable'
  | 'server'
  | 'unclear'
  | 'unreadable'
  | 'aborted'

export interface AccountError {
  readonly code: AccountErrorCode
  /** The HTTP status, when there was an answer. */
  readonly status?: number
  /** The account's own sentences, or ours when it said none. Never holds a key. */
  readonly messages: readonly string[]
  readonly request: { readonly method: string; readonly path: string }
}

/** A successful outcome. */
export function succeeded<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** A failed outcome. */
export function failed(error: AccountError): Outcome<never> {
  return { ok: false, error }
}
