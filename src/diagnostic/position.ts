/** A place in a text as people count it: both one-based; a column is one UTF-16 code unit. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where an offset stands in a text. */
export function positionAt(text: string, offset: number): Position {
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1 }
}
