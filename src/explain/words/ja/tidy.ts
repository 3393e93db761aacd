/**
 * A blank stands between inline code and Japanese words, none beside punctuation. Phrases are put together from many places,
 * so this is seen to once, at the end; inline code itself is left alone.
 */
export function tidy(sentence: string): string {
  let tidied = ''
  let settled = 0
  const write = (until: number, from: number, joint: '' | ' ') => {
    tidied += sentence.slice(settled, until) + joint
    settled = from
  }
  let at = 0
  while (at < sentence.length) {
    const unit = sentence.charCodeAt(at)
    if (unit === backtick) {
      const end = endOfCode(sentence, at)
      if (end > at && isJapanese(sentence, at - 1)) write(at, at, ' ')
      if (end > at && isJapanese(sentence, end)) write(end, end, ' ')
      at = Math.max(end, at + 1)
    } else if (unit === blank) {
      const end = endOfBlanks(sentence, at)
      if (isNeedless(sentence, at, end)) write(at, end, '')
      else if (end > at + 1) write(at, end, ' ')
      at = end
    } else at += 1
  }
  return settled === 0 ? sentence : tidied + sentence.slice(settled)
}

const backtick = 0x60
const blank = 0x20

/** Where the inline code that begins here ends; the same place when it is not closed. */
function endOfCode(sentence: string, at: number): number {
  let inside = at + 1
  while (sentence.charCodeAt(inside) === backtick) inside += 1
  const close = sentence.indexOf(sentence.slice(at, inside), inside)
  if (close !== -1) return close + inside - at
  const isEmptyCode = (inside - at) % 2 === 0
  return isEmptyCode ? inside : at
}

function endOfBlanks(sentence: string, at: number): number {
  let end = at + 1
  while (sentence.charCodeAt(end) === blank) end += 1
  return end
}

/** Kana and kanji; not punctuation. */
function isJapanese(sentence: string, at: number): boolean {
  const unit = sentence.charCodeAt(at)
  return (unit >= 0x3040 && unit <= 0x30ff) || (unit >= 0x4e00 && unit <= 0x9fff)
}

const closing = '、。」)'
const opening = '「(、。'

function isNeedless(sentence: string, start: number, end: number): boolean {
  if (start === 0 || end === sentence.length) return true
  const before = sentence[start - 1]!
  return closing.includes(sentence[end]!) || opening.includes(before) || isBeforeLimit(sentence, before, end)
}

const limits = ['毎秒 ', '毎分 ', '毎時 ', 'しきい値を超える', 'ちょうど ']

/** A limit begins with a number, except these. */
function isBeforeLimit(sentence: string, before: string, end: number): boolean {
  return 'がにでり'.includes(before) && limits.some(limit => sentence.startsWith(limit, end))
}
