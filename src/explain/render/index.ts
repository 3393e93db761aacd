import type { Explanation } from '../explanation.js'
import { renderHtml } from './html.js'
import { renderMarkdown } from './markdown.js'
import { type Colour, noColour, renderText } from './text.js'

export type { Colour }
export type RenderFormat = 'text' | 'markdown' | 'html' | 'json'

export interface RenderOptions {
  /** Columns of the terminal; 80 unless given. Only `text` reads it. */
  readonly width?: number
  /** Only `text` reads it. */
  readonly colour?: Colour
}

/**
 * Writes an explanation in one of the formats. `json` is the explanation itself, with its version.
 *
 * @example renderExplanation(explain('avg:system.load.1{*}', { lang: 'en' }), 'text', { width: 100 })
 */
export function renderExplanation(
  explanation: Explanation,
  format: RenderFormat,
  options: RenderOptions = {},
): string {
  switch (format) {
    case 'text':
      return renderText(explanation, options.width ?? 80, options.colour ?? noColour)
    case 'markdown':
      return renderMarkdown(explanation)
    case 'html':
      return renderHtml(explanation)
    case 'json':
      return `${JSON.stringify(explanation, undefined, 2)}\n`
  }
}
