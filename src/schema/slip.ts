import { didYouMean, nearest } from '../diagnostic/index.js'

/** Shorter values are codes (`1h`, `max`), where a new one looks like a slip of an old one. */
const shortestSlip = 4
/** Letters that may differ, in the middle of otherwise equal words. */
const longestSlip = 2

/**
 * True when the value is almost certainly a known one written wrongly (`lines`, `Area`, `timeserie`), and not one that
 * the API has learnt since: those must pass.
 */
export function isSlip(written: string, known: Iterable<string | number>): boolean {
  if (written.length < shortestSlip) return false
  const meant = nearest(written, texts(known))
  if (meant === undefined) return false
  const [a, b] = [plain(written), plain(meant)]
  const before = commonStart(a, b)
  const after = commonStart(reversed(a.slice(before)), reversed(b.slice(before)))
  const differing = [a, b].map(word => word.slice(before, word.length - after))
  return differing.every(letters => letters.length <= longestSlip && !/\d/.test(letters))
}

/** “Did you mean x?”, for values of which some may be numbers. */
export function suggestion(written: string, known: Iterable<string | number>): string | undefined {
  return didYouMean(written, texts(known))
}

function texts(values: Iterable<string | number>): string[] {
  return Array.from(values, String)
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[ _.-]/g, '')
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length += 1
  return length
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}
