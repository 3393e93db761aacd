import type { Words } from '../words.js'

/** The parsers speak English themselves. */
export const diagnostic = {
  'diagnostic/message': ({ message }) => message,
  'diagnostic/hint': ({ hint }) => hint,
  'diagnostic/in-widget': ({ number, title, message }, say) =>
    `Widget ${number}${title === '' ? '' : ` ${say.quote(title)}`}: ${message}`,
} satisfies Partial<Words>
