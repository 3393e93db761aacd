import { describe, expect, it } from 'vitest'
import { withoutLookalikes } from '../../src/query/lookalikes.js'
import { normal, reportsOf } from './reading.js'

describe('characters of another keyboard', () => {
  it.each([
    ['avg：system.load.1｛env：prod，host：a｝', 'avg:system.load.1{env:prod,host:a}'],
    ['avg（last_5m）', 'avg(last_5m)'],
    ['avg:a.b｛ｅｎｖ：ｐｒｏｄ１、地域：東京｝', 'avg:a.b{env:prod1,地域:東京}'],
    ['“a” ‘b’ «c»', '"a" \'b\' "c"'],
    ['a　＞　９０', 'a > 90'],
    ['a – b × c', 'a - b * c'],
    ['{a:1、b:2}', '{a:1,b:2}'],
  ])('%s is read as %s', (text, plain) => {
    expect(withoutLookalikes(text)?.text).toBe(plain)
  })

  it.each([
    'avg:a.b{region:東京}',
    'logs("「引用」：そのまま")',
    "top(a.b{*}, 10, '＝')",
    'avg:a.b{name:ＡＢＣ}',
  ])('%s is left as it is', text => {
    expect(withoutLookalikes(text)).toBeUndefined()
  })

  it('a quote inside typographic quotes belongs to the text', () => {
    expect(withoutLookalikes('logs(“it’s”)')?.text).toBe('logs("it’s")')
  })

  it('each origin has one message with all its repairs', () => {
    const plain = withoutLookalikes('avg：a.b{*}＞“5”')
    expect(plain?.diagnostics.map(({ code, repair }) => `${code} ${repair?.length}`)).toEqual([
      'query/full-width-punctuation 2',
      'query/smart-quotes 2',
    ])
  })

  it('a full-width colon inside a tag is found although a tag may hold any letter', () => {
    expect(reportsOf('avg:a.b{env：prod}')).toEqual(['full-width-punctuation «：»'])
    expect(normal('avg:a.b{region:東京,名前:値}')).toBe('avg:a.b{region:東京,名前:値}')
  })
})
