/** A run of a sentence: plain words, or inline code without its fence. */
export interface Run {
  readonly text: string
  readonly code: boolean
}

/**
 * Splits a sentence at its inline code, by Markdown's rule: a span ends at a run of as many backticks as began it.
 *
 * @example
 * runsOf('over `env`') // [{ text: 'over ', code: false }, { text: 'env', code: true }]
 */
export function runsOf(sentence: string): readonly Run[] {
  const runs: Run[] = []
  let at = 0
  while (at < sentence.length) {
    const open = sentence.indexOf('`', at)
    if (open === -1) break
    const fence = fenceAt(sentence, open)
    const close = closing(sentence, open + fence, fence)
    if (close === -1) break
    if (open > at) runs.push({ text: sentence.slice(at, open), code: false })
    runs.push({ text: unpadded(sentence.slice(open + fence, close)), code: true })
    at = close + fence
  }
  return at < sentence.length ? [...runs, { text: sentence.slice(at), code: false }] : runs
}

function fenceAt(text: string, at: number): number {
  let end = at
  while (text[end] === '`') end += 1
  return end - at
}

function closing(text: string, from: number, fence: number): number {
  for (let at = text.indexOf('`', from); at !== -1; at = text.indexOf('`', at)) {
    const length = fenceAt(text, at)
    if (length === fence) return at
    at += length
  }
  return -1
}

/** One blank on both sides belongs to the fence. */
function unpadded(code: string): string {
  return code.length > 2 && code.startsWith(' ') && code.endsWith(' ') && code.includes('`')
    ? code.slice(1, -1)
    : code
}
