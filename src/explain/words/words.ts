import type { FunctionName } from '../../catalog/index.js'
import type { CallValues } from '../sentences/metric.js'
import type { Code, Phrase, SentenceValues } from '../sentences.js'
import type { Say } from './say.js'

/** The words of one language: every code has its sentence, or it does not compile. */
export type Words = { readonly [C in Code]: (values: SentenceValues[C], say: Say) => string }

/** The words of one function. */
interface FunctionWords {
  /** A noun phrase: the result of the function over `inner`. */
  readonly of: (inner: string, call: CallValues<Phrase>, say: Say) => string
  /** What it does to the data, with the arguments of this use. */
  readonly does: (call: CallValues<Phrase>, say: Say) => string
  /** Why one uses it. */
  readonly why: string
}

export type FunctionTable = Readonly<Record<FunctionName, FunctionWords>>
