import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain/index.js'
import { sayIn } from '../../src/explain/words/index.js'
import { hintInJapanese, hintShape } from '../../src/explain/words/ja/hint.js'
import { hintWords } from '../../src/explain/words/ja/hints.js'
import { hole, writtenHints } from './hints.js'

/** What a hole outside inline code can be. */
const fillings = ['#', '$']

function shapesOf(hint: string): readonly string[] {
  // The beginning of a sentence that a list of characters ends.
  const whole = /[.?]$/.test(hint) ? hint : `${hint} \`x\`.`
  const { shape } = hintShape(whole)
  return shape.includes(hole)
    ? fillings.map(one => shape.replaceAll(new RegExp(`${hole}+`, 'g'), one))
    : [shape]
}

describe('advice in Japanese', () => {
  const hints = writtenHints(['query', 'check']).filter(hint => /[A-Za-z]/.test(hint))

  it('is found in the parsers and checks', () => {
    expect(hints.length).toBeGreaterThan(250)
    expect(hints).toContain('Take it away.')
    expect(hints).toContain('Leave it out.')
  })

  it('exists for everything that they can advise', () => {
    expect(hints.filter(hint => !shapesOf(hint).some(shape => Object.hasOwn(hintWords, shape)))).toEqual([])
  })

  it('exists for nothing else', () => {
    const known = new Set(hints.flatMap(shapesOf))
    expect(Object.keys(hintWords).filter(shape => !known.has(shape))).toEqual([])
  })

  it.each(Object.entries(hintWords))('%s keeps every piece', (shape, words) => {
    expect(words).toMatch(/[぀-ヿ].*。$/)
    for (const [kind, mark] of [
      ['$', /\$\d/g],
      ['#', /#\d/g],
    ] as const) {
      const given = shape.split(kind).length - 1
      const said = new Set(words.match(mark))
      const expected = Array.from({ length: given }, (_one, index) => `${kind}${index + 1}`)
      expect([...said].sort()).toEqual(expected)
    }
  })

  it.each([
    ['Write at least 2880, twice the window.', '2,880 以上(ウィンドウの 2 倍)にします。'],
    ['Use `>` or `>=`.', '`>`、`>=` を使います。'],
    ['Leave `new_host_delay` out.', '`new_host_delay` を外します。'],
    ['Write `` a`b ``.', '`` a`b `` と書きます。'],
    ['With `<` the warning must be above -0.5.', '`<` の場合、警告しきい値は -0.5 より大きくします。'],
    ['Nobody wrote this.', undefined],
  ])('says %s', (hint, words) => {
    expect(hintInJapanese(hint, sayIn('ja'))).toBe(words)
  })

  it.each([
    [
      'avg(last_5m):avg:a.b{env:prod} by {} > 4',
      'グループ化するタグを書くか(例: `by {host}`)、`by {}` を取り除きます。',
    ],
    ['avg(last_5m:avg:a.b{*} > 4', 'ウィンドウの後に `)` を書きます。'],
    ['avg(last_5m):avg:a.b{*} > 80%', 'メトリクスの単位で `80` と書きます。'],
    ['{{#is_alert}} @pagerduty- {{/is_alert}}', 'ハイフンの後に名前を書きます(例: `@pagerduty-name`)。'],
    ['status:error or service:web', '`OR` と書きます。語として検索するなら引用符で囲みます。'],
  ])('stands beside the error of %s', (text, words) => {
    expect(explain(text, { lang: 'ja' }).diagnostics.map(one => one.hint)).toContain(words)
  })
})
