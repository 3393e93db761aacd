import { describe, expect, it } from 'vitest'
import { normal, parsers, repaired, reportsOf } from '../reading.js'

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
