import type { DiffCode, DiffSentences } from '../../diff/sentences.js'
import type { Say } from '../say.js'

/** The words of one language for differences: every code has its sentence, or it does not compile. */
export type DiffWords = {
  readonly [C in DiffCode]: (values: DiffSentences[C], say: Say) => string
}
