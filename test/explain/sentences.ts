import { type Explanation, explain, type Lang, type Sentence } from '../../src/explain/index.js'
import type { Sample } from './samples.js'

/** Every sentence of an explanation, in order. */
export function sentencesOf(explanation: Explanation): readonly Sentence[] {
  const { summary, basics, sources, parts, timeline, options, cautions, changes } = explanation
  return [
    summary,
    ...basics,
    ...sources.map(source => source.label),
    ...parts.flatMap(part => (part.why === undefined ? [part.does] : [part.does, part.why])),
    ...timeline,
    ...options.map(option => option.means),
    ...cautions.map(caution => caution.says),
    ...changes,
  ]
}

/** A sample in one language, with every query taken apart. */
export function explained({ input, names = {} }: Sample, lang: Lang): Explanation {
  return explain(input, { lang, level: 'deep', nameOf: id => names[id] })
}

/** The words of a sentence without its inline code and quoted names. */
export function wordsOnly(text: string): string {
  return text.replace(/(`+)[\s\S]*?\1/g, '…').replace(/“[^”]*”|「[^」]*」/g, '…')
}

/** The pieces of inline code of a sentence, sorted. */
export function codesIn(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(/(`+)([\s\S]*?)\1/g), match => match[2]!))].sort()
}
