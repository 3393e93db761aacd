import { displayWidth } from './display-width.js'
import { positionAt } from './position.js'
import type { Span } from './span.js'

/** Longest piece of a line that is shown; one-line queries can be very long. */
const excerptLength = 120

/**
 * The line of `text` that holds the span, with a caret line below it. Control characters are shown as a visible mark, so
 * a text from elsewhere cannot drive the terminal.
 */
export function renderFrame(text: string, span: Span): string {
  const { line, column } = positionAt(text, Math.min(span.start, text.length))
  const lineStart = span.start - (column - 1)
  const newline = text.indexOf('\n', lineStart)
  const lineEnd = newline === -1 ? text.length : newline
  const from = Math.max(
    lineStart,
    Math.min(span.start - Math.floor(excerptLength / 2), lineEnd - excerptLength),
  )
  const to = Math.min(lineEnd, from + excerptLength)
  const cutLeft = from > lineStart ? '…' : ''
  const cutRight = to < lineEnd ? '…' : ''
  const shown = visible(text.slice(from, to))
  const before = visible(text.slice(from, Math.min(span.start, to)))
  const marked = visible(text.slice(Math.max(span.start, from), Math.min(span.end, to)))
  const gutter = `${line} | `
  const indent = ' '.repeat(gutter.length + displayWidth(cutLeft) + displayWidth(before))
  return `${gutter}${cutLeft}${shown}${cutRight}\n${indent}${'^'.repeat(Math.max(1, displayWidth(marked)))}`
}

/** Tabs become one blank; other control characters become U+FFFD. */
export function visible(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, '\uFFFD')
}
