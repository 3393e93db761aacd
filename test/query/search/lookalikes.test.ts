import { expect, it } from 'vitest'
import { withoutLookalikes } from '../../../src/query/search/lookalikes.js'

it.each<[string, string | undefined]>([
  ['service：web', 'service:web'],
  ['＊', '*'],
  ['（a', '(a'],
  ['plain', undefined],
  ['失敗：接続', undefined],
  ['ＡＢＣ', undefined],
])('%j', (word, meant) => {
  expect(withoutLookalikes(word)).toBe(meant)
})
