import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBuilder } from '../../src/codegen/index.js'
import { isAcceptable } from '../../src/diagnostic/index.js'
import { parseMetricQuery, parseMonitorQuery, print } from '../../src/query/index.js'
import { evaluatedQuery } from './evaluate.js'
import { metricQuery, monitorQuery } from './random-queries.js'

describe('evaluating what toBuilder wrote', () => {
  it('gives the metric query back', () => {
    fc.assert(
      fc.property(metricQuery, query => {
        const parsed = parseMetricQuery(query)
        fc.pre(parsed.ok && isAcceptable(parsed.diagnostics))
        if (parsed.ok) expect(evaluatedQuery(toBuilder(query))).toBe(print(parsed.node))
      }),
      { numRuns: 500 },
    )
  })

  it('gives the monitor query back', () => {
    fc.assert(
      fc.property(monitorQuery, ({ query, type }) => {
        const parsed = parseMonitorQuery(query, { type })
        fc.pre(parsed.ok && isAcceptable(parsed.diagnostics))
        if (parsed.ok) expect(evaluatedQuery(toBuilder(query, { type }))).toBe(print(parsed.node))
      }),
      { numRuns: 500 },
    )
  })
})

describe('any text at all', () => {
  it('becomes calls, names and string literals', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string(),
      fc.tuple(metricQuery, fc.string({ unit: 'binary' })).map(([query, more]) => query + more),
    )
    fc.assert(
      fc.property(text, query => {
        const outside = toBuilder(query).replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, '')
        expect(outside).toMatch(/^[\w\s.,:(){}[\]=>-]*$/)
      }),
      { numRuns: 500 },
    )
  })
})
