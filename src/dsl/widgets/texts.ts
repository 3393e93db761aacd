import type { ImageSizing, NoteColor } from '../../catalog/index.js'
import { builtWidget } from './built-widget.js'
import type { PlacedOptions, TextAlign, Widget } from './widget.js'

/** How a note looks. */
export interface NoteOptions extends PlacedOptions {
  /** One of the usual colours, or any as `'#ffe'`. */
  readonly background?: NoteColor | `#${string}`
  readonly align?: TextAlign
  readonly verticalAlign?: VerticalAlign
  readonly fontSize?: string
  readonly padding?: boolean
  /** Whether the note points at something. */
  readonly tick?: boolean
  /** Along its edge: `'50%'`. */
  readonly tickPosition?: string
  readonly tickEdge?: 'left' | 'right' | 'top' | 'bottom'
}

type VerticalAlign = 'top' | 'center' | 'bottom'

/** Text in Markdown. @example note('## Start here\nWhat this board is for.') */
export function note(content: string, options: NoteOptions = {}): Widget {
  return builtWidget('note', [content], options)
}

/** How a large text looks. */
export interface FreeTextOptions extends PlacedOptions {
  readonly color?: string
  readonly fontSize?: string
  readonly align?: TextAlign
  readonly background?: string
}

/** A large text; only on boards with a free layout. @example freeText('Production', { color: '#4d4d4d' }) */
export function freeText(text: string, options: FreeTextOptions = {}): Widget {
  return builtWidget('free_text', [text], options)
}

/** How an image is shown. */
export interface ImageOptions extends PlacedOptions {
  readonly sizing?: ImageSizing
  /** The address of the image for the dark theme. */
  readonly dark?: string
  /** `small` and `large` are older spellings. */
  readonly margin?: 'sm' | 'md' | 'lg' | 'small' | 'large'
  readonly hasBackground?: boolean
  readonly border?: boolean
  readonly align?: TextAlign
  readonly verticalAlign?: VerticalAlign
}

/** An image from an address. @example image('https://example.com/architecture.png', { sizing: 'contain' }) */
export function image(url: string, options: ImageOptions = {}): Widget {
  return builtWidget('image', [url], options)
}

/** Another page inside the board. @example iframe('https://status.example.com') */
export function iframe(url: string, options: PlacedOptions = {}): Widget {
  return builtWidget('iframe', [url], options)
}
