import { describe, expect, it } from 'vitest'
import { depthLimit } from '../../../src/query/search/lexer.js'
import { parseSearch } from '../../../src/query/search/parser.js'
import { read, shapeOf } from './reading.js'

const term = (text: string) => ({ kind: 'search-term', text })
const field = (name: string, value: object) => ({ kind: 'search-field', field: name, value })
const and = (explicit: boolean, ...operands: object[]) => ({ kind: 'search-and', explicit, operands })
const or = (...operands: object[]) => ({ kind: 'search-or', operands })
const not = (symbol: string, operand: object) => ({ kind: 'search-not', symbol, operand })
const all = (text: string) => ({ kind: 'search-all', text })
const variable = (name: string, valueOnly = false) => ({ kind: 'search-variable', name, valueOnly })

describe('a search is read', () => {
  it.each<[string, object]>([
    ['', all('')],
    ['  \t', all('')],
    ['*', all('*')],
    ['*:*', all('*:*')],
    ['timeout', term('timeout')],
    ['time*out?', term('time*out?')],
    ['a\\:b\\ c', term('a\\:b\\ c')],
    ['"a \\"b\\" c"', { kind: 'search-phrase', text: 'a \\"b\\" c' }],
    ['service:web', field('service', term('web'))],
    ['@http.url_details.path:\\/api\\/*', field('@http.url_details.path', term('\\/api\\/*'))],
    ['tags:team:sre', field('tags', term('team:sre'))],
    ['*:word', field('*', term('word'))],
    ['@x:*', field('@x', all('*'))],
    ['x:(*:*)', field('x', all('*:*'))],
    ['_exists_:host', field('_exists_', term('host'))],
    ['#ratio:yes', field('#ratio', term('yes'))],
    ['@first\\ name:x', field('@first\\ name', term('x'))],
    ['service:"a b"', field('service', { kind: 'search-phrase', text: 'a b' })],
    ['@x:""', field('@x', { kind: 'search-phrase', text: '' })],
    ['$env', variable('env')],
    ['$env.value', variable('env', true)],
    ['$Risk-Level', variable('Risk-Level')],
    ['env:$env.value', field('env', variable('env', true))],
    ['name:a.$b.value', field('name', term('a.$b.value'))],
    ['+a', term('a')],
    ['-a', not('-', term('a'))],
    ['NOT a', not('NOT', term('a'))],
    ['NOT(a)', not('NOT', term('a'))],
    ['NOTE', term('NOTE')],
    ['a b', and(false, term('a'), term('b'))],
    ['a\u3000b', and(false, term('a'), term('b'))],
    ['a AND b', and(true, term('a'), term('b'))],
    ['a && b', and(true, term('a'), term('b'))],
    ['a&&b', and(true, term('a'), term('b'))],
    ['a || b', or(term('a'), term('b'))],
    ['a OR b AND c', or(term('a'), and(true, term('b'), term('c')))],
    ['a b OR c d', or(and(false, term('a'), term('b')), and(false, term('c'), term('d')))],
    ['a b AND c', and(true, and(false, term('a'), term('b')), term('c'))],
    ['(a OR b) c', and(false, or(term('a'), term('b')), term('c'))],
    ['x:(a OR -b)', field('x', or(term('a'), not('-', term('b'))))],
    ['x:((a))', field('x', term('a'))],
    ['NOT -x:y', not('NOT', not('-', field('x', term('y'))))],
    [
      'CIDR(@ip, 10.0.0.0/8,::1/128)',
      { kind: 'search-function', name: 'CIDR', arguments: ['@ip', '10.0.0.0/8', '::1/128'] },
    ],
  ])('%j', (text, tree) => {
    expect(shapeOf(read(text))).toEqual(tree)
  })
})

describe('spans', () => {
  it('cover exactly what was written, parentheses of a group included', () => {
    const text = ' -(a OR b)  service:web '
    const node = read(text)
    expect(node.span).toEqual({ start: 1, end: 23 })
    const parts = node.kind === 'search-and' ? node.operands : []
    expect(parts.map(({ span }) => text.slice(span.start, span.end))).toEqual(['-(a OR b)', 'service:web'])
  })

  it('tell the field apart from its value', () => {
    const node = read('x @a.b:[1 TO 2]')
    const last = node.kind === 'search-and' ? node.operands[1] : undefined
    expect(last).toMatchObject({ fieldSpan: { start: 2, end: 6 }, value: { span: { start: 7, end: 15 } } })
  })

  it('speak of the outer text when the search is a part of it', () => {
    // logs("service:\"a b\" x") with each inner quote written as two characters.
    const outer = 'logs("service:\\"a b\\" x")'
    const offsets = [6]
    for (const character of 'service:"a b" x') offsets.push(offsets.at(-1)! + (character === '"' ? 2 : 1))
    const result = parseSearch('service:"a b" x', { spanOf: offset => offsets[offset]! })
    const operands = result.node?.kind === 'search-and' ? result.node.operands : []
    expect(operands.map(({ span }) => outer.slice(span.start, span.end))).toEqual(['service:\\"a b\\"', 'x'])
  })

  it('repair the outer text with escaped quotes', () => {
    const result = parseSearch('"open', { spanOf: offset => offset + 6 })
    expect(result.diagnostics[0]?.repair).toEqual([{ span: { start: 11, end: 11 }, text: '\\"' }])
  })
})

describe('any text whatsoever', () => {
  it('several faults are all reported, in the order of the text', () => {
    const { ok, diagnostics } = parseSearch('status = 5 AND (x: OR @y:[1 TO 2} "z')
    expect(ok).toBe(false)
    expect(diagnostics.map(({ code }) => code)).toEqual([
      'search/sql-comparison',
      'search/unclosed-parenthesis',
      'search/missing-value',
      'search/mixed-brackets',
      'search/unclosed-quote',
    ])
  })

  it('keeps what could be read beside a fault', () => {
    expect(shapeOf(parseSearch('a) service:web').node)).toEqual(
      and(false, term('a'), field('service', term('web'))),
    )
  })

  it.each(['(', 'NOT ', '-', '!', 'x:('])('nesting with %j deeper than the limit is one error', opening => {
    const { ok, diagnostics } = parseSearch(`${opening.repeat(100_000)}a`)
    expect(ok).toBe(false)
    expect(diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'query/too-deep',
    ])
  })

  it('nesting up to the limit is read', () => {
    expect(parseSearch(`${'('.repeat(depthLimit)}a${')'.repeat(depthLimit)}`).ok).toBe(true)
  })

  it('a text full of faults does not give endless reports', () => {
    const { diagnostics } = parseSearch(')'.repeat(10_000))
    expect(diagnostics.length).toBeLessThanOrEqual(101)
  })

  it('something that is no text is a TypeError with a sentence', () => {
    const wrong: unknown = null
    expect(() => parseSearch(wrong as string)).toThrow(new TypeError('A search is a string, not null.'))
  })
})
