import { describe, expect, it } from 'vitest'
import { checkMetricExpression } from '../../src/check/metric.js'
import { checkQuery } from '../../src/check/query.js'
import { checkRepaired } from '../../src/check/repaired.js'
import { applyEdits } from '../../src/diagnostic/index.js'
import { parseMetricQuery, parseMonitorQuery } from '../../src/query/index.js'

const ofMetric = (text: string) =>
  checkRepaired(text, parseMetricQuery(text), parseMetricQuery, node =>
    checkMetricExpression(node, { place: 'dashboard' }),
  )
const ofMonitor = (text: string) =>
  checkRepaired(text, parseMonitorQuery(text), parseMonitorQuery, node => checkQuery(node))

const repaired = (text: string, check = ofMetric) =>
  applyEdits(
    text,
    (check(text) ?? []).flatMap(({ repair }) => repair ?? []),
  )
const reports = (text: string, check = ofMetric) =>
  (check(text) ?? []).map(({ code, span }) => `${code} «${text.slice(span?.start, span?.end)}»`)

describe('what the checks say of a text that does not parse', () => {
  it('stands at its place in the text as written', () => {
    expect(reports('mean:a.b{env=prod}.rollup(SUM, 60')).toEqual([
      'query/space-aggregator «mean»',
      'query/equals-in-scope «env=prod»',
      'query/unclosed-parenthesis «(»',
      'query/function-arity «SUM»',
    ])
    expect(reports('mean(last_5m):mean:a.b{env=prod} > 5', ofMonitor)).toContain(
      'query/equals-in-scope «env=prod»',
    )
  })

  it.each([
    ['mean:a.b{env=prod}', 'avg:a.b{env:prod}'],
    ["outlier(avg:a.b{*} by host, 'dbscan', 3)", "outliers(avg:a.b{*} by {host}, 'dbscan', 3)"],
    // The word is put into quotes by the parser, and then written anew as a whole.
    ['top(avg:a.b{*} by {host}, 5, mean, descending)', "top(avg:a.b{*} by {host}, 5, 'mean', 'desc')"],
  ])('%s is repaired in one go', (text, expected) => {
    expect(repaired(text)).toBe(expected)
  })

  it('is not said where no repair leads to a query', () => {
    expect(ofMetric('mean:a.b{env:prod} ?')).toBeUndefined()
  })

  it('is left to the checks themselves where the text parses', () => {
    expect(ofMetric('mean:a.b{*}')).toBeUndefined()
  })

  it('is said once, also when no edit repairs it', () => {
    const found = reports('mean:a.b{env=prod}.rollup(qqq) + frobnicate(avg:c.d{*})')
    expect(found).toHaveLength(new Set(found).size)
    expect(found).toContain('query/unknown-function «frobnicate»')
  })
})
