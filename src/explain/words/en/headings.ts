import type { Words } from '../words.js'

const missing = {
  'group-by': '(no `by {…}`)',
  scope: '(no `{…}`)',
  aggregator: '(no `avg:`)',
} as const

/** What stands above and beside the parts of an explanation in texts; the page has words of its own for that. */
export const headings = {
  'label/summary': () => 'In one sentence',
  'label/basics': () => 'How to read it',
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
