/** What the account says about how many requests it still takes. https://docs.datadoghq.com/api/latest/rate-limits/ */
export interface RateLimit {
  readonly remaining?: number
  /** Seconds until the next period. */
  readonly resetSeconds?: number
}

/** Reads the rate-limit headers of an answer. */
export function rateLimitOf(headers: Readonly<Record<string, string>>): RateLimit {
  const remaining = wholeNumber(headers['x-ratelimit-remaining'])
  const resetSeconds = wholeNumber(headers['x-ratelimit-reset'])
  return {
    ...(remaining !== undefined && { remaining }),
    ...(resetSeconds !== undefined && { resetSeconds }),
  }
}

function wholeNumber(text: string | undefined): number | undefined {
  const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(value) && value >= 0 ? value : undefined
}
