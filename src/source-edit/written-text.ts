import type { Span } from '../diagnostic/index.js'

/** A piece of text as it stands in a source file: what it means, and where each of its characters was written. */
export interface WrittenText {
  readonly value: string
  /** Where in the file a code unit of `value` stands, or the end behind the last one. */
  readonly offsetOf: (unit: number) => number
  /** What must be escaped in it. */
  readonly quote: Quote
}

export type Quote = "'" | '"' | '`'

const simpleEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
}

const escapeSequence = /^\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(\r\n|[\s\S]))/

/** From this unit of the value on, one unit after the other stands in the file from this offset on. */
interface Run {
  readonly unit: number
  readonly offset: number
}

/** Reads the text of a string or template literal between the offsets of its delimiters. */
export function readWritten(file: string, { start, end }: Span, quote: Quote): WrittenText {
  const special = quote === '`' ? /[\\\r]/g : /\\/g
  const runs: Run[] = []
  let value = ''
  let at = start
  while (at < end) {
    special.lastIndex = at
    const next = Math.min(special.exec(file)?.index ?? end, end)
    runs.push({ unit: value.length, offset: at })
    value += file.slice(at, next)
    if (next === end) break
    const { text, length } = escapeAt(file, next)
    for (let unit = 0; unit < text.length; unit += 1) runs.push({ unit: value.length + unit, offset: next })
    value += text
    at = next + length
  }
  runs.push({ unit: value.length, offset: end })
  return { value, offsetOf: unit => offsetIn(runs, unit), quote }
}

function offsetIn(runs: readonly Run[], unit: number): number {
  const run = runs.findLast(each => each.unit <= unit)!
  return run.offset + unit - run.unit
}

/** What a backslash and what follows it means, or a line end: a template literal's are always read as one line feed. */
function escapeAt(file: string, at: number): { text: string; length: number } {
  if (file[at] === '\r') return { text: '\n', length: file[at + 1] === '\n' ? 2 : 1 }
  const match = escapeSequence.exec(file.slice(at, at + 12))
  if (match === null) return { text: '\\', length: 1 }
  const [whole, braced, four, two, other] = match
  const code = braced ?? four ?? two
  if (code !== undefined)
    return { text: String.fromCodePoint(Number.parseInt(code, 16)), length: whole.length }
  return { text: meaningOf(other ?? ''), length: whole.length }
}

function meaningOf(escaped: string): string {
  if (/^[\r\n\u2028\u2029]/.test(escaped)) return ''
  return Object.hasOwn(simpleEscapes, escaped) ? simpleEscapes[escaped]! : escaped
}

/** A text as it must be written inside these quotes. */
export function escaped(text: string, quote: Quote): string {
  const slashed = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)
  if (quote === '`') return slashed.replaceAll('${', '\\${')
  return slashed
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replace(/[\u0000-\u001F\u2028\u2029]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
