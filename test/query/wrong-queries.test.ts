import { describe, expect, it } from 'vitest'
import { applyEdits, type Diagnostic, renderFrame } from '../../src/diagnostic/index.js'
import { type AnyNode, type ParseResult, parseMonitorQuery, print } from '../../src/query/index.js'
import { expectGolden } from '../golden.js'
import { parsers } from './reading.js'
import { type WrongQuery, wrongQueries } from './wrong-queries.js'

const all = Object.values(wrongQueries).flat()

function parse(query: WrongQuery, text = query.text): ParseResult<AnyNode> {
  if (query.as !== undefined && query.as !== 'monitor') return parsers[query.as](text)
  return parseMonitorQuery(text, { type: query.type })
}

function repairsOf({ diagnostics }: ParseResult<AnyNode>) {
  return diagnostics.flatMap(({ repair }) => repair ?? [])
}

function repairedText(query: WrongQuery): string {
  return applyEdits(query.text, repairsOf(parse(query)))
}

function shown({ code, severity, message, span, hint }: Diagnostic, text: string): string {
  const frame = span === undefined ? '' : `${renderFrame(text, span)}\n`
  return `${frame}${severity} ${code}: ${message}${hint === undefined ? '' : `\n  ${hint}`}`
}

function section(query: WrongQuery): string {
  const result = parse(query)
  const kind = query.type ?? query.as ?? 'monitor'
  const reports = result.diagnostics.map(diagnostic => shown(diagnostic, query.text))
  const repair = repairsOf(result).length === 0 ? 'no repair' : `repaired: ${repairedText(query)}`
  return [`--- ${kind}: ${query.text}`, ...reports, repair].join('\n')
}

describe('queries as people write them', () => {
  it('are at least 80', () => {
    expect(all.length).toBeGreaterThanOrEqual(80)
  })

  it('get these messages', () => {
    const groups = Object.entries(wrongQueries).map(([title, queries]) =>
      [`# ${title}`, ...queries.map(section)].join('\n\n'),
    )
    expectGolden('wrong-queries.txt', `${groups.join('\n\n')}\n`)
  })

  it.each(all)('$text is not accepted in silence, and every message has its place and way out', query => {
    const { diagnostics } = parse(query)
    expect(diagnostics).not.toEqual([])
    for (const { message, hint, span, code } of diagnostics) {
      expect(message).toMatch(/^["`A-Z].*[.]$/s)
      expect(hint).toMatch(/^[A-Z].*[.]$/s)
      expect(span).toBeDefined()
      expect(code).toMatch(/^[a-z]+\/[a-z-]+$/)
    }
  })

  it('are repaired, nine times in ten, into what was meant', () => {
    const repairable = all.filter(query => query.meant !== undefined)
    const wrong = repairable.filter(query => {
      const result = parse(query, repairedText(query))
      const meant = parse(query, query.meant)
      return !(result.ok && meant.ok && print(result.node) === print(meant.node))
    })
    expect(repairable.length).toBeGreaterThan(80)
    expect(wrong.length / repairable.length, wrong.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(
      0.1,
    )
  })

  it('get repairs that parse, nine times in ten', () => {
    const offered = all.filter(query => repairsOf(parse(query)).length > 0)
    const failing = offered.filter(query => !parse(query, repairedText(query)).ok)
    expect(failing.length / offered.length, failing.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(
      0.1,
    )
  })

  it('are read as far as they can be: a tree is there for nearly all', () => {
    const without = all.filter(query => parse(query).node === undefined)
    expect(without.length / all.length).toBeLessThan(0.06)
  })
})
