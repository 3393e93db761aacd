import type { Account } from '../account/index.js'
import type { Change, Plan } from '../plan/index.js'
import type { LiveObject } from '../wire/index.js'
import type { ApplyEvent, ApplyResult, Failure } from './event.js'
import type { CheckDefinition } from './explain-error.js'

export interface ApplyOptions {
  /** How many changes are worked on at a time; the account's own throttle is below that. Default 16. */
  readonly concurrency?: number
  /** How many live objects may be deleted; default 0. */
  readonly allowDelete?: number
  /** For saved plans: refuses when the account moved since the plan was made. */
  readonly verify?: boolean
  /** Gets every live object, without its read-only fields, before it is changed or deleted. */
  readonly backup?: (object: LiveObject) => void | Promise<void>
  readonly onEvent?: (event: ApplyEvent) => void
  /** Stops the run: calls in flight are finished, nothing new starts. */
  readonly signal?: AbortSignal
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** Asked for the cause when the account refuses a definition. */
  readonly checkDefinition?: CheckDefinition
}

/** What is known while a plan is applied. */
export interface Run {
  readonly plan: Plan
  readonly account: Account
  readonly options: ApplyOptions
  readonly tell: (event: ApplyEvent) => void
  readonly sleep: (milliseconds: number) => Promise<void>
  /** Ids of everything that was written, by address. */
  readonly written: Map<string, string>
  readonly removed: Set<string>
  /** Addresses of the objects that this run certainly made itself. */
  readonly created: Set<string>
  readonly failures: Map<string, Failure>
  readonly skips: Map<string, string>
  anotherRun: boolean
}

/** A run that has done nothing yet. */
export function startRun(plan: Plan, account: Account, options: ApplyOptions): Run {
  return {
    plan,
    account,
    options,
    tell: options.onEvent ?? (() => {}),
    sleep: options.sleep ?? (milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))),
    written: new Map(),
    removed: new Set(),
    created: new Set(),
    failures: new Map(),
    skips: new Map(),
    anotherRun: false,
  }
}

/** True when nothing new may start. */
export function isStopped(run: Run): boolean {
  return run.anotherRun || (run.options.signal?.aborted ?? false)
}

/** How the run ended. */
export function resultOf(run: Run): ApplyResult {
  const { failures, skips, written, plan } = run
  const stopped = run.anotherRun ? 'another-run' : run.options.signal?.aborted ? 'signal' : undefined
  const isDone = (change: Change) => !failures.has(change.address) && !skips.has(change.address)
  return {
    done: plan.changes
      .filter(isDone)
      .map(change => ({ change, id: written.get(change.address) ?? change.id ?? '' })),
    failed: plan.changes.flatMap(change => {
      const failure = failures.get(change.address)
      return failure === undefined ? [] : [{ change, failure }]
    }),
    skipped: plan.changes.flatMap(change => {
      const because = skips.get(change.address)
      return because === undefined || failures.has(change.address) ? [] : [{ change, because }]
    }),
    ...(stopped && { stopped }),
  }
}
