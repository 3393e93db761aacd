import type { Words } from '../words.js'

export const labels = {
  'label/parts': () => 'クエリを部品ごとに',
  'label/message-parts': () => 'メッセージを部品ごとに',
  'label/variable-parts': ({ name }) => `クエリ ${name} を部品ごとに`,
} satisfies Partial<Words>
