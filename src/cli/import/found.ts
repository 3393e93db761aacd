import type { JsonObject, Origin, ResourceKind } from '../../model/index.js'
import type { ProjectProblem } from '../../project/index.js'

/** A Datadog object that may be imported, and where it was found. */
export interface Found {
  readonly payload: JsonObject
  /** The kind, where whoever gave the object said it. */
  readonly kind?: ResourceKind
  /** The id in the account, where the object has one. */
  readonly id?: string
  /** The place in a file; absent for what an account gave. */
  readonly origin?: Origin
}

/** What a source holds, and what of it could not be read. The rest is imported all the same. */
export interface Source {
  readonly found: readonly Found[]
  readonly problems: readonly ProjectProblem[]
}

/** An object that is left out, and why. */
export interface Skipped {
  readonly what: string
  readonly reason: string
}
