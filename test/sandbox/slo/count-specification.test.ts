import { describe, expect, it } from 'vitest'
import { countOfQuery, queryOfCount } from '../../../src/sandbox/slo/count-specification.js'

describe('countOfQuery', () => {
  const formulas = (numerator: string, denominator: string) => {
    const count = countOfQuery({ numerator, denominator })
    const names = (count.queries as { name: string; query: string }[]).map(
      item => `${item.name}=${item.query}`,
    )
    const formulaOf = (key: string) => (count[key] as { formula: string }).formula
    return [names, formulaOf('good_events_formula'), formulaOf('total_events_formula')]
  }

  it.each([
    ['sum:a{*}', 'sum:b{*}', [['query1=sum:a{*}', 'query2=sum:b{*}'], 'query1', 'query2']],
    ['sum:a{*}', 'sum:a{*}', [['query1=sum:a{*}'], 'query1', 'query1']],
    [
      'sum:a{*}',
      'sum:a{*} + sum:b{*}',
      [['query1=sum:a{*}', 'query2=sum:b{*}'], 'query1', '(query1 + query2)'],
    ],
    [
      'sum:a{*}',
      '(sum:a{*}) + (sum:b{*})',
      [['query1=sum:a{*}', 'query2=sum:b{*}'], 'query1', '(query1 + query2)'],
    ],
    [
      'sum:a{x:y} by {host}.as_count() - sum:b{!z:w}.rollup(sum, 60)',
      'sum:c{*}',
      [
        ['query1=sum:a{x:y} by {host}.as_count()', 'query2=sum:b{!z:w}.rollup(sum, 60)', 'query3=sum:c{*}'],
        '(query1 - query2)',
        'query3',
      ],
    ],
    [
      'count(v: v<=10):a{*}',
      'count:a{*}',
      [['query1=count(v: v<=10):a{*}', 'query2=count:a{*}'], 'query1', 'query2'],
    ],
  ])('names the queries of %j and %j', (numerator, denominator, expected) => {
    expect(formulas(numerator, denominator)).toEqual(expected)
  })
})

describe('queryOfCount', () => {
  const queries = [
    { name: 'good', query: 'sum:a{*}' },
    { name: 'bad', query: 'sum:b{*}' },
  ]

  it('writes queries in the place of names', () => {
    const count = { queries, good_events_formula: { formula: 'good - bad' }, total_events_formula: 'good' }
    expect(queryOfCount(count)).toEqual({ numerator: 'sum:a{*} - sum:b{*}', denominator: 'sum:a{*}' })
  })

  it('adds bad to good for the total', () => {
    const count = {
      queries,
      good_events_formula: { formula: 'good' },
      bad_events_formula: { formula: 'bad' },
    }
    expect(queryOfCount(count)).toEqual({ numerator: 'sum:a{*}', denominator: '(sum:a{*}) + (sum:b{*})' })
  })
})
