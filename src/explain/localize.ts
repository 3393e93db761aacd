import type { Draft, ExplainedDiagnostic, Explanation, Level, Sentence } from './explanation.js'
import { wordsOfDiagnostic } from './localize-diagnostics.js'
import { type Phrase, phrase, type SentenceValues } from './sentences.js'
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
  const { kind, text } = draft
  const diagnostics = draft.diagnostics.map(one => localDiagnostic(one, draft, sentence))
  const summary = sentence(level === 'brief' ? oneSentence(draft.summary) : draft.summary)
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

const besideTheSubject: ReadonlySet<string> = new Set(['summary/broken', 'summary/nobody', 'summary/told'])

/** The sentence that says what is watched and when it alerts, of a summary that says more. */
function oneSentence(summary: Phrase): Phrase {
  if (summary.code !== 'summary/several') return summary
  const { sentences } = summary.values as SentenceValues['summary/several']
  return sentences.find(one => !besideTheSubject.has(one.code)) ?? sentences[0] ?? summary
}

/** What a parser found, in the words of the language. */
function localDiagnostic(
  diagnostic: ExplainedDiagnostic,
  { text, sources }: Draft,
  sentence: (phrase: Phrase) => Sentence,
): ExplainedDiagnostic {
  const { code, source, span, message, hint, widget, ...rest } = diagnostic
  const whole = sources.find(one => one.id === source)?.text ?? (sources.length === 0 ? text : '')
  const piece = span === undefined ? '' : whole.slice(span.start, span.end)
  const words = wordsOfDiagnostic({ code, message, hint, piece }, one => sentence(one).text)
  const local = { code, source, ...(span !== undefined && { span }), ...words, ...rest }
  if (widget === undefined) return local
  return {
    ...local,
    widget,
    message: sentence(phrase('diagnostic/in-widget', { ...widget, message: words.message })).text,
  }
}
