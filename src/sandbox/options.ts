/** One kind of disturbance; see {@link FaultPlan}. */
export interface FaultRule {
  /** Share of matching requests that are hit, 0 to 1. */
  readonly rate: number
  /** Answer with a status, close the connection, cut the body in half, or wait. */
  readonly kind: 'status' | 'drop' | 'truncate' | 'slow'
  /** For `status`: the status to answer (default 503). */
  readonly status?: number
  /** `before`: nothing is done. `after`: the request takes effect, and only its answer is disturbed. */
  readonly when: 'before' | 'after'
  /** Methods that are hit; absent means all. */
  readonly methods?: readonly string[]
  /** Beginning of the paths that are hit; absent means all. */
  readonly path?: string
  /** For `slow`: how long to wait (default 1000). */
  readonly delayMs?: number
  /** How often the rule may hit; absent means without end. */
  readonly times?: number
}

/** Seeded disturbances: the same seed and the same requests give the same faults. The first rule that hits wins. */
export interface FaultPlan {
  readonly seed: number
  readonly rules: readonly FaultRule[]
}

/** Says why Datadog would refuse a monitor query, or undefined when it would not. */
export type QueryJudge = (type: string, query: string) => string | undefined

export interface SandboxOptions {
  /** Port on 127.0.0.1; 0 or absent means any free one. */
  readonly port?: number
  /** JSON file that keeps the account; absent means memory only. */
  readonly file?: string
  readonly faults?: FaultPlan
  /** The account's clock, for every time it writes into objects. */
  readonly clock?: () => Date
  /** Requests allowed per endpoint and period. */
  readonly rateLimit?: { readonly limit: number; readonly periodSeconds: number }
  /** Wait before every answer. */
  readonly latencyMs?: number
  /** The only keys that are accepted; absent means any. */
  readonly keys?: { readonly apiKey: string; readonly appKey: string }
  readonly isQueryAcceptable?: QueryJudge
  /** Takes composites of composites, which Datadog's documentation rules out and no recording shows either way. */
  readonly takesNestedComposites?: boolean
}

/** A running sandbox account. */
export interface Sandbox {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string
  close(): Promise<void>
}
