import type { Diagnostic } from '../diagnostic/index.js'
import type { Origin } from '../model/index.js'

/** A problem in the user's files: a diagnostic, the place it is about, and the text its span counts in. */
export interface ProjectProblem extends Diagnostic {
  readonly origin?: Origin
  /** Of the resource that it is about, where there is one. */
  readonly address?: string
  /** The text that `span` is an offset of: a query, or a line of the file. */
  readonly text?: string
}

/** What loading gives when it may fail for reasons that are the user's to mend. */
export type Loaded<T> =
  | {
      readonly ok: true
      readonly value: T
      readonly problems: readonly ProjectProblem[]
      /** The same text only for the same value; absent where comparing would cost as much as working. */
      readonly fingerprint?: string
    }
  | { readonly ok: false; readonly problems: readonly ProjectProblem[] }

export function loaded<T>(
  value: T,
  problems: readonly ProjectProblem[] = [],
  fingerprint?: string,
): Loaded<T> {
  return { ok: true, value, problems, ...(fingerprint !== undefined && { fingerprint }) }
}

export function failed(...problems: readonly ProjectProblem[]): {
  ok: false
  problems: readonly ProjectProblem[]
} {
  return { ok: false, problems }
}
