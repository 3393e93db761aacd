import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, isAcceptable } from '../../src/diagnostic/index.js'
import { parseMetricQuery, print, visit } from '../../src/query/index.js'
import { type Parse, parsers } from './reading.js'
import { wrongQueries } from './wrong-queries.js'

const all: readonly Parse[] = Object.values(parsers)

const good = [
  "avg(last_4h):anomalies(avg:a.b{env:prod,!x:y} by {host,k}.rollup(sum, 60), 'basic', 2, direction='both') >= 1",
  'pct_change(avg(last_5m),1d_ago):(sum:a.b{x IN (1,2) AND (NOT y:3 OR $z)}.as_count() - -1e3) / count(v: v>=0):c.d{*} > -0.5',
  'logs("service:api \\"x y\\" @a:[1 TO 5]").index("*").rollup("avg", "@d").by("@a,b").last("5m") > 3',
  'formula("query1 / \\"a\\" * (query2 - 1)").by(job_name).last(10d) > threshold',
  '"http.can_connect".over("env:prod","a:b").by("host").last(4).count_by_status()',
  'burn_rate("${slo:api}").over("30d").long_window("1h").short_window("5m") > 14.4',
  '1 && !2 || (3 && ${monitor:x})',
  ...Object.values(wrongQueries)
    .flat()
    .map(({ text }) => text),
]

const pieces = [
  ...'{}()[]"\'`,.:;!=<>~|&+-*/%^$@#\\ \n',
  '：',
  '｛',
  '「',
  '“',
  '’',
  '　',
  '東',
  'by',
  ' by {',
  'AND',
  'last_5m',
  '.last(',
  '5',
  'e9',
]

/** A query with some of its characters dropped, doubled, swapped or replaced. */
const mutated = fc
  .tuple(
    fc.constantFrom(...good),
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('drop', 'insert', 'cut', 'double'), fc.constantFrom(...pieces)),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
  )
  .map(([text, edits]) =>
    edits.reduce((current, [at, how, piece]) => edit(current, at % (current.length + 1), how, piece), text),
  )

function edit(text: string, at: number, how: string, piece: string): string {
  if (how === 'drop') return text.slice(0, at) + text.slice(at + 1)
  if (how === 'insert') return text.slice(0, at) + piece + text.slice(at)
  if (how === 'cut') return text.slice(0, at)
  return text.slice(0, at) + text.slice(Math.floor(at / 2))
}

/** Whatever the text: an answer, with places inside the text and edits that can be applied. */
function check(parse: Parse, text: string): void {
  const { ok, node, diagnostics } = parse(text)
  expect(ok).toBe(isAcceptable(diagnostics))
  if (!ok) expect(diagnostics).not.toEqual([])
  for (const { span, repair } of diagnostics) {
    expect(
      span !== undefined && span.start >= 0 && span.start <= span.end && span.end <= text.length + 1,
    ).toBe(true)
    for (const each of repair ?? []) expect(each.span.start >= 0 && each.span.end <= text.length).toBe(true)
  }
  applyEdits(
    text,
    diagnostics.flatMap(({ repair }) => repair ?? []),
  )
  if (node === undefined) return
  print(node)
  visit(node, {
    enter: each =>
      expect(each.span.start >= 0 && each.span.start <= each.span.end && each.span.end <= text.length).toBe(
        true,
      ),
  })
}

describe('any text', () => {
  it.each(all.map((parse, index) => [Object.keys(parsers)[index], parse] as const))(
    '%s: random characters',
    (_, parse) => {
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string(),
            fc.string({ unit: 'binary' }),
            fc.array(fc.constantFrom(...pieces)).map(parts => parts.join('')),
          ),
          text => check(parse, text),
        ),
        { numRuns: 1500 },
      )
    },
  )

  it('real queries with mistakes in them', () => {
    fc.assert(
      fc.property(mutated, text => {
        for (const parse of all) check(parse, text)
      }),
      { numRuns: 3000 },
    )
  })

  it.each(['avg:a{env like "“prod%"}', "avg:a{env LIKE '“prod'}"])(
    '%s keeps the quote inside the quotes, which stands nowhere else',
    text => {
      const { node } = parseMetricQuery(text)
      expect(print(parseMetricQuery(print(node!)).node!)).toBe(print(node!))
    },
  )

  it('what is accepted is printed as what is accepted', () => {
    fc.assert(
      fc.property(mutated, fc.constantFrom(...all), (text, parse) => {
        const result = parse(text)
        if (!result.ok) return
        const again = parse(print(result.node))
        expect(again.ok && print(again.node), print(result.node)).toBe(print(result.node))
      }),
      { numRuns: 3000 },
    )
  })
})

describe('deep and long texts', () => {
  const deep = 100_000
  it.each([
    ['parentheses', '('.repeat(deep)],
    ['closed parentheses', `${'('.repeat(deep)}1${')'.repeat(deep)}`],
    ['calls', 'a('.repeat(deep)],
    ['signs', '-'.repeat(deep)],
    ['braces', '{'.repeat(deep)],
    ['denials in a scope', `a.b{${'!'.repeat(deep)}c}`],
    ['words of denial', `a.b{${'NOT '.repeat(deep)}c}`],
    ['parentheses in a scope', `a.b{${'('.repeat(deep)}c${')'.repeat(deep)}}`],
    ['heads', 'change('.repeat(deep)],
    ['quotes', '"'.repeat(deep)],
    ['a search', `logs("${'('.repeat(deep)}").rollup("count").last("5m") > 3`],
    ['a formula', `formula("${'('.repeat(deep)}").last("5m") > 3`],
    ['denials of monitors', '!'.repeat(deep)],
  ])('%s, 100,000 deep, are refused in words', (_, text) => {
    for (const parse of all) {
      const { ok, diagnostics } = parse(text)
      expect(ok).toBe(false)
      expect(diagnostics.length).toBeGreaterThan(0)
    }
  })

  it('nesting of 200 levels is allowed, of more not', () => {
    const nested = (levels: number) => `${'('.repeat(levels)}a.b${')'.repeat(levels)}`
    expect(parsers.metric(nested(200)).ok).toBe(true)
    expect(parsers.metric(nested(201)).diagnostics.map(({ code }) => code)).toEqual(['query/too-deep'])
  })

  it.each([
    ['a sum', Array.from({ length: 50_000 }, () => 'avg:a.b{x:1} by {h}').join(' + '), parsers.metric],
    ['a scope', `a.b{${Array.from({ length: 50_000 }, () => 'x:1').join(',')}}`, parsers.metric],
    ['methods', `a.b${'.f(1)'.repeat(50_000)}`, parsers.metric],
    ['queries', Array.from({ length: 50_000 }, () => 'a.b{*}').join(','), parsers.metric],
    ['monitors', Array.from({ length: 50_000 }, () => '123').join(' || '), parsers.composite],
  ])('%s of 50,000 parts is read and printed', (_, text, parse) => {
    const result = parse(text)
    expect(result.ok && parse(print(result.node)).ok).toBe(true)
  })

  it('a megabyte of mistakes gives a list that somebody can read', () => {
    for (const parse of all) {
      for (const unit of [
        'a.b{x=1} by (h) ',
        'f(1 2 ',
        'a.b{x y}, ',
        "'a, ",
        '"a "b ',
        '1 & ',
        '{a by ',
        '：',
        'x[',
        'a WHERE b ',
        '.f( ',
        '&gt;',
      ]) {
        const { diagnostics } = parse(unit.repeat(Math.ceil(300_000 / unit.length)))
        expect(diagnostics.length).toBeLessThanOrEqual(110)
      }
    }
  })
})
