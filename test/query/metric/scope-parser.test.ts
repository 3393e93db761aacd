import { describe, expect, it } from 'vitest'
import { normal, repaired, reportsOf, shapeOf, treeOf } from '../reading.js'

const scope = (text: string) => `a.b{${text}}`
const filterOf = (text: string) => {
  const node = treeOf(scope(text))
  return node.kind === 'series' ? shapeOf(node.scope?.filter) : undefined
}

describe('scopes', () => {
  it.each([
    ['*', '*'],
    [' env:prod , !code:5* ', 'env:prod,!code:5*'],
    ['env: prod', 'env:prod'],
    ['env :prod', 'env:prod'],
    ['production', 'production'],
    ['a:1 and b:2 or not c:3', 'a:1 AND b:2 OR NOT c:3'],
    ['(a:1 OR b:2) AND c:3', '(a:1 OR b:2) AND c:3'],
    ['(a:1 AND b:2) OR (c:3)', 'a:1 AND b:2 OR c:3'],
    ['a:1 OR b:2,c:3', 'a:1 OR b:2,c:3'],
    ['(a:1,b:2) AND c:3', '(a:1,b:2) AND c:3'],
    ['NOT (a:1 OR b:2)', 'NOT (a:1 OR b:2)'],
    ['! a:1', '!a:1'],
    ['!!a:1', '!!a:1'],
    ['a in ( x , y )', 'a IN (x,y)'],
    ['a not in (x*)', 'a NOT IN (x*)'],
    ['NOT a IN (x)', 'NOT a IN (x)'],
    ['$env,$service.name,host:$host.value,$x.value', '$env,$service.name,host:$host.value,$x.value'],
    ['!$env', '!$env'],
    ['url:http://x?a=b', 'url:http://x?a=b'],
    ['env:', 'env:'],
    ['env: AND b:2', 'env: AND b:2'],
    ['region:東京,名前:値', 'region:東京,名前:値'],
    ['or', 'or'],
    ['\n a:1\n,\tb:2 \n', 'a:1,b:2'],
    ['@x.y:1', '@x.y:1'],
  ])('{%s} is {%s}', (text, expected) => {
    expect(normal(scope(text))).toBe(scope(expected))
  })

  it('a variable drops a trailing .value, and only that', () => {
    expect([filterOf('$a.b'), filterOf('$a.value'), filterOf('$value')]).toEqual([
      { kind: 'filter-variable', name: 'a.b', valueOnly: false },
      { kind: 'filter-variable', name: 'a', valueOnly: true },
      { kind: 'filter-variable', name: 'value', valueOnly: false },
    ])
  })

  it('only the first colon separates key and value', () => {
    expect(filterOf('a:b:c')).toEqual({ kind: 'filter-tag', key: 'a', value: 'b:c' })
  })

  it('two conditions without an operator are kept as they are, with a warning', () => {
    expect(reportsOf(scope('a:1 AND (b:2 c:3)'))).toEqual(['missing-operator «c:3»'])
    expect(filterOf('a:1 AND (b:2 c:3)')).toEqual({ kind: 'opaque', text: 'a:1 AND (b:2 c:3)' })
    expect(normal(scope(' a:1 AND (b:2 c:3) '))).toBe(scope('a:1 AND (b:2 c:3)'))
  })

  it.each([
    ['', 'empty-scope', '*'],
    ['a:1,', 'trailing-comma', 'a:1'],
    ['a:1,,b:2', 'trailing-comma', 'a:1,b:2'],
    ['a:1 And b:2', 'operator-case', 'a:1 AND b:2'],
    ['a:1 && b:2', 'symbol-operator', 'a:1 AND b:2'],
    ['a:1 | b:2', 'symbol-operator', 'a:1 OR b:2'],
    ['"a:1"', 'quoted-tag-value', 'a:1'],
    ['a:"x y"', 'quoted-tag-value', 'a:x_y'],
    ["a: 'x'", 'quoted-tag-value', 'a:x'],
    ['a IN ("x","y")', 'quoted-tag-value quoted-tag-value', 'a IN (x,y)'],
    ['a=1', 'equals-in-scope', 'a:1'],
    ['a = 1', 'equals-in-scope', 'a:1'],
    ['a!=1', 'equals-in-scope', '!a:1'],
    ['a!~"x.*"', 'equals-in-scope', '!a:x*'],
    ['a=~"^x|y$"', 'equals-in-scope', 'a IN (x,y)'],
    ['a:(x OR y)', 'search-group-in-scope', 'a IN (x,y)'],
    ['a IN (x y)', 'missing-comma', 'a IN (x,y)'],
    ['a IN (x,y', 'unclosed-parenthesis', 'a IN (x,y)'],
    ['(a:1', 'unclosed-parenthesis', 'a:1'],
    ['a:1)', 'unopened-parenthesis', 'a:1'],
  ])('{%s} gives %s and is repaired to {%s}', (text, codes, expected) => {
    expect(reportsOf(scope(text)).map(report => report.split(' ')[0])).toEqual(codes.split(' '))
    expect(normal(repaired(scope(text)))).toBe(scope(expected))
  })

  it.each([
    ['a.b{x:1 by {h}', 'a.b{x:1} by {h}'],
    ['a.b{x:1.as_count()', 'a.b{x:1}.as_count()'],
    ['f(a.b{x:1, 10)', 'f(a.b{x:1}, 10)'],
    ['a.b{x:1 + c.d{y:2}', 'a.b{x:1 + c.d{y:2}'],
  ])('the missing brace of %s is found', (text, expected) => {
    expect(reportsOf(text)[0]).toBe('unclosed-brace «{»')
    if (expected !== text) expect(normal(repaired(text))).toBe(expected)
  })

  it.each(['a:1 AND', '!', 'a:1 OR OR b:2', ',a:1'])('{%s} lacks a condition', text => {
    expect(reportsOf(scope(text)).length).toBeGreaterThan(0)
  })
})
