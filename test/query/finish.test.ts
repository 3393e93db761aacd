import { describe, expect, it } from 'vitest'
import { parseComposite, parseFormula, parseMetricQuery, parseMonitorQuery } from '../../src/query/index.js'
import { repaired, reportsOf } from './reading.js'

describe('a whole text', () => {
  it.each([parseMetricQuery, parseMonitorQuery, parseFormula, parseComposite])(
    '%o takes strings only',
    parse => {
      for (const value of [undefined, null, 5, {}, [], new String('a')]) {
        // @ts-expect-error: what a caller without types may pass
        expect(() => parse(value)).toThrow(/^A query is a string, not \w+\.$/)
      }
    },
  )

  it.each([
    ['avg:a.b{*} avg:c.d{*}', ['missing-operator «avg:c.d»']],
    ['avg:a.b{*} % 2', ['unexpected-text «%»']],
    ['avg:a.b{*} ]', ['unexpected-text «]»']],
    ['avg:a.b{*}]', ['unexpected-text «]»']],
  ])('%s has something left over', (text, reports) => {
    expect(reportsOf(text)).toEqual(reports)
  })

  it('a full stop or semicolon at the end can go', () => {
    expect([repaired('avg:a.b{*};'), repaired('avg:a.b{*} .')]).toEqual(['avg:a.b{*}', 'avg:a.b{*} '])
  })

  it('diagnostics come in the order of the text', () => {
    const { diagnostics } = parseMetricQuery('avg:a.b{a=1} by (c) / avg：d{}')
    const starts = diagnostics.map(({ span }) => span?.start ?? -1)
    expect(starts.length).toBeGreaterThan(3)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
  })
})
