import type { AccountError } from '../account/index.js'
import type { ResourceDiagnostic } from '../model/index.js'
import type { Change } from '../plan/index.js'

/** What happens while a plan is applied. `step` is `remove` for the deletion of a replaced object. */
export type ApplyEvent =
  | { readonly kind: 'started'; readonly change: Change; readonly step: Step }
  | { readonly kind: 'waiting'; readonly change: Change; readonly because: 'unclear-create' }
  | { readonly kind: 'done'; readonly change: Change; readonly step: Step; readonly id: string }
  | { readonly kind: 'failed'; readonly change: Change; readonly step: Step; readonly failure: Failure }
  | { readonly kind: 'skipped'; readonly change: Change; readonly step: Step; readonly because: string }

export type Step = 'write' | 'remove'

/** Why a change was not done. */
export interface Failure {
  readonly error: AccountError
  /** A full sentence: what went wrong. */
  readonly message: string
  /** A full sentence: the probable cause, and what to do. */
  readonly cause?: string
}

/** How an apply ended. Every change of the plan is in exactly one of the lists. */
export interface ApplyResult {
  readonly done: readonly { readonly change: Change; readonly id: string }[]
  readonly failed: readonly { readonly change: Change; readonly failure: Failure }[]
  /** Not tried: something they depend on failed, or the run was stopped. */
  readonly skipped: readonly { readonly change: Change; readonly because: string }[]
  /** The caller's signal, or another run at work in the same account, stopped this one. */
  readonly stopped?: 'signal' | 'another-run'
}

/** What applying gives: a result, or the reasons why nothing at all was written. */
export type ApplyOutcome =
  | { readonly ok: true; readonly result: ApplyResult }
  | { readonly ok: false; readonly diagnostics: readonly ResourceDiagnostic[] }
