import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builderExpression } from '../../src/codegen/index.js'
import { compiled } from '../types/compiler.js'
import { metricQuery, monitorQuery } from './random-queries.js'

describe('what toBuilder writes', () => {
  it('compiles under strict', () => {
    const written = [
      ...fc.sample(metricQuery, { numRuns: 150, seed: 1 }).map(query => builderExpression(query)),
      ...fc
        .sample(monitorQuery, { numRuns: 150, seed: 1 })
        .map(({ query, type }) => builderExpression(query, { type })),
    ]
    const names = [...new Set(written.flatMap(code => code.names))]
    expect(
      compiled(
        names,
        written.map(({ text }) => `void (${text})`),
      ).errors,
    ).toEqual([])
  }, 120_000)
})
