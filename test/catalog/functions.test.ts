import { describe, expect, it } from 'vitest'
import {
  callNames,
  functionNamed,
  functionNames,
  functionRows,
  methodNames,
  regroupingNames,
  spellingsOf,
} from '../../src/catalog/index.js'
import { parseMetricQuery } from '../../src/query/metric/parser.js'

describe('the table of functions', () => {
  it('gives every spelling to one row per form', () => {
    for (const form of ['call', 'method', 'regrouping'] as const) {
      const spellings = functionRows
        .filter(row => row.form === form || row.form === 'both')
        .flatMap(spellingsOf)
      expect(new Set(spellings).size, form).toBe(spellings.length)
    }
  })

  it('lists every spelling exactly once', () => {
    expect(new Set(functionNames).size).toBe(functionNames.length)
    expect([...functionNames].sort()).toEqual(
      [...new Set([...callNames, ...methodNames, ...regroupingNames])].sort(),
    )
  })

  it.each(functionRows.map(row => [row.name, row] as const))(
    '%s has an example that parses and uses it',
    (_name, row) => {
      const parsed = parseMetricQuery(row.example)
      expect(parsed.diagnostics).toEqual([])
      expect(parsed.ok).toBe(true)
      expect(spellingsOf(row).some(spelling => row.example.includes(`${spelling}(`))).toBe(true)
    },
  )

  it.each(functionRows.map(row => [row.name, row.source] as const))(
    '%s names a page of the documentation',
    (_name, source) => {
      expect(source).toMatch(/^https:\/\/docs\.datadoghq\.com\/[a-z0-9_/#-]+\/$/)
    },
  )

  it('puts optional and named parameters last', () => {
    for (const row of functionRows) {
      const ranks = row.parameters.map(parameter => (parameter.named ? 2 : parameter.optional ? 1 : 0))
      expect(ranks, row.name).toEqual([...ranks].sort())
    }
  })

  it('gives values to every choice and to nothing else', () => {
    for (const { name, parameters } of functionRows) {
      for (const parameter of parameters) {
        expect(parameter.values !== undefined, `${name}.${parameter.name}`).toBe(parameter.kind === 'enum')
      }
    }
  })

  it('says what to use instead wherever a monitor cannot use a function', () => {
    for (const row of functionRows) {
      const unfit = row.inMonitors === 'no' || row.inMonitors === 'discouraged'
      expect(row.insteadInMonitors !== undefined, row.name).toBe(unfit)
    }
  })
})

describe('looking a function up', () => {
  it.each([
    ['ewma_5', undefined, 'ewma_N'],
    ['top10_mean', undefined, 'topN_method'],
    ['count_nonzero_finite', undefined, 'count_nonzero'],
    ['rollup', 'method', 'rollup'],
    ['rollup', 'call', 'formula_rollup'],
    ['rollup', undefined, 'formula_rollup'],
    ['ewma_N', undefined, undefined],
    ['ewma_4', undefined, undefined],
    ['abs', 'method', undefined],
    ['as_count', 'call', undefined],
    ['toString', undefined, undefined],
    ['__proto__', undefined, undefined],
  ] as const)('%s as %s is %s', (written, form, name) => {
    expect(functionNamed(written, form)?.name).toBe(name)
  })
})
