import { describe, expect, it } from 'vitest'
import { checkMetricExpression } from '../../src/check/metric.js'
import { applyEdits } from '../../src/diagnostic/index.js'
import { parseFormula, parseMetricQuery } from '../../src/query/index.js'

function repaired(text: string, place: 'dashboard' | 'formula' = 'dashboard'): string {
  const { node } = place === 'formula' ? parseFormula(text) : parseMetricQuery(text)
  if (node === undefined || node.kind === 'query-list') throw new Error(`No expression: ${text}`)
  const found = checkMetricExpression(node, { place })
  expect(found.map(({ code }) => code)).toContain('query/unknown-function')
  return applyEdits(
    text,
    found.flatMap(({ repair }) => repair ?? []),
  )
}

describe('a call of another language', () => {
  it.each([
    ['alias(avg:a.b{*}, "b")', 'avg:a.b{*}'],
    ['label_replace(avg:a.b{*}, "c", "d", "e", ".*")', 'avg:a.b{*}'],
    ['scale(avg:a.b{*}, 0.001)', '(avg:a.b{*} * 0.001)'],
    ['100 - asPercent(avg:a.b{*}, avg:c.d{*})', '100 - (avg:a.b{*} / avg:c.d{*} * 100)'],
    ['asPercent(avg:a{*} + avg:b{*}, avg:c{*})', '((avg:a{*} + avg:b{*}) / avg:c{*} * 100)'],
    ['subtract(avg:a{*}, avg:b{*} - avg:c{*})', '(avg:a{*} - (avg:b{*} - avg:c{*}))'],
    ['2 * alias(avg:a{*} + avg:b{*}, "c")', '2 * (avg:a{*} + avg:b{*})'],
    ['IFNULL(avg:a{*} / avg:b{*}, 0)', 'default_zero(avg:a{*} / avg:b{*})'],
    ['keepLastValue(avg:a.b{*})', 'avg:a.b{*}.fill(last)'],
    ['FILL(avg:a.b{*}, 0)', 'avg:a.b{*}.fill(zero)'],
    ['FILL(avg:a.b{*}, REPEAT)', 'avg:a.b{*}.fill(last)'],
    ['IFNULL(avg:a.b{*}, 0)', 'default_zero(avg:a.b{*})'],
    ['coalesce(avg:a.b{*}, 5)', 'default(avg:a.b{*}, 5)'],
    ['highestMax(avg:a.b{*} by {c}, 5)', "top(avg:a.b{*} by {c}, 5, 'max', 'desc')"],
    ["movingAverage(avg:a.b{*}, '10min')", "moving_rollup(avg:a.b{*}, 600, 'avg')"],
    ['moving_average(avg:a.b{*}, 5)', 'rollingavg_5(avg:a.b{*})'],
    ['moving_average(avg:a.b{*}, 900)', "moving_rollup(avg:a.b{*}, 900, 'avg')"],
    ['fill(avg:a.b{*}, last, 300)', 'avg:a.b{*}.fill(last, 300)'],
    ['sum:a.b{*}.count()', 'sum:a.b{*}.as_count()'],
    ['sum:a.b{*}.rate()', 'sum:a.b{*}.as_rate()'],
    ['sumSeries(a.b{c:d})', 'sum:a.b{c:d}'],
    ['avg(avg:a.b{*})', 'avg:a.b{*}'],
    ['rate(sum:a.b{*})', 'per_second(sum:a.b{*})'],
  ])('%s is written %s', (text, expected) => {
    expect(repaired(text)).toBe(expected)
  })

  it('is repaired in a formula too', () => {
    expect(repaired('ratio(errors, hits)', 'formula')).toBe('(errors / hits)')
  })

  it.each([
    'sum(avg:a.b{*})',
    'bottomk(3, avg:a.b{*})',
    'divideSeries(avg:a.b{*})',
    'FILL(avg:a.b{*}, 7)',
    'keepLastValue(avg:a{*} + avg:b{*})',
  ])('%s is left as it is where nobody can know', text => {
    expect(repaired(text)).toBe(text)
  })
})

describe('a scope', () => {
  const fixed = (text: string) => {
    const { node } = parseMetricQuery(text)
    if (node === undefined || node.kind === 'query-list') throw new Error(`No expression: ${text}`)
    const found = checkMetricExpression(node, { place: 'dashboard' })
    return applyEdits(
      text,
      found.flatMap(({ repair }) => repair ?? []),
    )
  }

  it.each([
    ['avg:a{b:c OR b:d,e:f}', 'avg:a{(b:c OR b:d) AND e:f}'],
    ['avg:a{e:f,(b:c OR b:d)}', 'avg:a{e:f AND (b:c OR b:d)}'],
    ['avg:a{b:c AND e:f , g:h}', 'avg:a{b:c AND e:f AND g:h}'],
  ])('%s keeps its meaning without the comma: %s', (text, expected) => {
    expect(fixed(text)).toBe(expected)
  })

  it.each([
    ['avg:a by {b:c}', 'avg:a{b:c} by {b}'],
    ['avg:a{e:f} by {b:c,d:g}', 'avg:a{e:f,b:c,d:g} by {b,d}'],
    ['avg:a{e:f OR e:g} by {b:c}', 'avg:a{(e:f OR e:g) AND b:c} by {b}'],
    ['avg:a{e:f AND (g:h OR g:i)} by {b:c}', 'avg:a{e:f AND (g:h OR g:i) AND b:c} by {b}'],
  ])('%s takes the values among the keys: %s', (text, expected) => {
    expect(fixed(text)).toBe(expected)
  })
})
