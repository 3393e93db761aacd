import type { Words } from '../words.js'

const missing = {
  'group-by': '(no `by {…}`)',
  scope: '(no `{…}`)',
  aggregator: '(no `avg:`)',
} as const

export const labels = {
  'label/summary': () => 'In one sentence',
  'label/basics': () => 'How to read it',
  'label/parts': () => 'The query, piece by piece',
  'label/message-parts': () => 'The message, piece by piece',
  'label/variable-parts': ({ name }) => `Query ${name}, piece by piece`,
  'label/timeline': () => 'Over time',
  'label/measured': () => 'How it is measured',
  'label/options': () => 'Settings',
  'label/cautions': () => 'Worth a look',
  'label/changes': () => 'To change it',
  'label/diagnostics': () => 'Errors in the text',
  'label/piece': () => 'piece',
  'label/meaning': () => 'what it does here',
  'label/why': () => 'Why',
  'label/repaired': () => 'Repaired',
  'label/missing': ({ piece }) => missing[piece],
} satisfies Partial<Words>
