/** Full-width forms stand at a fixed distance from their ASCII originals. */
const fullWidthShift = 0xfee0

/** Only these have a meaning in a search; a full-width letter is text in its own right. */
const meaningful = new Set('：（）［］｛｝＊？－＂＜＞＝＠＄'.split(''))

/**
 * The word with its full-width punctuation replaced, or undefined when it is ordinary text: a Japanese sentence may well
 * hold a full-width colon, so only words with ASCII letters, or with nothing but punctuation, are taken for slips.
 */
export function withoutLookalikes(word: string): string | undefined {
  let result = ''
  let replaced = 0
  let hasLetter = false
  for (const character of word) {
    if (meaningful.has(character)) {
      result += String.fromCharCode(character.charCodeAt(0) - fullWidthShift)
      replaced += 1
    } else {
      result += character
      hasLetter ||= (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
    }
  }
  return replaced > 0 && (hasLetter || replaced === word.length) ? result : undefined
}
