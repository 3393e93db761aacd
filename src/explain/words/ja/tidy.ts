const suspicious =
  / {2}| [、。」)]|[「(、。] | $|^ |[\u3040-\u30FF\u4E00-\u9FFF]`|`[\u3040-\u30FF\u4E00-\u9FFF]|[がにでり] [毎しち]/
const endsInJapanese = /[\u3040-\u30FF\u4E00-\u9FFF]$/
const startsInJapanese = /^[\u3040-\u30FF\u4E00-\u9FFF]/
const inlineCode = /(`+)[\s\S]*?\1/g

/**
 * A blank stands between inline code and Japanese words, none beside punctuation. Phrases are put together from many places,
 * so this is seen to once, at the end; inline code itself is left alone.
 */
export function tidy(sentence: string): string {
  if (!suspicious.test(sentence)) return sentence
  let tidied = ''
  let from = 0
  for (const code of sentence.matchAll(inlineCode)) {
    tidied += spaced(sentence.slice(from, code.index), from > 0, true) + code[0]
    from = code.index + code[0].length
  }
  return (tidied + spaced(sentence.slice(from), from > 0, false)).trim()
}

function spaced(words: string, afterCode: boolean, beforeCode: boolean): string {
  const before = afterCode && startsInJapanese.test(words) ? ' ' : ''
  const after = beforeCode && endsInJapanese.test(words) ? ' ' : ''
  return (
    (before + words + after)
      .replace(/ {2,}/g, ' ')
      .replace(/ +([、。」)])/g, '$1')
      .replace(/([「(、。]) +/g, '$1')
      // A limit begins with a number, except these.
      .replace(/(?<=[がにでり]) (?=毎[秒分時] |しきい値を超える|ちょうど )/g, '')
  )
}
