export interface RateLimit {
  readonly limit: number
  readonly periodSeconds: number
}

/** So generous that a client on this machine does not meet it. */
export const DEFAULT_RATE_LIMIT: RateLimit = { limit: 30_000, periodSeconds: 10 }

export interface Admission {
  readonly isAdmitted: boolean
  readonly headers: Readonly<Record<string, string>>
}

/** Counts one request of a bucket and says whether it is still within the limit. */
export type Limiter = (bucket: string) => Admission

/**
 * One counter per endpoint and period. Periods are aligned to the calendar, and `X-RateLimit-Reset` is seconds until
 * the next one: https://docs.datadoghq.com/api/latest/rate-limits/
 */
export function createLimiter(rule: RateLimit, now: () => number = Date.now): Limiter {
  const counts = new Map<string, number>()
  let current = -1
  return bucket => {
    const seconds = now() / 1000
    const period = Math.floor(seconds / rule.periodSeconds)
    if (period !== current) counts.clear()
    current = period
    const count = (counts.get(bucket) ?? 0) + 1
    counts.set(bucket, count)
    const reset = Math.max(1, Math.ceil((period + 1) * rule.periodSeconds - seconds))
    return { isAdmitted: count <= rule.limit, headers: headersOf(rule, bucket, count, reset) }
  }
}

function headersOf(rule: RateLimit, bucket: string, count: number, reset: number): Record<string, string> {
  return {
    'x-ratelimit-limit': String(rule.limit),
    'x-ratelimit-period': String(rule.periodSeconds),
    'x-ratelimit-remaining': String(Math.max(0, rule.limit - count)),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-name': bucket,
  }
}
