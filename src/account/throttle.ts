import type { RateLimit } from './rate-limit.js'

/** Lets requests through: a few at a time, and none that the account would refuse for its rate. */
export interface Throttle {
  /** Runs `task` when it is its turn. `bucket` names the requests that share one rate limit. */
  run<T>(bucket: string, task: () => Promise<T>): Promise<T>
  /** Tells what an answer said, so that the next requests obey it. */
  observe(bucket: string, limit: RateLimit, hasFailed: boolean): void
}

export interface ThrottleOptions {
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly onWait?: (milliseconds: number) => void
}

const startLimit = 8
/** More workers than this overload the account's edge, which then answers 512. */
const highestLimit = 16

interface Bucket {
  remaining: number
  resetAt: number
}

/** A throttle that starts with 8 requests at a time, takes more while all goes well, and halves after a failure. */
export function createThrottle(options: ThrottleOptions): Throttle {
  const { now, sleep, onWait } = options
  const buckets = new Map<string, Bucket>()
  const waiting: (() => void)[] = []
  let limit = startLimit
  let running = 0

  const enter = async () => {
    if (running >= limit) await new Promise<void>(resolve => waiting.push(resolve))
    else running += 1
  }

  const leave = () => {
    const next = running <= limit ? waiting.shift() : undefined
    if (next === undefined) running -= 1
    else next()
    while (running < limit && waiting.length > 0) {
      running += 1
      waiting.shift()!()
    }
  }

  /** Takes one request of the bucket's allowance, or says how long there is none. */
  const waitFor = (name: string): number => {
    const bucket = buckets.get(name)
    if (bucket === undefined) return 0
    const wait = bucket.resetAt - now()
    if (wait <= 0) {
      buckets.delete(name)
      return 0
    }
    bucket.remaining -= 1
    return bucket.remaining >= 0 ? 0 : wait
  }

  return {
    async run(bucket, task) {
      for (;;) {
        await enter()
        const wait = waitFor(bucket)
        if (wait === 0) break
        // The place is given up meanwhile: requests with another limit need not wait.
        leave()
        onWait?.(wait)
        await sleep(wait)
      }
      try {
        return await task()
      } finally {
        leave()
      }
    },
    observe(name, { remaining, resetSeconds }, hasFailed) {
      limit = hasFailed ? Math.max(1, Math.floor(limit / 2)) : Math.min(highestLimit, limit + 1 / limit)
      if (remaining === undefined || resetSeconds === undefined) return
      const resetAt = now() + resetSeconds * 1000
      const bucket = buckets.get(name)
      // Whole seconds are rounded up, so an answer of the same period never seems a second later than the period ends.
      if (bucket === undefined || now() >= bucket.resetAt || resetAt > bucket.resetAt + 1000) {
        buckets.set(name, { remaining, resetAt })
        return
      }
      // Answers overtake each other: within a period the lowest number is the newest, the earliest end the most exact.
      bucket.remaining = Math.min(bucket.remaining, remaining)
      bucket.resetAt = Math.min(bucket.resetAt, resetAt)
    },
  }
}
