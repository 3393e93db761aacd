/** A place in generated code; both numbers from zero. */
export interface Generated {
  readonly line: number
  readonly column: number
}

/** What stands there in the sources; all numbers from zero. */
export interface Original {
  readonly source: number
  readonly line: number
  readonly column: number
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const digits = new Uint8Array(128)
for (let index = 0; index < alphabet.length; index += 1) digits[alphabet.charCodeAt(index)] = index

/**
 * Looks up many places in the mappings of a source map in one pass that keeps nothing else: a map of thousands of
 * definitions, read as a whole, would take more memory than they do. Places must be in the order of the text; the result
 * holds one answer for each, undefined where the map has none. https://tc39.es/ecma426/#sec-mappings
 *
 * @example
 * originalsOf('AAAA;AACA', [{ line: 1, column: 3 }]) // [{ source: 0, line: 1, column: 0 }]
 */
export function originalsOf(mappings: string, places: readonly Generated[]): (Original | undefined)[] {
  const found: (Original | undefined)[] = []
  let at = 0
  let [line, column, source, sourceLine, sourceColumn] = [0, 0, 0, 0, 0]
  let last: Original | undefined
  /** A number of at most 32 bits, as the format has them: the lowest one is the sign. */
  const number = () => {
    let digit = digits[mappings.charCodeAt(at)] ?? 0
    let value = digit & 31
    at += 1
    for (let shift = 5; digit & 32; shift += 5) {
      digit = digits[mappings.charCodeAt(at)] ?? 0
      value |= (digit & 31) << shift
      at += 1
    }
    return value & 1 ? -(value >>> 1) : value >>> 1
  }
  /** Answers every place before `untilColumn` of the current line with the last segment. */
  const answer = (untilColumn: number) => {
    for (let next = places[found.length]; next !== undefined; next = places[found.length]) {
      if (next.line > line || (next.line === line && next.column >= untilColumn)) return
      found.push(next.line === line ? last : undefined)
    }
  }
  while (at < mappings.length && found.length < places.length) {
    const unit = mappings.charCodeAt(at)
    if (unit === semicolon) {
      answer(Number.POSITIVE_INFINITY)
      line += 1
      column = 0
      last = undefined
      at += 1
    } else if (unit === comma) {
      at += 1
    } else {
      column += number()
      answer(column)
      last = undefined
      if (!isEnd(mappings.charCodeAt(at))) {
        source += number()
        sourceLine += number()
        sourceColumn += number()
        last = { source, line: sourceLine, column: sourceColumn }
        // The name of the segment, which nobody asks for.
        if (!isEnd(mappings.charCodeAt(at))) number()
      }
    }
  }
  answer(Number.POSITIVE_INFINITY)
  while (found.length < places.length) found.push(undefined)
  return found
}

const semicolon = 0x3b
const comma = 0x2c

function isEnd(unit: number): boolean {
  return unit === semicolon || unit === comma || Number.isNaN(unit)
}
