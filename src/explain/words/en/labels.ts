import type { Words } from '../words.js'

export const labels = {
  'label/parts': () => 'The query, piece by piece',
  'label/message-parts': () => 'The message, piece by piece',
  'label/variable-parts': ({ name }) => `Query ${name}, piece by piece`,
} satisfies Partial<Words>
