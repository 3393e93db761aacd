import type { FunctionName } from '../../catalog/index.js'
import type { CallValues } from '../sentences/metric.js'
import type { Code, Phrase, SentenceValues } from '../sentences.js'
import type { Say } from './say.js'

/** The words of one language: every code has its sentence, or it does not compile. */
export type Words = { readonly [C in Code]: (values: SentenceValues[C], say: Say) => string }

type Together<Tables extends readonly object[]> = Tables extends readonly [infer First, ...infer Rest]
  ? First & Together<Rest extends readonly object[] ? Rest : []>
  : unknown

/**
 * The sentences of several tables in one. An object that begins without a prototype is kept as a look-up table; any other would
 * grow a shape for each of the hundreds of sentences, which takes a new process as long as explaining.
 */
export function together<const Tables extends readonly object[]>(...tables: Tables): Together<Tables> {
  return Object.assign(Object.create(null), ...tables)
}

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
