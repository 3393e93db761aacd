import type { Exchange } from './exchange.js'
import { rateLimitOf } from './rate-limit.js'

/** What to do after an exchange: take it as the answer, or wait and send the request again. */
export type NextStep =
  | { readonly kind: 'take' }
  | { readonly kind: 'again'; readonly waitMs: number; readonly because: 'rate-limit' | 'failure' }

/** How often a request was sent so far, told apart because a rate limit is no failure. */
export interface Attempts {
  readonly failures: number
  readonly rateLimits: number
}

/** A rate limit ends by itself, but not all day. */
const maxRateLimits = 30
const maxFailures = 5
const firstBackoffMs = 250
const maxBackoffMs = 8_000

/**
 * Decides about a repetition. Refused by the rate limit: always again, when the account says so. Failed: again when the
 * request can be repeated without harm, or certainly never left. Creating is never repeated blindly, because it may have
 * taken effect.
 */
export function nextStep(
  isRepeatable: boolean,
  exchange: Exchange,
  attempts: Attempts,
  random: () => number,
): NextStep {
  if ('answer' in exchange && exchange.answer.status === 429) {
    if (attempts.rateLimits >= maxRateLimits) return { kind: 'take' }
    const reset = rateLimitOf(exchange.answer.headers).resetSeconds ?? 1
    return { kind: 'again', waitMs: reset * 1000 + random() * 500, because: 'rate-limit' }
  }
  const isHarmless = isRepeatable || ('noAnswer' in exchange && !exchange.noAnswer.sent)
  if (!isHarmless || !hasFailed(exchange) || attempts.failures >= maxFailures) return { kind: 'take' }
  const backoff = Math.min(maxBackoffMs, firstBackoffMs * 2 ** attempts.failures)
  return { kind: 'again', waitMs: backoff * (0.5 + random() / 2), because: 'failure' }
}

/** True when there is no answer, or one that is the account's own failure. */
export function hasFailed(exchange: Exchange): boolean {
  return 'noAnswer' in exchange || exchange.answer.status >= 500
}
