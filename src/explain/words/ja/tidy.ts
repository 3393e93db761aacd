const suspicious = / {2}| [、。」)]|[「(、。] | $|^ /

/**
 * Noun phrases put a blank between code and Japanese words; beside punctuation there is none. Inline code is left alone.
 */
export function tidy(sentence: string): string {
  if (!suspicious.test(sentence)) return sentence
  return sentence
    .split(/(`[^`]*`)/)
    .map((run, index) => (index % 2 === 1 ? run : tidyWords(run)))
    .join('')
    .trim()
}

function tidyWords(words: string): string {
  return words.replace(/ {2,}/g, ' ').replace(/ +([、。」)])/g, '$1').replace(/([「(、。]) +/g, '$1')
}
