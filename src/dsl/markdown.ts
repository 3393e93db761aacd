import { withoutIndentation } from './message/template-text.js'

/**
 * Text of several lines, such as a description or a note, indented like the code around it: the common indentation and
 * the line breaks right after and before the backticks are taken off. `message` is for the messages of monitors.
 * @example
 * note(markdown`
 *   # Runbook
 *   Look at the processes first.
 * `)
 */
export function markdown(text: TemplateStringsArray, ...holes: readonly (string | number)[]): string {
  return withoutIndentation(text)
    .map((chunk, index) => chunk + String(holes[index] ?? ''))
    .join('')
}
