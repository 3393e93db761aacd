import type { ImageSizing, NoteColor } from '../../catalog/index.js'
import { type Widget, type WidgetOptions, widget } from './widget.js'

/** How a note looks. */
export interface NoteOptions extends Omit<WidgetOptions, 'span' | 'links'> {
  readonly background?: NoteColor
  readonly align?: 'left' | 'center' | 'right'
  readonly verticalAlign?: 'top' | 'center' | 'bottom'
  readonly fontSize?: string
  readonly padding?: boolean
}

/** Text in Markdown. @example note('## Start here\nWhat this board is for.') */
export function note(content: string, options: NoteOptions = {}): Widget {
  const fields = {
    content,
    background_color: options.background,
    text_align: options.align,
    vertical_align: options.verticalAlign,
    font_size: options.fontSize,
    has_padding: options.padding,
  }
  return widget('note', undefined, fields, options)
}

/** A large text; only on boards with a free layout. @example freeText('Production', { color: '#4d4d4d' }) */
export function freeText(
  text: string,
  options: Omit<WidgetOptions, 'span' | 'links'> & {
    readonly color?: string
    readonly fontSize?: string
  } = {},
): Widget {
  return widget('free_text', undefined, { text, color: options.color, font_size: options.fontSize }, options)
}

/** An image from an address. @example image('https://example.com/architecture.png', { sizing: 'contain' }) */
export function image(
  url: string,
  options: Omit<WidgetOptions, 'span' | 'links'> & {
    readonly sizing?: ImageSizing
    readonly dark?: string
  } = {},
): Widget {
  return widget('image', undefined, { url, url_dark_theme: options.dark, sizing: options.sizing }, options)
}

/** Another page inside the board. @example iframe('https://status.example.com') */
export function iframe(url: string, options: Omit<WidgetOptions, 'span' | 'links'> = {}): Widget {
  return widget('iframe', undefined, { url }, options)
}
