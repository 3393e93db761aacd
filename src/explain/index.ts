// Queries and definitions in plain words, in two languages. Runs in a browser.
export {
  type BehaviourChange,
  type DiffSentence,
  describeQueryChange,
  type ExplanationDiff,
  explainDiff,
} from './diff/explain-diff.js'
export type { DiffCode } from './diff/sentences.js'
export { type ExplainInput, type ExplainOptions, explain, type TypedText } from './explain.js'
export type { NameOf } from './explain-monitor-query.js'
export { explainQuery } from './explain-query.js'
export type {
  Caution,
  ExplainedDiagnostic,
  ExplainedKind,
  Explanation,
  Level,
  OptionFact,
  Part,
  Sentence,
  Source,
} from './explanation.js'
export { guessKind } from './input.js'
export { localizeDiagnostics } from './localize-diagnostics.js'
export { renderDiff } from './render/diff.js'
export { type Colour, type RenderFormat, type RenderOptions, renderExplanation } from './render/index.js'
export { type Run, runsOf } from './render/inline.js'
export type { Lang } from './words/say.js'
