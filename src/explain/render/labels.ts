import { type Phrase, phrase } from '../sentences.js'
import { sayIn } from '../words/index.js'
import type { Lang } from '../words/say.js'

/** Headings of a rendered explanation in its language. */
export interface Labels {
  readonly summary: string
  readonly basics: string
  readonly timeline: string
  /** Instead of `timeline` for an SLO. */
  readonly measured: string
  readonly options: string
  readonly cautions: string
  readonly changes: string
  readonly diagnostics: string
  readonly piece: string
  readonly meaning: string
  readonly why: string
  readonly repaired: string
  /** What stands in place of something that is not written. */
  readonly missing: (nodeKind: string) => string
}

export function labelsIn(lang: Lang): Labels {
  const say = (one: Phrase) => sayIn(lang).phrase(one)
  return {
    summary: say(phrase('label/summary', {})),
    basics: say(phrase('label/basics', {})),
    timeline: say(phrase('label/timeline', {})),
    measured: say(phrase('label/measured', {})),
    options: say(phrase('label/options', {})),
    cautions: say(phrase('label/cautions', {})),
    changes: say(phrase('label/changes', {})),
    diagnostics: say(phrase('label/diagnostics', {})),
    piece: say(phrase('label/piece', {})),
    meaning: say(phrase('label/meaning', {})),
    why: say(phrase('label/why', {})),
    repaired: say(phrase('label/repaired', {})),
    missing: nodeKind => say(phrase('label/missing', { piece: missingPiece(nodeKind) })).replaceAll('`', ''),
  }
}

function missingPiece(nodeKind: string): 'group-by' | 'scope' | 'aggregator' {
  return nodeKind === 'group-by' || nodeKind === 'scope' ? nodeKind : 'aggregator'
}
