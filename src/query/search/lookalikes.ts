/** Full-width forms stand at a fixed distance from their ASCII originals. */
const fullWidthShift = 0xfee0

/** Only these have a meaning in a search; a full-width letter is text in its own right. */
const meaningful = /[：（）［］｛｝＊？－＂＜＞＝＠＄]/g

/** What a chat makes of a minus sign; elsewhere in a word it may well be a dash. */
const dashBefore = /^[\u2010-\u2015](?=[@\w])/

/**
 * The word with its full-width punctuation replaced, or undefined when it is ordinary text: a Japanese sentence may well
 * hold a full-width colon, so only words with ASCII letters, or with nothing but punctuation, are taken for slips.
 */
export function withoutLookalikes(word: string): string | undefined {
  const plain = word
    .replace(dashBefore, '-')
    .replace(meaningful, character => String.fromCharCode(character.charCodeAt(0) - fullWidthShift))
  return plain !== word && (/[a-z]/i.test(word) || word.replace(meaningful, '') === '') ? plain : undefined
}
