import type { MessageHole } from './section.js'

/** Keeps two braces apart without being seen. */
const zeroWidthSpace = '\u200B'

/**
 * Text that comes from a value: its braces can never open or close template syntax, whatever stands next to them.
 * Datadog's language has no escape for a brace, so an invisible space stands between.
 */
export function plainText(text: string): string {
  const apart = text.replace(/[{}](?=[{}])/g, brace => brace + zeroWidthSpace)
  return apart
    .replace(/^[{}]/, brace => zeroWidthSpace + brace)
    .replace(/[{}]$/, brace => brace + zeroWidthSpace)
}

/**
 * The text of a template literal with its holes filled. The author's own text is template language; common indentation
 * and the line breaks right after and before the backticks belong to the TypeScript file, not to the message.
 */
export function filledTemplate(text: TemplateStringsArray, holes: readonly MessageHole[]): string {
  return withoutIndentation(text)
    .map((chunk, index) => chunk + holeText(holes[index]))
    .join('')
}

function holeText(hole: MessageHole | undefined): string {
  if (hole === undefined) return ''
  return typeof hole === 'object' ? hole.template : plainText(String(hole))
}

/** Stands for a hole while lines are measured; no message holds a null character. */
const holeMark = '\0'

/** The pieces of a template literal without the indentation that its lines share. */
export function withoutIndentation(chunks: readonly string[]): readonly string[] {
  const [first = '', ...rest] = chunks.join(holeMark).split('\n')
  const indentations = rest.filter(line => line.trim() !== '').map(line => line.search(/\S/))
  const shared = indentations.length === 0 ? 0 : Math.min(...indentations)
  const lines = [first, ...rest.map(line => line.slice(shared))]
  if (lines.length > 1 && lines[0]!.trim() === '') lines.shift()
  if (lines.length > 1 && lines.at(-1)!.trim() === '') lines.pop()
  return lines.join('\n').split(holeMark)
}
