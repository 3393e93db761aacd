import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { explain } from '../../src/explain/index.js'
import { diagnosticWords } from '../../src/explain/words/ja/diagnostics.js'
import { ruleWords } from '../../src/explain/words/ja/rules.js'
import { root } from '../architecture/imports.js'

function sourcesIn(folder: string): readonly string[] {
  const path = join(root, 'src', folder)
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => readFileSync(join(path, name), 'utf8'))
}

/** Codes stand whole, or without their first word where the scanner of queries adds it. */
const whole = /'([a-z-]+\/[a-z]+(?:-[a-z]+)*)'/g
const short =
  /\b(?:report(?:Once)?|replaced)\(\s*[\w.]+,\s*'([a-z-]+)'|addLookalikes\('([a-z-]+)'|\bcode: '([a-z-]+)'/g

/** Every code that the parsers and checks can produce. */
function producedCodes(): readonly string[] {
  const codes = new Set<string>()
  for (const text of sourcesIn('query'))
    for (const match of text.matchAll(short)) codes.add(`query/${match[1] ?? match[2] ?? match[3]}`)
  for (const text of [...sourcesIn('query'), ...sourcesIn('check')])
    for (const [, code] of text.matchAll(whole)) codes.add(code!)
  return [...codes].sort()
}

describe('diagnostics in Japanese', () => {
  const codes = producedCodes()

  it('are found in the parsers and checks', () => {
    expect(codes.length).toBeGreaterThan(200)
    expect(codes).toContain('query/missing-quote')
    expect(codes).toContain('query/smart-quotes')
    expect(codes).toContain('search/comma')
    expect(codes).toContain('threshold/mismatch')
  })

  it('have a sentence for every code', () => {
    expect(
      codes.filter(code => diagnosticWords[code] === undefined && ruleWords[code] === undefined),
    ).toEqual([])
  })

  it('have no sentence for a code that does not exist', () => {
    expect(Object.keys(diagnosticWords).filter(code => !codes.includes(code))).toEqual([])
  })

  it.each(Object.entries(diagnosticWords))('%s is one plain text in Japanese', (_code, words) => {
    expect(words).toMatch(/[\u3040-\u30FF]/)
    expect(words).toMatch(/。$/)
    expect(words).not.toMatch(/ {2}|undefined/)
  })

  it('quote the piece of text and the repair', () => {
    const [first] = explain('avg(last_5m):avg:a.b{env=prod} > 4', { lang: 'ja' }).diagnostics
    expect(first).toMatchObject({
      code: 'query/equals-in-scope',
      message: '`env=prod`: スコープでは `=` ではなく、`キー:値` とコロンで書きます。',
      hint: '`env:prod` と書きます。',
      repaired: 'avg(last_5m):avg:a.b{env:prod} > 4',
    })
  })

  it('ask about a name that is nearly right', () => {
    const { diagnostics } = explain('wibble("a").index("*").rollup("count").last("5m") > 4', { lang: 'ja' })
    for (const { message, hint } of diagnostics) {
      expect(message).toMatch(/[\u3040-\u30FF]/)
      if (hint !== undefined) expect(hint).toMatch(/[\u3040-\u30FF]/)
    }
    expect(diagnostics).not.toEqual([])
  })

  it('leave the English words of the parser as they are', () => {
    const [first] = explain('avg(last_5m):avg:a.b{env=prod} > 4', { lang: 'en' }).diagnostics
    expect(first?.hint).toBe('Write `env:prod`.')
  })
})
