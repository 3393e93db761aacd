// Queries and definitions in plain words, in two languages. Runs in a browser.
export { explain, type ExplainInput, type ExplainOptions, type TypedText } from './explain.js'
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
export type { NameOf } from './explain-monitor.js'
export { type Colour, renderExplanation, type RenderFormat, type RenderOptions } from './render/index.js'
export type { Lang } from './words/say.js'
