import type { Severity } from '../../../diagnostic/index.js'
import type { Origin } from '../../../model/index.js'
import type { ProjectProblem } from '../../../project/index.js'

/** One thing that a plan or a drift tells about one resource, ready for any format that is not a terminal. */
export interface Entry {
  /** `~`, `+`, `-`: as a terminal shows it. */
  readonly sign: string
  /** `to update`, `changed by hand` */
  readonly what: string
  readonly address: string
  readonly title: string
  readonly origin?: Origin
  /** What is different, line by line, without control characters. */
  readonly lines: readonly string[]
  /** Whether somebody ought to look: it takes something away, or the account does not say what the code says. */
  readonly severity: Severity
}

/** What was found about one account. */
export interface Section {
  readonly account: string
  readonly project: string
  /** The closing line of the text, without account and project. */
  readonly summary: string
  readonly entries: readonly Entry[]
  readonly problems: readonly ProjectProblem[]
}
