import type { Draft, Explanation, Level, Sentence } from './explanation.js'
import type { Phrase } from './sentences.js'
import { sayIn } from './words/index.js'
import type { Lang } from './words/say.js'

/** Puts a draft into the words of one language. */
export function localize(draft: Draft, lang: Lang, level: Level): Explanation {
  const say = sayIn(lang)
  const sentence = (phrase: Phrase): Sentence => ({
    code: phrase.code,
    values: phrase.values,
    text: say.finish(say.phrase(phrase)),
  })
  const { kind, text, diagnostics } = draft
  const summary = sentence(draft.summary)
  const base = { version: 1, lang, level, kind, text, summary, diagnostics } as const
  if (level === 'brief') {
    return {
      ...base,
      basics: [],
      sources: [],
      parts: [],
      timeline: [],
      options: [],
      cautions: [],
      changes: [],
    }
  }
  return {
    ...base,
    basics: draft.basics.map(sentence),
    sources: draft.sources.map(source => ({ ...source, label: sentence(source.label) })),
    parts: draft.parts.map(({ source, span, text, absent, depth, nodeKind, does, why }) => {
      const local = { source, span, text, absent, depth, nodeKind, does: sentence(does) }
      return why === undefined ? local : { ...local, why: sentence(why) }
    }),
    timeline: draft.timeline.map(sentence),
    options: draft.options.map(({ name, setting, means }) => ({ name, setting, means: sentence(means) })),
    cautions: draft.cautions.map(({ code, severity, says }) => ({ code, severity, says: sentence(says) })),
    changes: draft.changes.map(sentence),
  }
}
