import type { Code } from './code.js'
import { templateChunk } from './literal.js'

/**
 * The builders take common indentation off and drop an empty first and last line that belong to the TypeScript file; a
 * text survives that when some line starts at the margin.
 */
export function keepsIndentation(text: string): boolean {
  if (/[\r\0]/.test(text)) return false
  const lines = text.split('\n')
  return lines.length === 1 ? text === '' || text.trim() !== '' : lines.some(line => /^\S/.test(line))
}

/** A text of several lines as a template literal that is indented with the code; any other as it is. */
export function proseCode(text: string): Code | string {
  if (!text.trim().includes('\n') || !keepsIndentation(text)) return text
  return { kind: 'template', tag: 'markdown', pieces: [templateChunk(text)], imported: true }
}
