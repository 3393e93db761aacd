import { displayWidth } from '../../diagnostic/index.js'

/** Letters, typographic marks and arrows that take one column each: nearly all of an English text. */
const narrow = /^[ -~\u2010-\u2027\u2190-\u21FF]*$/

/** The columns of a text; the tables of wide characters are only asked about texts that may hold one. */
export function widthOf(text: string): number {
  return narrow.test(text) ? text.length : displayWidth(text)
}
