import { isSegmentCharacter } from './lexer.js'

/** A path that was read, and where it ends. */
export interface PathRead {
  readonly path: readonly string[]
  readonly end: number
}

/**
 * `path = seg , { "." , seg }`, `seg = ident | "[" , any - "]" , "]"`. A bracket may also follow a segment directly, as in
 * `service.links[Runbook]`. Undefined when no path stands here.
 */
export function readPath(text: string, from: number, limit: number): PathRead | undefined {
  const path: string[] = []
  let at = from
  for (;;) {
    const end = segmentEnd(text, at, limit)
    if (end === at) return undefined
    path.push(text.charCodeAt(at) === 91 ? text.slice(at + 1, end - 1) : text.slice(at, end))
    at = end
    const next = at < limit ? text.charCodeAt(at) : 0
    if (next === 46) at += 1
    else if (next !== 91) return { path, end: at }
  }
}

/** Where the segment ends that begins here; the same offset when none does. */
function segmentEnd(text: string, from: number, limit: number): number {
  if (text.charCodeAt(from) === 91 && from < limit) {
    let close = from + 1
    while (close < limit && text.charCodeAt(close) !== 93) close += 1
    return close > from + 1 && close < limit ? close + 1 : from
  }
  let at = from
  while (at < limit && isSegmentCharacter(text.charCodeAt(at))) at += 1
  return at
}

/** The normal form of a path: only segments that need brackets have them. */
export function printPath(path: readonly string[]): string {
  return path.map(segment => (isPlain(segment) ? segment : `[${segment}]`)).join('.')
}

function isPlain(segment: string): boolean {
  // A facet is written in brackets as a whole, which also keeps it apart from a handle.
  for (let at = 0; at < segment.length; at += 1) if (!isSegmentCharacter(segment.charCodeAt(at))) return false
  return segment !== ''
}
