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
const notDigit = 64
/** What each unit says as a digit of 64. */
const digits = new Uint8Array(256).fill(notDigit)
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
  const units = Buffer.from(mappings, 'latin1')
  let [line, column, source, sourceLine, sourceColumn] = [0, 0, 0, 0, 0]
  // Whether the segment that was read last is one of this line and has a source.
  let isMapped = false
  // What is read of a segment: how many of its numbers, and the bits of the next one.
  let [field, value, shift] = [0, 0, 0]
  let wanted = places[0]
  /** Answers every place before `untilColumn` of the current line with the last segment. */
  const answer = (untilColumn: number) => {
    while (wanted !== undefined && isBefore(wanted, line, untilColumn)) {
      const isHere = isMapped && wanted.line === line
      found.push(isHere ? { source, line: sourceLine, column: sourceColumn } : undefined)
      wanted = places[found.length]
    }
  }
  for (let at = 0; at <= units.length && wanted !== undefined; at += 1) {
    const unit = at < units.length ? units[at]! : semicolon
    const digit = digits[unit]!
    if (digit < notDigit) {
      value |= (digit & 31) << shift
      shift += 5
      if (digit & 32) continue
      // A number of at most 32 bits, as the format has them: the lowest one is the sign.
      const step = value & 1 ? -(value >>> 1) : value >>> 1
      if (field === 0) {
        column += step
        if (wanted.line === line && wanted.column < column) answer(column)
      } else if (field === 1) source += step
      else if (field === 2) sourceLine += step
      else if (field === 3) sourceColumn += step
      field += 1
      value = 0
      shift = 0
      continue
    }
    // A segment ends. What has a column alone comes from no source; a fifth number is a name, which nobody asks for.
    if (field > 0) isMapped = field > 3
    field = 0
    if (unit !== semicolon) continue
    if (wanted.line <= line) answer(Number.POSITIVE_INFINITY)
    line += 1
    column = 0
    isMapped = false
  }
  while (found.length < places.length) found.push(undefined)
  return found
}

const semicolon = 0x3b

function isBefore(place: Generated, line: number, column: number): boolean {
  return place.line < line || (place.line === line && place.column < column)
}
