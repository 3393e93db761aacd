import { describe, expect, it } from 'vitest'
import { parseMonitorQuery } from '../../../src/query/index.js'
import { normal, parsers, repaired, reportsOf, treeOf } from '../reading.js'

const { monitor } = parsers
const tail = '.rollup("count").last("5m") > 3'

describe('event monitors', () => {
  it.each([
    [`log("a:b")${tail}`, 'unknown-source «log»', `logs("a:b")${tail}`],
    [`Logs("a:b")${tail}`, 'unknown-source «Logs»', `logs("a:b")${tail}`],
    [`spans("a:b")${tail}`, 'unknown-source «spans»', `trace-analytics("a:b")${tail}`],
    [`ci_pipelines("a:b")${tail}`, 'unknown-source «ci_pipelines»', `ci-pipelines("a:b")${tail}`],
    [`logs('a:b')${tail}`, "single-quotes «'a:b'»", `logs("a:b")${tail}`],
    [`logs(a:b)${tail}`, 'missing-quote «a:b»', `logs("a:b")${tail}`],
    [`logs("a:b"${tail}`, 'unclosed-parenthesis «(»', `logs("a:b")${tail}`],
    [`logs "a:b")${tail}`, 'expected-search «"»', `logs("a:b")${tail}`],
    [`logs("a:b "x y"")${tail}`, 'unescaped-quotes «"x y"»', `logs("a:b \\"x y\\"")${tail}`],
    [`logs("a:b)${tail}`, 'missing-quote «"»', `logs("a:b")${tail}`],
  ])('%s gives %s and is repaired to %s', (text, report, expected) => {
    expect(reportsOf(text, monitor)).toEqual([report])
    expect(normal(repaired(text, monitor), monitor)).toBe(expected)
  })

  it.each(['logs("a:b "x y"")', 'events("a:b "x" -"y z" c")', 'logs("@path:a\\b "x"")'])(
    'quotes without a backslash are kept as the account holds them: %s',
    source => {
      const text = `${source}${tail}`
      const parsed = parseMonitorQuery(text)
      expect(parsed).toMatchObject({ ok: true, diagnostics: [{ severity: 'warning' }] })
      expect(normal(text, monitor)).toBe(text)
      expect(
        normal(
          text.replace('.last', '.by("a.very.long.facet.of.logs")\n  .last').replace(').', ')\n  .'),
          monitor,
        ),
      ).toContain(source)
      expect(treeOf(text, monitor)).toMatchObject({ search: { expression: { kind: 'search-and' } } })
    },
  )

  it.each([`logs('a 'x'')${tail}`, 'logs("a "x"") > 3', `logs("a").index("m "x"")${tail}`])(
    'such quotes are an error where no step tells that the search ends: %s',
    text => expect(parseMonitorQuery(text).ok).toBe(false),
  )

  it('what is wrong about the search is said with its place in the whole', () => {
    expect(reportsOf(`logs("a:(b OR \\"c d\\"")${tail}`, monitor)).toEqual([
      'search/unclosed-parenthesis «(»',
    ])
  })

  it('legacy monitors are written with single quotes', () => {
    expect(reportsOf("processes('java').over('x').rollup('count').last('10m') > 1", monitor)).toEqual([])
    expect(reportsOf("events('sources:x').rollup('count').last('10m') > 1", monitor)).toEqual([])
  })
})
