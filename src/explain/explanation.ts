import type { Severity, Span } from '../diagnostic/index.js'
import type { Code, Phrase } from './sentences.js'
import type { Lang } from './words/say.js'

/** One statement: a stable code, its values, and the words. Pieces of queries in `text` are Markdown inline code. */
export interface Sentence {
  readonly code: Code
  readonly values: object
  readonly text: string
}

/** A text that is taken apart: the query, the message, a query of a formula … */
export interface SourceOf<S> {
  /** `query`, `message`, `options.variables[0].query`: where the text stands in the definition. */
  readonly id: string
  readonly text: string
  readonly label: S
}

/** One piece of a text, with what it does here. */
export interface PartOf<S> {
  readonly source: string
  /** Where the piece stands in its source; empty for something that is not written. */
  readonly span: Span
  /** The piece as it is shown: `anomalies( … )`. */
  readonly text: string
  /** True for something that is not written and therefore takes effect, such as a missing `by {…}`. */
  readonly absent: boolean
  /** 0 for the outermost pieces. */
  readonly depth: number
  readonly nodeKind: string
  readonly does: S
  readonly why?: S
}

/** A setting in plain words. */
export interface OptionOf<S> {
  /** Its name in the JSON: `options.timeout_h`. */
  readonly name: string
  /** Its value as JSON, shortened. */
  readonly setting: string
  readonly means: S
}

/** Something that looks wrong or risky. */
export interface CautionOf<S> {
  /** The lint rule that says the same: `message/no-notification`. */
  readonly code: string
  readonly severity: Severity
  readonly says: S
}

/** What the parser found wrong in a text. */
export interface ExplainedDiagnostic {
  readonly source: string
  readonly code: string
  readonly severity: Severity
  readonly message: string
  readonly hint?: string
  readonly span?: Span
  /** The widget of a dashboard, by its number and title. */
  readonly widget?: { readonly number: string; readonly title: string }
  /** The line with a caret below it. */
  readonly frame?: string
  /** The whole text after the repair, where a safe one exists. */
  readonly repaired?: string
}

export type ExplainedKind =
  | 'monitor'
  | 'monitor-query'
  | 'metric-query'
  | 'formula'
  | 'search'
  | 'message'
  | 'slo'
  | 'dashboard'
  | 'other'

export type Level = 'brief' | 'normal' | 'deep'

interface Content<S> {
  readonly kind: ExplainedKind
  /** The text that was given: a query, or the JSON of a definition. */
  readonly text: string
  readonly summary: S
  /** How to read the syntax at all. */
  readonly basics: readonly S[]
  readonly sources: readonly SourceOf<S>[]
  readonly parts: readonly PartOf<S>[]
  /** How it goes in time: window, points, groups, states, missing data, repeats, and who is told. */
  readonly timeline: readonly S[]
  readonly options: readonly OptionOf<S>[]
  readonly cautions: readonly CautionOf<S>[]
  /** Which piece to edit for what. */
  readonly changes: readonly S[]
  readonly diagnostics: readonly ExplainedDiagnostic[]
}

/** An explanation before any language. */
export type Draft = Content<Phrase>

/** An explanation in one language, as data. */
export interface Explanation extends Content<Sentence> {
  readonly version: 1
  readonly lang: Lang
  readonly level: Level
}

export type Part = PartOf<Sentence>
export type Source = SourceOf<Sentence>
export type OptionFact = OptionOf<Sentence>
export type Caution = CautionOf<Sentence>
