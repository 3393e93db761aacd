import type { Diagnostic, Span } from '../diagnostic/index.js'

/** Every reason for which something is not simulated; a diagnostic's code is `simulate/` and this. */
export type Refusal =
  | 'aggregator'
  | 'arguments'
  | 'check'
  | 'depth'
  | 'distribution'
  | 'dynamic-threshold'
  | 'event-method'
  | 'expression'
  | 'fill'
  | 'filter'
  | 'formula'
  | 'function'
  | 'function-of-one-value'
  | 'member'
  | 'method'
  | 'mixed-groups'
  | 'mixed-steps'
  | 'mixed-types'
  | 'on-missing-data'
  | 'query'
  | 'rollup'
  | 'schedule'
  | 'slo'
  | 'time'
  | 'trigger-window'
  | 'weighted'
  | 'window'

/** Collects what a definition holds that is not simulated, and what the simulation takes for granted. */
export interface Reporter {
  readonly unsupported: readonly Diagnostic[]
  readonly notes: readonly Diagnostic[]
  /** The rest of the definition is still looked at, so that all reasons are told at once. Gives `undefined`. */
  refuse(code: Refusal, message: string, where?: { readonly span: Span }, hint?: string): undefined
  /** Something Datadog does not document, or that the author of a test should know; told once for each code. */
  note(code: string, message: string, where?: { readonly span: Span }): void
}

export function reporter(): Reporter {
  const unsupported: Diagnostic[] = []
  const notes: Diagnostic[] = []
  return {
    unsupported,
    notes,
    refuse(code, message, where, hint) {
      unsupported.push({
        code: `simulate/${code}`,
        severity: 'error',
        message,
        ...(where === undefined ? {} : { span: where.span }),
        ...(hint === undefined ? {} : { hint }),
      })
      return undefined
    },
    note(code, message, where) {
      if (notes.some(each => each.code === `simulate/${code}` && each.message === message)) return
      const span = where === undefined ? {} : { span: where.span }
      notes.push({ code: `simulate/${code}`, severity: 'info', message, ...span })
    },
  }
}
