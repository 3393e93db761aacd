import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping'
import { buildSync } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { originalsOf } from '../../src/project/mappings.js'

const contents = `import { a } from './a'
export const list = [1, 2, 3].map(n => a(n, \`\${n}\`)).filter(Boolean)
${Array.from({ length: 40 }, (_, n) => `export const value${n} = a(${n}, { deep: [${n}, 'x', { y: ${n} }] })`).join('\n')}
`

/** A map as the bundler makes it. */
function mapOf(): { readonly mappings: string; readonly lines: number } {
  const { outputFiles } = buildSync({
    stdin: { contents, loader: 'ts', sourcefile: 'in.ts' },
    bundle: true,
    packages: 'external',
    external: ['./a'],
    format: 'cjs',
    sourcemap: 'external',
    outfile: 'out.js',
    write: false,
  })
  const [map, code] = outputFiles
  return { ...(JSON.parse(map!.text) as { mappings: string }), lines: code!.text.split('\n').length }
}

describe('places in a source map', () => {
  it('are those that a reader of whole maps finds', () => {
    const { mappings, lines } = mapOf()
    const places = Array.from({ length: lines * 20 }, (_, index) => ({
      line: Math.floor(index / 20),
      column: (index % 20) * 4,
    }))
    const whole = new TraceMap({ version: 3, mappings, sources: ['in.ts'], names: [] })
    const expected = places.map(({ line, column }) => {
      const found = originalPositionFor(whole, { line: line + 1, column })
      return found.line === null ? undefined : { source: 0, line: found.line - 1, column: found.column }
    })
    expect(expected.filter(Boolean).length).toBeGreaterThan(100)
    expect(originalsOf(mappings, places)).toEqual(expected)
  })

  it.each([
    ['nothing', '', []],
    ['a place after the end', 'AAAA', [{ line: 5, column: 0 }]],
    ['a line without segments', ';;AAAA', [{ line: 1, column: 4 }]],
    ['a segment of generated code only', 'A', [{ line: 0, column: 2 }]],
  ])('%s', (_, mappings, places) => {
    expect(originalsOf(mappings, places)).toEqual(places.map(() => undefined))
  })

  it('before the first segment of a line there is none, from it on there is', () => {
    const places = [0, 2, 3, 9].map(column => ({ line: 0, column }))
    const first = { source: 0, line: 0, column: 0 }
    expect(originalsOf('EAAA', places)).toEqual([undefined, first, first, first])
  })
})
