import type { Words } from '../words.js'

/** The parsers speak English themselves. */
export const diagnostic = {
  'diagnostic/message': ({ message }) => message,
  'diagnostic/hint': ({ hint }) => hint,
} satisfies Partial<Words>
