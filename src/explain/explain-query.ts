import type { NameOf } from './explain-monitor-query.js'
import {
  draftOfFormulaText,
  draftOfMessageText,
  draftOfMetricText,
  draftOfMonitorText,
  draftOfSearchText,
  emptyDraft,
} from './explain-text.js'
import type { Draft, Explanation } from './explanation.js'
import { guessKind, type TextKind } from './input.js'
import { localize } from './localize.js'
import { phrase } from './sentences.js'
import type { Lang } from './words/say.js'

/**
 * Explains a query, formula, search or message, as `explain` does, but does not know the JSON of definitions: a page that
 * shows queries needs not load what explains the rest. Never throws.
 *
 * @example
 * explainQuery('avg:system.load.1{*}', { lang: 'en' }).kind // 'metric-query'
 */
export function explainQuery(text: string, { lang }: { readonly lang: Lang }): Explanation {
  return localize(
    draftOfQuery(text, () => undefined),
    lang,
    'normal',
  )
}

/** A text of the kind that it seems to be. */
export function draftOfQuery(text: string, nameOf: NameOf): Draft {
  return text.trim() === ''
    ? emptyDraft('other', text, phrase('summary/empty', {}))
    : draftOfKind(guessKind(text), text, undefined, nameOf)
}

/** A text whose kind is known, and perhaps the type of its monitor. */
export function draftOfKind(kind: TextKind, text: string, type: string | undefined, nameOf: NameOf): Draft {
  switch (kind) {
    case 'monitor-query':
      return draftOfMonitorText(text, type, nameOf)
    case 'metric-query':
      return draftOfMetricText(text)
    case 'formula':
      return draftOfFormulaText(text)
    case 'search':
      return draftOfSearchText(text)
    case 'message':
      return draftOfMessageText(text)
  }
}
