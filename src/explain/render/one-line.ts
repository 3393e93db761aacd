/** The line breaks of a long query are layout, and a page has its own. */
export function onOneLine(text: string): string {
  return /[\r\n]/.test(text) ? text.replace(/\s*[\r\n]+\s*/g, ' ').trim() : text
}

/** The lines of a repaired text that were not there before: of a long message only what changed is worth reading. */
export function changedLines(before: string, after: string): readonly string[] {
  const known = new Set(before.split(/\r?\n/))
  const changed = after.split(/\r?\n/).filter(line => !known.has(line))
  return changed.length === 0 ? [onOneLine(after)] : changed.map(line => line.trim())
}
