import type { Diagnostic, Severity } from '../diagnostic/index.js'
import type { JsonPath, Origin } from '../model/index.js'
import type { Fix } from './fix.js'

/** One thing that a rule has to say about one resource. Plain JSON, so that every report format prints the same data. */
export interface Finding extends Diagnostic {
  /** The rule's id; the same as `code`. */
  readonly rule: string
  /** `monitor.checkout-errors`; `project` for a finding about the lint configuration itself. */
  readonly resource: string
  /** Where the author wrote the resource. */
  readonly origin?: Origin
  /** The place in the definition's JSON. */
  readonly path?: JsonPath
  /** The text that `span` is about; not always the string at `path`: an option may disagree with the query. */
  readonly frameText?: string
  /** Ways to repair the definition, best first. */
  readonly fixes?: readonly Fix[]
}

/** What a rule yields; the engine adds the rule, the resource, its origin and the severity. */
export interface Report {
  /** A full sentence: what is wrong, with the names and numbers of this definition. */
  readonly message: string
  /** A full sentence: what to write instead. */
  readonly hint?: string | undefined
  readonly path?: JsonPath | undefined
  /** Offsets in the string at `textPath`, or at `path` when that is absent. */
  readonly span?: Diagnostic['span'] | undefined
  readonly textPath?: JsonPath | undefined
  readonly fixes?: readonly Fix[] | undefined
  /** A weaker severity for this one case; it has no effect where the rule's severity is configured. */
  readonly severity?: Severity | undefined
}
