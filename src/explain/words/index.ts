import { en } from './en/index.js'
import { ja } from './ja/index.js'
import { tidy } from './ja/tidy.js'
import type { Lang, Say } from './say.js'
import { createSay } from './voice.js'

const makers: Record<Lang, () => Say> = {
  en: () => createSay('en', en, ['“', '”'], sentence => sentence),
  ja: () => createSay('ja', ja, ['「', '」'], tidy),
}
const voices = new Map<Lang, Say>()

/** The voice of a language; made when it is first needed. */
export function sayIn(lang: Lang): Say {
  let say = voices.get(lang)
  if (say === undefined) {
    if (!Object.hasOwn(makers, lang))
      throw new TypeError(
        `dogma explains in ${Object.keys(makers).join(' and ')}, not in \`${String(lang)}\`.`,
      )
    say = makers[lang]()
    voices.set(lang, say)
  }
  return say
}
