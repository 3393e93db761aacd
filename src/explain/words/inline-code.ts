import { visible } from '../../diagnostic/index.js'

/** Nothing that could drive a terminal or end a code span: most texts, and then no copy is made. */
const plainText = /^[ -_a-~]*$/

/**
 * A piece of text that comes from outside, as inline code. Control characters become visible marks; a text that holds
 * backticks gets a longer fence, as Markdown does it. An empty one is shown in quotes: two backticks are no code.
 */
export function inlineCode(text: string): string {
  if (text === '') return '`""`'
  if (plainText.test(text)) return `\`${text}\``
  const shown = visible(text.includes('\n') ? text.replace(/\s*\n\s*/g, ' ').trim() : text)
  if (!shown.includes('`')) return `\`${shown}\``
  const longest = Math.max(...(shown.match(/`+/g) ?? []).map(run => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence} ${shown} ${fence}`
}
