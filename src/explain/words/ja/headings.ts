import type { Words } from '../words.js'

const missing = {
  'group-by': '(`by {…}` なし)',
  scope: '(`{…}` なし)',
  aggregator: '(`avg:` なし)',
} as const

/** What stands above and beside the parts of an explanation in texts; the page has words of its own for that. */
export const headings = {
  'label/summary': () => 'ひとことで',
  'label/basics': () => '読み方',
  'label/timeline': () => '時間の流れ',
  'label/measured': () => '測り方',
  'label/options': () => '設定',
  'label/cautions': () => '気をつける点',
  'label/changes': () => '変えたいときは',
  'label/diagnostics': () => 'テキストの誤り',
  'label/piece': () => '部品',
  'label/meaning': () => 'ここでの働き',
  'label/why': () => '使う理由',
  'label/repaired': () => '修正案',
  'label/missing': ({ piece }) => missing[piece],
} satisfies Partial<Words>
